"""A row of a chronology: what happened to a child, when, who says so, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from autoadmin.domain.events import Precision, Source
from autoadmin.domain.records import Kind


@dataclass(frozen=True, slots=True)
class ChronologyRow:
    """One dated thing about one child. `impact` and `action` are empty where nobody recorded them; never inferred.

    `kind` is None for an event of an extract or of a sheet's header, which has no words of its own; otherwise it is
    the kind of the entry whose words `detail` holds.
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
    impact: str = ""
    action: str = ""
    is_significant: bool = True  # False for what happens routinely: visits, health checks, changes of episode
    is_restricted: bool = False
    is_planned: bool = False  # in the event log: due, booked or expected when it was recorded

    @property
    def is_fact(self) -> bool:
        """Return whether this is a dated fact: not what somebody said, thought or decided."""
        return self.kind in (None, Kind.FACT)
