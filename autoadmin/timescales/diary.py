"""A child's events by code, earliest first, as far as they had happened by a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from autoadmin.domain.clocks import DISCUSSION_SHEET
from autoadmin.domain.events import Event
from autoadmin.domain.rules import Rule, Start, says

Order = tuple[date, bool, date, str, str, str, tuple[tuple[str, str], ...]]


class Diary:
    """The events of one child that had happened by the day `at`; due dates that a system recorded may lie ahead."""

    def __init__(self, events: Iterable[Event], at: date) -> None:
        self.at = at
        by_code: defaultdict[str, list[Event]] = defaultdict(list)
        for event in events:
            if (event.on <= at and event.had_happened) or event.code.endswith("_DUE_RECORDED"):
                by_code[event.code].append(event)
        self._told = by_code
        self._in_order: dict[str, Sequence[Event]] = {}  # put in order when first asked for: most codes never are

    def __getitem__(self, code: str) -> Sequence[Event]:
        """Return the events of one code, earliest first; of one day, the unit's own sheets before the extracts."""
        if code not in self._in_order:
            self._in_order[code] = _in_order(self._told.get(code, ()))
        return self._in_order[code]

    def partings(self, rule: Rule, code: str) -> list[date]:
        """Return the days, in order, on which a clock of the rule met its work or its end; not those of `code`."""
        stops = (*rule.stops, *rule.ends)
        return sorted(event.on for stop in stops if stop.event != code for event in self[stop.event])

    def last_word(self, start: Start, by: date) -> list[Event]:
        """Return the latest events, all of one day, that say and still hold what the start's `not_if` asks about."""
        tests = start.not_if
        told = [e for code in start.not_if_in for e in self[code] if e.on <= by and says(tests, e.fields) is not None]
        over = [
            e for code in start.not_if_until for e in self[code] if e.on <= by and says(tests, e.fields) is not False
        ]
        lapsed_on = max((event.on for event in over), default=date.min)
        latest = max((event.on for event in told if event.on >= lapsed_on), default=None)
        return [event for event in told if event.on == latest]


def _in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events in an order that does not depend on how they came, each once however often it was told."""
    return tuple(event for _, event in sorted({_order(event): event for event in events}.items()))


def _order(event: Event) -> Order:
    source = event.source
    place = (source.stated_on or date.max, source.place.file, source.place.where)
    said = tuple(sorted(event.fields.items()))
    return (event.on, source.kind != DISCUSSION_SHEET, *place, event.precision.value, said)
