"""The sheet for a unit's next meeting: each family ready to type into, with what is due and what was left open.

Every line is one that intake reads back: a label, a colon, words. What was carried from last time stands before a
family's first heading, under labels of its own, so that nobody takes it for this week's record. It is a form: what is
not known is left empty to be typed, not marked as a gap.
"""

from __future__ import annotations

from datetime import date

from autoadmin.domain.errors import OperationError
from autoadmin.domain.held import CaseFile, Content, HeldMeeting
from autoadmin.domain.people import Adult, Child, Unit
from autoadmin.domain.records import SECTION_TITLES, Section
from autoadmin.drafting.carried import carried_lines, line
from autoadmin.drafting.paper import Paper, new_paper
from autoadmin.drafting.people import born_words, present_names
from autoadmin.drafting.request import CompositionRequest
from autoadmin.drafting.statements import USUAL
from autoadmin.drafting.wording import Wording, day_words

HEADINGS = (*USUAL, Section.DIFFERENT_VIEWS, Section.DECISIONS, Section.ACTIONS)


def compose_next_meeting_sheet(request: CompositionRequest) -> Content:
    """Return the sheet: families in the order last discussed, new ones after them by name."""
    unit, on = request.the_unit(), _meeting_on(request)
    paper = new_paper(request)
    last = _last_meeting(request, on)
    values: dict[str, object] = {
        "document": paper.heading(),
        "council": unit.council,
        "unit": unit.name,
        "heading": Wording.SHEET_HEADING.format(unit=_unit_words(unit)),
        "date": day_words(on),
        "carried": _last_meeting_lines(last) if last else [],
        "families": [_family(paper, case, on, request) for case in _in_order(request.cases, last)],
        "sections": [SECTION_TITLES[section] for section in HEADINGS],
        "sources": paper.sources.listed(),
    }
    title = Wording.MEETING_TITLE.format(title=paper.template.title, unit=unit.name, day=day_words(on))
    return Content(title, values, tuple(child.id for case in request.cases for child in case.family.children))


def _meeting_on(request: CompositionRequest) -> date:
    on = request.meeting_on or request.at
    if on is None:
        raise OperationError(f"{request.template.id} needs the date of the next meeting.")
    return on


def _unit_words(unit: Unit) -> str:
    return Wording.UNIT_OF.format(unit=unit.name, council=unit.council) if unit.council else unit.name


def _last_meeting(request: CompositionRequest, on: date) -> HeldMeeting | None:
    earlier = [meeting for meeting in request.meetings() if meeting.record.on < on]
    return max(earlier, key=lambda meeting: (meeting.record.on, meeting.id), default=None)


def _last_meeting_lines(last: HeldMeeting) -> list[dict[str, object]]:
    """Return when the unit last met and who was there, to be copied if it still holds; nobody is assumed present."""
    record = last.record
    present = present_names(record.attendees)
    lines = [Wording.LAST_MEETING.format(day=day_words(record.on))]
    lines += [Wording.LAST_CHAIR.format(name=record.chair)] if record.chair else []
    lines += [Wording.LAST_PRESENT.format(names=present)] if present else []
    return [line(Wording.LAST_TIME, words) for words in lines]


def _in_order(cases: tuple[CaseFile, ...], last: HeldMeeting | None) -> list[CaseFile]:
    discussed = [found.family_id for found in last.record.discussions] if last else []
    places = {family: place for place, family in enumerate(discussed) if family}
    return sorted(cases, key=lambda c: (places.get(c.family.id, len(places)), c.family.name.casefold(), c.family.id))


def _family(paper: Paper, case: CaseFile, on: date, request: CompositionRequest) -> dict[str, object]:
    family = case.family
    return {
        "heading": Wording.NAME_AND_ID.format(name=family.name, id=family.id) if family.name else family.id,
        "children": "; ".join(_child_words(child) for child in family.children),
        "adults": "; ".join(_adult_words(adult) for adult in family.adults),
        "worker": family.worker,
        "status": family.status,
        "carried": carried_lines(paper, case, on, request.rules),
    }


def _child_words(child: Child) -> str:
    """Return a child as intake reads one: "Ella Marsh (C-22019, born 3 April 2015)"; an id stands in for a name."""
    more = ", ".join(part for part in (child.id, born_words(child)) if part)
    return Wording.NAME_AND_MORE.format(name=child.name or child.id, more=more)


def _adult_words(adult: Adult) -> str:
    pr = {True: Wording.PR_SHORT.value, False: Wording.NO_PR_SHORT.value, None: ""}[adult.has_pr]
    # The relationship is kept as typed, and may say it already.
    is_said = bool(pr) and adult.relationship.endswith(pr)
    more = ", ".join(part for part in (adult.relationship, "" if is_said else pr) if part)
    return Wording.NAME_AND_MORE.format(name=adult.name, more=more) if more else adult.name
