"""The events and spans of one extract, each once however often it is said."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date

from autoadmin.domain.events import Event
from autoadmin.domain.identifiers import ChildId


@dataclass(frozen=True, slots=True)
class Span:
    """Something that runs for a child from one date to another; `end_on` is None while it is open."""

    child: ChildId
    kind: str  # "episode", "child protection plan"...
    start_on: date
    end_on: date | None
    file: str
    row: int

    def overlaps(self, other: Span) -> bool:
        """Return whether a day lies within both; ending and starting on the same day is no overlap."""
        return self.start_on < (other.end_on or date.max) and other.start_on < (self.end_on or date.max)


@dataclass(slots=True)
class Harvest:
    """Events by what makes them the same event, in the order in which they were first said."""

    by_identity: dict[Hashable, Event] = field(default_factory=dict)
    spans: dict[Hashable, Span] = field(default_factory=dict)

    def add(self, event: Event, identity: Hashable = None) -> Event:
        """Return the event that now stands for this identity: `event` itself if it is new, else the earlier one."""
        if identity is None:
            identity = (event.code, event.child, event.on, event.at_time, *event.fields.items())
        return self.by_identity.setdefault(identity, event)

    def add_span(self, span: Span) -> None:
        """Keep a span unless the same one was said before."""
        self.spans.setdefault((span.child, span.kind, span.start_on, span.end_on), span)

    @property
    def events(self) -> tuple[Event, ...]:
        """Return the events by child and date."""
        order = sorted(self.by_identity.values(), key=lambda event: (event.child or "", event.on))
        return tuple(order)
