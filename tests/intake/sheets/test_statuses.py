"""A status line is a dated fact about the children it names; without a date it is none."""

from __future__ import annotations

from datetime import date

import pytest

from autoadmin.domain.events import Precision
from tests.intake.sheets.typed import ELLA, NOAH, a_family, a_record, doubts

Told = tuple[str, str, str]


def told_by(status: str) -> list[Told]:
    events = a_family("", status=status).events
    return [(e.code, str(e.child), e.on.isoformat()) for e in events if not e.code.endswith("BIRTH")]


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("child protection plan (neglect) from 14 September 2026", [("CPP_START", ELLA, "2026-09-14")]),
        ("Child protection plan (neglect; emotional abuse) from 14/9/26", [("CPP_START", ELLA, "2026-09-14")]),
        (
            "Ella and Noah: CP plan (neglect) since 14.9.2026",
            [("CPP_START", ELLA, "2026-09-14"), ("CPP_START", NOAH, "2026-09-14")],
        ),
        (
            "Ella CP plan from 14/9/26; Noah s47 from 9 November 2026",
            [("CPP_START", ELLA, "2026-09-14"), ("S47_START", NOAH, "2026-11-09")],
        ),
        ("child in need plan from 1 October 2026", [("CIN_PLAN_START", ELLA, "2026-10-01")]),
        ("Ella child in need from 1 October 2026", [("CIN_START", ELLA, "2026-10-01")]),
        ("edge of care from 1 September 2026", [("EDGE_OF_CARE_START", ELLA, "2026-09-01")]),
        (
            "Ella looked after, section 20, from 2 November 2026 (foster placement with Mrs Hill from 3 November 2026)",
            [
                ("CLA_START", ELLA, "2026-11-02"),
                ("LEGAL_STATUS_START", ELLA, "2026-11-02"),
                ("PLACEMENT_START", ELLA, "2026-11-03"),
            ],
        ),
    ],
)
def test_a_dated_status_is_an_event_of_each_child_it_means(status: str, told: list[Told]) -> None:
    assert told_by(status) == told


@pytest.mark.parametrize(
    "status",
    [
        "child protection plan",
        "looked after",
        "not looked after",
        "no longer on a CP plan since 1 November 2026",
        "CP plan ended 1 November 2026",
        "pre-birth conference requested 9 November 2026",
        "child in need plan, previously CP plan until 30 September 2026",
    ],
)
def test_a_status_without_a_beginning_is_no_event(status: str) -> None:
    assert told_by(status) == []


def test_a_status_that_lies_ahead_is_doubted() -> None:
    record = a_record("", status="Ella child protection plan from 14 December 2026")
    assert doubts(record) == ["14 December 2026 is after the meeting; it was not taken as having happened."]


def test_a_dated_status_that_gives_nothing_is_doubted() -> None:
    record = a_record("", status="CP plan ended 1 November 2026")
    assert doubts(record) == ["No dated fact could be taken from this status; it is kept as typed."]


def test_a_month_is_kept_as_a_month() -> None:
    (plan,) = (event for event in a_family("", status="Ella: CP plan since Sept 2026").events if "CPP" in event.code)
    assert (plan.on, plan.precision) == (date(2026, 9, 1), Precision.MONTH)


def test_a_status_for_an_unborn_sibling_is_asked_about() -> None:
    record = a_record("", status="child protection plan from 14 September 2026")
    assert doubts(record) == [
        "The status names no child; it was taken for those who are born, not for Noah Marsh. Please check."
    ]


@pytest.mark.parametrize(
    ("status", "every"),
    [
        ("child protection plan (neglect) from 14 September 2026, visits weekly", "weekly"),
        ("child protection plan from 14 September 2026, visited every 5 working days", "every 5 working days"),
        ("child in need plan from 1 October 2026, visits every 2 weeks", "every 2 weeks"),
        ("child protection plan (neglect) from 14 September 2026", None),
    ],
)
def test_how_often_a_plan_asks_for_visits_is_read_with_it(status: str, every: str | None) -> None:
    events = [e for e in a_family("", status=status).events if e.code in ("CPP_START", "CIN_PLAN_START")]
    assert [event.fields.get("visit_every") for event in events] == [every]


def test_a_status_without_a_day_is_noted_since_nothing_is_counted_from_it() -> None:
    record = a_record("", status="Ella child in need; Noah: pre-birth assessment")
    told = [finding for finding in record.findings if "No day is given" in finding.message]
    assert [(finding.severity.value, finding.raw) for finding in told] == [("note", "Ella child in need")]
    dated = a_record("", status="Ella child in need from 1 October 2026")
    assert not [finding for finding in dated.findings if "No day is given" in finding.message]
