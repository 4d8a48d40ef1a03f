"""Decisions, actions, events and attendance may stand in tables, with columns called what people call them."""

from __future__ import annotations

from datetime import date

import pytest

from autoadmin.domain.records import ActionStatus, Discussion, Presence, Section
from autoadmin.intake import read_sheet
from tests.intake.sheets.typed import HEAD
from tests.intake.sheets.words import a_document, a_table, saved

DUE = date(2026, 11, 27)


def family_with(heading: str, *rows: tuple[str, ...]) -> Discussion:
    document = a_document(heading)
    a_table(document, *rows)
    return read_sheet("s.docx", saved(document)).discussions[0]


@pytest.mark.parametrize(
    "head",
    [
        ("Action", "Owner", "By when"),
        ("What", "Who", "When"),
        ("Task", "Person responsible", "Deadline"),
        ("Action point", "Lead", "Target date"),
    ],
)
def test_an_action_table_has_columns_by_many_names(head: tuple[str, str, str]) -> None:
    (action,) = family_with("Actions", head, ("Ring school", "Tom", "27/11")).entries
    assert (action.section, action.text, action.owner, action.due_on) == (
        Section.ACTIONS,
        "Ring school",
        "Tom Byrne",
        DUE,
    )
    assert action.raw == "Ring school | Tom | 27/11"


def test_columns_may_stand_in_another_order_with_a_status() -> None:
    (action,) = family_with(
        "Actions", ("By when", "Status", "Action", "Who"), ("Fri 27 Nov", "Done", "Ring school", "Tom")
    ).entries
    assert (action.due_on, action.status, action.text) == (DUE, ActionStatus.DONE, "Ring school")


def test_an_empty_cell_is_a_gap_and_no_guess() -> None:
    ring, visit = family_with(
        "Actions", ("Action", "Owner", "By when"), ("Ring school", "", ""), ("Tom to visit by 27/11", "", "")
    ).entries
    assert (ring.owner, ring.due_on) == ("", None)
    assert (visit.owner, visit.due_on) == ("Tom Byrne", DUE)


def test_a_due_cell_that_is_no_date_is_doubted() -> None:
    document = a_document("Actions")
    a_table(document, ("Action", "Owner", "By when"), ("Ring school", "Tom", "soon"))
    record = read_sheet("s.docx", saved(document))
    assert record.discussions[0].entries[0].due_on is None
    assert "When this is due cannot be read as a date; the words were kept." in [f.message for f in record.findings]


def test_a_cell_merged_downwards_holds_for_each_row_and_is_counted_once() -> None:
    document = a_document("Actions")
    a_table(document, ("Owner", "Action", "By when"), ("Tom", "Ring school", "27/11"), ("", "Write to GP", "27/11"))
    table = document.tables[0]
    table.cell(1, 0).merge(table.cell(2, 0))
    record = read_sheet("s.docx", saved(document))
    assert [(e.owner, e.text) for e in record.discussions[0].entries] == [
        ("Tom Byrne", "Ring school"),
        ("Tom Byrne", "Write to GP"),
    ]
    assert list(record.kept_words()).count("Tom") == 2  # in the attendance, and once in the table


def test_a_decision_table_has_reason_and_authoriser() -> None:
    (decision,) = family_with(
        "Decisions", ("Decision", "Rationale", "Agreed by"), ("Step down", "improved", "Ruth")
    ).entries
    assert (decision.text, decision.why, decision.authoriser) == ("Step down", "improved", "Ruth Adeyemi")


def test_events_and_words_said_may_stand_in_tables() -> None:
    since = family_with("What has happened since", ("Date", "What happened"), ("12 Nov", "Tom saw Ella")).entries
    assert [(e.section, e.text, e.on) for e in since] == [(Section.SINCE, "Tom saw Ella", date(2026, 11, 12))]
    words = family_with("Family words", ("Who said it", "Quote"), ("Ella", "I like it")).entries
    assert [(e.speaker, e.text) for e in words] == [("Ella Marsh", "I like it")]


def test_a_table_nobody_knows_is_kept_row_by_row() -> None:
    rows = family_with("Worries", ("Red", "Amber"), ("late for school", "cold house")).entries
    assert [e.raw for e in rows] == ["Red | Amber", "late for school | cold house"]


def test_a_markdown_table_is_a_table() -> None:
    table = "| Action | Owner | Due |\n|---|---|---|\n| Ring | Tom | 27/11 |\n"
    typed = f"{HEAD}\n## Family: Marsh (F-0412)\n### Actions\n{table}"
    (action,) = read_sheet("s.md", typed.encode()).discussions[0].entries
    assert (action.text, action.owner, action.due_on) == ("Ring", "Tom Byrne", DUE)


def test_attendance_and_labels_may_stand_in_tables() -> None:
    typed = (
        "# Unit 4 meeting\n\n| Date | 19 November 2026 |\n|---|---|\n| Chair | Ruth Adeyemi |\n\n"
        "| Name | Role | Attended |\n|---|---|---|\n| Ruth Adeyemi | CSW | Yes |\n"
        "| Lena Fox | Clinician | Apologies |\n"
    )
    record = read_sheet("s.md", typed.encode())
    assert (record.on, record.chair) == (date(2026, 11, 19), "Ruth Adeyemi")
    assert [(a.name, a.role, a.presence) for a in record.attendees] == [
        ("Ruth Adeyemi", "csw", Presence.PRESENT),
        ("Lena Fox", "clinician", Presence.APOLOGIES),
    ]
