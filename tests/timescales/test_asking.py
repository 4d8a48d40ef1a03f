"""Clocks are counted from the events that a rule asks about; the others may stay unread."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autoadmin.domain.event_codes import LABELS
from autoadmin.domain.events import Event
from autoadmin.domain.rules import Rule
from autoadmin.timescales import codes_asked, start_clocks
from tests.timescales.office_diary import CALENDARS, CHILD, DISCUSSED, RULES, TODAY, an_entry

ASKED = codes_asked(RULES)
SAID = (
    "",
    " | outcome_cp=Y",
    " | seen=Y, seen_alone=Y",
    " | legal_status=V3",
    " | nfa=Y",
    " | type=Review health assessment",
)


def test_whatever_code_a_rule_names_is_asked_about() -> None:
    named = {
        code for rule in RULES if rule.is_on for code in re.findall(r"'([A-Z0-9_]+)'", repr(rule)) if code in LABELS
    }
    assert named <= ASKED
    assert {"BIRTH", "ICPC_BOOKED", "CPP_START"} <= ASKED
    assert "CASE_NOTE_WRITTEN" not in ASKED


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.is_on], ids=lambda rule: rule.id)
def test_one_rule_asks_about_its_own_events_alone(rule: Rule) -> None:
    assert {start.event for start in rule.starts} | {stop.event for stop in (*rule.stops, *rule.ends)} <= codes_asked(
        [rule]
    )
    assert not codes_asked([replace(rule, is_on=False)]) - {"BIRTH", "BIRTH_BOOKED"}


@st.composite
def an_event(draw: st.DrawFn) -> Event:
    on = TODAY - timedelta(days=draw(st.integers(-200, 3_000)))
    told = draw(st.sampled_from(("", " | bundle 2026-11-24")))
    return an_entry(
        f"{max(on, date(2018, 1, 1))} {draw(st.sampled_from(sorted(LABELS)))}{told}{draw(st.sampled_from(SAID))}"
    )


@given(st.lists(an_event(), max_size=60))
@settings(deadline=None)
def test_the_clocks_are_the_same_without_the_events_that_nobody_asks_about(events: list[Event]) -> None:
    asked = [event for event in events if event.code in ASKED]
    whole, part = (
        start_clocks(told, RULES, coverage=DISCUSSED, calendars=CALENDARS, at=TODAY, child=CHILD)
        for told in (events, asked)
    )
    assert whole == part
