"""The minutes of a whole unit meeting, families in the order discussed."""

from __future__ import annotations

from collections.abc import Sequence

from autoadmin.domain.gaps import NotRecorded
from autoadmin.domain.held import CaseFile, Content
from autoadmin.domain.records import Discussion, Entry, Kind, MeetingRecord, Section
from autoadmin.drafting.changes import Changes, changes_of, changes_values
from autoadmin.drafting.due import due_at, due_values
from autoadmin.drafting.meeting import belongs_to_meeting, is_not_discussed, meeting_values, spare_entries
from autoadmin.drafting.paper import Paper, new_paper
from autoadmin.drafting.people import adults_values, children_of, children_values
from autoadmin.drafting.request import CompositionRequest
from autoadmin.drafting.statements import action, decision, section_words, sections, statement
from autoadmin.drafting.wording import Wording, count, day_words


def compose_unit_minutes(request: CompositionRequest) -> Content:
    """Return the minutes: the whole meeting, every family's discussion, every action once more in one list."""
    meeting = request.the_meeting()
    record = meeting.record
    paper = new_paper(request)
    discussions = [_discussion(paper, found, _case_of(found, request.cases), request) for found in record.discussions]
    spare = spare_entries(record)
    actions = [
        {"family": found.family_name, **action(paper, entry, "actions", record.on)}
        for found in record.discussions
        for entry in _actions(found)
    ]
    values: dict[str, object] = {
        "document": paper.heading(),
        **meeting_values(paper, meeting),
        "families_discussed": len(record.discussions),
        "time_spent": _time_spent(paper, record),
        "discussions": discussions,
        "actions": actions,
        "actions_gap": paper.gap_unless(actions, "actions_gap"),
        "not_discussed": [
            statement(paper, entry, "not_discussed", record.on) for entry in spare if is_not_discussed(entry)
        ],
        "other": [statement(paper, entry, "other", record.on) for entry in spare if not is_not_discussed(entry)],
    }
    title = Wording.MEETING_TITLE.format(title=paper.template.title, unit=record.unit, day=day_words(record.on))
    known = (child.id for found in record.discussions for child in found.children if child.id)
    return Content(title, {**values, "sources": paper.sources.listed()}, tuple(dict.fromkeys(known)))


def _discussion(
    paper: Paper, discussion: Discussion, case: CaseFile | None, request: CompositionRequest
) -> dict[str, object]:
    path = "discussions"
    on = request.the_meeting().record.on
    told = [entry for entry in discussion.entries if not belongs_to_meeting(entry)]
    shown, empty = _shown_and_empty(sections(paper, told, f"{path}.sections", on))
    decisions = [decision(paper, e, f"{path}.decisions", on) for e in told if e.kind is Kind.DECISION]
    actions = [action(paper, entry, f"{path}.actions", on) for entry in _actions(discussion)]
    children = children_of(discussion, case)
    empty = empty if children else [Wording.NO_CHILD.value, *empty]
    adults = discussion.adults or (case.family.adults if case else ())
    family = case.family if case else None
    return {
        "family": discussion.family_name,
        "family_id": discussion.family_id or "",
        "children": children_values(paper, children, f"{path}.children", on),
        "adults": adults_values(paper, adults, f"{path}.adults"),
        "worker": paper.recorded(discussion.worker or (family.worker if family else ""), f"{path}.worker"),
        "status": paper.recorded(discussion.status or (family.status if family else ""), f"{path}.status"),
        "minutes": _minutes(paper, discussion),
        "sections": shown,
        "nothing_under": paper.gap(f"{path}.nothing_under", "; ".join(empty)) if empty else "",
        "decisions": decisions,
        "decisions_gap": paper.gap_unless(decisions, f"{path}.decisions_gap"),
        "actions": actions,
        "actions_gap": paper.gap_unless(actions, f"{path}.actions_gap"),
        "changes": changes_values(paper, changes_of(case, until=on) if case else Changes(), f"{path}.changes"),
        "due": due_values(paper, due_at(case.clocks, on), request.rules) if case else [],
    }


def _shown_and_empty(found: list[dict[str, object]]) -> tuple[list[dict[str, object]], list[str]]:
    """Return the sections to print, and the words for the usual ones with nothing under them.

    Lived experience keeps its own place and gap; the rest share one, so that thirty families are not a wall of marks.
    """
    lead = Section.LIVED_EXPERIENCE.value
    shown = [section for section in found if section["statements"] or section["id"] == lead]
    empty = [section_words(Section(str(s["id"]))) for s in found if not s["statements"] and s["id"] != lead]
    return shown, empty


def _actions(discussion: Discussion) -> list[Entry]:
    return [e for e in discussion.entries if e.kind is Kind.ACTION and not belongs_to_meeting(e)]


def _case_of(discussion: Discussion, cases: Sequence[CaseFile]) -> CaseFile | None:
    return next((case for case in cases if case.family.id == discussion.family_id), None)


def _minutes(paper: Paper, discussion: Discussion) -> str | NotRecorded:
    if discussion.minutes_spent is None:
        return paper.gap("discussions.minutes")
    return count(discussion.minutes_spent, "minute")


def _time_spent(paper: Paper, record: MeetingRecord) -> str | NotRecorded:
    """Return the minutes recorded over the families they were recorded for."""
    spent = [d.minutes_spent for d in record.discussions if d.minutes_spent is not None]
    if not spent:
        return paper.gap("time_spent")
    families = count(len(record.discussions), "family")
    minutes = count(sum(spent), "minute")
    if len(spent) == len(record.discussions):
        return Wording.TIME_SPENT.format(minutes=minutes, families=families)
    return Wording.TIME_SPENT_SOME.format(minutes=minutes, counted=len(spent), families=families)
