"""Dated facts about a child, from whichever extract or sheet they came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum

from autoadmin.domain.findings import Place
from autoadmin.domain.identifiers import ChildId, FamilyId, digest


class Precision(StrEnum):
    """How exactly a date is known. `on` is then the first day that it could have been.

    Of an approximate date only the recorded words say how much is known: "summer 2019", "when Ella was three".
    """

    TIME = "time"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    APPROXIMATE = "approximate"

    @property
    def known(self) -> str:
        """Return what is known of a date, as a noun: "month"."""
        return "approximate date" if self is Precision.APPROXIMATE else self.value


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read: the file, the place in it, the words or value as they stood."""

    place: Place
    raw: str = ""
    kind: str = ""  # "discussion sheet", "children-in-need census", "SSD bundle (SystemC)"
    stated_on: date | None = None  # the meeting's date, or the date of the extract


@dataclass(frozen=True, slots=True)
class Event:
    """A dated fact about one child, or about each child of a family where `child` is None.

    `code` is one of `autoadmin.domain.event_codes`. `fields` carries what the source said beside the date.
    """

    code: str
    on: date
    source: Source
    child: ChildId | None = None
    family: FamilyId | None = None
    precision: Precision = Precision.DAY
    at_time: time | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    on_words: str = ""  # an approximate date as it was recorded

    @property
    def key(self) -> str:
        """Return what makes this the same event in any file: child, code, day, time and fields, not the place."""
        fields = "\x1f".join(f"{name}={value}" for name, value in sorted(self.fields.items()))
        at = self.at_time.isoformat() if self.at_time else ""
        return digest(self.child or "", self.family or "", self.code, self.on.isoformat(), at, fields)

    @property
    def had_happened(self) -> bool:
        """Return whether this lay in the past when its source said so; a booked conference is no conference held."""
        return self.source.stated_on is None or self.on <= self.source.stated_on
