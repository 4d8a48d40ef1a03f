"""What the documents share that print chronology rows: who the child is, the dates covered, short rows."""

from __future__ import annotations

from collections.abc import Sequence

from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.gaps import NotRecorded
from autoadmin.domain.held import CaseFile
from autoadmin.domain.records import Kind
from autoadmin.drafting.paper import Paper
from autoadmin.drafting.people import child_values, family_name
from autoadmin.drafting.request import CompositionRequest
from autoadmin.drafting.statements import label, quoted
from autoadmin.drafting.wording import Wording, day_words


def opening(paper: Paper, request: CompositionRequest) -> dict[str, object]:
    """Return council, unit, child, family and worker, as held; an extract may know a child and nothing around it."""
    case, child = request.the_case(), request.the_child()
    unit = request.unit or case.unit
    return {
        "council": paper.recorded(unit.council if unit else "", "council"),
        "unit": paper.recorded(unit.name if unit else "", "unit"),
        "child": child_values(paper, child, "child"),
        "family": family_name(paper, case),
        "worker": paper.recorded(case.family.worker, "worker"),
    }


def period(paper: Paper, rows: Sequence[ChronologyRow]) -> str | NotRecorded:
    """Return the first and last date of some rows."""
    if not rows:
        return paper.gap("period")
    first, last = rows[0], rows[-1]
    return Wording.PERIOD.format(
        first=day_words(first.on, first.precision, first.on_words),
        last=day_words(last.on, last.precision, last.on_words),
    )


def records_to(case: CaseFile, rows: Sequence[ChronologyRow]) -> str:
    """Return the date of the newest record that was drawn on; empty where none is dated."""
    stated = [source.stated_on for row in rows for source in row.sources if source.stated_on]
    dates = [*stated, *(meeting.record.on for meeting in case.meetings)]
    return day_words(max(dates)) if dates else ""


def short_row(paper: Paper, row: ChronologyRow) -> dict[str, object]:
    """Return date, event, who told of it and the source."""
    return {
        "on": day_words(row.on, row.precision, row.on_words),
        "event": words(row),
        "by": row.by,
        "ref": cited(paper, row),
    }


def words(row: ChronologyRow) -> str:
    """Return a row's words; what somebody said in the quotation marks it was typed in."""
    return quoted(row.detail, row.sources[0].raw) if row.kind is Kind.SAID else row.detail


def cited(paper: Paper, row: ChronologyRow) -> str:
    """Return the numbers of a row's sources."""
    return paper.sources.cite(*row.sources)


def kind_label(row: ChronologyRow) -> str:
    """Return the kind of a row in plain words."""
    return label(row.kind, row.by) if row.kind else Wording.EVENT.value
