"""Conferences and hearings that a sheet says are booked: the day counts once the words and the date are plain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from autoadmin.domain.clocks import DISCUSSION_SHEET
from autoadmin.domain.event_codes import label
from autoadmin.domain.events import Event, Source
from autoadmin.domain.records import Entry, Kind
from autoadmin.intake.sheets.dates import find_dates, in_words
from autoadmin.intake.sheets.entries import Scene
from autoadmin.intake.sheets.prose_events import Standing, concerned
from autoadmin.intake.sheets.prose_patterns import BOOKED, NOT_BOOKED, Statement

_SAID_OF_PLANS = frozenset({Kind.FACT, Kind.DECISION})


def bookings(entries: Iterable[Entry], known: Sequence[Event], scene: Scene) -> Iterator[Event]:
    """Yield the days after the meeting for which a fact or decision says that one is booked, each noted."""
    standing = Standing(frozenset((event.child, event.code) for event in known))
    for entry in entries:
        if entry.kind not in _SAID_OF_PLANS:
            continue
        for statement, on in _booked(entry.text, scene.met_on):
            code = statement.code
            message = f"Read as: {label(code)[0].lower()}{label(code)[1:]} for {in_words(on)}; please check."
            scene.remarks.note(entry.place.where, message, entry.raw)
            source = Source(entry.place, entry.raw, DISCUSSION_SHEET, scene.met_on)
            for child in concerned(entry, code, scene, standing):
                yield Event(code, on, source, child=child, fields=statement.fields)


def _booked(text: str, met_on: date) -> Iterator[tuple[Statement, date]]:
    for clause in re.split(r"(?<=[;!?])\s+|(?<=[a-z]\.)\s+(?=[A-Z])", text):
        for statement in BOOKED:
            found = statement.words.search(clause)
            if found is None or NOT_BOOKED.search(clause):
                continue
            days = [day.on for day in find_dates(clause[found.start() :], met_on) if day.on and day.on > met_on]
            if len(days) == 1:
                yield statement, days[0]
