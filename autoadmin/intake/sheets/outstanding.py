"""Statutory plans that an action records as late: the record that they were still open when the meeting met."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from autoadmin.domain.clocks import DISCUSSION_SHEET
from autoadmin.domain.event_codes import label
from autoadmin.domain.events import Event, Source
from autoadmin.domain.identifiers import ChildId
from autoadmin.domain.records import ActionStatus, Entry, Kind
from autoadmin.intake.sheets.dates import in_words
from autoadmin.intake.sheets.entries import Scene

_PLANS = (
    ("PLACEMENT_PLAN_OUTSTANDING", re.compile(r"\bplacement plan\b", re.IGNORECASE)),
    (
        "CARE_PLAN_OUTSTANDING",
        re.compile(r"(?<!health )(?<!health and )(?<!after)(?<!after )\bcare plan\b", re.IGNORECASE),
    ),
)


def outstanding_plans(entries: Iterable[Entry], known: Sequence[Event], scene: Scene) -> Iterator[Event]:
    """Yield an event, dated when the plan was due, for each looked-after child whose plan an action calls late."""
    for entry in entries:
        if entry.kind is not Kind.ACTION or entry.status is not ActionStatus.LATE:
            continue
        if entry.due_on is None or entry.due_on > scene.met_on:
            continue
        for code, plan in _PLANS:
            if plan.search(entry.text):
                source = Source(entry.place, entry.raw, DISCUSSION_SHEET, scene.met_on)
                message = f"Read as: {label(code).lower()}, due {in_words(entry.due_on)}; please check."
                scene.remarks.note(entry.place.where, message, entry.raw)
                for child in _concerned(entry, known):
                    yield Event(code, entry.due_on, source, child=child, fields={"open": "true"})


def _concerned(entry: Entry, known: Sequence[Event]) -> list[ChildId | None]:
    """Return the looked-after children whom the action names, else all looked after, else the family's."""
    looked_after = [event.child for event in known if event.code == "CLA_START"]
    named = [ChildId(id) for id in entry.about]
    return [*([id for id in looked_after if id in named] or looked_after or named)] or [None]
