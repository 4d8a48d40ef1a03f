"""The guard against the wrong child: whose names, numbers, births and addresses stand where they should not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autoadmin.domain.identifiers import ChildId, FamilyId
from autoadmin.domain.people import Adult, Child, Family
from autoadmin.drafting.strangers import find_private, find_strangers, postcode_areas, register_of

QUILL = FamilyId("F-9002")
QUILLS = Family(
    QUILL,
    "Quill",
    adults=(Adult("Eli Quill"), Adult("Mum")),
    children=(Child(ChildId("C-9021"), "Dot Quill", QUILL, date(2012, 5, 1)), Child(ChildId("2026"), "", QUILL)),
)
PENROSES = Family(
    FamilyId("F-9001"),
    "Penrose",
    adults=(Adult("Cleo Penrose"),),
    children=(Child(ChildId("C-9011"), "Ada Penrose", FamilyId("F-9001"), date(2015, 4, 3)),),
)
LONE = Child(ChildId("C-7777"), "Ned Nobody")


def told(text: str, *, allowed: tuple[str, ...] = (), own: Family = PENROSES) -> list[str]:
    register = register_of((QUILLS, PENROSES), (LONE,), {"HU52AB": "F-9002"})
    values = {"worries": [{"text": "Nothing new."}, {"text": text}]}
    found = find_strangers(values, register, own=(own,), workers=("Wanda Worker",), allowed=allowed)
    return [str(stranger) for stranger in found]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Seen with Eli Quill at the park.", "the name of a person of F-9002"),
        ("Seen with ELI   QUILL’s brother.", "the name of a person of F-9002"),
        ("Shares a room with Dot Quill.", "the name of a person of F-9002"),
        ("See also C-9021.", "the number of F-9002"),
        ("See also f-9002 of last week.", "the number of F-9002"),
        ("Dot, born 1 May 2012, was there.", "the date of birth of a child of F-9002"),
        ("dot (dob 01/05/2012) was there", "the date of birth of a child of F-9002"),
        ("Dot 1.5.2012", "the date of birth of a child of F-9002"),
        ("They moved to HU5 2AB.", "the address of F-9002"),
        ("Ned Nobody came along.", "the name of a person of C-7777"),
    ],
)
def test_what_is_another_familys_is_found_with_its_place(text: str, what: str) -> None:
    assert told(text) == [f"{what} stands in worries 2, text"]


@pytest.mark.parametrize(
    "text",
    [
        "Dot to dot puzzles; quill pens.",  # a first name and a surname alone
        "The meeting of 1 May 2012.",  # a day alone
        "In 2026 she had 2026 reasons.",  # a short number is no id
        "Mum came.",
        "Ada Penrose and Cleo Penrose; C-9011; F-9001.",
        "Wanda Worker visited.",
        "HU5 2AC",
    ],
)
def test_what_may_be_anybodys_or_is_this_familys_is_left_alone(text: str) -> None:
    assert told(text) == []


def test_a_person_of_two_families_is_a_stranger_to_neither() -> None:
    shared = Family(PENROSES.id, "Penrose", adults=(Adult("Eli Quill"),), children=PENROSES.children)
    assert told("Eli Quill came.", own=shared) == []


def test_a_family_that_a_person_allowed_is_let_through() -> None:
    assert told("Eli Quill (F-9002) came.", allowed=("F-9002",)) == []


def test_a_document_of_both_families_may_name_both() -> None:
    register = register_of((QUILLS, PENROSES), ())
    assert not find_strangers({"text": "Eli Quill met Ada Penrose."}, register, own=(QUILLS, PENROSES), workers=())


def test_what_is_told_never_holds_the_words_that_were_found() -> None:
    assert not {"Eli", "Quill", "Dot"} & set(" ".join(told("Eli Quill, Dot Quill, C-9021")).split())


def test_words_recorded_only_about_a_brother_are_found_in_his_sisters_document() -> None:
    private = ("He wets the bed at night.", "Late.", "They both like the sea very much.")
    shared = ("They both like the sea very much.",)
    values = {"since": ["Late.", "They both like the sea very much.", "Mum says he  wets the bed at night."]}
    assert [found.path for found in find_private(values, private, shared)] == ["since 3"]


def test_postcodes_are_looked_up_by_their_first_half() -> None:
    assert postcode_areas({"a": ["They live at 3 Elm Row, hu5 2ab.", "W1A1AA"]}) == {"HU5", "W1A"}


@given(st.text(), st.text())
def test_a_full_name_is_found_wherever_it_stands(before: str, after: str) -> None:
    assert told(f"{before} Eli Quill {after}")
