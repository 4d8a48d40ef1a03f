"""The log: everything dated that is held about a child, routine and planned too, each statement with its own source."""

from __future__ import annotations

from dataclasses import replace

from autoadmin.chronology.from_entries import entry_rows
from autoadmin.chronology.from_events import event_row, tells
from autoadmin.chronology.order import order
from autoadmin.chronology.significance import has_happened
from autoadmin.chronology.telling import tellings_of
from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.events import Event
from autoadmin.domain.held import CaseFile
from autoadmin.domain.identifiers import ChildId


def build_event_log(case: CaseFile, child: ChildId) -> tuple[ChronologyRow, ...]:
    """Return a row for each statement, oldest first: nothing joined, chosen or left out, and nobody can change it.

    What two records tell stands twice, each with its source. What lay ahead when it was recorded is `is_planned`.
    """
    tellings = tellings_of(case, _any)
    rows = list(entry_rows(tellings_of(case), child, case.family))
    for event in tellings.events:
        origins = tellings.origins_of(event)
        if event.child in (None, child) and all(tells(told.entry, event, child, case.family) for told in origins):
            row = event_row(event, is_restricted=any(told.entry.is_restricted for told in origins))
            rows.append(replace(row, is_planned=not has_happened(event)))
    return tuple(sorted(rows, key=order))


def _any(event: Event) -> bool:
    return True
