"""The children and adults of a family, in the ways that people list them."""

from __future__ import annotations

from datetime import date

import pytest

from autoadmin.intake import read_sheet
from autoadmin.intake.sheets.family_people import read_adults, read_children
from autoadmin.intake.sheets.remarks import Remarks
from tests.intake.sheets.typed import MET_ON

BORN, EXPECTED = date(2015, 4, 3), date(2027, 2, 12)
Child = tuple[str, str | None, date | None, date | None]


def children(typed: str) -> list[Child]:
    return [(c.name, c.id, c.born_on, c.expected_on) for c in read_children(typed, MET_ON, Remarks("s"), "line 1")]


@pytest.mark.parametrize(
    "typed",
    [
        "Ella Marsh (C-22019, born 3 April 2015); Noah Marsh (C-22020, expected 12 February 2027)",
        "Ella Marsh (C-22019; born 3 April 2015); Noah Marsh (c-22020; EDD 12/02/2027)",
        "Ella Marsh (DOB 03.04.2015, C-22019), Noah Marsh (due 12 Feb 2027, C-22020)",
        "Ella Marsh C-22019 dob 3/4/15, Noah Marsh C-22020 EDD 12/2/27",
        "Ella Marsh – C-22019 – 3 April 2015; Noah Marsh – C-22020 – due 12 February 2027",
        "Ella Marsh [C-22019] 03/04/2015; Noah Marsh [C-22020] unborn, due 12/2/27",
    ],
)
def test_children_have_an_id_and_a_birth_or_an_expected_one(typed: str) -> None:
    assert children(typed) == [("Ella Marsh", "C-22019", BORN, None), ("Noah Marsh", "C-22020", None, EXPECTED)]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Ella Marsh, Noah Marsh", ["Ella Marsh", "Noah Marsh"]),
        ("Ella Marsh and Noah Marsh", ["Ella Marsh", "Noah Marsh"]),
        ("Ella (11), Noah (unborn)", ["Ella", "Noah"]),
        ("Ella, aged 11; Noah, 2", ["Ella", "Noah"]),
        ("none", []),
    ],
)
def test_an_age_is_no_id(typed: str, names: list[str]) -> None:
    assert children(typed) == [(name, None, None, None) for name in names]


def test_what_else_is_told_of_a_child_is_a_remark() -> None:
    (poppy,) = read_children("Poppy (C-41008, born 11/08/2019) - twins", MET_ON, Remarks("s"), "")
    assert poppy.remark == "twins"


def test_a_birthday_no_calendar_has_is_doubted() -> None:
    remarks = Remarks("s")
    (ella,) = read_children("Ella (born 31 November 2015)", MET_ON, remarks, "line 4")
    assert ella.born_on is None
    assert [f.message for f in remarks.findings()] == ["There is no such day as 31 November 2015; it is kept as text."]


@pytest.mark.parametrize(
    ("typed", "has_pr"),
    [
        ("Kelly Marsh (mother, PR)", True),
        ("Kelly Marsh (mother) PR", True),
        ("Kelly Marsh - mother - PR", True),
        ("Kelly Marsh, mother, has parental responsibility", True),
        ("Kelly Marsh (mother, no PR)", False),
        ("Kelly Marsh (mother, does not have parental responsibility)", False),
        ("Kelly Marsh (mother)", None),
        ("Kelly Marsh (mother, PR not known)", None),
        ("Kelly Marsh (mother, PR?)", None),
        ("Kelly Marsh (mother, PR to be confirmed)", None),
    ],
)
def test_parental_responsibility_is_known_only_where_recorded(typed: str, has_pr: bool | None) -> None:
    (kelly,) = read_adults(typed)
    assert (kelly.name, kelly.has_pr) == ("Kelly Marsh", has_pr)
    assert kelly.relationship.startswith("mother")


def test_adults_may_be_parted_by_commas() -> None:
    adults = read_adults("Kelly Marsh (mother, PR), Dean Holt (father), Ailsa Marsh")
    assert [(a.name, a.relationship) for a in adults] == [
        ("Kelly Marsh", "mother"),
        ("Dean Holt", "father"),
        ("Ailsa Marsh", ""),
    ]


def test_a_hurried_header_needs_no_colons() -> None:
    typed = """UNIT 4 MEETING 26 Nov 2026
present - Ruth Adeyemi, Tom Byrne

MARSH F-0412
kids Ella Marsh C-22019 dob 3.4.15
worker Tom
status CPP from 14/9/26
- core group held today
"""
    record = read_sheet("s.txt", typed.encode())
    (family,) = record.discussions
    assert [(child.name, child.id, child.born_on) for child in family.children] == [
        ("Ella Marsh", "C-22019", date(2015, 4, 3))
    ]
    assert (family.worker, family.status) == ("Tom Byrne", "CPP from 14/9/26")
    assert {event.code for event in family.events} == {"BIRTH", "CPP_START", "CORE_GROUP_HELD"}


@pytest.mark.parametrize(
    "line", ["Worker visited on Monday", "Children were at school", "Kids seen at school, C-22019"]
)
def test_a_sentence_that_begins_with_such_a_word_is_no_header(line: str) -> None:
    record = read_sheet("s.txt", f"UNIT 4 MEETING 26 Nov 2026\n\nMARSH F-0412\n{line}\n".encode())
    (family,) = record.discussions
    assert [entry.text for entry in family.entries] == [line]
    assert family.children == ()
