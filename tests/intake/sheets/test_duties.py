"""Who is to do what by when, and who decided why, in line form."""

from __future__ import annotations

from datetime import date

import pytest

from autoadmin.domain.records import ActionStatus, Kind, Section
from tests.intake.sheets.typed import a_family, a_record, an_entry, doubts

FRIDAY, DUE = date(2026, 11, 20), date(2026, 11, 27)


@pytest.mark.parametrize(
    ("line", "owner", "task", "due"),
    [
        ("Tom Byrne to ring school by 27 November 2026", "Tom Byrne", "ring school", DUE),
        ("Tom: ring school, due 27/11/26", "Tom Byrne", "ring school", DUE),
        ("tom - ring school, now by 27/11", "Tom Byrne", "ring school", DUE),
        ("Tom will ring school by Friday", "Tom Byrne", "ring school", FRIDAY),
        ("Tom to ring school by tomorrow", "Tom Byrne", "ring school", FRIDAY),
        ("Tom ring school 27.11.26", "Tom Byrne", "ring school", DUE),
        ("Tom to ring school by 27 November 2026, done", "Tom Byrne", "ring school", DUE),
        ("Tom to ring school by 27 November 2026, late", "Tom Byrne", "ring school", DUE),
        (
            "Tom to ring school by 27 November, done if she asks",
            "Tom Byrne",
            "ring school by 27 November, done if she asks",
            DUE,
        ),
        ("Tom and Priya to visit on 27 November", "Tom Byrne and Priya Nair", "visit", DUE),
        ("TB to ring GP by 27/11", "TB", "ring GP", DUE),
        ("Clinician to write letter, by Fri 27 November", "Clinician", "write letter", DUE),
        ("Dr Fox to see Kelly by next week", "Dr Lena Fox", "see Kelly by next week", None),
        ("Ring school (Tom) by 27/11", "Tom Byrne", "Ring school", DUE),
        ("Ring school - Tom - 27/11", "Tom Byrne", "Ring school", DUE),
        ("Ring school. Owner: Tom. Due: 27 November", "Tom Byrne", "Ring school", DUE),
        ("Ring school. Who: Tom. By when: Friday", "Tom Byrne", "Ring school", FRIDAY),
        ("[ ] Tom to ring school", "Tom Byrne", "ring school", None),
        ("ask about the visit of 12 Nov", "", "ask about the visit of 12 Nov", None),
        ("Letter to GP by 27 November", "", "Letter to GP", DUE),
        ("visit Kelly with Ella (Ella)", "", "visit Kelly with Ella (Ella)", None),
    ],
)
def test_an_action_has_an_owner_a_task_and_a_day(line: str, owner: str, task: str, due: date | None) -> None:
    action = an_entry(line, "Actions")
    assert (action.kind, action.owner, action.text, action.due_on) == (Kind.ACTION, owner, task, due)
    assert action.raw == f"- {line}"


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Tom to ring school", ActionStatus.OPEN),
        ("Tom: ring school - done", ActionStatus.DONE),
        ("Tom to ring school, completed 17 Nov", ActionStatus.DONE),
        ("[x] Tom to ring school", ActionStatus.DONE),
        ("Ring school. Owner: Tom. Status: done", ActionStatus.DONE),
        ("Tom to get the form completed by school", ActionStatus.OPEN),
        ("Tom to ring school - was due 9 November, late", ActionStatus.LATE),
        ("midwife still not seen", ActionStatus.LATE),
        ("Tom to ring school - no longer needed", ActionStatus.DROPPED),
    ],
)
def test_an_action_stands_where_its_words_say(line: str, status: ActionStatus) -> None:
    assert an_entry(line, "Actions").status is status


def test_two_of_one_first_name_are_not_guessed_between() -> None:
    record = a_record("### Actions\n- Sam to book room")
    assert record.discussions[0].entries[0].owner == "Sam"
    assert doubts(record) == ['"Sam" could be more than one person; it was kept as written.']


def test_a_day_that_is_none_is_doubted_and_kept_in_the_words() -> None:
    record = a_record("### Actions\n- Tom to ring GP by 31 November")
    (action,) = record.discussions[0].entries
    assert (action.text, action.due_on) == ("ring GP by 31 November", None)
    assert len(doubts(record)) == 1


@pytest.mark.parametrize(
    ("line", "text", "why", "authoriser"),
    [
        ("Continue the plan. Why: attendance. By: Ruth Adeyemi.", "Continue the plan.", "attendance", "Ruth Adeyemi"),
        ("Continue the plan. By: Ruth. Why: attendance.", "Continue the plan.", "attendance", "Ruth Adeyemi"),
        ("Step down. Reason: improved. Agreed by: Ruth", "Step down.", "improved", "Ruth Adeyemi"),
        ("Continue the plan (Ruth)", "Continue the plan", "", "Ruth Adeyemi"),
        ("Continue the plan - Ruth, today", "Continue the plan", "", "Ruth Adeyemi"),
        ("Continue the plan by Ruth Adeyemi", "Continue the plan", "", "Ruth Adeyemi"),
        ("Core group by 17 December", "Core group by 17 December", "", ""),
        ("Refer because it is stuck", "Refer because it is stuck", "", ""),
        ("Mrs Hill's plan (weekly)", "Mrs Hill's plan (weekly)", "", ""),
    ],
)
def test_a_decision_has_a_reason_and_who_made_it(line: str, text: str, why: str, authoriser: str) -> None:
    decision = an_entry(line, "Decisions")
    assert (decision.kind, decision.text, decision.why) == (Kind.DECISION, text, why)
    assert decision.authoriser == authoriser


def test_a_decision_may_name_who_does_it_by_when() -> None:
    decision = an_entry("Core group. Owner: Tom. Due: 27 November. By: Ruth", "Decisions")
    assert (decision.owner, decision.due_on, decision.authoriser) == ("Tom Byrne", DUE, "Ruth Adeyemi")


@pytest.mark.parametrize(
    ("line", "section", "text"),
    [
        ("DECISION core group monthly", Section.DECISIONS, "core group monthly"),
        ("Decision: core group monthly", Section.DECISIONS, "core group monthly"),
        ("ACTION Tom to phone", Section.ACTIONS, "phone"),
        ("Action - Tom to phone", Section.ACTIONS, "phone"),
        ("- ACTION: Tom to phone", Section.ACTIONS, "phone"),
        ("**Action:** Tom to phone", Section.ACTIONS, "phone"),
        ("To do: Tom to phone", Section.ACTIONS, "phone"),
    ],
)
def test_a_mark_makes_a_decision_or_action_anywhere(line: str, section: Section, text: str) -> None:
    (entry,) = a_family(f"### Worries\n{line}").entries
    assert (entry.section, entry.text) == (section, text)


def test_agreed_in_the_middle_of_a_sentence_is_no_mark() -> None:
    (entry,) = a_family("### Worries\nagreed with Kelly to come").entries
    assert entry.section is Section.WORRIES


@pytest.mark.parametrize("nothing", ["None", "- none", "nil", "N/A", "- nothing to report"])
def test_none_under_a_heading_is_no_record(nothing: str) -> None:
    family = a_family(f"### Actions\n{nothing}\n")
    assert family.entries == ()
    assert nothing in [heading.words for heading in family.headings]


@pytest.mark.parametrize(
    ("line", "is_restricted"),
    [
        ("nb do NOT share address of placement w/ father", True),
        ("Address must not be given to Dean", True),
        ("Don't tell Dean where Ella is", True),
        ("told in confidence by nan", True),
        ("Ella does not share a bedroom", False),
        ("Ella tells her nan things", False),
    ],
)
def test_what_is_not_to_be_shared_is_marked(line: str, is_restricted: bool) -> None:
    assert an_entry(line).is_restricted is is_restricted
