"""What cannot be right about the order of a child's events. Each is a doubt for a person; nothing is dropped.

Numbers are those of the census's published validation rules, which say the same of the census.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from autoadmin.domain.event_codes import label
from autoadmin.domain.events import Event
from autoadmin.domain.extracts import KnownPerson
from autoadmin.domain.field_tests import YES
from autoadmin.domain.findings import Severity
from autoadmin.domain.identifiers import ChildId
from autoadmin.intake.extracts.harvest import Span
from autoadmin.intake.extracts.ledger import Ledger

PREGNANCY: Final = timedelta(weeks=40)  # 8606
CONFERENCE_NEAR_PLAN: Final = timedelta(days=92)
NEVER_TWO_AT_ONCE: Final = frozenset(
    {"episode", "assessment", "child in need plan", "child protection plan", "episode of care", "section 47 enquiry"}
)
NEEDS_A_BORN_CHILD: Final = ("CLA_", "PLACEMENT_", "VISIT_CLA", "MISSING_", "CARE_PLAN", "DEATH")
GOES_ON_AFTER_DEATH: Final = frozenset({"DEATH", "CASE_CLOSED", "WORKER_ENDED"})
PLANNED: Final = frozenset(
    "EXPECTED_BIRTH ICPC_DUE_RECORDED CP_REVIEW_DUE_RECORDED CLA_REVIEW_DUE_RECORDED IMMIGRATION_STATUS_END".split()
)
NEEDS_AN_OPEN_CASE: Final = {
    *("ASSESSMENT_START", "ASSESSMENT_AUTHORISED", "CIN_PLAN_START", "CIN_PLAN_END", "S47_START", "S47_END"),
    *("ICPC_HELD", "CPP_START", "CPP_END", "CP_REVIEW_HELD", "VISIT_CIN", "VISIT_CP"),
}

AFTER_EXTRACT = "is after the date of the extract, although it is said to have happened"
BEFORE_BIRTH = "is before the child was born"
BEFORE_PREGNANCY = "is more than 40 weeks before the child's birth"
AFTER_DEATH = "is after the child's death"
WEEKEND = "an initial conference on a Saturday or Sunday"
NOT_THE_CONFERENCE = "the plan does not start on the day of an initial conference"
REVIEW_ON_START = "a review on the day the plan starts"
AFTER_CLOSURE = "is after the case was closed"


def check_order(
    ledger: Ledger,
    people: Iterable[KnownPerson],
    events: Sequence[Event],
    spans: Sequence[Span],
    extract_on: date,
) -> None:
    """Add a doubt to the ledger for each event or span that cannot be right beside the others."""
    own_events: dict[ChildId, list[Event]] = defaultdict(list)
    own_spans: dict[ChildId, list[Span]] = defaultdict(list)
    for event in events:
        if event.child is not None:
            own_events[event.child].append(event)
    for span in spans:
        own_spans[span.child].append(span)
    for person in people:
        _check_life(ledger, person, own_events.get(person.id, []))
    for child, told in own_events.items():
        _check_future(ledger, told, extract_on)
        _check_conferences(ledger, told)
        _check_closed(ledger, told, [span for span in own_spans.get(child, []) if span.kind == "episode"])
    for running in own_spans.values():
        _check_spans(ledger, running)


def _doubt(ledger: Ledger, event: Event, message: str) -> None:
    place = event.source.place
    text = f"{label(event.code)}: {message}"
    ledger.add(Severity.DOUBTED, place.file, text, place.row or 0, place.column or "", event.source.raw)


def _check_life(ledger: Ledger, person: KnownPerson, events: Iterable[Event]) -> None:
    """8535Q, 8555Q, 8606, 8915, 8920, 4008."""
    born_on, died_on = person.born_on or person.expected_on, person.died_on
    if person.is_expected_estimated:
        born_on = None
    for event in events:
        if born_on and event.on < born_on and event.code.startswith(NEEDS_A_BORN_CHILD):
            _doubt(ledger, event, BEFORE_BIRTH)
        elif born_on and event.on < born_on - PREGNANCY:
            _doubt(ledger, event, BEFORE_PREGNANCY)
        if died_on and event.on > died_on and event.code not in GOES_ON_AFTER_DEATH | PLANNED:
            _doubt(ledger, event, AFTER_DEATH)


def _check_future(ledger: Ledger, events: Iterable[Event], extract_on: date) -> None:
    for event in events:
        if event.on > extract_on and event.code not in PLANNED:
            _doubt(ledger, event, AFTER_EXTRACT)


def _check_conferences(ledger: Ledger, events: Iterable[Event]) -> None:
    """8875, 2885, 8841."""
    held = {
        event.on
        for event in events
        if event.code == "ICPC_HELD" and event.fields.get("transfer_in", "").casefold() not in YES
    }
    starts = {event.on for event in events if event.code == "CPP_START"}
    for event in events:
        if event.code == "ICPC_HELD" and event.on.weekday() >= 5:
            _doubt(ledger, event, WEEKEND)
        if event.code == "CPP_START" and event.on not in held and _is_near(event.on, held):
            _doubt(ledger, event, NOT_THE_CONFERENCE)
        if event.code == "CP_REVIEW_HELD" and event.on in starts:
            _doubt(ledger, event, REVIEW_ON_START)


def _is_near(on: date, others: Iterable[date]) -> bool:
    return any(abs(on - other) <= CONFERENCE_NEAR_PLAN for other in others)


def _check_closed(ledger: Ledger, events: Iterable[Event], episodes: Sequence[Span]) -> None:
    """8565: activity on a day when every earlier episode had been closed and no other was open."""
    if not episodes:
        return
    for event in events:
        if event.code not in NEEDS_AN_OPEN_CASE:
            continue
        is_open = any(episode.start_on <= event.on <= (episode.end_on or date.max) for episode in episodes)
        if not is_open and any(episode.end_on and episode.end_on < event.on for episode in episodes):
            _doubt(ledger, event, AFTER_CLOSURE)


def _check_spans(ledger: Ledger, spans: Iterable[Span]) -> None:
    """4011, 8608, 8630, 8925; 4004, 4014, 8815, 8820, 8839, 8890, 8896, 8935, 8940; 4001, 4016, 4017."""
    by_kind: dict[str, list[Span]] = defaultdict(list)
    for span in spans:
        by_kind[span.kind].append(span)
        if span.end_on and span.end_on < span.start_on:
            _doubt_span(ledger, span, f"{span.kind} ends before it starts")
    for kind in NEVER_TWO_AT_ONCE & by_kind.keys():
        for earlier, later in pairwise(
            sorted(by_kind[kind], key=lambda span: (span.start_on, span.end_on or date.max))
        ):
            if earlier.overlaps(later):
                is_open = earlier.end_on is None and later.end_on is None
                _doubt_span(ledger, later, f"a second open {kind}" if is_open else f"{kind} overlaps another")
    for plan in by_kind["child in need plan"]:
        if any(plan.overlaps(other) for other in by_kind["child protection plan"]):
            _doubt_span(ledger, plan, "child in need plan runs at the same time as a child protection plan")


def _doubt_span(ledger: Ledger, span: Span, message: str) -> None:
    raw = f"{span.start_on} to {span.end_on or 'open'}"
    ledger.add(Severity.DOUBTED, span.file, message, span.row, raw=raw)
