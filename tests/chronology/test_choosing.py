"""Why a row is in or out: the written rule, good news too, and what people chose over it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from autoadmin.chronology import build_chronology, with_choices
from autoadmin.chronology.significance import BY_CODE
from autoadmin.domain.chronologies import ChronologyRow, RowChoice
from autoadmin.domain.event_codes import LABELS
from autoadmin.domain.events import Event
from autoadmin.domain.records import Entry, Kind, Section
from tests.chronology.test_rows import SEEN_ON, a_case
from tests.drafting.pellow import TAMSIN, an_entry, an_event

NOON = datetime(2027, 1, 15, 12, tzinfo=UTC)


def rows_of(*entries: Entry, events: tuple[Event, ...] = ()) -> tuple[ChronologyRow, ...]:
    return build_chronology(a_case(*entries, events=events), TAMSIN)


def chosen(row: ChronologyRow, *, is_included: bool) -> RowChoice:
    """Return that somebody put a row in or out."""
    said = (row.on, row.detail, row.codes, row.sources)
    return RowChoice(TAMSIN, row.keys, is_included, "her first week there", "Farida", NOON, *said)


def test_every_code_has_a_ruling_with_a_reason() -> None:
    assert sorted(BY_CODE) == sorted(LABELS)
    assert all(ruling.why for ruling in BY_CODE.values())


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Tamsin won the reading prize.", "an achievement"),
        ("Tamsin started at her new school.", "a change of school or nursery"),
        ("Tamsin's cousin was born.", "a birth or death"),
        ("Callum was arrested at the flat.", "the police, an arrest or a charge"),
        ("Tamsin was taken to hospital.", "hospital or an ambulance"),
        ("Morwenna's new partner moved in.", "a change in the household or home"),
        ("Tamsin wore her coat indoors.", "a dated fact that a meeting recorded in words"),
    ],
)
def test_a_fact_in_words_is_in_and_says_why_good_news_too(words: str, why: str) -> None:
    (row,) = rows_of(replace(an_entry(words), on=SEEN_ON))
    assert (row.is_significant, row.why) == (True, why)


def test_an_unanswered_call_is_out_and_says_why_unless_it_tells_of_more() -> None:
    call = replace(an_entry("Marcus rang Morwenna, no answer.", line=1), on=SEEN_ON)
    more = replace(an_entry("No answer at the flat; Tamsin was in hospital.", line=2), on=SEEN_ON)
    assert [(row.is_significant, row.why) for row in rows_of(call, more)] == [
        (False, "only a message or an unanswered call"),
        (True, "hospital or an ambulance"),
    ]


def test_an_order_weighs_more_than_a_change_of_worker_and_a_visit_weighs_nothing() -> None:
    codes = ("LEGAL_STATUS_START", "WORKER_ALLOCATED", "VISIT_CP")
    rows = rows_of(events=tuple(an_event(code, SEEN_ON) for code in codes))
    weights = {row.codes[0]: row.weight for row in rows}
    assert weights["LEGAL_STATUS_START"] > weights["WORKER_ALLOCATED"] > weights["VISIT_CP"] == 0


def test_what_an_event_means_is_kept_apart_from_what_happened() -> None:
    words = "Heating failed. Impact: she slept at her nan's. Analysis: the third winter. Outcome: repaired"
    (row,) = rows_of(replace(an_entry(words), on=SEEN_ON))
    said = (row.detail, row.impact, row.analysis, row.action)
    assert said == ("Heating failed.", "she slept at her nan's.", "the third winter.", "repaired")


def test_a_visit_that_a_person_put_in_is_in_with_who_said_so() -> None:
    rows = rows_of(events=(an_event("VISIT_CP", SEEN_ON),))
    (row,) = with_choices(rows, [chosen(rows[0], is_included=True)]).rows
    assert (row.is_significant, row.choice and row.choice.by, row.is_changed) == (True, "Farida", False)


def test_the_last_choice_about_a_row_holds() -> None:
    rows = rows_of(events=(an_event("REFERRAL", SEEN_ON),))
    choices = [chosen(rows[0], is_included=False), chosen(rows[0], is_included=True)]
    assert with_choices(rows, choices).rows[0].is_significant


def test_a_choice_about_an_event_stays_when_a_sheet_puts_the_event_in_words() -> None:
    before = rows_of(events=(an_event("S47_START", SEEN_ON),))
    told = replace(an_entry("Section 47 enquiry started by Marcus.", line=26), on=SEEN_ON)
    after = rows_of(told, events=(an_event("S47_START", SEEN_ON),))
    (row,) = with_choices(after, [chosen(before[0], is_included=False)]).rows
    assert (row.detail, row.is_significant, row.is_changed) == (told.text, False, True)


def test_a_line_corrected_in_its_sheet_keeps_the_choice_and_says_that_it_changed() -> None:
    before = rows_of(replace(an_entry("Tamsin moved on Monday.", line=26), on=SEEN_ON))
    corrected = replace(an_entry("Tamsin moved on Tuesday.", line=26), id="e26b", on=date(2027, 1, 7))
    found = with_choices(rows_of(corrected), [chosen(before[0], is_included=False)])
    (row,) = found.rows
    assert (row.is_significant, row.is_changed, row.choice and row.choice.read) == (
        False,
        True,
        "Tamsin moved on Monday.",
    )
    assert found.lost == ()


def test_an_event_whose_day_an_extract_corrects_keeps_the_choice() -> None:
    before = rows_of(events=(an_event("PLACEMENT_START", SEEN_ON),))
    after = rows_of(events=(an_event("PLACEMENT_START", date(2027, 1, 4)),))
    (row,) = with_choices(after, [chosen(before[0], is_included=False)]).rows
    assert (row.is_significant, row.is_changed) == (False, True)


def test_a_choice_that_fits_two_rows_or_none_is_told_and_never_guessed() -> None:
    before = rows_of(events=(an_event("PLACEMENT_START", SEEN_ON),))
    moved = (an_event("PLACEMENT_START", date(2027, 1, 3)), an_event("PLACEMENT_START", date(2027, 1, 7)))
    choice = chosen(before[0], is_included=False)
    for rows in (rows_of(events=moved), ()):
        found = with_choices(rows, [choice])
        assert found.lost == (choice,)
        assert all(row.is_significant for row in found.rows)


def test_a_decision_keeps_its_weight_and_a_view_is_still_no_row() -> None:
    decided = an_entry("Convene a conference.", Kind.DECISION, Section.DECISIONS, line=22)
    view = an_entry("It will help.", Kind.OPINION, Section.CLINICIAN_VIEW, line=23)
    assert [(row.why, row.weight) for row in rows_of(decided, view)] == [("a decision of the meeting", 3)]
