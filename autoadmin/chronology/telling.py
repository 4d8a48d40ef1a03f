"""Which entry told of which event: both were read at one place of one meeting's sheet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from autoadmin.chronology.significance import has_happened
from autoadmin.domain.events import Event
from autoadmin.domain.held import CaseFile
from autoadmin.domain.records import Entry


@dataclass(frozen=True, slots=True)
class Told:
    """An entry and the day of the meeting that recorded it."""

    entry: Entry
    met_on: date


@dataclass(frozen=True, slots=True)
class Tellings:
    """Every entry and event of a file, by the place it was read at. Sheets of two meetings may share a file name."""

    told: tuple[Told, ...]
    events: tuple[Event, ...]
    _told_at: dict[tuple[str, str], list[Told]] = field(default_factory=lambda: defaultdict(list))
    _events_at: dict[tuple[str, str], list[Event]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for told in self.told:
            self._told_at[told.entry.place.file, told.entry.place.where].append(told)
        for event in self.events:
            place = event.source.place
            if (at := (place.file, place.where)) in self._told_at:
                self._events_at[at].append(event)

    def events_of(self, told: Told) -> list[Event]:
        """Return the events read from an entry."""
        place = told.entry.place
        return [event for event in self._events_at.get((place.file, place.where), ()) if _is_of(event, told)]

    def origins_of(self, event: Event) -> list[Told]:
        """Return the entries an event was read from: none for an extract's, or one read from a sheet's header."""
        place = event.source.place
        told_there = self._told_at.get((place.file, place.where))
        return [told for told in told_there if _is_of(event, told)] if told_there else []


def tellings_of(case: CaseFile, is_wanted: Callable[[Event], bool] = has_happened) -> Tellings:
    """Return the entries and events of a family's file; an event that is told twice from one place counts once."""
    discussed = [(meeting.record.on, case.discussion_at(meeting)) for meeting in case.meetings]
    told = tuple(Told(entry, on) for on, found in discussed if found for entry in found.entries)
    read = [event for _, found in discussed if found for event in found.events]
    wanted = (event for event in (*case.events, *read) if is_wanted(event))
    return Tellings(told, _each_once(wanted))


def _each_once(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events without those told twice; only what was read at one place needs to be compared."""
    told = list(events)
    places = [(event.source.place.file, event.source.place.where) for event in told]
    if len(set(places)) == len(places):
        return tuple(told)
    many = Counter(places)
    pairs = zip(told, places, strict=True)
    return tuple({place if many[place] == 1 else _identity(event): event for event, place in pairs}.values())


def _identity(event: Event) -> tuple[object, ...]:
    """Return what `key` is made of, and where it was told: the digest of five thousand events takes its time."""
    fields = tuple(sorted(event.fields.items())) if event.fields else ()
    place, stated_on = event.source.place, event.source.stated_on
    where = (place.file, place.where, place.row, place.column, stated_on)
    return (event.child, event.family, event.code, event.on, event.at_time, fields, where)


def _is_of(event: Event, told: Told) -> bool:
    return bool(told.entry.place.where) and event.source.stated_on in (None, told.met_on)
