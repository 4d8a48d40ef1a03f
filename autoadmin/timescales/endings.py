"""Finding what met a clock, or made it pointless."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate, groupby
from operator import attrgetter

from autoadmin.domain.events import Event
from autoadmin.domain.field_tests import says
from autoadmin.domain.rules import Rule, Stop
from autoadmin.timescales.beginnings import Beginning
from autoadmin.timescales.diary import Diary
from autoadmin.timescales.occasions import Occasion, occasion_of, occasions

_DAY = attrgetter("on")


@dataclass(frozen=True, slots=True)
class Ending:
    """What met a clock, or what ended it unmet; neither where it is still open.

    `unclear` are records of the work that do not say, or do not agree, whether it was what the rule asks for;
    `not_counted` those that say plainly that it was not.
    """

    met: Occasion | None = None
    ended: Event | None = None
    unclear: tuple[Event, ...] = ()
    not_counted: tuple[tuple[Event, Stop], ...] = ()

    @property
    def on(self) -> date | None:
        """Return the day on which it was met or ended; None while it is open."""
        return self.met.on if self.met else self.ended.on if self.ended else None


class Endings:
    """Everything in a child's diary that can meet or end a clock of one rule."""

    def __init__(self, rule: Rule, diary: Diary) -> None:
        self._started_by = rule.start_codes
        self._meets = [_Meeting(stop, rule, diary) for stop in rule.stops if diary[stop.event]]
        self._ends = [
            (stop, events, [event.on for event in events])
            for stop in rule.ends
            if (events := [event for event in _tellings(stop, rule, diary) if _is_so(stop, event)])
        ]

    def of(self, beginning: Beginning, previous: Beginning | None, taken: Occasion | None) -> Ending:
        """Return how the clock that began there came out. `taken` met the clock of the `previous` start."""
        since = previous.occasion.until if previous else date.min
        met: Occasion | None = None
        for meeting in self._meets:
            found = meeting.first(beginning, since, taken)
            if found and (met is None or found.on < met.on):
                met = found
        ended = self._ended_by(beginning)
        if met and (ended is None or met.on < ended.on or (met.on == ended.on and ended.code not in self._started_by)):
            return Ending(met=met)
        unclear = tuple(event for meeting in self._meets for event in meeting.unclear_from(beginning.on))
        not_counted = tuple(one for meeting in self._meets for one in meeting.not_counted_from(beginning.on))
        return Ending(ended=ended, unclear=unclear, not_counted=not_counted)

    def _ended_by(self, beginning: Beginning) -> Event | None:
        """Return the first event that ends the clock."""
        ended: Event | None = None
        for stop, events, days in self._ends:
            earliest = beginning.ends_from or _earliest(stop, beginning)
            for number in range(bisect_left(days, earliest), len(events)):
                event = events[number]
                if not _shares((event,), beginning):
                    if ended is None or event.on < ended.on:
                        ended = event
                    break
        return ended


class _Meeting:
    """One kind of work that meets the clocks of a rule, in the order it was done."""

    def __init__(self, stop: Stop, rule: Rule, diary: Diary) -> None:
        self._stop = stop
        self._starts_next = stop.event in rule.start_codes
        self._unclear: list[Event] = []
        self._not_counted: list[Event] = []
        told = diary.occasions(stop.event, rule.same_within)
        if not (stop.only_if or stop.not_if):
            self._occasions = told
        elif all(occasion.on == occasion.until for occasion in told):
            self._occasions = [clear for occasion in told for clear in self._clear(occasion)]
        else:
            days = [occasion_of(tuple(of_day)) for _, of_day in groupby(diary[stop.event], key=_DAY)]
            clear = [event for day in days for one in self._clear(day) for event in one.events]
            self._occasions = occasions(clear, within=rule.same_within)
        self._reach = list(accumulate((occasion.latest for occasion in self._occasions), max))

    def first(self, beginning: Beginning, since: date, taken: Occasion | None) -> Occasion | None:
        """Return the first occasion that meets the clock; work done before its start, only where it was not for the
        start before.
        """
        stop = self._stop
        earliest = _earliest(stop, beginning)
        soonest = earliest - timedelta(days=stop.days_before) if stop.days_before else earliest
        for number in range(bisect_left(self._reach, soonest), len(self._occasions)):
            occasion = self._occasions[number]
            is_early_work = stop.days_before and occasion is not taken and occasion.on > since
            if occasion.latest >= (soonest if is_early_work else earliest) and not _shares(occasion.events, beginning):
                return occasion
        return None

    def unclear_from(self, day: date) -> list[Event]:
        """Return the records from that day on that leave open whether they meet a clock."""
        return [event for event in self._unclear if event.on >= day]

    def not_counted_from(self, day: date) -> list[tuple[Event, Stop]]:
        """Return the records after that day, or of it where they start no clock, that say that they meet none."""
        first = day + timedelta(days=1) if self._starts_next else day
        return [(event, self._stop) for event in self._not_counted if event.on >= first]

    def _clear(self, occasion: Occasion) -> Iterator[Occasion]:
        """Yield what is so of one day; a day of which nobody says it, or records differ, is kept aside."""
        told = occasion.events
        is_so = [_is_so(self._stop, event) for event in told]
        if all(is_so):
            yield occasion
        elif any(is_so) and not self._is_disputed(told, is_so):
            yield occasion_of([event for event, so in zip(told, is_so, strict=True) if so])
        elif any(is_so) or self._is_unsaid(told):
            self._unclear += told
        else:
            self._not_counted.append(occasion.event)

    def _is_disputed(self, told: Sequence[Event], is_so: list[bool]) -> bool:
        """Return whether another record of the day says plainly that it was not so."""
        tests = self._stop.only_if
        return len(told) > 1 and any(
            says(tests, event.fields) is False for event, so in zip(told, is_so, strict=True) if not so and tests
        )

    def _is_unsaid(self, told: Sequence[Event]) -> bool:
        only_if, not_if = self._stop.only_if, self._stop.not_if
        return any(says(only_if, event.fields) is None and not says(not_if, event.fields) for event in told)


def _tellings(stop: Stop, rule: Rule, diary: Diary) -> Sequence[Event]:
    """Return the records of what may end a clock; of what must come later than its start, those of the first day told:
    a file that dates the same thing a day later tells of no second one.
    """
    if not stop.after_start_day:
        return diary[stop.event]
    told = diary.occasions_of(rule, stop.event)
    return [event for occasion in told for event in occasion.events if event.on == occasion.on]


def _is_so(stop: Stop, event: Event) -> bool:
    """Return whether the event says what the stop asks for: what nobody recorded is not enough."""
    if stop.only_if and not says(stop.only_if, event.fields):
        return False
    return not (stop.not_if and says(stop.not_if, event.fields))


def _earliest(stop: Stop, beginning: Beginning) -> date:
    """Return the first day on which the stop counts for this clock."""
    if not stop.after_start_day:
        return beginning.on
    return max(beginning.on, beginning.occasion.until) + timedelta(days=1)


def _shares(events: Iterable[Event], beginning: Beginning) -> bool:
    own = beginning.occasion.events
    for event in events:
        for one in own:
            if event is one:
                return True
    return False
