"""A row of a chronology, what a person chose about it, and whether the chronology is still being kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from autoadmin.domain.events import Event, Precision, Source
from autoadmin.domain.identifiers import ChildId, digest
from autoadmin.domain.made_often import made_often
from autoadmin.domain.records import Kind


@dataclass(frozen=True, slots=True)
class RowChoice:
    """That a person put a row in or took it out, and what the row was at that moment."""

    child: ChildId
    keys: tuple[str, ...]  # of the row
    is_included: bool
    why: str
    by: str
    at: datetime
    on: date
    read: str  # the row's words as they were
    codes: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


class Meaning(StrEnum):
    """What a person may write about a row, beside what happened."""

    IMPACT = "impact"
    ANALYSIS = "analysis"


@dataclass(frozen=True, slots=True)
class RowWords:
    """What a person wrote about a row: an opinion, signed and dated; empty where they took it back."""

    child: ChildId
    keys: tuple[str, ...]  # of the row
    meaning: Meaning
    text: str
    by: str
    at: datetime
    on: date
    read: str  # the row's words as they were
    codes: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


@made_often
@dataclass(frozen=True, slots=True)
class ChronologyRow:
    """One dated thing about one child. What nobody recorded of impact, analysis and action is empty; never inferred.

    `kind` is None for an event of an extract or of a sheet's header, which has no words of its own; otherwise it is
    the kind of the entry whose words `detail` holds. `entries` (their ids) and `events` are what it is made of.
    """

    on: date
    detail: str
    sources: tuple[Source, ...]
    precision: Precision = Precision.DAY
    on_words: str = ""  # an approximate date as it was recorded: "summer 2019"
    at_time: time | None = None
    kind: Kind | None = None
    by: str = ""  # who said, observed or decided it, where recorded
    codes: tuple[str, ...] = ()
    impact: str = ""  # on the child
    analysis: str = ""  # what it means, kept apart from what happened
    action: str = ""
    is_significant: bool = True  # by the written rule, or as a person chose
    weight: int = 1  # by the written rule, from 0 to 5: the lightest are left out first
    why: str = ""  # the written rule's reason
    is_restricted: bool = False
    is_planned: bool = False  # in the event log: due, booked or expected when it was recorded
    entries: tuple[str, ...] = ()
    events: tuple[Event, ...] = ()
    about: tuple[ChildId, ...] = ()  # of a family's rows: the children that each is about
    agency: str = ""  # of rows of several agencies: the one that tells it
    choice: RowChoice | None = None
    words: tuple[RowWords, ...] = ()  # what people wrote about it, in `impact` and `analysis` as well
    is_changed: bool = False  # the record now says something else than when the choice was made

    @property
    def keys(self) -> tuple[str, ...]:
        """Return what names the entries and events that it is made of, in any file."""
        return (*self.entries, *(event.key for event in self.events))

    @property
    def id(self) -> str:
        """Return what a person types to name this row; it stays while its record says the same."""
        first = self.keys[:1]
        return f"R-{digest(*first)[:8] if first else digest(self.on.isoformat(), self.detail)[:8]}"

    @property
    def is_fact(self) -> bool:
        """Return whether this is a dated fact: not what somebody said, thought or decided."""
        return self.kind in (None, Kind.FACT)


class ChronologyState(StrEnum):
    """Whether a child's chronology is being kept."""

    ACTIVE = "active"
    FINISHED = "finished"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class Keeping:
    """In which state a child's chronology is, since when and by whom; a finished one holds its rows as they were."""

    child: ChildId
    state: ChronologyState = ChronologyState.ACTIVE
    by: str = ""
    at: datetime | None = None
    why: str = ""
    rows: tuple[ChronologyRow, ...] = ()
