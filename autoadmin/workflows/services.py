"""What every workflow is handed: the store, the clock, the folders and what they say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from autoadmin.domain.extracts import OwnSpellings
from autoadmin.store import Store
from autoadmin.workflows.kept_register import KeptRegister
from autoadmin.workflows.shelf import Shelf

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True, slots=True)
class Places:
    """The folders people and autoadmin share."""

    inbox: Path
    outbox: Path
    templates: Path
    schedules: Path

    @property
    def refused(self) -> Path:
        """Return where files go that could not be read, each beside a `.txt` that says why."""
        return self.inbox / "refused"

    @property
    def taken(self) -> Path:
        """Return where files go once they are taken in."""
        return self.inbox / "taken"


@dataclass(frozen=True, slots=True)
class Services:
    """Made once by `bootstrap`, handed to every workflow."""

    store: Store
    clock: Callable[[], datetime]  # aware, UTC
    wall_clock: Callable[[], datetime]  # real time, for leases, even where `clock` is set with --at
    places: Places
    shelf: Shelf
    council: str = ""
    settle_seconds: float = 2.0
    register: KeptRegister = field(default_factory=KeptRegister)
    spellings: OwnSpellings = field(default_factory=dict)  # what the council's own spellings in extracts mean
    meeting_days: Mapping[str, int] = field(default_factory=dict)  # folded unit name -> weekday, Monday is 0

    def today(self) -> date:
        """Return the day it is in London, where every deadline is counted."""
        return self.clock().astimezone(LONDON).date()
