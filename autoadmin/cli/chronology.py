"""`autoadmin chronology`: a child's chronology and the log behind it; which rows are in it is for people to say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from autoadmin.cli.chronology_words import ANEW, analysis, impact
from autoadmin.cli.office_door import AsJson, At, By, Config, door, who
from autoadmin.cli.printing import in_words, print_json, print_table

if TYPE_CHECKING:
    from autoadmin.domain.chronologies import ChronologyRow

app = typer.Typer(help="A child's chronology: what is in it and why, and the log of everything.", no_args_is_help=True)

app.command("impact")(impact)
app.command("analysis")(analysis)

Child = Annotated[str, typer.Option("--child", metavar="ID")]
Row = Annotated[str, typer.Argument(metavar="ROW", help="As `chronology list` shows it: R-1a2b3c4d.")]
Why = Annotated[str, typer.Option("--why", help="The reason, in a few words; the chronology shows it.")]


@app.command("list")
def list_(context: typer.Context, child: Child, as_json: AsJson = False, at: At = None, config: Config = None) -> None:
    """List the rows, those left out too, each with why it is in or out."""
    from autoadmin.workflows.curate_chronology import show_chronology

    with door(context).open(config, at=at) as services:
        found = show_chronology(services, child, by=who())
    if as_json:
        lost = [{"row": choice.read, "by": choice.by, "at": choice.at, "why": choice.why} for choice in found.lost]
        rows = [_as_json(row) for row in found.rows]
        print_json({"state": found.keeping.state.value, "rows": rows, "new": [r.id for r in found.new], "lost": lost})
        return
    _print(f"Chronology of {child} ({found.keeping.state.value})", found.rows)
    for note in found.notes():
        print(f"Note: {note}")
    for choice in found.lost:
        verb = "in" if choice.is_included else "out"
        print(f'No row any more: "{choice.read}", put {verb} by {choice.by} on {in_words(choice.at.date())}.')


@app.command("log")
def log(context: typer.Context, child: Child, as_json: AsJson = False, at: At = None, config: Config = None) -> None:
    """Print everything dated that is held, routine and planned too, each statement with its source."""
    from autoadmin.workflows.curate_chronology import show_event_log

    with door(context).open(config, at=at) as services:
        rows = show_event_log(services, child, by=who())
    if as_json:
        print_json([_as_json(row) | {"planned": row.is_planned} for row in rows])
    else:
        table = [
            (_when(row), row.detail, "planned" if row.is_planned else "", str(row.sources[0].place)) for row in rows
        ]
        print_table(f"Event log of {child}", ("date", "event", "", "source"), table)


@app.command("include")
def include(
    context: typer.Context, row: Row, child: Child, why: Why, by: By = "", at: At = None, config: Config = None
) -> None:
    """Put a row into the chronology."""
    _choose(context, row, child, why, by, at, config, is_included=True)


@app.command("exclude")
def exclude(
    context: typer.Context, row: Row, child: Child, why: Why, by: By = "", at: At = None, config: Config = None
) -> None:
    """Take a row out of the chronology; it stays in the log."""
    _choose(context, row, child, why, by, at, config, is_included=False)


@app.command("finish")
def finish(
    context: typer.Context, child: Child, why: Why = "", by: By = "", at: At = None, config: Config = None
) -> None:
    """Finish the chronology: from now on it is drafted as it is now, and what comes later is counted beside it."""
    from autoadmin.workflows.curate_chronology import finish_chronology

    with door(context).open(config, at=at) as services:
        kept = finish_chronology(services, child, why=why, by=by or who())
    print(f"The chronology of {child} is finished, with {len(kept.rows)} rows in and out.")


@app.command("reopen")
def reopen(
    context: typer.Context, child: Child, why: Why = "", by: By = "", at: At = None, config: Config = None
) -> None:
    """Open a finished chronology again; what came since is in its next draft."""
    from autoadmin.workflows.curate_chronology import reopen_chronology

    with door(context).open(config, at=at) as services:
        reopen_chronology(services, child, why=why, by=by or who())
    print(f"The chronology of {child} is open again.")


def _choose(
    context: typer.Context, row: str, child: str, why: str, by: str, at: At, config: Config, *, is_included: bool
) -> None:
    from autoadmin.workflows.curate_chronology import choose_row

    with door(context).open(config, at=at) as services:
        choose_row(services, child, row, is_included=is_included, why=why, by=by or who())
    print(f"{row} is {'in' if is_included else 'out'}.")
    print(ANEW)


def _print(title: str, rows: Sequence[ChronologyRow]) -> None:
    table = [(row.id, _when(row), "in" if row.is_significant else "out", row.detail, _reason(row)) for row in rows]
    print_table(title, ("row", "date", "", "event", "why"), table)


def _when(row: ChronologyRow) -> str:
    return row.on_words or in_words(row.on)


def _reason(row: ChronologyRow) -> str:
    if row.choice is None:
        return row.why
    told = f"{row.choice.by}, {in_words(row.choice.at.date())}: {row.choice.why}"
    was = f' It then read "{row.choice.read}" on {in_words(row.choice.on)}.' if row.is_changed else ""
    return f"{told}.{was}"


def _as_json(row: ChronologyRow) -> dict[str, object]:
    return {
        "row": row.id,
        "on": row.on,
        "precision": row.precision.value,
        "as_recorded": row.on_words,
        "event": row.detail,
        "kind": row.kind.value if row.kind else "event",
        "codes": list(row.codes),
        "impact": row.impact,
        "written": [{"meaning": w.meaning.value, "text": w.text, "by": w.by, "at": w.at} for w in row.words],
        "analysis": row.analysis,
        "action": row.action,
        "in": row.is_significant,
        "weight": row.weight,
        "why": _reason(row),
        "chosen_by": row.choice.by if row.choice else None,
        "changed": row.is_changed,
        "sources": [{"what": source.kind, "place": str(source.place)} for source in row.sources],
    }
