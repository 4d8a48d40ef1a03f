"""A discussion read without a list of children meets the children already known of the family."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from autoadmin.domain.event_codes import label
from autoadmin.domain.events import Event
from autoadmin.domain.findings import Finding, Place, Severity
from autoadmin.domain.records import Discussion, Entry, RecordedChild
from autoadmin.intake.sheets.children_meant import children_named
from autoadmin.intake.sheets.prose_patterns import OF_ALL_CHILDREN, OF_ALL_ON_PLAN, SAYS_FOR_WHOM

_OF_ONE_CHILD = frozenset({"MISSING_START", "MISSING_END", "PLACEMENT_START"})


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
    untold = [event for event, group in zip(discussion.events, events, strict=True) if not group]
    return changed, (*_notes(discussion, changed), *_untold(untold))


def _about(entry: Entry, known: Sequence[RecordedChild]) -> Entry:
    found = children_named(entry.raw, known)
    speaking = [child.name for child in known if (child.id or child.name) in children_named(entry.speaker, known)]
    speaker = speaking[0] if len(speaking) == 1 else entry.speaker
    return replace(entry, about=found or entry.about, speaker=speaker)


def _of_children(
    event: Event, known: Sequence[RecordedChild], named: dict[Place, tuple[str, ...]]
) -> tuple[Event, ...]:
    """Return an event of the whole family once for each child its words name.

    A core group or conference is about all of them, unless its words say for whom. What else names nobody stays as it
    is, for the whole family; but who was missing or moved is never guessed.
    """
    if event.child is not None:
        return (event,)
    if event.code in OF_ALL_ON_PLAN | OF_ALL_CHILDREN and not SAYS_FOR_WHOM.search(event.source.raw):
        return tuple(replace(event, child=child.id) for child in known if child.id) or (event,)
    about = named.get(event.source.place) or children_named(event.source.raw, known)
    found = tuple(replace(event, child=child.id) for child in known if child.id and child.id in about)
    return found or (() if known and event.code in _OF_ONE_CHILD else (event,))


def _notes(before: Discussion, after: Discussion) -> Iterator[Finding]:
    for old, new in zip(before.entries, after.entries, strict=True):
        if old.about != new.about:
            message = f"Taken as about {', '.join(new.about)}: the family has one child of that name."
            yield Finding(Severity.NOTE, new.place, message, raw=new.raw)


def _untold(events: Sequence[Event]) -> Iterator[Finding]:
    for event in events:
        message = f'"{label(event.code)}" was not taken: the line names no child of the family.'
        yield Finding(Severity.DOUBTED, event.source.place, message, raw=event.source.raw)
