"""Dates and sources as a person would say them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from autoadmin.domain.clocks import DISCUSSION_SHEET
from autoadmin.domain.events import Event, Source


def day_in_words(day: date) -> str:
    """Return a day as it stands in a letter: 9 November 2026."""
    return f"{day.day} {day:%B %Y}"


def source_in_words(source: Source) -> str:
    """Return where something was read: "the discussion of 19 November 2026", "the children-in-need census of ..."."""
    kind = "discussion" if source.kind == DISCUSSION_SHEET else source.kind or "record"
    return f"the {kind} of {day_in_words(source.stated_on)}" if source.stated_on else f"the {kind}"


def sources_in_words(events: Iterable[Event]) -> str:
    """Return every source once, in the order of the events."""
    return " and ".join(dict.fromkeys(source_in_words(event.source) for event in events))


def evidence_in_words(events: Iterable[Event]) -> str:
    """Return every source once with the line or row it was read in: "the discussion of ... (line 23)"."""
    told: dict[str, None] = {}
    for event in events:
        where = event.source.place.where
        told[f"{source_in_words(event.source)}{f' ({where})' if where else ''}"] = None
    return " and ".join(told)


def capitalised(sentence: str) -> str:
    """Return the sentence with its first letter a capital."""
    return sentence[:1].upper() + sentence[1:]
