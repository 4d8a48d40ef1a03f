"""Whether an event was told before: exports multiply rows by joining tables, and note one visit in three of them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Final

from autoadmin.domain.events import Event
from autoadmin.domain.findings import Severity
from autoadmin.intake.extracts.harvest import Harvest

BESIDE: Final = frozenset({"worker", "worker_name", "team", "open"})  # may differ between rows about one event


class Once(StrEnum):
    """What makes two rows tell of one event of the same code and child."""

    ALL = "the day and everything said beside it"
    DAY = "the day, unless they say different things"
    PERIOD = "the period of care"
    VISIT = "the case note, else the time"


class Told(StrEnum):
    """What an event was to the harvest."""

    NEW = "new"
    AGAIN = "told before"
    OTHERWISE = "told before with other details; both are kept"
    EARLIER = "told before with another date; the earliest is used"
    ELSEWHERE = "the same visit is in a more specific table: told once, from there"
    CONTRADICTED = "the same visit is in a more specific table, which says otherwise: that one is used; check"

    @property
    def is_new(self) -> bool:
        """Return whether something was added or changed."""
        return self in (Told.NEW, Told.OTHERWISE, Told.EARLIER)

    @property
    def severity(self) -> Severity | None:
        """Return how much a person should look at it; None if not at all."""
        if self in (Told.NEW, Told.AGAIN):
            return None
        return Severity.NOTE if self is Told.ELSEWHERE else Severity.DOUBTED


def tell(harvest: Harvest, event: Event, once: Once) -> Told:
    """Add an event to the harvest and return what it was to it."""
    match once:
        case Once.DAY | Once.VISIT:
            return tell_once(harvest, event, (event.code, event.child, event.on))
        case Once.PERIOD:
            return _tell_period(harvest, event)
        case Once.ALL:
            return Told.NEW if harvest.add(event) is event else Told.AGAIN


def tell_once(harvest: Harvest, event: Event, identity: Hashable) -> Told:
    """Add an event; one with this identity is completed by it, unless the two say different things."""
    standing = harvest.add(event, identity)
    if standing is event:
        return Told.NEW
    if agree(standing.fields, event.fields):
        harvest.by_identity[identity] = completed(standing, event)
        return Told.AGAIN
    apart = (identity, *sorted((name, value) for name, value in event.fields.items() if name not in BESIDE))
    return Told.OTHERWISE if harvest.add(event, apart) is event else Told.AGAIN


def agree(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Return whether two rows can be about one event: what both say is the same."""
    return all(one.get(name, value) == value for name, value in other.items() if name not in BESIDE)


def completed(standing: Event, other: Event) -> Event:
    """Return the first event with what only the other one says; work is open only where both say so."""
    fields = {**other.fields, **standing.fields}
    if standing.fields.get("open") != other.fields.get("open"):
        fields.pop("open", None)
    if fields == standing.fields and (standing.at_time or not other.at_time):
        return standing
    if standing.at_time:
        return replace(standing, fields=fields)
    return replace(standing, fields=fields, at_time=other.at_time, precision=other.precision)


def _tell_period(harvest: Harvest, event: Event) -> Told:
    identity = (event.code, event.child, event.fields.get("period") or event.on)
    standing = harvest.add(event, identity)
    if standing is event:
        return Told.NEW
    if standing.on == event.on:
        return Told.AGAIN
    if event.on < standing.on:
        harvest.by_identity[identity] = event
    return Told.EARLIER
