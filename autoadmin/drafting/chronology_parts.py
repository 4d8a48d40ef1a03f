"""What the documents share that print chronology rows: who the child is, the dates covered, short rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.gaps import NotRecorded
from autoadmin.domain.held import CaseFile
from autoadmin.domain.records import Kind
from autoadmin.domain.sharing import Withheld
from autoadmin.drafting.paper import Paper
from autoadmin.drafting.people import child_values, family_name
from autoadmin.drafting.request import CompositionRequest
from autoadmin.drafting.statements import label, quoted
from autoadmin.drafting.wording import Wording, count, day_words

EVENT: Final = Wording.EVENT.value


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
    stated = {source.stated_on for row in rows for source in row.sources if source.stated_on}
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
    return label(row.kind, row.by) if row.kind else EVENT


def reason(row: ChronologyRow) -> str:
    """Return why a row is in: the written rule's reason, or who put it in, when and why."""
    if row.choice is None:
        return row.why
    day = day_words(row.choice.at.date())
    return Wording.CHOSEN.format(name=row.choice.by, day=day, why=row.choice.why)


def changed(row: ChronologyRow) -> str:
    """Return what a row read when somebody put it in, where its record has been changed since; else nothing."""
    if row.choice is None or not row.is_changed:
        return ""
    return Wording.THEN_READ.format(day=day_words(row.choice.on), words=row.choice.read)


def left_out(rows: Sequence[ChronologyRow], withheld: Mapping[Withheld, int]) -> str:
    """Return how many rows are left out by the rule and by people, and what is withheld; nothing where nothing is."""
    out = [row for row in rows if not row.is_significant]
    chosen = sum(1 for row in out if row.choice)
    told = []
    if routine := len(out) - chosen:
        told.append(Wording.LEFT_OUT_ROUTINE.format(events=count(routine, "routine event")))
    if chosen:
        told.append(Wording.LEFT_OUT_CHOSEN.format(events=count(chosen, "event")))
    if withheld:
        reasons = ", ".join(
            Wording.WITHHELD_FOR.format(reason=reason.value, number=n) for reason, n in withheld.items()
        )
        told.append(Wording.WITHHELD.format(reasons=reasons))
    return " ".join(told)
