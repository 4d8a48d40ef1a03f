"""Telling the story of a clock, for the person who asks why something is due."""

from __future__ import annotations

from datetime import date

from autoadmin.domain.clocks import Clock, ClockState
from autoadmin.domain.event_codes import label
from autoadmin.domain.rules import Counting, Direction, Rule, Standing
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
        f"{label(clock.started_by.code)} on {_day(clock.started_on)}, by {sources_in_words(clock.evidence)}.",
        f"{rule.length} {_counted(rule)} is {_day(clock.due_on)}.",
        _outcome(clock, rule),
        *clock.notes,
        *rule.notes,
    ]
    return "\n".join(sentences)


def _counted(rule: Rule) -> str:
    way = "on from" if rule.length.direction is Direction.FORWARDS else "back from"
    is_inclusive = rule.length.counting is Counting.INCLUSIVE
    return f"{way} {'and with that day' if is_inclusive else 'that day, which is not itself counted,'}"


def _outcome(clock: Clock, rule: Rule) -> str:
    """Return in one sentence where the clock stands."""
    met = f"{label(clock.met_by.code)} on {_day(clock.met_on)}" if clock.met_by and clock.met_on else ""
    left = abs(clock.working_days_left or 0)
    days = f"{left} working day{'' if left == 1 else 's'}"
    return {
        ClockState.RUNNING: f"{days.capitalize()} left.",
        ClockState.DUE_SOON: f"Due soon: {days} left." if left else "Due before another working day begins.",
        ClockState.OVERDUE: f"Overdue by {days}.",
        ClockState.MET: f"Met: {met}.",
        ClockState.MET_LATE: f"Met late: {met}.",
        ClockState.SUPERSEDED: "No longer due.",
        ClockState.CANNOT_TELL: f"The records held here do not tell whether there was {rule.done} in time.",
    }[clock.state]


def _day(day: date) -> str:
    return f"{day:%A} {day_in_words(day)}"
