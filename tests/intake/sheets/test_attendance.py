"""Who was at the meeting, in the ways that people list it."""

from __future__ import annotations

import pytest

from autoadmin.domain.records import Presence
from autoadmin.intake import read_sheet
from autoadmin.intake.sheets.attendance import presence_of, read_attendees
from tests.intake.sheets.typed import doubts

Person = tuple[str, str, str]
PRESENT, AWAY = Presence.PRESENT, Presence.APOLOGIES


@pytest.mark.parametrize(
    ("typed", "people"),
    [
        ("Ruth Adeyemi (CSW), Tom Byrne (SW); Sam", [("Ruth Adeyemi", "csw"), ("Tom Byrne", "sw"), ("Sam", "")]),
        ("Ruth, Tom and Priya", [("Ruth", ""), ("Tom", ""), ("Priya", "")]),
        ("Ruth / Tom & Dr. Fox.", [("Ruth", ""), ("Tom", ""), ("Dr. Fox", "")]),
        (
            "Ruth Adeyemi, consultant social worker, Tom Byrne, social worker",
            [("Ruth Adeyemi", "consultant social worker"), ("Tom Byrne", "social worker")],
        ),
        (
            "Ruth Adeyemi - consultant social worker; Tom Byrne – social worker",
            [("Ruth Adeyemi", "consultant social worker"), ("Tom Byrne", "social worker")],
        ),
        ("Tom Byrne SW, Ruth Adeyemi CSW", [("Tom Byrne", "sw"), ("Ruth Adeyemi", "csw")]),
        (
            "Anne-Marie O'Neill (social worker), Máire Ní Dhomhnaill (clinician)",
            [("Anne-Marie O'Neill", "social worker"), ("Máire Ní Dhomhnaill", "clinician")],
        ),
        ("Clinician: Lena Fox", [("Lena Fox", "clinician")]),
        *((nobody, []) for nobody in ("none", "nil", "n/a", "-", "")),
    ],
)
def test_people_are_listed_in_many_ways(typed: str, people: list[tuple[str, str]]) -> None:
    assert [(person.name, person.role) for person in read_attendees(typed, PRESENT)] == people


def test_somebody_on_leave_is_not_present() -> None:
    ruth, lena, sam = read_attendees("Ruth. Lena on leave (no clinician). Apologies Sam", PRESENT)
    assert (ruth.presence, lena.presence, sam.presence) == (PRESENT, AWAY, AWAY)
    assert (lena.remark, sam.name) == ("on leave (no clinician)", "Sam")


def test_how_somebody_was_there_is_a_remark_and_no_role() -> None:
    tom, lena = read_attendees("Tom (late), Lena (clinician, by phone)", PRESENT)
    assert (tom.role, tom.remark) == ("", "late")
    assert (lena.role, lena.remark, lena.is_clinician) == ("clinician", "by phone", True)


@pytest.mark.parametrize(
    ("cell", "presence"),
    [
        *((yes, Presence.PRESENT) for yes in ("Yes", "y", "✓", "", "Present", "online")),
        *((sorry, Presence.APOLOGIES) for sorry in ("Apologies", "annual leave", "off sick")),
        *((no, Presence.ABSENT) for no in ("No", "absent", "DNA")),
        ("Guest", Presence.GUEST),
    ],
)
def test_a_cell_says_whether_somebody_was_there(cell: str, presence: Presence) -> None:
    assert presence_of(cell)[0] is presence


@pytest.mark.parametrize("everybody", ["all", "Everyone except Lena", "the whole unit"])
def test_everybody_is_nobodys_name(everybody: str) -> None:
    record = read_sheet("s.md", f"# Unit 4 meeting\nDate: 19 November 2026\nPresent: {everybody}\n".encode())
    assert record.attendees == ()
    assert "The sheet does not name who was there; please give the names." in doubts(record)


@pytest.mark.parametrize(
    ("roles", "had_clinician"),
    [
        ("Ruth (consultant social worker), Lena (family therapist)", True),
        ("Ruth (consultant social worker), Tom (social worker)", False),
        ("Ruth, Tom (social worker)", None),
    ],
)
def test_whether_a_clinician_was_there_follows_from_the_roles(roles: str, had_clinician: bool | None) -> None:
    record = read_sheet("s.md", f"# Unit 4 meeting\nDate: 19 November 2026\nPresent: {roles}\n".encode())
    assert record.had_clinician is had_clinician
