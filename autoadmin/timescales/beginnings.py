"""Finding what starts a clock: which event counts, from which day, and what a person should know about it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from autoadmin.domain.calendars import Calendars
from autoadmin.domain.events import Event
from autoadmin.domain.field_tests import denies, says
from autoadmin.domain.lengths import Length
from autoadmin.domain.rules import Anchor, Rule, Start
from autoadmin.timescales.circumstances import birthday, holds
from autoadmin.timescales.diary import Diary
from autoadmin.timescales.occasions import Occasion, occasion_of
from autoadmin.timescales.words import day_in_words, sources_in_words

SYSTEM_DAYS_AFTER = 7  # a case system's enquiry step opens up to a week after the discussion that led to it


@dataclass(frozen=True, slots=True)
class Beginning:
    """One start of a rule: the day counted from, the occasion, and the event that a person is shown for it."""

    on: date
    occasion: Occasion
    by: Event
    notes: tuple[str, ...] = ()
    is_known: bool = True  # False where it counts only because nothing says otherwise
    nothing_due: Event | None = None  # what says that this start calls for nothing
    ends_from: date | None = None  # of a booked day: the first day on which something can make it pointless


def find_beginnings(rule: Rule, diary: Diary, calendars: Calendars) -> list[Beginning]:
    """Return every start of the rule, earliest first, one for a day; stand-ins only where nothing better is known."""
    found: list[Beginning] = []
    for start in rule.starts:
        better = () if rule.starts_next(start) else tuple(found)
        for beginning in _beginnings_of(start, rule, diary, calendars):
            if not rule.is_in_force(beginning.on) or not holds(rule, beginning.on, diary, calendars):
                continue
            if not better or not _is_stand_in_for(better, beginning, start, rule, diary):
                found.append(beginning)
    by_day = {beginning.on: beginning for beginning in reversed(found)}
    return [by_day[day] for day in sorted(by_day)]


def _beginnings_of(start: Start, rule: Rule, diary: Diary, calendars: Calendars) -> Iterable[Beginning]:
    told = _occasions_of(start, rule, diary)
    for number, occasion in enumerate(told):
        if start.apart and number and not _is_apart(start.apart, told[number - 1], occasion, calendars):
            continue
        if any(event.on == occasion.on for code in start.not_with for event in diary[code]):
            continue
        counts = _counts(start, occasion, diary) if start.only_if else True
        if counts is False or (counts is None and start.must_say):
            continue
        against = _word_against(start, occasion, diary) if start.not_if else None
        if against and not start.because:
            continue
        on, by, notes = _counted_from(start, occasion, diary)
        if on > diary.at and not start.is_booked:
            continue
        if counts is None and start.unknown:
            notes.append(start.unknown)
        if len(occasion.events) > 1 or not occasion.is_dated:
            notes += _doubts(occasion, start)
        ends_from = _ends_from(by) if start.is_booked else None
        yield Beginning(on, occasion, by, tuple(notes), counts is not None, against, ends_from)


def _is_apart(apart: Length, before: Occasion, occasion: Occasion, calendars: Calendars) -> bool:
    """Return whether so long lies between that it is no part of the series before."""
    reached = apart.reach(before.on, calendars)
    return reached is not None and occasion.on > reached


def _ends_from(by: Event) -> date | None:
    """Return the day after a day was booked: a meeting that booked the next one does not make that one pointless."""
    stated_on = by.source.stated_on
    return stated_on + timedelta(days=1) if stated_on else None


def _occasions_of(start: Start, rule: Rule, diary: Diary) -> list[Occasion]:
    """Return what the start is about: what has happened, or the days that are booked."""
    if start.is_booked:
        return [occasion_of((event,)) for event in diary.booked(start.event)]
    told = diary.occasions_of(rule, start.event)
    return told if start.anchor is Anchor.EACH else list(_in_period(told, start, rule, diary))


def _in_period(told: list[Occasion], start: Start, rule: Rule, diary: Diary) -> Iterable[Occasion]:
    """Yield the first occasion of each period, or those after it; one on the day a period closes belongs to it."""
    opened = [occasion.on for occasion in diary.occasions(start.opens, rule.same_within)]
    closed = [event.on for event in diary[start.closes]]
    periods: set[tuple[int, int]] = set()
    for occasion in told:
        period = (bisect_right(opened, occasion.on), bisect_left(closed, occasion.on))
        if (period in periods) is (start.anchor is Anchor.LATER):
            yield occasion
        periods.add(period)


def _counts(start: Start, occasion: Occasion, diary: Diary) -> bool | None:
    """Return whether the occasion is what `only_if` asks for; None where nothing tells."""
    told = [says(start.only_if, event.fields) for event in occasion.events]
    if True in told:
        return not (start.must_say and False in told)
    if start.must_say:
        return False
    if any(denies(start.only_if, event.fields) for event in occasion.events):
        return False
    soon = occasion.until + timedelta(days=start.replaces_within)
    return True if any(occasion.on <= event.on <= soon for event in diary[start.known_by]) else None


def _word_against(start: Start, occasion: Occasion, diary: Diary) -> Event | None:
    """Return the record by which nothing is due, unless another of the same day contradicts it.

    Without `must_say` a contradiction leaves the start standing: a deadline too many is seen, one too few is not.
    """
    told = [event for event in occasion.events if says(start.not_if, event.fields) is not None]
    if not told and start.not_if_in:
        told = diary.last_word(start, occasion.on)
    return told[0] if told and all(says(start.not_if, event.fields) for event in told) else None


def _counted_from(start: Start, occasion: Occasion, diary: Diary) -> tuple[date, Event, list[str]]:
    """Return the day to count from, the event of that day, and notes on how it was found."""
    notes = [start.note] if start.note and _is_to_be_told(start, occasion) else []
    if start.turns is not None:
        return birthday(occasion.on, start.turns), occasion.event, notes
    if not start.counted_from:
        return occasion.on, occasion.event, notes
    named, led = _named_day(occasion), _led_to(start, occasion, diary)
    day = min(occasion.on, named or (led.on if led else occasion.on))
    if day < occasion.on:
        notes.append(
            f"Counted from {day_in_words(day)}, {sources_in_words([led] if led else occasion.events)}; "
            f"the start itself is recorded as {day_in_words(occasion.on)}, {sources_in_words(occasion.events)}."
        )
    if not led and not named and not _is_itself(start, occasion):
        notes.append(start.otherwise.replace("{source}", sources_in_words(occasion.events)))
    return day, led if led and led.on == day else occasion.event, notes


def _is_to_be_told(start: Start, occasion: Occasion) -> bool:
    """Return whether the start's note is for this one: a record of it says all that the note is about."""
    return any(all(says((test,), event.fields) for test in start.note_if) for event in occasion.events)


def _led_to(start: Start, occasion: Occasion, diary: Diary) -> Event | None:
    """Return the event that led to the occasion: of a day it names or of its own days, or the last shortly before."""
    named = _named_day(occasion)
    told = diary[start.counted_from]
    if named:
        return next((event for event in told if event.on == named), None)
    earliest = occasion.on - timedelta(days=SYSTEM_DAYS_AFTER)
    before = [event for event in told if earliest <= event.on <= occasion.on]
    within = [event for event in told if occasion.on < event.on <= occasion.until]
    return before[-1] if before else within[0] if within else None


def _named_day(occasion: Occasion) -> date | None:
    """Return the day that the records name as the one it began from."""
    for event in occasion.events:
        try:
            return date.fromisoformat(event.fields.get("anchor", ""))
        except ValueError:
            continue
    return None


def _is_itself(start: Start, occasion: Occasion) -> bool:
    """Return whether the records say that the start was the event to count from ("anchor": "strategy discussion")."""
    words = start.counted_from.replace("_", " ").casefold()
    return any(words in event.fields.get("anchor", "").casefold() for event in occasion.events)


def _doubts(occasion: Occasion, start: Start) -> Iterable[str]:
    if difference := occasion.difference():
        yield f"{difference} Counted from the earlier."
    yield from _doubts_about_what(occasion, start)
    if not occasion.is_dated:
        known = occasion.event.precision.known
        yield f"Only the {known} is recorded; counted from the first day that it can have been."


def _doubts_about_what(occasion: Occasion, start: Start) -> Iterable[str]:
    if len(occasion.events) == 1:
        return
    for_it = [event for event in occasion.events if says(start.only_if, event.fields)]
    against = [event for event in occasion.events if event not in for_it and _speaks_against(start, event)]
    if for_it and against:
        yield f"The records differ about what came of it: by {sources_in_words(against)} it started nothing."


def _speaks_against(start: Start, event: Event) -> bool:
    return denies(start.only_if, event.fields) or says(start.not_if, event.fields) is True


def _is_stand_in_for(
    better: tuple[Beginning, ...], beginning: Beginning, start: Start, rule: Rule, diary: Diary
) -> bool:
    """Return whether a better start already stands for this one: near enough, and nothing ended between them."""
    ended = sorted(event.on for end in rule.ends for event in diary[end.event]) if better else []
    for other in better:
        within = start.replaces_known_within if other.is_known else start.replaces_within
        is_parted = bisect_left(ended, beginning.on) > bisect_right(ended, other.on)
        if -rule.same_within <= (beginning.on - other.on).days <= within and not is_parted:
            return True
    return False
