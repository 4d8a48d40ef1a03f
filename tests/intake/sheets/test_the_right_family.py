"""What stands under one family's heading is that family's; what may be another's is kept out of it, and said so."""

from __future__ import annotations

import pytest

from autoadmin.domain.findings import Severity
from autoadmin.domain.records import MeetingRecord
from autoadmin.intake import read_sheet

TOP = """# Unit meeting: Unit 4 (Hull)
Date: 19 November 2026

## Family: Marsh (F-0412)
### Worries
- Of the Marshes.

"""
HURRIED = "UNIT 4 MEETING 26 nov 2026\n\nMARSH F-0412\n of the Marshes\n\n"


def a_sheet(text: str) -> MeetingRecord:
    return read_sheet("sheet.md", text.encode())


def words_of(record: MeetingRecord, family: str) -> str:
    return " ".join(e.raw for d in record.discussions if d.family_name == family for e in d.entries)


@pytest.mark.parametrize("family_id", ["F-33", "F9", "33", "unit-3-f3a91c02", "F/12", "FAM.7"])
def test_after_the_word_family_any_id_in_brackets_opens_a_family(family_id: str) -> None:
    record = a_sheet(f"{TOP}## Family: Kerr ({family_id})\n### Worries\n- Of the Kerrs.\n")
    assert [(d.family_name, d.family_id) for d in record.discussions][1] == ("Kerr", family_id.upper())
    assert "Kerrs" not in words_of(record, "Marsh")


@pytest.mark.parametrize(
    "heading",
    ["## Rahman", "## Somebody else (see file)", "RAHMAN", "Rahman F-0298 not seen by unit", "Jones family - seen"],
)
def test_what_may_be_another_family_leaves_the_one_before_with_a_doubt(heading: str) -> None:
    record = a_sheet(f"{TOP}{heading}\nYusuf was seen on 18 Nov.\n")
    assert "Yusuf" not in words_of(record, "Marsh")
    assert "Yusuf" in " ".join(entry.raw for entry in record.entries)
    assert [f.severity for f in record.findings if "another family" in f.message] == [Severity.DOUBTED]


def test_hurried_notes_about_an_unnumbered_family_do_not_run_into_the_family_before() -> None:
    record = a_sheet(f"{HURRIED}SMITH\n Amy told Priya she is scared\nDECISION see her tomorrow (Ruth)\n")
    assert "Amy" not in words_of(record, "Marsh")
    assert "DECISION see her tomorrow (Ruth)" in [entry.raw for entry in record.entries]


def test_a_name_alone_after_an_empty_line_of_hurried_notes_may_be_another_family() -> None:
    record = a_sheet(f"{HURRIED}Okafor-Bell\n Zara missing again\n")
    assert "Zara" not in words_of(record, "Marsh")
    assert [f.severity for f in record.findings if "another family" in f.message] == [Severity.DOUBTED]


def test_a_list_of_children_is_no_family() -> None:
    record = a_sheet(f"{HURRIED}kids Ella Marsh C-22019\n Ella was late\n")
    assert [d.family_name for d in record.discussions] == ["Marsh"]


def test_any_other_business_ends_the_last_family_even_without_a_heading_mark() -> None:
    record = a_sheet(f"{HURRIED}AOB\nroom double booked\n")
    assert "room" not in words_of(record, "Marsh")


def test_a_known_heading_in_capitals_stays_with_its_family() -> None:
    record = a_sheet(f"{HURRIED}ACTIONS\n- Tom to ring school by 1/12\n")
    assert "ring school" in words_of(record, "Marsh")


@pytest.mark.parametrize(
    ("line", "children"),
    [
        ("12 Nov: strategy discussion held.", {"C-1", "C-2"}),
        ("12 Nov: strategy discussion held without Ella's school.", {"C-1", "C-2"}),
        ("12 Nov: strategy discussion held about Ella.", {"C-1"}),
    ],
)
def test_a_strategy_discussion_is_about_every_child_unless_it_says_for_whom(line: str, children: set[str]) -> None:
    people = "Children: Ella Marsh (C-1, born 3 April 2015); Noah Marsh (C-2, expected 12 February 2027)\n"
    record = a_sheet(TOP.replace("### Worries", f"{people}### What has happened since\n- {line}\n### Worries"))
    events = record.discussions[0].events
    assert {event.child for event in events if event.code == "STRATEGY_DISCUSSION"} == children


def test_a_core_group_is_about_every_child_on_a_plan_though_the_line_names_one_by_the_way() -> None:
    people = "Children: Ella Marsh (C-1, born 3 April 2015); Dev Marsh (C-2, born 3 April 2012)\n"
    status = "Status: child protection plan (neglect) from 14 September 2026\n"
    line = "### What has happened since\n- 12 Nov: core group held at Dev's school.\n### Worries"
    record = a_sheet(TOP.replace("### Worries", people + status + line))
    events = record.discussions[0].events
    assert {event.child for event in events if event.code == "CORE_GROUP_HELD"} == {"C-1", "C-2"}
