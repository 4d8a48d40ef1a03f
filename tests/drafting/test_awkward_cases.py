"""Cases that break tidy documents: nothing recorded, nobody named, only unborn, many children."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from autoadmin.domain.held import CaseFile, HeldMeeting
from autoadmin.domain.identifiers import ChildId, FamilyId, MeetingId
from autoadmin.domain.people import Child, Family, Unit
from autoadmin.domain.records import Discussion, MeetingRecord
from autoadmin.drafting.compose import COMPOSITIONS, compose
from tests.drafting.pellow import PELLOW, UNIT, a_request, an_event, at_line
from tests.drafting.reading import printed
from tests.drafting.test_compose import gaps

ALL = tuple(COMPOSITIONS)
ONLY = ChildId("C-1")


def a_bare_case(*children: Child) -> CaseFile:
    """Return a family discussed at a meeting of which only the date is recorded."""
    family = Family(PELLOW, "Pellow", UNIT.id, children=children)
    discussion = Discussion("Pellow", at_line(1), PELLOW)
    unit = Unit(UNIT.id, "Unit 2")
    meeting = HeldMeeting(
        MeetingId("m1"), unit, MeetingRecord("a.md", "", "Unit 2", date(2027, 1, 12), discussions=(discussion,))
    )
    return CaseFile(family, unit, (meeting,))


@pytest.mark.parametrize("composition", ALL)
@pytest.mark.parametrize(
    "child",
    [
        Child(ONLY, "Ida Pellow", PELLOW, date(2020, 2, 29)),
        Child(ONLY, "Baby Pellow", PELLOW, expected_on=date(2027, 3, 2)),
        Child(ONLY, "", PELLOW),
    ],
    ids=["only child", "unborn only", "known by id alone"],
)
def test_a_document_is_composed_where_nothing_was_recorded(composition: str, child: Child) -> None:
    content = compose(composition, a_request(composition, a_bare_case(child), ONLY))
    assert (child.name or child.id) in printed(content)
    assert "None" not in printed(content)


@pytest.mark.parametrize("composition", [name for name in ALL if name != "next-meeting-sheet"])
def test_where_nothing_was_recorded_the_gaps_say_so(composition: str) -> None:
    content = compose(composition, a_request(composition, a_bare_case(Child(ONLY)), ONLY))
    found = {path for path, _ in gaps(content.values)}
    assert {"council", "worker", "discussions.worker"} & found
    assert "chair" in found or any(path.endswith("_gap") for path in found)
    assert any(path.endswith("born") for path in found)


def test_the_form_for_the_next_meeting_has_room_to_type_and_no_marks() -> None:
    content = compose("next-meeting-sheet", a_request("next-meeting-sheet", a_bare_case(Child(ONLY)), ONLY))
    assert list(gaps(content.values)) == []


@pytest.mark.parametrize("composition", ALL)
def test_five_brothers_and_sisters_all_have_their_place(composition: str) -> None:
    children = tuple(Child(ChildId(f"C-{n}"), f"Child{n} Pellow", PELLOW, date(2010 + n, 1, 1)) for n in range(1, 6))
    content = printed(compose(composition, a_request(composition, a_bare_case(*children), ONLY)))
    wanted = children[:1] if composition.startswith("chronology") else children
    assert all(child.name in content for child in wanted)


@pytest.mark.parametrize("composition", ["chronology-case-file", "chronology-court", "conference-report"])
def test_a_child_whom_only_an_extract_knows_has_documents_too(composition: str) -> None:
    alone = CaseFile(
        Family(FamilyId(""), "", children=(Child(ONLY),)), events=(an_event("REFERRAL", date(2026, 1, 5), child=ONLY),)
    )
    request = replace(a_request(composition, alone, ONLY), unit=None)
    content = compose(composition, request)
    assert "Referral accepted" in printed(content)
    assert {"council", "unit", "family.name", "child.born"} <= {path for path, _ in gaps(content.values)}
