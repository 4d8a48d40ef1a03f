"""`autoadmin templates history`: every version of a template, who made it and who published it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from autoadmin.cli.office_door import AsJson, At, Config, door
from autoadmin.cli.printing import in_words, print_json, print_table
from autoadmin.cli.templates_list import version_as_json

if TYPE_CHECKING:
    from autoadmin.workflows.list_templates import HistoryRow


def history(
    context: typer.Context,
    template: Annotated[str, typer.Argument(metavar="TEMPLATE", help="For example conference-report.")],
    as_json: AsJson = False,
    at: At = None,
    config: Config = None,
) -> None:
    """List the versions of a template, the newest first."""
    from autoadmin.workflows.list_templates import list_history

    with door(context).open(config, at=at) as services:
        rows = list_history(services, template)
    if as_json:
        print_json([_as_json(row) for row in rows])
    else:
        columns = ("version", "state", "from", "proposed by", "published by", "note", "confirmed", "documents")
        print_table(f"History of {template}", columns, [_cells(row) for row in rows])


def _as_json(row: HistoryRow) -> dict[str, object]:
    return {
        **(version_as_json(row.version) or {}),
        "in_force": row.is_in_force,
        "documents": row.usage.documents,
        "last_used_at": row.usage.last_at,
    }


def _cells(row: HistoryRow) -> tuple[str, ...]:
    version = row.version
    published = version.published_at
    return (
        str(version.number),
        "in force" if row.is_in_force else version.state.value,
        (in_words(version.in_force_from) if version.in_force_from else "the start") if published else "–",
        f"{version.author}, {in_words(version.proposed_at.date())}",
        f"{version.publisher}, {in_words(published.date())}" if published else "–",
        version.note,
        ", ".join(version.confirmed),
        f"{row.usage.documents}, last {in_words(row.usage.last_at.date())}" if row.usage.last_at else "none",
    )
