"""What parents get by post or as a party: no address of a placement, nobody who spoke in confidence."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from autoadmin.chronology import build_chronology
from autoadmin.domain.chronologies import RowChoice
from autoadmin.domain.held import CaseFile
from autoadmin.domain.records import Entry, Kind, Section
from autoadmin.drafting.evidence import may_be_quoted
from autoadmin.workflows.parents_copies import case_for_parents, goes_to_parents, rows_for_parents
from tests.drafting.pellow import TAMSIN, a_discussion, a_meeting, a_template, an_entry, an_event, the_case

ON = date(2027, 1, 6)


def a_case(*entries: Entry) -> CaseFile:
    return replace(the_case(), meetings=(a_meeting(a_discussion(*entries)),), events=(), clocks=())


def entries_of(case: CaseFile) -> list[Entry]:
    return [entry for meeting in case.meetings for found in meeting.record.discussions for entry in found.entries]


@pytest.mark.parametrize("where", ["14 Harbour Lane, ZZ1 4QQ", "Flat 2, 9b High Street", "ZZ9 8CD"])
def test_no_address_stands_in_what_parents_get(where: str) -> None:
    case = a_case(replace(an_entry(f"Placed at {where} with Mrs Hill."), on=ON))
    (row,) = rows_for_parents(build_chronology(case, TAMSIN))
    (entry,) = entries_of(case_for_parents(case))
    for words in (row.detail, entry.text):
        assert words.endswith("with Mrs Hill.") and "[withheld: placement address]" in words
        assert not any(part in words for part in ("Harbour", "High Street", "ZZ"))


def test_days_times_and_numbers_are_no_addresses() -> None:
    words = "On 6 January 2027 Mrs Hill drove 14 miles; Nan lives near Hill Road school, year 9."
    (entry,) = entries_of(case_for_parents(a_case(an_entry(words))))
    assert entry.text == words


def test_that_it_is_a_foster_home_is_told_and_whose_it_is_is_not() -> None:
    kind = an_event("PLACEMENT_START", ON, type="foster")
    whose = an_event("PLACEMENT_START", ON, type="foster", carer="Mrs Hill")
    told = [replace(the_case(), meetings=(), events=(event,)) for event in (kind, whose)]
    assert [rows_for_parents(build_chronology(case, TAMSIN))[0].detail for case in told] == [
        "Placement started (type: foster)",
        "Placement started [withheld: placement address]",
    ]


def test_who_told_the_council_in_confidence_is_not_told_to_parents() -> None:
    case = replace(the_case(), meetings=(), events=(an_event("REFERRAL", ON, source="neighbour"),))
    assert (
        rows_for_parents(build_chronology(case, TAMSIN))[0].detail
        == "Referral accepted [withheld: confidential source]"
    )


def test_what_a_neighbour_said_may_not_be_quoted_to_parents_and_what_a_school_said_may() -> None:
    said = an_entry("He shouts at night.", Kind.SAID, Section.WORRIES)
    case = case_for_parents(a_case(replace(said, speaker="A neighbour"), replace(said, speaker="Head of year")))
    assert [may_be_quoted(entry) for entry in entries_of(case)] == [False, True]


def test_what_is_not_to_be_shared_leaves_no_mark_for_parents() -> None:
    case = a_case(replace(an_entry("She is hiding."), on=ON, is_restricted=True))
    assert rows_for_parents(build_chronology(case, TAMSIN)) == ()


def test_a_row_that_a_person_put_in_keeps_its_place_in_a_chronology_for_the_court() -> None:
    (row,) = build_chronology(a_case(replace(an_entry("Seen."), on=ON)), TAMSIN)
    choice = RowChoice(
        TAMSIN, row.keys, True, "the judge asked", "Farida", datetime(2027, 1, 7, tzinfo=UTC), ON, "Seen."
    )
    assert rows_for_parents((replace(row, choice=choice),))[0].choice == choice


def test_the_record_itself_stays_as_it_is() -> None:
    case = a_case(an_entry("Placed at 14 Harbour Lane."))
    case_for_parents(case)
    assert entries_of(case)[0].text == "Placed at 14 Harbour Lane."


GO_TO_PARENTS = [
    *("letter-before-proceedings", "letter-to-family", "social-work-evidence", "chronology-court", "closing-summary"),
    *("care-plan", "placement-plan", "looked-after-review-report", "looked-after-review-decisions"),
    *("child-and-family-assessment", "conference-report", "child-protection-plan", "child-in-need-plan"),
]
STAY = [
    *("chronology-case-file", "chronology-multi-agency", "transfer-summary", "education-plan-request"),
    *("health-assessment-request", "statutory-visit-record", "supervision-record", "strategy-discussion"),
]


@pytest.mark.parametrize("template", GO_TO_PARENTS)
def test_what_a_template_sends_to_the_family_or_the_parties_goes_to_parents(template: str) -> None:
    assert goes_to_parents(a_template(template))


@pytest.mark.parametrize("template", STAY)
def test_what_agencies_or_the_unit_get_does_not_go_to_parents(template: str) -> None:
    assert not goes_to_parents(a_template(template))


def test_a_street_its_town_and_its_postcode_are_one_address() -> None:
    (entry,) = entries_of(case_for_parents(a_case(an_entry("Seen at 14 Harbour Lane, Port Quay, ZZ1 4QQ, and well."))))
    assert entry.text == "Seen at [withheld: placement address], and well."


def test_a_fact_that_a_neighbour_told_of_may_not_be_quoted_to_parents() -> None:
    entries = (an_entry("A neighbour rang: shouting at night."), an_entry("Seen with the neighbour’s dog."))
    case = case_for_parents(a_case(*entries))
    assert [may_be_quoted(entry) for entry in entries_of(case)] == [False, True]
