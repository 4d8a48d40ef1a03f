"""`autoadmin templates propose`: what lies in a template's folder is to become its next version."""

from __future__ import annotations

from typing import Annotated

import typer

from autoadmin.cli.office_door import At, By, Config, door, named, who


def propose(
    context: typer.Context,
    template: Annotated[str, typer.Argument(metavar="TEMPLATE", help="For example conference-report.")],
    note: Annotated[str, typer.Option("--note", help="What was changed and why, for the second person.")] = "",
    shipped: Annotated[
        bool, typer.Option("--shipped", help="Propose what this autoadmin ships instead of the folder.")
    ] = False,
    by: By = "",
    at: At = None,
    config: Config = None,
) -> None:
    """Propose the template as it lies in its folder; documents change when a second person publishes it."""
    from autoadmin.workflows.propose_template import propose_template

    with door(context).open(config, at=at) as services:
        version = propose_template(services, template, by=named(by), account=who(), note=note, is_shipped=shipped)
    print(f"{template} version {version.number} is proposed by {version.author}. Documents do not change yet.")
    print("A second person looks at it and publishes it:")
    print(f"  autoadmin templates publish {template}")
