"""A child's events by code, earliest first, as far as they had happened by a day."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter

from autoadmin.domain.clocks import DISCUSSION_SHEET
from autoadmin.domain.events import Event
from autoadmin.domain.field_tests import says
from autoadmin.domain.rules import Rule, Start, booked_code
from autoadmin.timescales.occasions import Occasion, occasions

Order = tuple[date, bool, date, str, str, str, tuple[tuple[str, str], ...]]
_DAY = attrgetter("on")
_WHEN_TOLD = ("_DUE_RECORDED",)
A_YEAR = timedelta(days=366)


class Diary:
    """The events of one child that had happened by the day `at`; due dates that a system recorded may lie ahead."""

    def __init__(self, events: Iterable[Event], at: date) -> None:
        self.at = at
        told: defaultdict[str, list[Event]] = defaultdict(list)
        ahead: defaultdict[str, list[Event]] = defaultdict(list)
        for event in events:
            stated_on = event.source.stated_on
            if (event.on <= at and (stated_on is None or event.on <= stated_on)) or event.code.endswith(_WHEN_TOLD):
                told[event.code].append(event)
            elif stated_on is None or stated_on <= at:
                ahead[event.code].append(event)
        self._told = told
        self._ahead = ahead
        self._in_order: dict[str, tuple[Event, ...]] = {}  # put in order when first asked for: most codes never are
        self._days: dict[str, list[date]] = {}
        self._occasions: dict[tuple[str, int], list[Occasion]] = {}
        self._saying: dict[tuple[tuple[str, ...], str], list[Event]] = {}

    @property
    def codes(self) -> set[str]:
        """Return the codes of everything told, what lies ahead included."""
        return {*self._told, *self._ahead}

    @property
    def born_on(self) -> date | None:
        """Return the day of birth, the earliest that is recorded; None where none is."""
        births = self["BIRTH"]
        return births[0].on if births else None

    def __getitem__(self, code: str) -> tuple[Event, ...]:
        """Return the events of one code, earliest first; of one day, the unit's own sheets before the extracts."""
        held = self._in_order.get(code)
        if held is None:
            held = self._in_order[code] = _in_order(self._told.get(code, ()))
        return held

    def until(self, code: str, day: date) -> tuple[Event, ...]:
        """Return the events of one code up to and on that day."""
        events = self[code]
        if not events or events[-1].on <= day:
            return events
        if code not in self._days:
            self._days[code] = [event.on for event in events]
        return events[: bisect_right(self._days[code], day)]

    def occasions(self, code: str, within: int) -> list[Occasion]:
        """Return the occasions of one code, worked out once."""
        key = (code, within)
        held = self._occasions.get(key)
        if held is None:
            held = self._occasions[key] = occasions(self[code], within=within)
        return held

    def occasions_of(self, rule: Rule, code: str) -> list[Occasion]:
        """Return the occasions of a code that starts the rule, parted where its work or its end lies between."""
        told = self.occasions(code, rule.same_within)
        if all(occasion.on == occasion.until for occasion in told):
            return told
        return occasions(self[code], within=rule.same_within, parted_by=self._partings(rule, code))

    def saying(self, codes: tuple[str, ...], field: str) -> list[Event]:
        """Return the events of these codes that say anything in a field, the latest first."""
        held = self._saying.get((codes, field))
        if held is None:
            told = [event for code in codes for event in self[code] if event.fields.get(field)]
            held = self._saying[codes, field] = sorted(told, key=_DAY, reverse=True)
        return held

    def booked(self, held: str) -> list[Event]:
        """Return the days that are booked for something, each the last word on it before that day came.

        What lies more than a year ahead of its record is a slip, and nothing is counted back from it.
        """
        told = [*self._ahead.get(held, ()), *self._ahead.get(booked_code(held), ()), *self[booked_code(held)]]
        standing: list[Event] = []
        for event in sorted(_in_order(told), key=lambda event: event.source.stated_on or date.min):
            stated_on = event.source.stated_on or date.min
            if event.source.stated_on and event.on > stated_on + A_YEAR:
                continue
            standing = [other for other in standing if other.on <= stated_on]
            standing.append(event)
        return standing

    def _partings(self, rule: Rule, code: str) -> list[date]:
        """Return the days, in order, on which a clock of the rule met its work or its end; not those of `code`."""
        stops = (*rule.stops, *rule.ends)
        return sorted(event.on for stop in stops if stop.event != code for event in self[stop.event])

    def last_word(self, start: Start, by: date) -> list[Event]:
        """Return the latest events, all of one day, that say and still hold what the start's `not_if` asks about."""
        tests = start.not_if
        told = [e for code in start.not_if_in for e in self.until(code, by) if says(tests, e.fields) is not None]
        if not told:
            return []
        over = [e for code in start.not_if_until for e in self.until(code, by) if says(tests, e.fields) is not False]
        lapsed_on = max((event.on for event in over), default=date.min)
        latest = max((event.on for event in told if event.on >= lapsed_on), default=None)
        return [event for event in told if event.on == latest]


def _in_order(events: Sequence[Event]) -> tuple[Event, ...]:
    """Return the events in an order that does not depend on how they came, each once however often it was told."""
    ordered: list[Event] = []
    for _, of_day in groupby(sorted(events, key=_DAY), key=_DAY):
        told = list(of_day)
        if len(told) > 1:
            told = [event for _, event in sorted({_order(event): event for event in told}.items())]
        ordered += told
    return tuple(ordered)


def _order(event: Event) -> Order:
    source = event.source
    place = (source.stated_on or date.max, source.place.file, source.place.where)
    said = tuple(sorted(event.fields.items()))
    return (event.on, source.kind != DISCUSSION_SHEET, *place, event.precision.value, said)
