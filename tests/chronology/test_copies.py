"""Copies of a chronology: what a role may not have is marked and counted; a family's rows stand once, with agencies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from autoadmin.chronology import build_chronology, family_rows, redact, with_agencies
from autoadmin.chronology.agencies import OWN
from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.events import Event
from autoadmin.domain.records import Entry, Kind, Section
from autoadmin.domain.sharing import Role, Withheld
from tests.chronology.test_rows import SEEN_ON, a_case
from tests.drafting.pellow import JORY, TAMSIN, an_entry, an_event


def rows_of(*entries: Entry, events: tuple[Event, ...] = ()) -> tuple[ChronologyRow, ...]:
    return build_chronology(a_case(*entries, events=events), TAMSIN)


def told(words: str, line: int = 1) -> Entry:
    return replace(an_entry(words, line=line), on=SEEN_ON)


def test_what_is_not_to_be_shared_is_marked_and_counted_and_the_record_stays() -> None:
    rows = rows_of(replace(told("Staying with Nan. Impact: she sleeps."), is_restricted=True))
    copy = redact(rows, Role.AGENCY)
    (row,) = copy.rows
    assert row.detail == "[withheld: recorded as not to be shared]"
    assert (row.impact, row.sources[0].raw) == (row.detail, "")
    assert copy.withheld == {Withheld.NOT_TO_SHARE: 1}
    assert rows[0].detail == "Staying with Nan."


def test_where_a_child_is_placed_is_withheld_and_that_she_moved_is_not() -> None:
    rows = rows_of(events=(an_event("PLACEMENT_START", SEEN_ON, carer="Mrs Hill"),))
    assert redact(rows, Role.PARENT).rows[0].detail == "Placement started [withheld: placement address]"
    plain = rows_of(events=(an_event("PLACEMENT_START", SEEN_ON),))
    assert redact(plain, Role.PARENT).rows[0].detail == "Placement started"


def test_a_postcode_is_withheld_wherever_it_stands() -> None:
    copy = redact(rows_of(told("Seen at Nan's, ZZ1 2AB, and again at ZZ9 8CD.")), Role.AGENCY)
    assert (
        copy.rows[0].detail
        == "Seen at Nan's, [withheld: placement address], and again at [withheld: placement address]."
    )
    assert copy.withheld == {Withheld.PLACEMENT: 2}


@pytest.mark.parametrize("source", ["neighbour", "Anonymous caller", "family friend"])
def test_who_told_the_council_in_confidence_is_withheld_and_a_school_is_not(source: str) -> None:
    rows = rows_of(events=(an_event("REFERRAL", SEEN_ON, source_words=source),))
    assert redact(rows, Role.PARENT).rows[0].detail == "Referral accepted [withheld: confidential source]"
    school = rows_of(events=(an_event("REFERRAL", SEEN_ON, source_words="school"),))
    assert "school" in redact(school, Role.PARENT).rows[0].detail


def test_a_third_partys_name_is_withheld_from_a_parent_and_not_from_an_agency() -> None:
    rows = rows_of(told("Callum Reed collected Tamsin; Callum was late. Marcus saw them."))
    copy = redact(rows, Role.PARENT, ["Callum Reed"])
    assert copy.rows[0].detail == (
        "[withheld: third party] collected Tamsin; [withheld: third party] was late. Marcus saw them."
    )
    assert copy.withheld == {Withheld.THIRD_PARTY: 2}
    assert redact(rows, Role.AGENCY, ["Callum Reed"]).rows[0].detail == rows[0].detail


def test_what_is_told_of_two_children_stands_once_and_names_both() -> None:
    both = replace(told("Both children seen."), about=())
    hers = replace(told("Tamsin was late.", 2), about=(TAMSIN,))
    events = (an_event("CPP_START", SEEN_ON), an_event("CPP_START", SEEN_ON, child=JORY))
    case = a_case(both, hers, events=events)
    rows = family_rows({child: build_chronology(case, child) for child in (TAMSIN, JORY)})
    assert [(row.detail, row.about) for row in rows] == [
        ("Child protection plan started", (TAMSIN, JORY)),
        ("Both children seen.", (TAMSIN, JORY)),
        ("Tamsin was late.", (TAMSIN,)),
    ]


@pytest.mark.parametrize(
    ("words", "by", "agency"),
    [
        ("Callum was arrested (police).", "", "Police"),
        ("Police: Callum was arrested.", "", "Police"),
        ("Tamsin settled in (Redport Primary School).", "", "Education"),
        ("Jory hears well.", "Rosalind Vane", "Health"),
        ("Jory hears well.", "Marcus Tennant", OWN),
        ("Strategy discussion held with police and health.", "", OWN),
    ],
)
def test_a_row_is_the_agencys_that_the_record_names(words: str, by: str, agency: str) -> None:
    rows = rows_of(replace(told(words), author=by))
    roles = {"Rosalind Vane": "health visitor", "Marcus Tennant": "social worker"}
    assert [row.agency for row in with_agencies(rows, roles)] == [agency]


def test_an_extract_is_the_councils_own_whatever_it_tells_of() -> None:
    events = (an_event("REFERRAL", SEEN_ON, source_words="police"),)
    assert [row.agency for row in with_agencies(rows_of(events=events), {})] == [OWN]


def test_a_view_is_in_no_copy() -> None:
    view = replace(told("It was the noise."), kind=Kind.OPINION, section=Section.CLINICIAN_VIEW)
    assert rows_of(view) == ()


@pytest.mark.parametrize(
    "fact",
    [
        "A neighbour rang at 11 pm: shouting, and a child crying.",
        "Neighbour Mrs Green reported that nobody was in.",
        "The neighbours, two doors down, have complained again.",
        "Shouting was heard by neighbours.",
        "An anonymous caller said that Tamsin is alone at night.",
        "Call from a member of the public about the dog.",
        "The shopkeeper told us in confidence that he gave her food.",
    ],
)
def test_a_plain_fact_that_gives_away_who_told_is_withheld_in_a_copy(fact: str) -> None:
    for role in Role:
        copy = redact(rows_of(told(fact)), role)
        assert copy.rows[0].detail == "[withheld: confidential source]"
        assert copy.withheld == {Withheld.CONFIDENTIAL: 1}


@pytest.mark.parametrize(
    "fact",
    [
        "Tamsin plays with the neighbours’ dog. Mum rang the school.",
        "The police moved the family from the neighbourhood.",
        "Relatives saw Tamsin at Christmas.",
        "School reported that Tamsin was late.",
    ],
)
def test_a_plain_fact_that_only_has_a_neighbour_in_it_stands(fact: str) -> None:
    assert redact(rows_of(told(fact)), Role.PARENT).rows[0].detail == fact
