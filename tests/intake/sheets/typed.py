"""Sheets as tests type them: a meeting's head, one family, and whatever the test is about."""

from __future__ import annotations

from datetime import date

from autoadmin.domain.events import Event
from autoadmin.domain.records import Discussion, Entry, MeetingRecord
from autoadmin.intake import read_sheet

MET_ON = date(2026, 11, 19)
ELLA, NOAH = "C-22019", "C-22020"
HEAD = """# Unit meeting: Unit 4 (Hull)
Date: 19 November 2026
Present: Ruth Adeyemi (consultant social worker), Tom Byrne (social worker), Priya Nair (children's practitioner), \
Dr Lena Fox (clinician), Sam Ellis (unit coordinator), Sam Obi (student)
"""
CHILDREN = "Children: Ella Marsh (C-22019, born 3 April 2015); Noah Marsh (C-22020, expected 12 February 2027)"
ADULTS = "Adults: Kelly Marsh (mother, PR); Dean Holt (Noah's father)"


def a_record(body: str, *, status: str = "", children: str = CHILDREN) -> MeetingRecord:
    """Return what is read of a meeting about the Marsh family, `body` typed under their heading."""
    told = f"Status: {status}\n" if status else ""
    family = f"\n## Family: Marsh (F-0412)\n{children}\n{ADULTS}\n{told}\n"
    return read_sheet("sheet.md", f"{HEAD}{family}{body}\n".encode())


def a_family(body: str, *, status: str = "", children: str = CHILDREN) -> Discussion:
    """Return the Marsh family's discussion in such a meeting."""
    return a_record(body, status=status, children=children).discussions[0]


def an_entry(line: str, heading: str = "What has happened since") -> Entry:
    """Return the one entry that a line under a heading becomes."""
    (entry,) = a_family(f"### {heading}\n- {line}").entries
    return entry


def events_of(line: str, *, heading: str = "What has happened since", status: str = "") -> list[Event]:
    """Return the events that a line under a heading states, without births and what the status says."""
    family = a_family(f"### {heading}\n- {line}", status=status)
    before = a_family("", status=status).events
    return [event for event in family.events if event not in before]


def doubts(record: MeetingRecord) -> list[str]:
    """Return what a person is asked to look at."""
    return [finding.message for finding in record.findings if finding.severity.value == "doubted"]
