"""`autoadmin due`: what is due, by unit, family and child."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from autoadmin.cli.office_door import AsJson, At, Config, door, who
from autoadmin.cli.printing import in_words, print_json, print_table

if TYPE_CHECKING:
    from autoadmin.domain.clocks import Clock
    from autoadmin.domain.events import Event
    from autoadmin.workflows.list_due import DueRow

QUARTER = 65  # working days
LONG_AGO = timedelta(days=91)


def due(
    context: typer.Context,
    within: Annotated[int | None, typer.Option(help="Only what has so many working days left, or fewer.")] = None,
    is_all: Annotated[bool, typer.Option("--all", help="Also what is met or superseded.")] = False,
    explain: Annotated[str | None, typer.Option(metavar="ID", help="Tell the story of one clock.")] = None,
    as_json: AsJson = False,
    at: At = None,
    config: Config = None,
) -> None:
    """Print what is due, the late first, with the law it is due under."""
    from autoadmin.workflows.explain_clock import explain_clock
    from autoadmin.workflows.list_due import list_due

    with door(context).open(config, at=at) as services:
        if explain:
            story = explain_clock(services, explain)
            if as_json:
                print_json({"id": explain, "story": story})
            else:
                print(story)
            return
        rows = list_due(services, by=who(), within=within, is_all=is_all)
        today = services.today()
    if as_json:
        print_json([_as_json(row) for row in rows])
    else:
        print_due(rows, today=None if is_all or within is not None else today)


def _as_json(row: DueRow) -> dict[str, object]:
    clock = row.clock
    return {
        "id": clock.id,
        "rule": clock.rule,
        "title": row.rule.title,
        "law": row.rule.law,
        "to_be_confirmed": row.rule.to_be_confirmed,
        "unit": row.unit.name if row.unit else None,
        "family": row.family.id if row.family else None,
        "family_name": row.family.name if row.family else None,
        "child": clock.child,
        "child_name": row.child.name or None,
        "started_by": clock.started_by.code,
        "started_on": clock.started_on,
        "due_on": clock.due_on,
        "state": clock.state.value,
        "working_days_left": clock.working_days_left,
        "met_by": clock.met_by.code if clock.met_by else None,
        "met_on": clock.met_on,
        "evidence": [str(event.source.place) for event in clock.evidence],
        "met_evidence": [str(event.source.place) for event in _met_evidence(clock)],
        "template": row.template,
        "draft": row.draft.id if row.draft else None,
        "draft_state": row.draft.state.value if row.draft else None,
        "notes": list(clock.notes),
    }


def _met_evidence(clock: Clock) -> list[Event]:
    return [*((clock.met_by,) if clock.met_by else ()), *clock.met_evidence]


def print_due(rows: Sequence[DueRow], *, today: date | None = None) -> None:
    """Print a table, and under it how many are not listed: what no record can tell, unless it is a unit's own and fell
    due in the last quarter, and, with `today`, what is due more than a quarter ahead.
    """
    from autoadmin.domain.clocks import ClockState

    untold = [row for row in rows if row.clock.state is ClockState.CANNOT_TELL and not _is_for_a_unit(row, today)]
    later = [row for row in rows if today and (row.clock.working_days_left or 0) > QUARTER]
    left_out = {row.clock.id for row in (*untold, *later)}
    columns = ("state", "due", "days left", "what", "child", "family", "unit", "law", "document", "id")
    print_table("What is due", columns, [_cells(row) for row in rows if row.clock.id not in left_out])
    if later:
        print(f"\n{len(later)} more are due more than {QUARTER} working days ahead; `--all` lists them.")
    if untold:
        print(
            f"\n{len(untold)} more cannot be told from the records held, of children in no unit's record or long ago:"
        )
        for title, count in Counter(row.rule.title for row in untold).most_common():
            print(f"  {count:>5}  {title}")
        print("`autoadmin due --json` lists each with the extract's date.")
    if any(row.rule.to_be_confirmed for row in rows):
        print("\n* to be confirmed by the council")


def _is_for_a_unit(row: DueRow, today: date | None) -> bool:
    """Return whether a unit can still do something about what nobody can tell."""
    return row.family is not None and (today is None or row.clock.due_on >= today - LONG_AGO)


def _cells(row: DueRow) -> tuple[str, ...]:
    clock = row.clock
    return (
        clock.state.value.replace("_", " "),
        in_words(clock.due_on),
        "–" if clock.working_days_left is None else str(clock.working_days_left),
        f"{row.rule.title}{' *' if row.rule.to_be_confirmed else ''}",
        f"{row.child.name or 'no name held'} ({row.child.id})",
        f"{row.family.name} ({row.family.id})" if row.family else "–",
        row.unit.name if row.unit else "–",
        row.rule.law,
        _document(row),
        clock.id,
    )


def _document(row: DueRow) -> str:
    """Return the draft of the document that answers it, else which document that is."""
    if row.draft:
        return f"{row.draft.id} {row.draft.state.value.replace('_', ' ')}"
    return row.template or "–"
