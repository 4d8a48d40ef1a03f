"""Rows from what meetings recorded: dated facts and words in the record's own words, and decisions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from autoadmin.chronology.significance import weighed
from autoadmin.chronology.telling import Tellings
from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.clocks import DISCUSSION_SHEET
from autoadmin.domain.concerning import concerns
from autoadmin.domain.events import Event, Precision, Source
from autoadmin.domain.identifiers import ChildId
from autoadmin.domain.people import Family
from autoadmin.domain.records import Entry, Kind, Section

KINDS = (Kind.FACT, Kind.SAID, Kind.DECISION)
# What stands under these headings is a view even where nobody was named, and no view belongs in a chronology.
VIEWS = (Section.HYPOTHESES, Section.CLINICIAN_VIEW, Section.DIFFERENT_VIEWS)
MARK = re.compile(
    r"(?:^|(?<=[.;])\s+)(?P<mark>impact|analysis|significance|outcome|action)(?: (?:on|of|taken)\b[^:.;]{0,60})?:\s*",
    re.IGNORECASE,
)

PARTS = {
    "impact": "impact",
    "analysis": "analysis",
    "significance": "analysis",
    "outcome": "action",
    "action": "action",
}


def entry_rows(tellings: Tellings, child: ChildId, family: Family) -> Iterator[ChronologyRow]:
    """Yield a row for each entry about the child, or about the whole family, that has a date of its own.

    A decision without a date has the meeting's. Another entry without one takes that of an event read from it.
    """
    for told in tellings.told:
        if _belongs(told.entry) and concerns(told.entry, child, family):
            events = [event for event in tellings.events_of(told) if event.child in (None, child)]
            row = _row(told.entry, events, told.met_on)
            if row is not None:
                yield row


def _belongs(entry: Entry) -> bool:
    return entry.kind in KINDS and entry.section not in VIEWS


def _row(entry: Entry, events: list[Event], met_on: date) -> ChronologyRow | None:
    on, precision, on_words = _when(entry, events, met_on)
    if on is None:
        return None
    # What a decision sets in motion is a fact of its own and keeps its own row.
    at = [event for event in events if event.on == on and entry.kind is not Kind.DECISION]
    detail, impact, analysis, action = split_marks(entry.text)
    row = ChronologyRow(
        on=on,
        precision=precision,
        on_words=on_words,
        at_time=next((event.at_time for event in at if event.at_time), None),
        detail=detail,
        kind=entry.kind,
        by=entry.speaker or entry.author or entry.authoriser,
        codes=tuple(sorted({event.code for event in at})),
        impact=impact,
        analysis=analysis,
        action=action,
        entries=(entry.id,),
        events=tuple(at),
        sources=(Source(entry.place, entry.raw, DISCUSSION_SHEET, met_on),),
        is_restricted=entry.is_restricted,
    )
    return weighed(row)


def _when(entry: Entry, events: list[Event], met_on: date) -> tuple[date | None, Precision, str]:
    """Return the day of an entry; none for a fact without a date, or one that lay ahead when it was recorded."""
    if entry.on is not None and entry.on <= met_on:
        return entry.on, entry.precision, entry.on_words
    if entry.kind is Kind.DECISION:
        return met_on, Precision.DAY, ""
    if entry.on is not None or not events:
        return None, Precision.DAY, ""
    first = min(events, key=lambda event: (event.on, event.code))
    return first.on, first.precision, first.on_words


def split_marks(text: str) -> tuple[str, str, str, str]:
    """Return an entry's words, and what it recorded as impact, as analysis ("Significance:") and as action or outcome.

    What an event means is kept apart from what happened.
    """
    marks = list(MARK.finditer(text))
    if not marks or marks[0].start() == 0:
        return text, "", "", ""
    parts: dict[str, list[str]] = {"impact": [], "analysis": [], "action": []}
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    for mark, end in zip(marks, ends, strict=True):
        parts[PARTS[mark["mark"].casefold()]].append(text[mark.end() : end].strip())
    said = {name: " ".join(words) for name, words in parts.items()}
    return text[: marks[0].start()].strip(), said["impact"], said["analysis"], said["action"]
