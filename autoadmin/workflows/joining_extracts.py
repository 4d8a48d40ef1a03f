"""What an extract says of children meets what is held: joined on ids alone, differences shown, nothing overwritten."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from autoadmin.domain.extracts import ExtractRecord, KnownPerson
from autoadmin.domain.files import TakenExtract, TakenFile
from autoadmin.domain.findings import Finding, IntakeReport, Outcome, Place, Severity
from autoadmin.domain.identifiers import ChildId
from autoadmin.domain.identity import fold
from autoadmin.domain.people import Child
from autoadmin.store import Session
from autoadmin.workflows.joined import Joined
from autoadmin.workflows.namesakes import doubt_namesakes, names_held

OF_ALL_TIME = frozenset({"BIRTH", "EXPECTED_BIRTH", "DEATH"})  # told however far back the extract's window reaches


def join_extract(store: Session, record: ExtractRecord, file: TakenFile) -> Joined:
    """Save an extract's people and events. What an older extract told of the time before this one's window stays."""
    children = tuple(sorted({p.id for p in record.people} | {e.child for e in record.events if e.child}))
    held = store.extracts.find(file.sha256)
    if held and held.extract_on == record.extract_on:  # the day may stand in the name alone, and be put right there
        return Joined(
            IntakeReport(file.name, record.kind, Outcome.TAKEN, record.taken, record.findings), is_changed=False
        )
    if _newer_is_held(store, record, file):
        message = f"A newer {record.kind} is held already; this one was kept and changed nothing."
        findings = (*record.findings, Finding(Severity.DOUBTED, Place(record.file), message))
        return Joined(IntakeReport(file.name, record.kind, Outcome.TAKEN, record.taken, findings))
    differences = _save_children(store, record, children)
    since = min((event.on for event in record.events if event.code not in OF_ALL_TIME), default=None)
    origin = f"extract:{record.kind}/{record.council}"
    store.events.replace(origin, record.events, file.taken_at, children=children, since=since)
    store.extracts.add(_as_taken(record, file, children, since))
    report = IntakeReport(file.name, record.kind, Outcome.TAKEN, record.taken, (*record.findings, *differences))
    return Joined(report, children=children)


def _newer_is_held(store: Session, record: ExtractRecord, file: TakenFile) -> bool:
    held = store.extracts.list(kind=record.kind, council=record.council)
    return any(other.extract_on > record.extract_on and other.sha256 != file.sha256 for other in held)


def _as_taken(
    record: ExtractRecord, file: TakenFile, children: tuple[ChildId, ...], since: date | None
) -> TakenExtract:
    return TakenExtract(
        file.sha256,
        record.kind,
        record.council,
        record.extract_on,
        file.taken_at,
        record.carries,
        frozenset(children),
        record.work_since or since,
    )


def _save_children(store: Session, record: ExtractRecord, children: tuple[ChildId, ...]) -> list[Finding]:
    findings: list[Finding] = []
    names = names_held(store)
    for person in record.people:
        held = store.children.find(person.id)
        findings += _differences(held, person) if held else doubt_namesakes(names, person)
        store.children.save(_completed(held or Child(person.id), person))
    known = {person.id for person in record.people}
    for orphan in children:
        if orphan not in known and store.children.find(orphan) is None:
            store.children.save(Child(orphan))
    return findings


def _completed(held: Child, person: KnownPerson) -> Child:
    """Return the child with what was not held yet; a sheet's words are not overwritten by an extract."""
    born_on = held.born_on or person.born_on
    return replace(
        held,
        name=held.name or person.name,
        born_on=born_on,
        expected_on=None if born_on else held.expected_on or person.expected_on,
        died_on=person.died_on or held.died_on,
    )


def _differences(held: Child, person: KnownPerson) -> list[Finding]:
    """Return a doubt for each thing the extract says otherwise than what is held; a person has to decide."""
    pairs = (
        ("name", fold(held.name), fold(person.name)),
        ("date of birth", held.born_on, person.born_on),
        ("expected date of birth", held.expected_on, person.expected_on),
    )
    return [
        Finding(
            Severity.DOUBTED,
            person.source.place,
            f"Child {person.id}: the {what} here is not the one held, which was kept. Please check which is right.",
            raw=str(theirs),
        )
        for what, ours, theirs in pairs
        if ours and theirs and ours != theirs
    ]
