"""`autoadmin templates rollback`: an earlier version is in force again, at once."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from autoadmin.cli.office_door import At, By, Config, door, named, who


def rollback(
    context: typer.Context,
    template: Annotated[str, typer.Argument(metavar="TEMPLATE", help="For example conference-report.")],
    to: Annotated[int | None, typer.Option("--to", metavar="N", help="This version; else the one before.")] = None,
    note: Annotated[str, typer.Option("--note", help="Why, for the history.")] = "",
    by: By = "",
    at: At = None,
    config: Config = None,
) -> None:
    """Put an earlier version of a template back in force. Documents made since stay as they are."""
    from autoadmin.workflows.roll_back_template import roll_back_template

    with door(context).open(config, at=at) as services:
        done = roll_back_template(services, template, by=named(by), account=who(), to=to, note=note)
    version = done.version
    print(
        f"{template} is back to what version {version.restores} holds; the history has it as version {version.number}."
    )
    print("The folder is as it was: put it right before you propose from it again.")
    if done.withdrawn:
        print(
            f"Version {done.withdrawn.number}, proposed by {done.withdrawn.author}, waits no longer: propose it again.",
            file=sys.stderr,
        )
