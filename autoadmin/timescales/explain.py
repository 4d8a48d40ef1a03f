"""Telling the story of a clock, for the person who asks why something is due."""

from __future__ import annotations

from datetime import date

from autoadmin.domain.clocks import Clock, ClockState
from autoadmin.domain.event_codes import label
from autoadmin.domain.rules import Counting, Direction, Length, Rule, Standing
from autoadmin.timescales.words import day_in_words, sources_in_words

STANDINGS = {
    Standing.STATUTE: "This is law",
    Standing.GUIDANCE: "This is statutory guidance",
    Standing.LOCAL: "This is the council's own standard",
}


def explain(clock: Clock, rule: Rule) -> str:
    """Return the story of the clock in plain sentences: the rule and its source, the start, the count, the outcome."""
    sentences = [
        f"{rule.title}: {rule.law}.",
        f"{STANDINGS[rule.standing]}. {rule.edition}",
        _start(clock),
        f"Due {_day(clock.due_on)}: {rule.length}, counted {_way(rule.length, clock)}.",
        _outcome(clock, rule),
        *clock.notes,
        *rule.notes,
    ]
    return "\n".join(sentences)


def _start(clock: Clock) -> str:
    """Return what started the clock and which records tell of it on that very day."""
    by = clock.started_by
    same = [event for event in clock.evidence if event.code == by.code and event.on == by.on]
    return f"{label(by.code)} on {_day(by.on)}, by {sources_in_words(same or [by])}."


def _way(length: Length, clock: Clock) -> str:
    way = "on" if length.direction is Direction.FORWARDS else "back"
    first = 0 if length.counting is Counting.EXCLUSIVE else 1
    return f"{way} from {day_in_words(clock.started_on)}, which is itself day {first}"


def _outcome(clock: Clock, rule: Rule) -> str:
    """Return in one sentence where the clock stands."""
    by = clock.met_by
    met = f"{label(by.code)} on {_day(clock.met_on or by.on)}, by {sources_in_words([by])}" if by else ""
    left = abs(clock.working_days_left or 0)
    days = f"{left} working day{'' if left == 1 else 's'}"
    return {
        ClockState.RUNNING: f"{days.capitalize()} left.",
        ClockState.DUE_SOON: f"Due soon: {days} left." if left else "Due before the next working day.",
        ClockState.OVERDUE: f"Overdue by {days}.",
        ClockState.MET: f"Met: {met}.",
        ClockState.MET_LATE: f"Met late: {met}.",
        ClockState.SUPERSEDED: "No longer due.",
        ClockState.CANNOT_TELL: f"The records held here do not tell whether there was {rule.done} in time.",
    }[clock.state]


def _day(day: date) -> str:
    return f"{day:%A} {day_in_words(day)}"
