"""`autoadmin chronology impact` and `analysis`: what a person writes about a row, beside what happened."""

from __future__ import annotations

from typing import Annotated

import typer

from autoadmin.cli.office_door import At, By, Config, door, who

ANEW = "The drafts that hold it are drafted anew, but for those that somebody has in hand."

Child = Annotated[str, typer.Option("--child", metavar="ID")]
Row = Annotated[str, typer.Argument(metavar="ROW", help="As `chronology list` shows it: R-1a2b3c4d.")]
Text = Annotated[str, typer.Option("--text", help='What you write; "" takes back what was written before.')]


def impact(
    context: typer.Context, row: Row, child: Child, text: Text, by: By = "", at: At = None, config: Config = None
) -> None:
    """Write what a row meant for the child; it stands in its own column, signed and dated."""
    _write(context, row, child, text, by, at, config, meaning="impact")


def analysis(
    context: typer.Context, row: Row, child: Child, text: Text, by: By = "", at: At = None, config: Config = None
) -> None:
    """Write what you make of a row; it stands in its own column, signed and dated."""
    _write(context, row, child, text, by, at, config, meaning="analysis")


def _write(
    context: typer.Context, row: str, child: str, text: str, by: str, at: At, config: Config, *, meaning: str
) -> None:
    from autoadmin.domain.chronologies import Meaning
    from autoadmin.workflows.curate_chronology import write_about_row

    with door(context).open(config, at=at) as services:
        kept = write_about_row(services, child, row, meaning=Meaning(meaning), text=text, by=by or who())
    now = kept.impact if meaning == Meaning.IMPACT else kept.analysis
    print(f"{meaning.capitalize()} of {row}: {now or 'nothing is written'}")
    print(ANEW)
