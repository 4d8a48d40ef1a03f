"""The guard against the wrong child: whose names, numbers, births and addresses stand where they should not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autoadmin.domain.addresses import Address, street_of
from autoadmin.domain.identifiers import ChildId, FamilyId
from autoadmin.domain.people import Adult, Child, Family
from autoadmin.drafting.register import register_of
from autoadmin.drafting.strangers import find_private, find_strangers

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
DOT, ADA = ChildId("C-9021"), ChildId("C-9011")
HOMES = (
    Address(DOT, postcode="HU52AB", street="3 Elm Row"),
    Address(DOT, street="Rose Cottage Mill Lane"),
    Address(DOT, street="12 May"),
    Address(DOT, street="7 Shared Road"),
    Address(ADA, street="7 Shared Rd"),
)


def told(text: str, *, allowed: tuple[str, ...] = (), own: Family = PENROSES) -> list[str]:
    register = register_of((QUILLS, PENROSES), (LONE,), HOMES)
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
        ("They moved to 3 Elm Row.", "the address of F-9002"),
        ("Seen outside 3, elm row; nobody in.", "the address of F-9002"),
        ("Sleeping at Rose Cottage, Mill Ln.", "the address of F-9002"),
        ("The Quill family next door rang.", "the surname of F-9002"),
        ("Dot’s mother is known to the Quill household.", "the surname of F-9002"),
        ("The Quills have been round again.", "the surname of F-9002"),
        ("Their neighbour, Mrs Quill, heard shouting.", "the surname of F-9002"),
        ("Mr and Mrs Quill next door heard shouting.", "the surname of F-9002"),
        ("Dot, born 1st May 2012, was there.", "the date of birth of a child of F-9002"),
        ("Dot 2012-05-01", "the date of birth of a child of F-9002"),
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
        "Elm Row and 13 Elm Row; 3 Elm Rowans; 3 elms in a row.",  # a street alone, and other houses
        "The meeting of 12 May.",  # where a street is called May
        "They share 7 Shared Road.",  # both live there
        "Mrs Quill took the register.",  # a surname that anybody may have
        "The quills of a hedgehog; Quill School; the Quill Centre.",
        "Family: Penrose. The Penrose family and the Penroses.",
        "The neighbour, Mrs Brown, is not held.",
        "The Workers next door.",  # a worker's name is no stranger's
        "31 February 2012 Dot, 99/99/2012 Dot.",  # no days at all
    ],
)
def test_what_may_be_anybodys_or_is_this_familys_is_left_alone(text: str) -> None:
    assert told(text) == []


def test_a_person_of_two_families_is_a_stranger_to_neither() -> None:
    shared = Family(PENROSES.id, "Penrose", adults=(Adult("Eli Quill"),), children=PENROSES.children)
    assert told("Eli Quill came.", own=shared) == []


def test_a_family_that_a_person_allowed_is_let_through() -> None:
    assert told("Eli Quill (F-9002) came.", allowed=("F-9002",)) == []


MAYS, ROSES = (
    Family(FamilyId(f"F-{name}"), name, children=(Child(ChildId(f"C-{name}"), f"Ella {name}"),))
    for name in ("May", "Rose")
)


@pytest.mark.parametrize(
    "text",
    [
        "In May family time was moved; May family members came.",
        "A May family group conference; the Rose family support team; the Rose family help offer.",
        "Ella saw the roses; the Roses, Wood and Fields wards; Rose came in May.",
        "Family Help. The family met on 1 May.",
    ],
)
def test_words_that_are_surnames_too_raise_no_alarm(text: str) -> None:
    register = register_of((MAYS, ROSES, PENROSES), ())
    assert not find_strangers({"text": text}, register, own=(PENROSES,))


@pytest.mark.parametrize("text", ["The May family came.", "the Mays", "Ella May", "neighbours, the Rose sisters"])
def test_the_same_words_are_found_where_they_name_a_family(text: str) -> None:
    register = register_of((MAYS, ROSES, PENROSES), ())
    assert find_strangers({"text": text}, register, own=(PENROSES,))


def test_a_surname_or_address_of_several_families_is_no_strangers_where_one_of_them_belongs() -> None:
    other = Family(FamilyId("F-9003"), "Quill")
    homes = (Address(DOT, postcode="HU52AB"), Address(None, other.id, postcode="HU52AB"))
    register = register_of((QUILLS, other, PENROSES), (), homes)
    values = {"text": "The Quill family of HU5 2AB."}
    found = find_strangers(values, register, own=(PENROSES,))
    assert [stranger.what for stranger in found] == [
        "the address of 2 families, one of them",
        "the surname of 2 families, one of them",
    ]
    assert not find_strangers(values, register, own=(PENROSES,), allowed=("F-9003",))


@pytest.mark.parametrize(
    ("written", "street"),
    [
        ('{"FLAT": "2", "HOUSE": "14b", "STREET": "Mill  Lane", "TOWN": "Hull"}', "14b Mill Lane"),
        ('{"BUILDING": "Rose Cottage", "HOUSE": "", "STREET": "Mill Lane"}', "Rose Cottage Mill Lane"),
        ('{"HOUSE": "14", "TOWN": "Hull"}', ""),
        ("{not JSON", ""),
        ("[1]", ""),
        ("Flat 2, 14b Mill Lane, Hull, HU5 2AB", "14b Mill Lane"),
        ("14, Mill Lane", "14 Mill Lane"),
        ("The Old Mill, Hull", ""),
        ("", ""),
    ],
)
def test_an_address_gives_its_house_and_street_however_it_is_written(written: str, street: str) -> None:
    assert street_of(written) == street


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


@given(st.text(), st.text())
def test_a_full_name_is_found_wherever_it_stands(before: str, after: str) -> None:
    assert told(f"{before} Eli Quill {after}")
