"""A child's chronology: one row for one thing, in order of time, and nothing that is another child's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autoadmin.chronology import build_chronology, court_rows
from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.events import Event, Precision, Source
from autoadmin.domain.findings import Place
from autoadmin.domain.held import CaseFile
from autoadmin.domain.records import Discussion, Entry, Kind, Section
from tests.drafting.pellow import (
    EXTRACTED_ON,
    JORY,
    MET_ON,
    TAMSIN,
    UNIT,
    a_discussion,
    a_meeting,
    an_entry,
    an_event,
    at_line,
    the_case,
    the_events,
    the_family,
)

SEEN_ON = date(2027, 1, 6)


def a_case(*entries: Entry, events: tuple[Event, ...] = (), read: tuple[Event, ...] = ()) -> CaseFile:
    """Return the Pellows' file with one meeting; `read` are events read from its sheet."""
    discussion: Discussion = replace(a_discussion(*entries), events=read)
    return CaseFile(the_family(), UNIT, (a_meeting(discussion),), events)


def read_at(line: int, code: str, on: date) -> Event:
    """Return an event of Tamsin's read from a line of the sheet."""
    source = Source(at_line(line), "", "discussion sheet", MET_ON)
    return replace(an_event(code, on), source=source)


def details(rows: tuple[ChronologyRow, ...]) -> list[str]:
    return [row.detail for row in rows]


def test_rows_stand_in_order_of_time_and_the_vaguer_date_comes_first() -> None:
    month = replace(an_event("REFERRAL", date(2026, 6, 1)), precision=Precision.MONTH)
    day = an_event("S47_START", date(2026, 6, 1))
    late = replace(an_event("MISSING_END", date(2026, 6, 2)), precision=Precision.TIME, at_time=time(23, 10))
    early = replace(an_event("MISSING_START", date(2026, 6, 2)), precision=Precision.TIME, at_time=time(7, 40))
    rows = build_chronology(a_case(events=(late, day, early, month)), TAMSIN)
    assert [row.codes for row in rows] == [("REFERRAL",), ("S47_START",), ("MISSING_START",), ("MISSING_END",)]


@given(st.permutations(the_events()))
def test_the_order_of_the_events_held_changes_nothing(events: list[Event]) -> None:
    held = replace(the_case(), events=tuple(events))
    assert build_chronology(held, TAMSIN) == build_chronology(the_case(), TAMSIN)


def test_an_entry_and_the_event_read_from_it_are_one_row_in_the_entrys_words() -> None:
    entry = replace(an_entry("Strategy discussion held with police.", line=26), on=SEEN_ON)
    rows = build_chronology(a_case(entry, read=(read_at(26, "STRATEGY_DISCUSSION", SEEN_ON),)), TAMSIN)
    assert details(rows) == ["Strategy discussion held with police."]
    assert rows[0].codes == ("STRATEGY_DISCUSSION",)
    assert len(rows[0].sources) == 1


def test_a_second_event_of_the_same_entry_keeps_its_own_row() -> None:
    entry = replace(an_entry("Missing overnight; returned next morning.", line=26), on=SEEN_ON)
    back_on = date(2027, 1, 7)
    read = (read_at(26, "MISSING_START", SEEN_ON), read_at(26, "MISSING_END", back_on))
    rows = build_chronology(a_case(entry, read=read), TAMSIN)
    assert [(row.on, row.detail) for row in rows] == [
        (SEEN_ON, "Missing overnight; returned next morning."),
        (back_on, "Returned"),
    ]


def test_the_same_event_in_sheet_and_extract_is_one_row_with_both_sources() -> None:
    entry = replace(an_entry("Tom saw the strategy discussion through.", line=26), on=SEEN_ON)
    extract = an_event("STRATEGY_DISCUSSION", SEEN_ON)
    read = (read_at(26, "STRATEGY_DISCUSSION", SEEN_ON),)
    rows = build_chronology(a_case(entry, events=(extract,), read=read), TAMSIN)
    assert details(rows) == ["Tom saw the strategy discussion through."]
    assert [source.kind for source in rows[0].sources] == ["discussion sheet", "children-in-need census"]


def test_what_every_weekly_sheet_repeats_has_one_sheet_as_its_source() -> None:
    on = date(2026, 9, 14)
    weekly = tuple(
        replace(an_event("CPP_START", on), source=Source(Place(f"{week}.md", "line 4"), "", "discussion sheet", week))
        for week in (date(2026, 9, 21), date(2026, 9, 28), date(2026, 10, 5))
    )
    rows = build_chronology(a_case(events=weekly), TAMSIN)
    assert [row.sources for row in rows] == [(weekly[0].source,)]


def test_a_fact_and_the_status_line_that_tell_of_one_thing_are_one_row_in_the_facts_words_with_both_places() -> None:
    entry = replace(an_entry("Strategy discussion held with police and health.", line=26), on=SEEN_ON)
    rows = build_chronology(a_case(entry, events=(read_at(13, "STRATEGY_DISCUSSION", SEEN_ON),)), TAMSIN)
    assert [(row.detail, row.codes) for row in rows] == [
        ("Strategy discussion held with police and health.", ("STRATEGY_DISCUSSION",))
    ]
    assert [source.place.where for source in rows[0].sources] == ["line 26", "line 13"]


def test_a_fact_keeps_its_own_place_and_the_first_sheet_that_told_of_it_but_no_later_one() -> None:
    entry = replace(an_entry("Strategy discussion held with police.", line=26), on=SEEN_ON)
    told = read_at(13, "STRATEGY_DISCUSSION", SEEN_ON)
    weekly = tuple(
        replace(told, source=Source(Place(f"{on}.md", "line 4"), "", "discussion sheet", on))
        for on in (MET_ON - timedelta(days=5), MET_ON + timedelta(days=7))
    )
    (row,) = build_chronology(a_case(entry, events=weekly), TAMSIN)
    assert [source.stated_on for source in row.sources] == [MET_ON, MET_ON - timedelta(days=5)]


@pytest.mark.parametrize(
    "words",
    [
        "No strategy discussion was held.",
        "Strategy discussion to be held tomorrow.",
        "Police asked for a strategy meeting.",
        "Tamsin returned her library book.",
        "The strategy discussion wasn't held.",
    ],
)
def test_a_fact_that_says_something_else_keeps_its_own_row(words: str) -> None:
    entry = replace(an_entry(words, line=26), on=SEEN_ON)
    told = tuple(read_at(13, code, SEEN_ON) for code in ("STRATEGY_DISCUSSION", "MISSING_END"))
    assert len(build_chronology(a_case(entry, events=told), TAMSIN)) == 3


def test_this_childs_event_told_in_a_brothers_entry_is_a_row_without_the_entrys_words() -> None:
    entry = replace(an_entry("Core group held at Jory's school.", line=26), on=SEEN_ON, about=(JORY,))
    rows = build_chronology(a_case(entry, read=(read_at(26, "CORE_GROUP_HELD", SEEN_ON),)), TAMSIN)
    assert [(row.on, row.detail, row.sources[0].place.where) for row in rows] == [
        (SEEN_ON, "Core group held", "line 26")
    ]


def test_two_placements_that_began_on_one_day_stay_two() -> None:
    one, two = (an_event("PLACEMENT_START", SEEN_ON, provider=name) for name in ("Mrs Hill", "Mr Dale"))
    assert details(build_chronology(a_case(events=(one, two)), TAMSIN)) == [
        "Placement started (provider: Mr Dale)",
        "Placement started (provider: Mrs Hill)",
    ]


def test_sheets_that_share_a_file_name_are_not_taken_for_each_other() -> None:
    first = a_meeting(
        a_discussion(replace(an_entry("Jory lost a tooth.", line=26), about=(JORY,))), on=date(2027, 1, 5)
    )
    told = replace(an_entry("Conference held.", line=26), on=date(2027, 1, 11))
    second = a_meeting(replace(a_discussion(told), events=(read_at(26, "ICPC_HELD", date(2027, 1, 11)),)))
    rows = build_chronology(CaseFile(the_family(), UNIT, (first, second)), TAMSIN)
    assert [(row.detail, row.codes) for row in rows] == [("Conference held.", ("ICPC_HELD",))]


def test_hypotheses_and_views_make_no_row_even_where_an_event_was_read_from_them() -> None:
    dated = replace(an_entry("He was moved because of the noise.", Kind.HYPOTHESIS, line=26), on=SEEN_ON)
    view = replace(an_entry("The move helped.", Kind.OPINION, line=27), on=SEEN_ON)
    unnamed = replace(an_entry("The move helped him.", Kind.FACT, Section.CLINICIAN_VIEW, line=28), on=SEEN_ON)
    rows = build_chronology(a_case(dated, view, unnamed, read=(read_at(26, "PLACEMENT_START", SEEN_ON),)), TAMSIN)
    assert rows == ()


def test_another_childs_entry_and_the_event_read_from_it_stay_out() -> None:
    entry = replace(an_entry("Jory moved to his father's.", line=26), on=SEEN_ON, about=(JORY,))
    whole_family = replace(read_at(26, "ADDRESS_FROM", SEEN_ON), child=None)
    assert build_chronology(a_case(entry, read=(whole_family,)), TAMSIN) == ()
    assert details(build_chronology(a_case(entry, read=(whole_family,)), JORY)) == ["Jory moved to his father's."]


def test_a_date_that_something_is_due_or_expected_is_no_event() -> None:
    coming = tuple(an_event(code, SEEN_ON) for code in ("EXPECTED_BIRTH", "ICPC_DUE_RECORDED"))
    assert build_chronology(a_case(events=coming), TAMSIN) == ()


def test_what_lay_ahead_when_it_was_recorded_is_no_event() -> None:
    planned = replace(an_entry("First session with Dr Calder.", line=26), on=date(2027, 2, 2))
    expected = an_entry("Due date confirmed.", line=27)
    booked = an_event("REFERRAL", EXTRACTED_ON + timedelta(days=1))
    read = (read_at(27, "EXPECTED_BIRTH", date(2027, 3, 2)),)
    assert build_chronology(a_case(planned, expected, events=(booked,), read=read), TAMSIN) == ()


def test_an_undated_fact_takes_the_day_of_the_event_read_from_it() -> None:
    entry = an_entry("Back since Wednesday from her aunt's.", line=26)
    rows = build_chronology(a_case(entry, read=(read_at(26, "MISSING_END", SEEN_ON),)), TAMSIN)
    assert [(row.on, row.detail) for row in rows] == [(SEEN_ON, "Back since Wednesday from her aunt's.")]


def test_impact_and_action_are_what_the_entry_says_they_are() -> None:
    words = "Heating failed on Monday. Impact on Tamsin: she slept at her nan's. Action taken: repaired on Friday"
    row = build_chronology(a_case(replace(an_entry(words), on=SEEN_ON)), TAMSIN)[0]
    assert (row.detail, row.impact, row.action) == (
        "Heating failed on Monday.",
        "she slept at her nan's.",
        "repaired on Friday",
    )


def test_an_entry_that_says_nothing_of_impact_has_none() -> None:
    row = build_chronology(a_case(replace(an_entry("Action: none so far"), on=SEEN_ON)), TAMSIN)[0]
    assert (row.detail, row.impact, row.action) == ("Action: none so far", "", "")


def test_what_a_source_says_in_codes_is_spelt_out_where_the_codes_are_known() -> None:
    events = (
        an_event("CPP_START", date(2026, 1, 5), category="NEG", worker="W-118"),
        an_event("CASE_CLOSED", date(2026, 2, 5), reason="X9", outcome='{"flag": "Y"}'),
        an_event("REFERRAL", date(2026, 3, 5), nfa="1", source="5A", source_words="school", outcome="Assessment"),
    )
    rows = build_chronology(a_case(events=events), TAMSIN)
    assert details(rows) == [
        "Child protection plan started (category: neglect)",
        "Case closed",
        "Referral accepted (source: school; no further action)",
    ]
    assert [row.action for row in rows] == ["", "", "Assessment"]


def test_a_decision_has_the_meetings_date_and_does_not_swallow_the_fact_it_set_in_motion() -> None:
    entry = an_entry("Section 47 enquiry to start today.", Kind.DECISION, Section.DECISIONS, line=26)
    rows = build_chronology(a_case(entry, read=(read_at(26, "S47_START", MET_ON),)), TAMSIN)
    assert [(row.on, row.kind, row.detail) for row in rows] == [
        (MET_ON, None, "Section 47 enquiry started"),
        (MET_ON, Kind.DECISION, "Section 47 enquiry to start today."),
    ]


def test_routine_visits_are_there_but_not_significant_unless_a_meeting_put_them_in_words() -> None:
    silent = an_event("VISIT_CP", date(2027, 1, 4))
    entry = replace(an_entry("Bryn visited; bedroom seen.", line=26), on=SEEN_ON)
    rows = build_chronology(a_case(entry, events=(silent,), read=(read_at(26, "VISIT_CP", SEEN_ON),)), TAMSIN)
    assert [row.is_significant for row in rows] == [False, True]


def test_the_court_has_facts_alone() -> None:
    said = replace(an_entry("He hit me.", Kind.SAID, line=20), on=SEEN_ON, speaker="Tamsin")
    private = replace(an_entry("New address agreed.", line=21), on=SEEN_ON, is_restricted=True)
    decided = an_entry("Convene a conference.", Kind.DECISION, Section.DECISIONS, line=22)
    fact = replace(an_entry("School closed early. Impact: Tamsin walked home.", line=23), on=SEEN_ON)
    visit = an_event("VISIT_CP", date(2027, 1, 4))
    rows = court_rows(build_chronology(a_case(said, private, decided, fact, events=(visit,)), TAMSIN))
    assert [(row.detail, row.impact) for row in rows] == [("School closed early.", "")]


def test_what_an_extract_knows_stays_sharable_beside_an_entry_that_is_not() -> None:
    entry = replace(an_entry("Moved to Mrs Hill, Redport; not to be shared.", line=26), on=SEEN_ON, is_restricted=True)
    extract = an_event("PLACEMENT_START", SEEN_ON)
    rows = build_chronology(a_case(entry, events=(extract,), read=(read_at(26, "PLACEMENT_START", SEEN_ON),)), TAMSIN)
    assert details(court_rows(rows)) == ["Placement started"]


def test_an_event_told_twice_from_one_place_is_one_and_two_of_one_place_are_two() -> None:
    told = an_event("MISSING_START", date(2026, 6, 1))
    other = replace(told, code="REFERRAL")
    rows = build_chronology(a_case(events=(told, other, told)), TAMSIN)
    assert [row.events for row in rows] == [(told,), (other,)]
