"""Finding what met a clock, or made it pointless."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from autoadmin.domain.events import Event
from autoadmin.domain.rules import Rule, Stop, says
from autoadmin.timescales.beginnings import Beginning
from autoadmin.timescales.diary import Diary
from autoadmin.timescales.occasions import Occasion, occasions


@dataclass(frozen=True, slots=True)
class Ending:
    """What met a clock, or what ended it unmet; neither where it is still open."""

    met: Occasion | None = None
    ended: Event | None = None


class Endings:
    """Everything in a child's diary that can meet or end a clock of one rule."""

    def __init__(self, rule: Rule, diary: Diary) -> None:
        self._started_by = {start.event for start in rule.starts}
        self._met = [(stop, occasion) for stop in rule.stops for occasion in _occasions_of(stop, rule, diary)]
        self._ended = [(stop, event) for stop in rule.ends for event in diary[stop.event] if _is_so(stop, event)]

    def of(self, beginning: Beginning, previous: Beginning | None, taken: Occasion | None) -> Ending:
        """Return how the clock that began there came out. `taken` met the clock of the `previous` start."""
        met = min(self._meeting(beginning, previous, taken), key=lambda occasion: occasion.on, default=None)
        ended = min(self._ending(beginning), key=lambda event: event.on, default=None)
        if met and (ended is None or met.on < ended.on or (met.on == ended.on and ended.code not in self._started_by)):
            return Ending(met=met)
        return Ending(ended=ended)

    def _meeting(self, beginning: Beginning, previous: Beginning | None, taken: Occasion | None) -> Iterable[Occasion]:
        """Yield what can meet the clock; work done before its start, only where it was not for the start before."""
        since = previous.occasion.until if previous else date.min
        for stop, occasion in self._met:
            earliest = _earliest(stop, beginning)
            if stop.days_before and occasion is not taken and occasion.on > since:
                earliest -= timedelta(days=stop.days_before)
            if occasion.latest >= earliest and not _shares(occasion.events, beginning):
                yield occasion

    def _ending(self, beginning: Beginning) -> Iterable[Event]:
        for stop, event in self._ended:
            if event.on >= _earliest(stop, beginning) and not _shares((event,), beginning):
                yield event


def _occasions_of(stop: Stop, rule: Rule, diary: Diary) -> list[Occasion]:
    return occasions((event for event in diary[stop.event] if _is_so(stop, event)), within=rule.same_within)


def _is_so(stop: Stop, event: Event) -> bool:
    """Return whether the event says what the stop asks for: what nobody recorded is not enough."""
    if stop.only_if and not says(stop.only_if, event.fields):
        return False
    return not says(stop.not_if, event.fields)


def _earliest(stop: Stop, beginning: Beginning) -> date:
    """Return the first day on which the stop counts for this clock."""
    return beginning.occasion.until + timedelta(days=1) if stop.after_start_day else beginning.on


def _shares(events: Iterable[Event], beginning: Beginning) -> bool:
    return any(event is own for event in events for own in beginning.occasion.events)
