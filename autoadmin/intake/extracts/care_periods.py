"""When care began and ended, which the dataset does not say in columns of its own: read from the episodes of care."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from autoadmin.domain.events import Event
from autoadmin.domain.findings import Severity
from autoadmin.domain.identifiers import ChildId
from autoadmin.intake.extracts.bundle_reading import BundleReading
from autoadmin.intake.extracts.ledger import Ledger

# SSDA903 codes: S "started to be looked after", X1 "episode ceases and new episode begins on same day", E... ceased.
STARTED: Final = re.compile(r"s|started to be looked after.*", re.IGNORECASE)
GOES_ON: Final = re.compile(r"x1\b.*|.*new episode.*", re.IGNORECASE)
CEASED: Final = re.compile(r"e\d+[a-z]?\b.*", re.IGNORECASE)

NO_ENTRY = "no date of entering care for an episode that started care: its own start is used"
NO_REASON = "an episode of care ended without a reason and none follows: care is read as going on; check"
IN_WORDS = "a reason in words, and no episode follows: read as the end of care"
FOLLOWED = "a reason that ends care, yet another episode follows: care is read as going on; check"


def tell_care_periods(reading: BundleReading) -> None:
    """Add the end of each period of care, and its start where the column for it is empty."""
    told: Mapping[ChildId, list[Event]] = _episodes(reading)
    for events in told.values():
        starts = [event for event in events if event.code == "CLA_EPISODE_START"]
        entered = [event for event in events if event.code == "CLA_START"]
        for start in starts:
            _tell_start(reading, start, entered)
        for end in events:
            if end.code == "CLA_EPISODE_END" and _ends_care(reading.ledger, end, starts):
                reading.harvest.add(replace(end, code="CLA_END"))
    if "CLA_EPISODE_END" in reading.carries:
        reading.carries.add("CLA_END")


def _episodes(reading: BundleReading) -> Mapping[ChildId, list[Event]]:
    told: dict[ChildId, list[Event]] = defaultdict(list)
    for event in reading.harvest.by_identity.values():
        if event.child is not None and event.code in ("CLA_START", "CLA_EPISODE_START", "CLA_EPISODE_END"):
            told[event.child].append(event)
    return told


def _tell_start(reading: BundleReading, start: Event, entered: Sequence[Event]) -> None:
    if not STARTED.fullmatch(start.fields.get("reason", "")):
        return
    if any(_is_same_period(start, entry) or start.on == entry.on for entry in entered):
        return
    _note(reading.ledger, Severity.REPAIRED, start, NO_ENTRY)
    period = {name: said for name, said in start.fields.items() if name == "period"}
    reading.harvest.add(replace(start, code="CLA_START", fields=period))
    reading.carries.add("CLA_START")


def _ends_care(ledger: Ledger, end: Event, starts: Sequence[Event]) -> bool:
    reason = end.fields.get("reason", "")
    if GOES_ON.fullmatch(reason):
        return False
    if any(_follows(start, end) for start in starts):
        if CEASED.fullmatch(reason):
            _note(ledger, Severity.DOUBTED, end, FOLLOWED)
        return False
    if not reason:
        _note(ledger, Severity.DOUBTED, end, NO_REASON)
        return False
    if not CEASED.fullmatch(reason):
        _note(ledger, Severity.NOTE, end, IN_WORDS)
    return True


def _follows(start: Event, end: Event) -> bool:
    """Return whether an episode starts on the day the other ends, or later in the same period of care."""
    if start.source.place.row == end.source.place.row or start.on < end.on:
        return False
    return start.on == end.on or _is_same_period(start, end)


def _is_same_period(one: Event, other: Event) -> bool:
    return bool(one.fields.get("period")) and one.fields.get("period") == other.fields.get("period")


def _note(ledger: Ledger, severity: Severity, event: Event, message: str) -> None:
    place = event.source.place
    ledger.add(severity, place.file, message, place.row or 0, place.column or "", event.source.raw)
