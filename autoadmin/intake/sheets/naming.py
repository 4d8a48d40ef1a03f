"""A discussion read without a list of children meets the children already known of the family."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from autoadmin.domain.events import Event
from autoadmin.domain.findings import Finding, Place, Severity
from autoadmin.domain.records import Discussion, Entry, RecordedChild
from autoadmin.intake.sheets.entries import children_named


def name_children(discussion: Discussion, known: Sequence[RecordedChild]) -> tuple[Discussion, tuple[Finding, ...]]:
    """Return the discussion with entries and events about the known children they name, and a note for each finding.

    A sheet that lists no children has those of the family. Names resolve inside this family alone.
    """
    discussion = replace(discussion, children=discussion.children or tuple(known))
    entries = tuple(_about(entry, known) for entry in discussion.entries)
    named = {entry.place: entry.about for entry in entries}
    events = tuple(_of_children(event, known, named) for event in discussion.events)
    flat = tuple(event for group in events for event in group)
    changed = replace(discussion, entries=entries, events=flat)
    return changed, tuple(_notes(discussion, changed))


def _about(entry: Entry, known: Sequence[RecordedChild]) -> Entry:
    found = children_named(entry.raw, known)
    return replace(entry, about=found) if found else entry


def _of_children(
    event: Event, known: Sequence[RecordedChild], named: dict[Place, tuple[str, ...]]
) -> tuple[Event, ...]:
    """Return an event of the whole family once for each child its words name; as it is where they name none."""
    if event.child is not None:
        return (event,)
    about = named.get(event.source.place) or children_named(event.source.raw, known)
    return tuple(replace(event, child=child.id) for child in known if child.id and child.id in about) or (event,)


def _notes(before: Discussion, after: Discussion) -> Iterator[Finding]:
    for old, new in zip(before.entries, after.entries, strict=True):
        if old.about != new.about:
            message = f"Taken as about {', '.join(new.about)}: the family has one child of that name."
            yield Finding(Severity.NOTE, new.place, message, raw=new.raw)
