"""The three example sheets give what a careful reader would get out of them."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, time
from functools import cache
from pathlib import Path

import docx
import pytest

from autoadmin.catalogue.bank_holidays import load_calendar
from autoadmin.catalogue.rules import load_rules
from autoadmin.domain.calendars import Calendars
from autoadmin.domain.clocks import Clock, ClockState, Coverage
from autoadmin.domain.events import Event
from autoadmin.domain.records import ActionStatus, Discussion, Entry, Kind, MeetingRecord, Presence, Section
from autoadmin.intake import read_sheet
from autoadmin.timescales import start_clocks
from tests.external.shared import shared

CAREFUL, IN_WORD, HURRIED = "unit-meeting-2026-11-19.md", "unit-meeting-2026-11-18.docx", "hurried-notes.txt"
RULES = Path(__file__).parents[2] / "schedules" / "timescales"


@cache
def record(name: str) -> MeetingRecord:
    return read_sheet(name, shared(f"examples/{name}").read_bytes())


def family(name: str, family_id: str) -> Discussion:
    return next(d for d in record(name).discussions if d.family_id == family_id)


def facts(discussion: Discussion, *codes: str) -> list[tuple[str, str | None, date]]:
    return [(e.code, e.child, e.on) for e in discussion.events if e.code in codes]


def kinds(discussion: Discussion) -> dict[str, int]:
    return dict(Counter(entry.kind.value for entry in discussion.entries))


def said(discussion: Discussion) -> list[tuple[str, str, str]]:
    return [(e.speaker, e.author, e.text) for e in discussion.entries if e.kind is Kind.SAID and e.speaker]


def decisions(discussion: Discussion) -> list[tuple[str, str, str]]:
    return [(e.text, e.why, e.authoriser) for e in discussion.entries if e.kind is Kind.DECISION]


def actions(discussion: Discussion) -> list[tuple[str, str, date | None, ActionStatus | None]]:
    return [(e.text, e.owner, e.due_on, e.status) for e in discussion.entries if e.kind is Kind.ACTION]


@pytest.mark.parametrize("name", [CAREFUL, HURRIED])
def test_no_word_of_the_text_examples_is_lost(name: str) -> None:
    typed = shared(f"examples/{name}").read_text(encoding="utf-8")
    assert words(" ".join(record(name).kept_words())) == words(typed)


def test_no_word_of_the_word_example_is_lost() -> None:
    document = docx.Document(str(shared(f"examples/{IN_WORD}")))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    typed = " ".join([*(paragraph.text for paragraph in document.paragraphs), *cells])
    assert words(" ".join(record(IN_WORD).kept_words())) == words(typed)


def test_the_careful_sheet_says_who_was_there() -> None:
    met = record(CAREFUL)
    assert (met.unit, met.council, met.on) == ("Unit 4", "Hull", date(2026, 11, 19))
    assert (met.chair, met.notes_by, met.had_clinician) == ("Ruth Adeyemi", "Sam Ellis", True)
    assert [(a.name, a.role) for a in met.attendees if a.presence is Presence.PRESENT] == [
        ("Ruth Adeyemi", "consultant social worker"),
        ("Tom Byrne", "social worker"),
        ("Priya Nair", "children's practitioner"),
        ("Dr Lena Fox", "clinician"),
        ("Sam Ellis", "unit coordinator"),
    ]
    (guest,) = [a for a in met.attendees if a.presence is Presence.GUEST]
    assert (guest.name, guest.role, guest.remark) == ("Janet Oyelaran", "health visitor", "for Marsh only")
    assert met.entries == ()


def test_the_word_sheet_says_who_was_there() -> None:
    met = record(IN_WORD)
    assert (met.unit, met.council, met.on) == ("Unit 7", "Derbyshire", date(2026, 11, 18))
    assert (met.chair, met.notes_by, met.had_clinician) == ("Hannah Cole", "Imran Shah", True)
    away = [a.name for a in met.attendees if a.presence is Presence.APOLOGIES]
    assert away == ["Jonah Reid"]
    assert len(met.attendees) == 5


def test_the_hurried_sheet_says_who_was_there_and_that_no_clinician_was() -> None:
    met = record(HURRIED)
    assert (met.unit, met.on, met.had_clinician) == ("Unit 4", date(2026, 11, 26), None)
    assert [(a.name, a.presence) for a in met.attendees] == [
        *((name, Presence.PRESENT) for name in ("Ruth", "Tom", "Priya", "Sam")),
        ("Lena", Presence.APOLOGIES),
    ]
    assert "The sheet says that no clinician was there." in [f.message for f in met.findings]
    assert [entry.text for entry in met.entries] == ["not discussed this week: Rahman (no time)"]


@pytest.mark.parametrize(
    ("name", "family_id", "children", "adults", "minutes", "worker"),
    [
        (
            *(CAREFUL, "F-0412"),
            [("Ella Marsh", date(2015, 4, 3), None), ("Noah Marsh", None, date(2027, 2, 12))],
            [("Kelly Marsh", True), ("Dean Holt", None), ("Maureen Marsh", None)],
            *(25, "Tom Byrne"),
        ),
        (
            *(CAREFUL, "F-0377"),
            [("Zara Okafor-Bell", date(2009, 6, 22), None), ("Micah Okafor-Bell", date(2013, 1, 2), None)],
            [("Grace Okafor", True), ("Steven Bell", True)],
            *(20, "Priya Nair"),
        ),
        (
            *(CAREFUL, "F-0298"),
            [("Yusuf Rahman", date(2010, 11, 30), None)],
            [("Shabnam Rahman", True)],
            *(10, "Tom Byrne"),
        ),
        (
            *(IN_WORD, "F-1180"),
            [("Alfie Whitlock", date(2019, 8, 11), None), ("Poppy Whitlock", date(2019, 8, 11), None)],
            [("Jade Whitlock", True), ("Craig Sims", False)],
            *(None, "Beth Lowe"),
        ),
    ],
)
def test_each_family_has_its_people(
    name: str,
    family_id: str,
    children: list[tuple[str, date | None, date | None]],
    adults: list[tuple[str, bool | None]],
    minutes: int | None,
    worker: str,
) -> None:
    found = family(name, family_id)
    assert [(c.name, c.born_on, c.expected_on) for c in found.children] == children
    assert [(a.name, a.has_pr) for a in found.adults] == adults
    assert (found.minutes_spent, found.worker) == (minutes, worker)


@pytest.mark.parametrize(
    ("name", "family_id", "counted"),
    [
        (CAREFUL, "F-0412", {"said": 4, "fact": 5, "opinion": 4, "hypothesis": 2, "decision": 2, "action": 3}),
        (CAREFUL, "F-0377", {"said": 4, "fact": 4, "opinion": 2, "hypothesis": 1, "decision": 2, "action": 3}),
        (CAREFUL, "F-0298", {"said": 1, "fact": 1, "decision": 1, "action": 1}),
        (IN_WORD, "F-1180", {"said": 1, "fact": 3, "decision": 1, "action": 2}),
        (HURRIED, "F-0412", {"said": 2, "fact": 3, "decision": 1, "action": 2}),
        (HURRIED, "F-0377", {"fact": 4, "decision": 1, "action": 1}),
    ],
)
def test_the_kinds_of_record_are_kept_apart(name: str, family_id: str, counted: dict[str, int]) -> None:
    assert kinds(family(name, family_id)) == counted


def test_what_was_said_has_its_speaker_and_who_heard_it() -> None:
    assert said(family(CAREFUL, "F-0412")) == [
        ("Ella Marsh", "Priya Nair", '"I get my own breakfast now and Mum gets up."'),
        ("Kelly Marsh", "", '"I want the mornings to be calmer."'),
        ("Maureen Marsh", "", "\"If you'd all asked me first I'd have had her Fridays.\""),
    ]
    assert said(family(IN_WORD, "F-1180")) == [
        ("Poppy Whitlock", "Beth Lowe", "‘I sleep in Mummy’s bed when Craig comes.’")
    ]
    assert said(family(HURRIED, "F-0412")) == [
        ("ella", "", '"nan does my hair on fridays now"'),
        ("kelly", "", 'kelly said she\'s "sick of being watched" but stayed to the end'),
    ]


def test_decisions_have_their_reason_and_who_made_them() -> None:
    assert decisions(family(CAREFUL, "F-0412")) == [
        (
            "Continue the plan; bring the core group forward to 26 November.",
            "attendance and the pre-birth date",
            "Ruth Adeyemi",
        ),
        ("Pre-birth child protection conference for Noah to be requested.", "", "Ruth Adeyemi"),
    ]
    assert decisions(family(IN_WORD, "F-1180")) == [
        ("Convene initial child protection conference", "Substantiated, continuing risk", "Hannah Cole")
    ]
    assert decisions(family(HURRIED, "F-0412")) == [("core group monthly, next 17 dec", "", "Ruth")]
    assert decisions(family(HURRIED, "F-0377")) == [
        ("strategy discussion to be held re exploitation worry", "", "Ruth")
    ]


def test_actions_have_an_owner_a_day_and_where_they_stand() -> None:
    still, late = ActionStatus.OPEN, ActionStatus.LATE
    assert actions(family(CAREFUL, "F-0377")) == [
        ("book the first looked-after review with the IRO (Amina Yusuf)", "Sam Ellis", date(2026, 11, 23), still),
        ("finish the placement plan with Mrs Hill — was due 9 November, late", "Priya Nair", date(2026, 11, 9), late),
        ("offer Steven and Zara a first session together", "Dr Lena Fox", date(2026, 12, 3), still),
    ]
    assert actions(family(IN_WORD, "F-1180")) == [
        (
            "Social worker report to parents two working days before conference",
            *("Beth Lowe", date(2026, 11, 26), still),
        ),
        ("Book room and interpreter (none needed – confirm)", "Imran Shah", date(2026, 11, 20), still),
    ]
    assert actions(family(HURRIED, "F-0412")) == [
        ("midwife still not seen", "Tom", date(2026, 12, 1), late),
        ("send core group minutes", "Sam", date(2026, 12, 3), still),
    ]
    assert actions(family(HURRIED, "F-0377")) == [("book strat disc w police", "Ruth", date(2026, 11, 27), still)]


def test_a_hypothesis_has_its_author_and_what_would_test_it() -> None:
    hypotheses = family(CAREFUL, "F-0412").entries_in(Section.HYPOTHESES)
    assert [(e.author, e.to_test) for e in hypotheses] == [
        ("Dr Lena Fox", "ask Kelly about the week he was away."),
        ("Tom Byrne", ""),
    ]


def test_only_the_line_not_to_be_shared_is_restricted() -> None:
    restricted = [e.text for name in (CAREFUL, IN_WORD, HURRIED) for e in all_entries(name) if e.is_restricted]
    assert restricted == ["nb do NOT share address of placement w/ father"]


def test_the_dated_facts_concern_the_right_children() -> None:
    ella, zara, twins = "C-22019", "C-20871", ("C-41007", "C-41008")
    assert facts(family(CAREFUL, "F-0412"), "CPP_START") == [("CPP_START", ella, date(2026, 9, 14))]
    second = date(2026, 11, 2)
    assert facts(family(CAREFUL, "F-0377"), "CLA_START", "PLACEMENT_START") == [
        ("CLA_START", zara, second),
        ("PLACEMENT_START", zara, second),
    ]
    ninth = date(2026, 11, 9)
    assert facts(family(IN_WORD, "F-1180"), "S47_START", "STRATEGY_DISCUSSION") == [
        *(("S47_START", twin, ninth) for twin in twins),
        *(("STRATEGY_DISCUSSION", twin, ninth) for twin in twins),
    ]
    assert facts(family(HURRIED, "F-0412"), "CORE_GROUP_HELD") == [("CORE_GROUP_HELD", None, date(2026, 11, 26))]
    assert facts(family(CAREFUL, "F-0412"), "CORE_GROUP_HELD") == []
    assert facts(family(HURRIED, "F-0377"), "STRATEGY_DISCUSSION") == []


def test_zara_was_missing_and_came_back() -> None:
    told = [e for e in family(CAREFUL, "F-0377").events if e.code.startswith("MISSING")]
    assert [(e.code, e.on, e.at_time) for e in told] == [
        ("MISSING_START", date(2026, 11, 15), None),
        ("MISSING_END", date(2026, 11, 16), time(7, 40)),
    ]
    again = [e for e in family(HURRIED, "F-0377").events if e.code.startswith("MISSING")]
    assert [(e.on, e.at_time) for e in again] == [(date(2026, 11, 21), None), (date(2026, 11, 21), time(23, 10))]


def test_the_late_action_makes_zaras_placement_plan_overdue() -> None:
    events = [event for event in family(CAREFUL, "F-0377").events if event.child == "C-20871"]
    plan = clock(events, "PLACE_PLAN", Coverage())
    assert (plan.due_on, plan.state) == (date(2026, 11, 9), ClockState.OVERDUE)
    assert (
        clock(without(events, "PLACEMENT_PLAN_OUTSTANDING"), "PLACE_PLAN", Coverage()).state is ClockState.CANNOT_TELL
    )


def clock(events: list[Event], rule: str, coverage: Coverage) -> Clock:
    clocks = start_clocks(
        events, load_rules(RULES), coverage=coverage, calendars=Calendars(load_calendar()), at=date(2026, 11, 27)
    )
    return next(found for found in clocks if found.rule == rule)


def without(events: list[Event], code: str) -> list[Event]:
    return [event for event in events if event.code != code]


def all_entries(name: str) -> list[Entry]:
    met = record(name)
    return [*met.entries, *(entry for found in met.discussions for entry in found.entries)]


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text))
