"""The same records give the same clocks, in whatever order and however often they come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from autoadmin.domain.clocks import DISCUSSION_SHEET, Clock, Coverage
from autoadmin.domain.events import Event, Precision, Source
from autoadmin.domain.findings import Place
from autoadmin.timescales import explain, start_clocks
from tests.timescales.office_diary import ALL_CODES, BUNDLE, CALENDARS, CHILD, DISCUSSED, RULES, TODAY

CODES = sorted(
    ALL_CODES
    | {start.event for rule in RULES for start in rule.starts}
    | {end.event for rule in RULES for end in rule.ends}
    | {"STRATEGY_DISCUSSION", "LEGAL_STATUS_START", "LEGAL_STATUS_END", "ICPC_DUE_RECORDED", "ASSESSMENT_START"}
)
SAID = st.sampled_from(
    [
        {},
        {"open": "true"},
        {"outcome_cp": "Y"},
        {"outcome_cp": "N"},
        {"outcome": "no plan"},
        {"continue_cp": "N"},
        {"nfa": "Y"},
        {"legal_status": "C2"},
        {"legal_status": "V2"},
        {"anchor": "2026-10-01"},
    ]
)
SOURCES = st.builds(
    lambda name, where, is_sheet, stated_on: Source(
        Place(name, where), kind=DISCUSSION_SHEET if is_sheet else BUNDLE, stated_on=stated_on
    ),
    st.sampled_from(["a", "b", "c"]),
    st.sampled_from(["line 1", "line 2"]),
    st.booleans(),
    st.none() | st.dates(date(2026, 1, 1), TODAY),
)
EVENTS = st.builds(
    Event,
    code=st.sampled_from(CODES),
    on=st.integers(0, 400).map(lambda days: TODAY - timedelta(days=days)),
    source=SOURCES,
    child=st.just(CHILD),
    precision=st.sampled_from([Precision.DAY, Precision.DAY, Precision.MONTH]),
    fields=SAID,
)
PAGES = st.lists(EVENTS, min_size=1, max_size=25)


def clocks(events: Sequence[Event], coverage: Coverage = DISCUSSED) -> tuple[Clock, ...]:
    """Return the clocks of these events today."""
    return start_clocks(events, RULES, coverage=coverage, calendars=CALENDARS, at=TODAY)


@given(st.data(), PAGES)
def test_the_order_of_the_events_does_not_matter(data: st.DataObject, page: list[Event]) -> None:
    assert clocks(data.draw(st.permutations(page))) == clocks(page)


@given(PAGES, st.lists(st.integers(0, 24), max_size=10))
def test_an_event_told_twice_is_told_once(page: list[Event], again: list[int]) -> None:
    assert clocks([*page, *(page[i] for i in again if i < len(page))]) == clocks(page)


@given(PAGES)
def test_the_same_file_under_another_name_moves_no_date(page: list[Event]) -> None:
    copies = [_as_told_by(event, f"copy of {event.source.place.file}") for event in page]
    assert [_day_and_state(clock) for clock in clocks([*page, *copies])] == [_day_and_state(c) for c in clocks(page)]


@given(PAGES)
def test_a_child_has_one_clock_of_a_rule_for_a_day(page: list[Event]) -> None:
    ids = [clock.id for clock in clocks(page)]
    assert len(ids) == len(set(ids))


@given(PAGES)
def test_what_met_a_clock_was_not_what_started_it(page: list[Event]) -> None:
    for clock in clocks(page):
        assert clock.met_by is None or clock.met_by not in clock.evidence


@given(PAGES, st.sampled_from([DISCUSSED, Coverage()]))
def test_every_clock_has_a_story_and_no_empty_note(page: list[Event], coverage: Coverage) -> None:
    rules = {rule.id: rule for rule in RULES}
    for clock in clocks(page, coverage):
        assert all(note.strip() for note in clock.notes)
        assert all(line.strip() for line in explain(clock, rules[clock.rule], CALENDARS).splitlines())


@given(PAGES)
def test_nothing_is_called_overdue_without_a_record_that_could_have_shown_it(page: list[Event]) -> None:
    states = {clock.state for clock in clocks([_shut(event) for event in page], Coverage())}
    assert "overdue" not in states


def _as_told_by(event: Event, file: str) -> Event:
    return replace(event, source=replace(event.source, place=replace(event.source.place, file=file)))


def _shut(event: Event) -> Event:
    return replace(event, fields={name: value for name, value in event.fields.items() if name != "open"})


def _day_and_state(clock: Clock) -> tuple[str, date, date, str]:
    return (clock.id, clock.started_on, clock.due_on, clock.state)
