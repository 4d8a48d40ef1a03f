"""The chronology for the court: since when the council has been involved, and where the records differ."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from autoadmin.domain.chronologies import RowChoice
from autoadmin.domain.events import Event, Source
from autoadmin.domain.gaps import NotRecorded
from autoadmin.domain.held import CaseFile, Content
from autoadmin.drafting.compose import compose
from tests.drafting.pellow import TAMSIN, UNIT, a_discussion, a_meeting, a_request, an_event, at_line, the_family

MET_ON = date(2027, 1, 12)


def a_chronology(*events: Event) -> Any:
    case = CaseFile(the_family(), UNIT, (a_meeting(a_discussion()),), events)
    return compose("chronology-court", a_request("chronology-court", case)).values


def in_sheet(code: str, on: date) -> Event:
    """Return an event as the meeting's sheet tells it."""
    told = an_event(code, on)
    return Event(code, on, Source(at_line(13), "", "discussion sheet", MET_ON), told.child, told.family)


def test_involvement_begins_with_the_councils_own_work_not_with_what_happened_to_the_child() -> None:
    before = ("BIRTH", "ADDRESS_FROM", "CONTACT", "EH_START", "MISSING_START", "WORKER_ALLOCATED")
    happened = tuple(an_event(code, date(2026, 1, day)) for day, code in enumerate(before, start=1))
    chronology = a_chronology(*happened, an_event("REFERRAL", date(2026, 11, 4)), an_event("S47_START", MET_ON))
    assert chronology["involvement"].startswith(
        "The first involvement recorded in what is held here is of 4 November 2026 (Referral accepted);"
    )
    assert isinstance(a_chronology(*happened)["involvement"], NotRecorded)


def test_pre_proceedings_are_involvement_before_the_child_comes_into_care() -> None:
    chronology = a_chronology(
        in_sheet("PLO_DECISION", date(2026, 9, 1)),
        in_sheet("LETTER_BEFORE_PROCEEDINGS", date(2026, 9, 4)),
        in_sheet("CLA_START", date(2026, 11, 6)),
    )
    assert "is of 1 September 2026 (Decision to enter pre-proceedings);" in chronology["involvement"]


def test_where_sheet_and_extract_differ_by_days_both_stand_and_the_reviewer_is_told() -> None:
    chronology = a_chronology(in_sheet("S47_START", date(2027, 1, 4)), an_event("S47_START", date(2027, 1, 5)))
    assert [row["on"] for row in chronology["rows"]] == ["4 January 2027", "5 January 2027"]
    assert chronology["document"]["to_be_confirmed"][-1] == (
        "The records differ about the day: Section 47 enquiry started on 4 January 2027 "
        "(Discussion sheet of Unit 2, 12 January 2027) or on 5 January 2027 (Children-in-need census, 8 January 2027)."
    )


def test_what_happens_again_or_weeks_later_or_in_one_record_is_no_difference() -> None:
    for pair in (
        (in_sheet("MISSING_START", date(2027, 1, 4)), an_event("MISSING_START", date(2027, 1, 5))),
        (in_sheet("REFERRAL", date(2026, 11, 4)), an_event("REFERRAL", date(2027, 1, 5))),
        (an_event("REFERRAL", date(2027, 1, 4)), an_event("REFERRAL", date(2027, 1, 5))),
    ):
        assert not any("differ" in check for check in a_chronology(*pair)["document"]["to_be_confirmed"])


def within(pages: int, *events: Event) -> Content:
    request = a_request("chronology-court", CaseFile(the_family(), UNIT, (a_meeting(a_discussion()),), events))
    return compose("chronology-court", replace(request, template=replace(request.template, most_pages=pages)))


def many(code: str, number: int) -> list[Event]:
    return [an_event(code, date(2020, 1, 1) + timedelta(days=day)) for day in range(number)]


def test_what_does_not_fit_on_the_pages_is_left_out_lightest_first_and_each_row_is_listed() -> None:
    events = (*many("WORKER_ALLOCATED", 30), *many("LEGAL_STATUS_START", 5))
    found = within(2, *events)
    values: Any = found.values
    codes = [row["event"] for row in values["rows"]]
    assert codes.count("Legal status changed") == 5
    assert len(values["rows"]) + len(values["left_out"]) == 35
    assert {row["event"] for row in values["left_out"]} == {"Worker allocated"}
    assert values["left_out"][0]["on"] == "1 January 2020"
    assert [row["number"] for row in values["rows"]] == list(range(1, len(values["rows"]) + 1))
    assert found.notes[0] == values["left_out_because"]
    assert len(found.notes) == len(values["left_out"]) + 1


def test_nothing_is_left_out_where_it_fits_or_there_is_no_limit() -> None:
    for pages, number in ((10, 40), (0, 700)):
        found = within(pages, *many("WORKER_ALLOCATED", number))
        values: Any = found.values
        assert (len(values["rows"]), values["left_out"], values["left_out_because"], found.notes) == (
            number,
            [],
            "",
            (),
        )


def test_what_a_person_put_in_is_left_out_last() -> None:
    request = a_request(
        "chronology-court",
        CaseFile(the_family(), UNIT, (a_meeting(a_discussion()),), tuple(many("LEGAL_STATUS_START", 40))),
    )
    first, *rest = request.court_chronology
    at = datetime(2027, 1, 12, tzinfo=UTC)
    choice = RowChoice(TAMSIN, first.keys, True, "where it began", "Farida", at, first.on, first.detail)
    rows = (replace(first, choice=choice), *rest)
    two_pages = replace(request, template=replace(request.template, most_pages=2), court_chronology=rows)
    values: Any = compose("chronology-court", two_pages).values
    assert values["rows"][0]["on"] == "1 January 2020"
    assert values["left_out"][0]["on"] == "2 January 2020"
