"""One family's discussion for one child's file."""

from __future__ import annotations

from autoadmin.domain.concerning import concerns
from autoadmin.domain.errors import UnknownIdError
from autoadmin.domain.gaps import NotRecorded
from autoadmin.domain.held import Content
from autoadmin.domain.records import Discussion, Entry, Kind
from autoadmin.drafting.changes import changes_of, changes_values
from autoadmin.drafting.drawn import GENOGRAM, drawn_values
from autoadmin.drafting.due import due_at, due_values
from autoadmin.drafting.meeting import belongs_to_meeting, meeting_values
from autoadmin.drafting.own_status import own_status
from autoadmin.drafting.paper import Paper, new_paper
from autoadmin.drafting.people import family_values
from autoadmin.drafting.request import CompositionRequest
from autoadmin.drafting.statements import action, decision, sections
from autoadmin.drafting.wording import Wording, count, day_words


def compose_discussion_record(request: CompositionRequest) -> Content:
    """Return one child's record of the family's discussion, without what is only about a brother or sister."""
    meeting, case, child = request.the_meeting(), request.the_case(), request.the_child()
    discussion = case.discussion_at(meeting)
    if discussion is None:
        raise UnknownIdError(f"Family {case.family.id} was not discussed at meeting {meeting.id}.")
    paper = new_paper(request)
    on = meeting.record.on
    all_told = [entry for entry in discussion.entries if not belongs_to_meeting(entry)]
    told = [entry for entry in all_told if concerns(entry, child.id, case.family)]
    values: dict[str, object] = {
        "document": paper.heading(),
        **meeting_values(paper, meeting),
        **family_values(paper, case, child, on),
        "worker": paper.recorded(discussion.worker or case.family.worker, "worker"),
        "status": own_status(paper, discussion.status or case.family.status, case, child),
        "minutes": _minutes(paper, discussion),
        **drawn_values(paper, case, (child.id,), (GENOGRAM,)),
        **_told(paper, told, request),
        "changes": changes_values(paper, changes_of(case, until=on, child=child.id)),
        "due": due_values(paper, due_at((c for c in case.clocks if c.child == child.id), on), request.rules),
        "left_out": _left_out(len(all_told) - len(told)),
    }
    subject = f"{child.name or child.id}, {day_words(on)}"
    title = Wording.TITLE.format(title=paper.template.title, subject=subject)
    return Content(title, {**values, "sources": paper.sources.listed()}, (child.id,))


def _told(paper: Paper, told: list[Entry], request: CompositionRequest) -> dict[str, object]:
    on = request.the_meeting().record.on
    found = sections(paper, told, "sections", on)
    decisions = [decision(paper, entry, "decisions", on) for entry in told if entry.kind is Kind.DECISION]
    actions = [action(paper, entry, "actions", on) for entry in told if entry.kind is Kind.ACTION]
    return {
        "sections": found,
        "decisions": decisions,
        "decisions_gap": paper.gap_unless(decisions, "decisions_gap"),
        "actions": actions,
        "actions_gap": paper.gap_unless(actions, "actions_gap"),
    }


def _minutes(paper: Paper, discussion: Discussion) -> str | NotRecorded:
    if discussion.minutes_spent is None:
        return paper.gap("minutes")
    return count(discussion.minutes_spent, "minute")


def _left_out(number: int) -> str:
    return Wording.LEFT_OUT_OTHERS.format(entries=count(number, "entry")) if number else ""
