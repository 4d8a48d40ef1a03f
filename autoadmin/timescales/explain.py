"""Telling the story of a clock, for the person who asks why something is due."""

from __future__ import annotations

from datetime import date, timedelta

from autoadmin.domain.calendars import Calendars
from autoadmin.domain.clocks import Clock, ClockState
from autoadmin.domain.event_codes import label
from autoadmin.domain.lengths import Counting, Direction, Length, LengthUnit
from autoadmin.domain.rules import Rule, Standing
from autoadmin.timescales.words import day_in_words, evidence_in_words, sources_in_words

STANDINGS = {
    Standing.STATUTE: "This is law",
    Standing.GUIDANCE: "This is statutory guidance",
    Standing.LOCAL: "This is the council's own standard",
}
TO_BE_CONFIRMED = "The council has yet to confirm this rule."


def explain(clock: Clock, rule: Rule, calendars: Calendars) -> str:
    """Return the story of the clock in plain sentences: the rule and its source, the start, the count, the outcome."""
    sentences = [
        f"{rule.title}: {rule.law}.",
        f"{STANDINGS[rule.standing]}. {rule.edition}{f' {TO_BE_CONFIRMED}' if rule.to_be_confirmed else ''}",
        _start(clock),
        _count(clock, rule, calendars),
        _outcome(clock, rule),
        *clock.notes,
        *rule.notes,
    ]
    return "\n".join(sentences)


def _start(clock: Clock) -> str:
    """Return what started the clock and which records tell of it on that very day."""
    by = clock.started_by
    same = [event for event in clock.evidence if event.code == by.code and event.on == by.on]
    return f"{label(by.code)} on {_day(by.on)}, by {evidence_in_words(same or [by])}."


def _count(clock: Clock, rule: Rule, calendars: Calendars) -> str:
    """Return when it is due and how that was counted."""
    due = f"Due {_day(clock.due_on)}"
    length = rule.length
    if " from " in clock.length:
        return f"{due}: {clock.length}."
    if clock.length or length is None:
        return f"{due}: {clock.length or 'the date that the record gives'}, from {day_in_words(clock.started_on)}."
    way = "on" if length.direction is Direction.FORWARDS else "back"
    first = 0 if length.counting is Counting.EXCLUSIVE else 1
    counted = f"{due}: {length}, counted {way} from {day_in_words(clock.started_on)}, which is itself day {first}."
    return f"{counted}{_days(clock, length, calendars)}"


def _days(clock: Clock, length: Length, calendars: Calendars) -> str:
    """Return which day is day 1 of a count of working days, and which holidays were left out on the way."""
    if length.unit is not LengthUnit.WORKING_DAYS or not length.count:
        return ""
    days = length.working_days(calendars)
    sign = 1 if length.direction is Direction.FORWARDS else -1
    before = clock.started_on - timedelta(days=sign if length.counting is Counting.INCLUSIVE else 0)
    told = f" Day 1 is {_day(days.add(before, sign))}"
    first, last = sorted((clock.started_on, clock.due_on))
    free = sorted(day for day in days.holidays if first <= day <= last and day.weekday() < 5)
    return f"{told}; bank holidays left out: {', '.join(map(day_in_words, free))}." if free else f"{told}."


def _outcome(clock: Clock, rule: Rule) -> str:
    """Return in one sentence where the clock stands."""
    by = clock.met_by
    records = [by, *(event for event in clock.met_evidence if event.on == by.on)] if by else []
    met = f"{label(by.code)} on {_day(clock.met_on or by.on)}, by {evidence_in_words(records)}" if by else ""
    left = abs(clock.working_days_left or 0)
    days = f"{left} working day{'' if left == 1 else 's'}"
    return {
        ClockState.RUNNING: f"{days.capitalize()} left.",
        ClockState.DUE_SOON: f"Due soon: {days} left." if left else "Due before the next working day.",
        ClockState.OVERDUE: f"Overdue by {days}.",
        ClockState.MET: f"Met: {met}.",
        ClockState.MET_LATE: f"Met late: {met}.",
        ClockState.SUPERSEDED: _superseded(clock),
        ClockState.CANNOT_TELL: f"The records held here do not tell whether there was {rule.done} in time.",
    }[clock.state]


def _superseded(clock: Clock) -> str:
    by = clock.superseded_by
    if by is None:
        return "No longer due."
    return f"No longer due: {label(by.code)} on {_day(by.on)}, by {sources_in_words([by])}."


def _day(day: date) -> str:
    return f"{day:%A} {day_in_words(day)}"
