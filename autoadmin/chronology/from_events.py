"""Rows from events: what an extract, or the header of a sheet, dates without words of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from autoadmin.chronology.particulars import outcome, particulars
from autoadmin.chronology.significance import BY_CODE, STEP
from autoadmin.chronology.telling import Tellings
from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.concerning import concerns
from autoadmin.domain.event_codes import label
from autoadmin.domain.events import Event
from autoadmin.domain.identifiers import ChildId
from autoadmin.domain.people import Family
from autoadmin.domain.records import Entry, Kind


def event_rows(
    tellings: Tellings, child: ChildId, family: Family, rows: Iterable[ChronologyRow]
) -> Iterator[ChronologyRow]:
    """Yield a row for each event of the child, or of the whole family, that none of `rows` has already put in words.

    An event read from a hypothesis, an opinion or somebody's words makes no row of its own. One of this child that was
    read from an entry about a brother or sister makes a row without that entry's words.
    """
    covered = {(row.sources[0].place, row.sources[0].stated_on, row.on, code) for row in rows for code in row.codes}
    for event in tellings.events:
        if event.child != child and event.child is not None:
            continue
        origins = tellings.origins_of(event)
        if not origins:
            yield event_row(event, is_restricted=False)
            continue
        is_covered = any((told.entry.place, told.met_on, event.on, event.code) in covered for told in origins)
        if not is_covered and all(tells(told.entry, event, child, family) for told in origins):
            yield event_row(event, is_restricted=any(told.entry.is_restricted for told in origins))


def tells(entry: Entry, event: Event, child: ChildId, family: Family) -> bool:
    """Return whether an entry tells of this child's event as something that happened."""
    is_of_child = event.child == child or concerns(entry, child, family)
    return is_of_child and entry.kind in (Kind.FACT, Kind.DECISION)


def event_row(event: Event, *, is_restricted: bool) -> ChronologyRow:
    """Return an event as a row: its label and what its source said beside the date."""
    said, ruling, plain = particulars(event.fields), BY_CODE.get(event.code, STEP), label(event.code)
    return ChronologyRow(
        event.on,
        f"{plain} ({said})" if said else plain,
        (event.source,),
        event.precision,
        event.on_words,
        event.at_time,
        codes=(event.code,),
        action=outcome(event.fields),
        events=(event,),
        weight=ruling.weight,
        why=ruling.why,
        is_significant=ruling.weight > 0,
        is_restricted=is_restricted,
    )
