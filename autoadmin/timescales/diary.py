"""A child's events by code, earliest first, as far as they had happened by a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from operator import attrgetter

from autoadmin.domain.events import Event
from autoadmin.domain.rules import FieldTest, Rule, says


class Diary:
    """The events of one child up to and including the day `at`; due dates that a system recorded may lie ahead."""

    def __init__(self, events: Iterable[Event], at: date) -> None:
        self.at = at
        by_code: defaultdict[str, list[Event]] = defaultdict(list)
        for event in events:
            if event.on <= at or event.code.endswith("_DUE_RECORDED"):
                by_code[event.code].append(event)
        for told in by_code.values():
            told.sort(key=attrgetter("on"))
        self._by_code = dict(by_code)

    def __getitem__(self, code: str) -> Sequence[Event]:
        """Return the events of one code, earliest first."""
        return self._by_code.get(code, ())

    def partings(self, rule: Rule, code: str) -> list[date]:
        """Return the days, in order, on which a clock of the rule met its work or its end; not those of `code`."""
        stops = (*rule.stops, *rule.ends)
        return sorted(event.on for stop in stops if stop.event != code for event in self[stop.event])

    def last_word(self, codes: Iterable[str], tests: tuple[FieldTest, ...], by: date) -> list[Event]:
        """Return the latest events of these codes, all of one day, that say anything about the tested fields."""
        told = [e for code in codes for e in self[code] if e.on <= by and says(tests, e.fields) is not None]
        latest = max((event.on for event in told), default=None)
        return [event for event in told if event.on == latest]
