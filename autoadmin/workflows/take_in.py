"""Take in a file that was received: read it, join it to what is held, queue what follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from autoadmin.domain.audit import AuditEntry
from autoadmin.domain.errors import IntakeError
from autoadmin.domain.extracts import ExtractRecord, OwnSpellings
from autoadmin.domain.files import TakenFile
from autoadmin.domain.findings import Finding, IntakeReport, Outcome, Place, Severity
from autoadmin.domain.records import MeetingRecord
from autoadmin.domain.tasks import Task
from autoadmin.intake import read_file
from autoadmin.store import Session
from autoadmin.workflows.joined import Joined
from autoadmin.workflows.joining_extracts import join_extract
from autoadmin.workflows.joining_sheets import join_sheet
from autoadmin.workflows.services import Services

CHILDREN_AT_ONCE = 250  # so that a whole council's clocks hold the database for moments, not minutes


def take_in(services: Services, *, file: str, name: str, drop: str) -> IntakeReport:
    """Return the report of the intake. A file that cannot be read ends as refused, with the reason in its report.

    What a sheet says is compared with what is held, so the same bytes may come again to take a correction back.
    """
    with services.store.read() as store:
        received, data = store.files.get(file), store.files.get_content(file)
        is_done = store.tasks.has("start_clocks", f"{file}:{drop}:0")
    if is_done:
        return received.report  # a crash came after the work and before the task was marked as done
    now = services.clock()
    kept = replace(received, name=name, taken_at=now)
    record = _read(name, data, services.spellings)
    with services.store.begin() as store:
        joined = _join(store, record, kept, is_known=received.outcome in {Outcome.TAKEN, Outcome.UNCHANGED})
        report = joined.report
        store.files.add(replace(kept, kind=report.kind, outcome=report.outcome, report=report), data)
        for task in _what_follows(joined, file, drop):
            store.tasks.add(task)
        store.audit.add(AuditEntry(f"file_{report.outcome.value}", file, at=now))
    return report


def _read(name: str, data: bytes, own: OwnSpellings) -> MeetingRecord | ExtractRecord | IntakeReport:
    try:
        return read_file(name, data, own)
    except IntakeError as error:
        finding = Finding(Severity.DROPPED, Place(name), error.detail)
        return IntakeReport(name, kind="unreadable", outcome=Outcome.REFUSED, findings=(finding,))


def _join(
    store: Session, record: MeetingRecord | ExtractRecord | IntakeReport, file: TakenFile, *, is_known: bool
) -> Joined:
    match record:
        case MeetingRecord():
            joined = join_sheet(store, record, file)
        case ExtractRecord():
            joined = join_extract(store, record, file)
        case IntakeReport():
            return Joined(record, is_changed=False)
    if is_known and not joined.is_changed:
        return replace(joined, report=replace(joined.report, outcome=Outcome.UNCHANGED))
    return replace(joined, is_changed=True)


def _what_follows(joined: Joined, file: str, drop: str) -> Iterator[Task]:
    """Yield the tasks that work out clocks; the documents follow from those."""
    if not joined.is_changed:
        return
    told = {"file": file, "drop": drop}
    if joined.meeting:
        families = {"families": ",".join(joined.families), "retired": ",".join(joined.retired)}
        arguments = {**told, "meeting": joined.meeting, **families}
        yield Task("start_clocks", key=f"{file}:{drop}:0", arguments=arguments)
    for start in range(0, len(joined.children), CHILDREN_AT_ONCE):
        children = ",".join(joined.children[start : start + CHILDREN_AT_ONCE])
        yield Task("start_clocks", key=f"{file}:{drop}:{start}", arguments={**told, "children": children})
