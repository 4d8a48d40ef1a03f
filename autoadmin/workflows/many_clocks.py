"""The clocks of many children: what is held about them is read at once, then counted child by child."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from autoadmin.domain.calendars import Calendars
from autoadmin.domain.clocks import Clock
from autoadmin.domain.people import Child
from autoadmin.domain.rules import Rule
from autoadmin.store import Session
from autoadmin.timescales import codes_asked, start_clocks
from autoadmin.workflows.gathering import coverage_by
from autoadmin.workflows.shelf import Shelf


@dataclass(frozen=True, slots=True)
class Counting:
    """By what the clocks of every child are counted: the rules in force, the days that count, and the day it is."""

    rules: tuple[Rule, ...]
    codes: frozenset[str]  # of the events that a rule asks about
    calendars: Calendars
    at: date


def counting_of(shelf: Shelf, at: date) -> Counting:
    """Return how clocks are counted on a day by the rules as they now stand."""
    rules = tuple(rule for rule in shelf.rules.values() if rule.is_on)
    return Counting(rules, codes_asked(rules), shelf.calendars, at)


def clocks_of_many(
    store: Session, children: Sequence[Child], counting: Counting
) -> Iterator[tuple[Child, tuple[Clock, ...]]]:
    """Yield each child with its clocks, worked out anew from everything held that a rule asks about."""
    ids = [child.id for child in children]
    days = store.meetings.days_by_family({child.family for child in children if child.family})
    events, extracts = store.events.by_child(ids, counting.codes), store.extracts.by_child(ids)
    for child in children:
        discussed = days.get(child.family, ()) if child.family else ()
        coverage = coverage_by(extracts.get(child.id, ()), discussed, until=counting.at)
        told, by = events.get(child.id, ()), counting
        yield child, start_clocks(told, by.rules, coverage=coverage, calendars=by.calendars, at=by.at)
