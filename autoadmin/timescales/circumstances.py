"""Whether a rule is the one that holds on a day: what the child's circumstances and age then were."""

from __future__ import annotations

from datetime import date

from autoadmin.domain.calendars import Calendars
from autoadmin.domain.field_tests import FieldTest, says
from autoadmin.domain.rules import Ages, Circumstance, Rule
from autoadmin.domain.working_days import add_months
from autoadmin.timescales.diary import Diary


def holds(rule: Rule, on: date, diary: Diary, calendars: Calendars) -> bool:
    """Return whether everything that the rule asks of the day is so by the records."""
    if rule.aged and not is_aged(rule.aged, on, diary):
        return False
    return all(_is_so(one, on, diary, calendars) for one in rule.circumstances)


def is_aged(ages: Ages, on: date, diary: Diary) -> bool:
    """Return whether the child was of that age on the day; False where no birth is recorded."""
    if diary.born_on is None:
        return False
    if on < birthday(diary.born_on, ages.from_):
        return False
    return ages.under is None or on < birthday(diary.born_on, ages.under)


def birthday(born_on: date, age: int) -> date:
    """Return the day on which somebody turns so old; of 29 February, 28 February in common years."""
    return add_months(born_on, 12 * age)


def _is_so(one: Circumstance, on: date, diary: Diary, calendars: Calendars) -> bool:
    since = max((told[-1].on for code in one.since if (told := diary.until(code, on))), default=None)
    if since is None or _is_over(one, since, on, diary):
        return False
    if one.says and not _last_word(one, one.says, on, diary):
        return False
    if one.never_says and _last_word(one, one.never_says, on, diary):
        return False
    if one.at_least and not _has_reached(one.at_least.reach(since, calendars), on):
        return False
    return not (one.less_than and _has_reached(one.less_than.reach(since, calendars), on))


def _is_over(one: Circumstance, since: date, on: date, diary: Diary) -> bool:
    """Return whether something of `until` came after the start; what ends on the day it begins is a change."""
    return any((told := diary.until(code, on)) and told[-1].on > since for code in one.until)


def _last_word(one: Circumstance, tests: tuple[FieldTest, ...], on: date, diary: Diary) -> bool:
    """Return whether the latest event that says anything of it, and was not over since, says it."""
    told = [e for code in one.since for e in diary.until(code, on) if says(tests, e.fields) is not None]
    latest = max((event.on for event in told), default=None)
    if latest is None or _is_over(one, latest, on, diary):
        return False
    return any(says(tests, event.fields) for event in told if event.on == latest)


def _has_reached(day: date | None, on: date) -> bool:
    return day is not None and day <= on
