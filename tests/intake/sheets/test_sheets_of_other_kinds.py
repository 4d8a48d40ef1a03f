"""Sheets that nobody designed: an e-mail, one discussion alone, Windows files, headings in any order and wording."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

import pytest

from autoadmin.domain.records import Kind, Presence, Section
from autoadmin.intake import read_sheet
from tests.intake.sheets.typed import ADULTS, CHILDREN, HEAD, a_family, a_record, doubts

SHEETS = Path(__file__).parents[2] / "data" / "sheets"


def test_an_e_mail_is_read_as_far_as_it_says() -> None:
    record = read_sheet("e-mail.txt", (SHEETS / "e-mail.txt").read_bytes())
    assert (record.unit, record.on) == ("Unit 4", date(2026, 11, 19))
    assert [(a.name, a.presence) for a in record.attendees] == [
        *((name, Presence.PRESENT) for name in ("Ruth", "Tom", "Priya")),
        ("Lena", Presence.APOLOGIES),
    ]
    marsh, okafor_bell = record.discussions
    assert [d.family_name for d in record.discussions] == ["Marsh", "Okafor-Bell"]
    assert [(e.text, e.authoriser) for e in marsh.entries if e.kind is Kind.DECISION] == [
        ("carry on with the plan", "Ruth")
    ]
    assert [(e.text, e.owner, e.due_on) for e in okafor_bell.entries if e.kind is Kind.ACTION] == [
        ("ring Mrs Hill", "Priya", date(2026, 11, 20))
    ]
    assert [(e.code, e.on.day) for e in okafor_bell.events] == [("MISSING_START", 15), ("MISSING_END", 16)]


@pytest.mark.parametrize(("encoding", "line_end"), [("cp1252", "\r\n"), ("utf-8-sig", "\r"), ("utf-16", "\n")])
def test_one_discussion_alone_has_its_meeting_under_the_familys_name(encoding: str, line_end: str) -> None:
    typed = (SHEETS / "one-discussion.txt").read_text(encoding="utf-8").replace("\n", line_end)
    record = read_sheet("one.txt", typed.encode(encoding))
    assert (record.unit, record.on, record.had_clinician) == ("Unit 4", date(2026, 11, 19), False)
    (marsh,) = record.discussions
    assert (marsh.family_id, [c.name for c in marsh.children]) == ("F-0412", ["Ella Marsh"])
    assert [e.section for e in marsh.entries] == [Section.SINCE, Section.WORRIES, Section.ACTIONS, Section.ACTIONS]
    assert marsh.entries[0].text == "Tom saw Ella at her nan’s"
    assert [e.owner for e in marsh.entries_in(Section.ACTIONS)] == ["Tom Byrne", "Ruth Adeyemi"]


def test_a_windows_file_is_said_to_be_one() -> None:
    record = read_sheet("s.txt", "Unit 4 meeting 19/11/2026\n\nMarsh F-0412\nElla’s café".encode("cp1252"))
    assert record.discussions[0].entries[0].text == "Ella’s café"
    assert "The file is not in UTF-8; it was read in the Windows code page (cp1252)." in [
        finding.message for finding in record.findings
    ]


@pytest.mark.parametrize(
    ("heading", "section"),
    [
        ("### Child's lived experience", Section.LIVED_EXPERIENCE),
        ("VOICE OF THE CHILD", Section.LIVED_EXPERIENCE),
        ("**What’s happened**", Section.SINCE),
        ("## 3. Since last time", Section.SINCE),
        ("Family words:", Section.FAMILY_WORDS),
        ("RISKS & CONCERNS", Section.WORRIES),
        ("what's working well:", Section.STRENGTHS),
        ("Hyps", Section.HYPOTHESES),
        ("Clinical input", Section.CLINICIAN_VIEW),
        ("dissent", Section.DIFFERENT_VIEWS),
        ("Decs:", Section.DECISIONS),
        ("Next steps\n----------", Section.ACTIONS),
        ("a) Why now", Section.WHY_NOW),
        ("Genogram", Section.GENOGRAM),
        ("Key dates", Section.OUTPUTS_AFFECTED),
        ("School", Section.OTHER),
        ("### Moon phases", Section.OTHER),
    ],
)
def test_headings_are_known_in_many_wordings(heading: str, section: Section) -> None:
    (entry,) = a_family(f"{heading}\n- Ella was there").entries
    assert entry.section is section


def test_sections_may_stand_in_any_order_and_come_twice() -> None:
    family = a_family("### Actions\n- Tom to ring\n### Worries\n- late\n### Actions\n- Priya to ring")
    assert [e.section for e in family.entries] == [Section.ACTIONS, Section.WORRIES, Section.ACTIONS]


def test_an_unknown_heading_is_kept_with_a_note() -> None:
    record = a_record("### Moon phases\n- full on the 12th")
    assert [e.kind for e in record.discussions[0].entries] == [Kind.FACT]
    notes = [f.message for f in record.findings]
    assert "This heading is not known; what stands under it was kept as other." in notes


def test_a_line_under_no_heading_is_kept_with_a_note() -> None:
    record = a_record("Kelly rang on Monday")
    assert [(e.section, e.text) for e in record.discussions[0].entries] == [(Section.OTHER, "Kelly rang on Monday")]
    assert "This line stands under no heading; it was kept as other." in [f.message for f in record.findings]


@pytest.mark.parametrize(
    ("heading", "name", "id"),
    [
        ("## Family: Marsh (F-0412)", "Marsh", "F-0412"),
        ("MARSH F-0412", "Marsh", "F-0412"),
        ("Marsh (F-0412)", "Marsh", "F-0412"),
        ("1. Okafor-Bell, F-0377", "Okafor-Bell", "F-0377"),
        ("## The Marsh family", "Marsh", None),
        ("Marsh family", "Marsh", None),
        ("**O'Neill**\nChildren: Ann O'Neill", "O'Neill", None),
        ("Family name: Marsh", "Marsh", None),
    ],
)
def test_a_family_begins_at_its_heading_with_or_without_an_id(heading: str, name: str, id: str | None) -> None:
    record = read_sheet("s.md", f"{HEAD}\n{heading}\n\nAll well".encode())
    assert [(d.family_name, d.family_id) for d in record.discussions] == [(name, id)]


@pytest.mark.parametrize(
    "line", ["Extended family", "Foster family:", "THURSDAY 19 NOV 2026", "Family time", "Birth family"]
)
def test_not_every_short_line_is_a_family(line: str) -> None:
    record = read_sheet("s.md", f"{HEAD}\n## Family: Marsh (F-0412)\n{CHILDREN}\n\n{line}\n- came\n".encode())
    assert len(record.discussions) == 1


@pytest.mark.parametrize(
    "line", ["not discussed this week: Rahman (no time)", "Not discussed: Rahman", "## Any other business"]
)
def test_what_ends_the_families_belongs_to_the_meeting(line: str) -> None:
    record = read_sheet("s.md", f"{HEAD}\n## Family: Marsh (F-0412)\n{ADULTS}\n\n{line}\nParking\n".encode())
    assert [e.text for e in record.entries][-1] == "Parking"
    assert record.discussions[0].entries == ()


def test_what_was_printed_for_the_meeting_is_not_recorded_again() -> None:
    carried = (
        "Last time: core group agreed\nDue: 1 December: review\nComing up: visit\nOpen action: ring\nOverdue action: x"
    )
    record = read_sheet("s.md", f"{HEAD}Last time: Chair Ruth\n\n## Family: Marsh (F-0412)\n{carried}\n".encode())
    (marsh,) = record.discussions
    assert (marsh.entries, record.entries) == ((), ())
    assert [f.name for f in marsh.header] == ["Last time", "Due", "Coming up", "Open action", "Overdue action"]


def test_a_sheet_without_families_keeps_everything_with_the_meeting() -> None:
    record = read_sheet("s.txt", b"Unit 4 meeting 19/11/2026\nWe talked about parking")
    assert [e.text for e in record.entries] == ["We talked about parking"]
    assert "No family was found in the sheet; everything was kept with the meeting." in doubts(record)


def test_sixty_families_are_read_in_well_under_a_second_each(capsys: pytest.CaptureFixture[str]) -> None:
    family = a_record("").discussions[0].header
    body = "\n".join(f"{field.name}: {field.value}" for field in family)
    sections = "\n".join(
        f"### {heading}\n"
        + "\n".join(f'- {day} Nov: Tom saw Ella, by 27 November: "fine" she said' for day in range(1, 6))
        for heading in ("Lived experience", "News", "Worries", "Strengths", "Decisions", "Actions")
    )
    sheet = HEAD + "\n".join(f"\n## Family: Marsh (F-{number:04})\n{body}\n{sections}\n" for number in range(60))
    started = time.process_time()
    record = read_sheet("s.md", sheet.encode())
    took = (time.process_time() - started) * 1000
    with capsys.disabled():
        print(f"\n60 families, {sum(len(d.entries) for d in record.discussions)} entries: {took:.0f} ms")
    assert len(record.discussions) == 60
    assert took < 10_000
