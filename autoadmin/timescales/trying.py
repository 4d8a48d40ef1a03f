"""Trying a rule on invented children: does what it names start it, and does the work it asks for meet it?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from autoadmin.domain.calendars import Calendars
from autoadmin.domain.clocks import Clock, ClockState, Coverage
from autoadmin.domain.event_codes import label
from autoadmin.domain.events import Event
from autoadmin.domain.rules import Rule
from autoadmin.domain.trials import Trial
from autoadmin.timescales.clocks import start_clocks
from autoadmin.timescales.invented import events_that_start, work_that_meets
from autoadmin.timescales.words import day_in_words


def try_rules(rules: Iterable[Rule], calendars: Calendars, *, on: date) -> tuple[Trial, ...]:
    """Return what each rule gives, as if everything it names happened on that day; those that are off as if on."""
    return tuple(_try(replace(rule, is_on=True, valid_from=None, valid_to=None), calendars, on) for rule in rules)


def _try(rule: Rule, calendars: Calendars, on: date) -> Trial:
    started_by = label(rule.starts[0].event)
    trial = Trial(rule.id, started_by, on)
    if rule.length is None and not rule.date_in:
        return replace(trial, note="no length is given yet")
    told = events_that_start(rule, on)
    clock = _last(rule, told, calendars, on)
    if clock is None:
        if rule.length and rule.length.reach(on, calendars) is None:
            return replace(trial, note="not counted: config.toml names no school terms so far on")
        return replace(
            trial, problem=f'"{started_by}" on {day_in_words(on)} started nothing; look at what it asks for.'
        )
    trial = replace(trial, started_on=clock.started_on, due_on=clock.due_on)
    return _met(trial, rule, told, clock, calendars)


def _met(trial: Trial, rule: Rule, told: list[Event], clock: Clock, calendars: Calendars) -> Trial:
    """Return the trial with what met it, or with the work that did not."""
    for stop in rule.stops:
        work = work_that_meets(stop, clock.due_on)
        met = _last(rule, [*told, work], calendars, clock.due_on, clock.started_on)
        if met is None or met.state is not ClockState.MET:
            done = f'"{label(stop.event)}" on {day_in_words(clock.due_on)}, the day it is due,'
            return replace(trial, problem=f"{done} did not meet it; look at what the stop asks for.")
    return replace(trial, met_by=label(rule.stops[0].event).lower())


def _last(
    rule: Rule, told: list[Event], calendars: Calendars, at: date, started_on: date | None = None
) -> Clock | None:
    clocks = start_clocks(told, [rule], coverage=Coverage(), calendars=calendars, at=at)
    of_day = [clock for clock in clocks if started_on is None or clock.started_on == started_on]
    return max(of_day, key=lambda clock: clock.started_on, default=None)
