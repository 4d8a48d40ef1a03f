"""The order of one day, approximate dates among exact ones, and the log that leaves nothing out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from autoadmin.chronology import build_chronology, build_event_log
from autoadmin.chronology.order import CODE_ORDER
from autoadmin.domain.event_codes import LABELS
from autoadmin.domain.events import Precision
from autoadmin.domain.records import Kind, Section
from tests.chronology.test_rows import SEEN_ON, a_case, read_at
from tests.drafting.pellow import JORY, TAMSIN, an_entry, an_event


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("REFERRAL", "ASSESSMENT_START"),
        ("STRATEGY_DISCUSSION", "S47_START"),
        ("ICPC_HELD", "CPP_START"),
        ("LEGAL_STATUS_START", "PLACEMENT_START"),
        ("PLACEMENT_ORDER", "PLACEMENT_START"),
        ("PLACEMENT_END", "PLACEMENT_START"),
        ("CPP_END", "CASE_CLOSED"),
    ],
)
def test_what_one_day_began_with_stands_first(first: str, second: str) -> None:
    events = (an_event(second, SEEN_ON), an_event(first, SEEN_ON))
    assert [row.codes for row in build_chronology(a_case(events=events), TAMSIN)] == [(first,), (second,)]


def test_every_code_has_its_place_in_a_day() -> None:
    assert sorted(CODE_ORDER) == sorted(LABELS)


def test_the_hour_decides_before_the_code() -> None:
    early = replace(an_event("PLACEMENT_START", SEEN_ON), precision=Precision.TIME, at_time=time(8))
    late = replace(an_event("REFERRAL", SEEN_ON), precision=Precision.TIME, at_time=time(16))
    assert [row.codes[0] for row in build_chronology(a_case(events=(late, early)), TAMSIN)] == [
        "PLACEMENT_START",
        "REFERRAL",
    ]


def test_entries_of_one_day_stand_as_they_were_typed() -> None:
    told = [replace(an_entry(words, line=line), on=SEEN_ON) for words, line in (("Zest.", 9), ("Apple.", 10))]
    assert [row.detail for row in build_chronology(a_case(*reversed(told)), TAMSIN)] == ["Zest.", "Apple."]


def test_an_approximate_date_stands_at_the_start_of_its_span_in_its_own_words() -> None:
    summer = replace(
        an_entry("Moved to her nan's.", line=26),
        on=date(2019, 6, 1),
        precision=Precision.APPROXIMATE,
        on_words="summer 2019",
    )
    events = (an_event("EH_START", date(2019, 6, 1)), an_event("REFERRAL", date(2019, 5, 31)))
    rows = build_chronology(a_case(summer, events=events), TAMSIN)
    assert [row.on_words or row.codes[0] for row in rows] == ["REFERRAL", "summer 2019", "EH_START"]


def test_two_approximate_dates_that_begin_on_one_day_are_not_one() -> None:
    vague = replace(an_event("EH_START", date(2019, 1, 1)), precision=Precision.APPROXIMATE)
    events = (replace(vague, on_words="early 2019"), replace(vague, on_words="about 2019", fields={"x": "y"}))
    assert len(build_chronology(a_case(events=events), TAMSIN)) == 2


def test_the_log_has_every_statement_with_its_own_source_and_joins_nothing() -> None:
    told = replace(an_entry("Strategy discussion held.", line=26), on=SEEN_ON)
    visit, extract = an_event("VISIT_CP", date(2027, 1, 4)), an_event("STRATEGY_DISCUSSION", SEEN_ON)
    booked = an_event("ICPC_BOOKED", date(2027, 1, 20))
    case = a_case(told, events=(visit, extract, booked), read=(read_at(26, "STRATEGY_DISCUSSION", SEEN_ON),))
    log = build_event_log(case, TAMSIN)
    assert [(row.detail, row.sources[0].kind, row.is_planned) for row in log] == [
        ("Child protection visit", "children-in-need census", False),
        ("Strategy discussion held", "children-in-need census", False),
        ("Strategy discussion held", "discussion sheet", False),
        ("Strategy discussion held.", "discussion sheet", False),
        ("Initial child protection conference booked", "children-in-need census", True),
    ]
    assert len(build_chronology(case, TAMSIN)) == 2


def test_the_log_too_has_no_view_and_nothing_of_a_brothers() -> None:
    view = replace(an_entry("He was moved for the noise.", Kind.OPINION, Section.CLINICIAN_VIEW, line=26), on=SEEN_ON)
    his = replace(an_entry("Jory moved.", line=27), on=SEEN_ON, about=(JORY,))
    assert build_event_log(a_case(view, his, read=(read_at(26, "PLACEMENT_START", SEEN_ON),)), TAMSIN) == ()
