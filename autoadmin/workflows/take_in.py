"""Take in a file that was received: read it, join it to what is held, queue what follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from autoadmin.domain.audit import AuditEntry
from autoadmin.domain.errors import IntakeError
from autoadmin.domain.extracts import ExtractRecord
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


def take_in(services: Services, *, file: str) -> IntakeReport:
    """Return the report of the intake. A file that cannot be read ends as refused, with the reason in its report."""
    with services.store.read() as store:
        received, data = store.files.get(file), store.files.get_content(file)
    if received.outcome is not Outcome.RECEIVED:
        return received.report
    record = _read(received, data)
    now = services.clock()
    received = replace(received, taken_at=now)
    with services.store.begin() as store:
        joined = _join(store, record, received)
        report = joined.report
        store.files.add(replace(received, kind=report.kind, outcome=report.outcome, report=report), data)
        for task in _what_follows(joined, file):
            store.tasks.add(task)
        store.audit.add(AuditEntry(f"file_{report.outcome.value}", file, at=now))
    return report


def _read(received: TakenFile, data: bytes) -> MeetingRecord | ExtractRecord | IntakeReport:
    try:
        return read_file(received.name, data)
    except IntakeError as error:
        finding = Finding(Severity.DROPPED, Place(received.name), error.detail)
        return IntakeReport(received.name, kind="unreadable", outcome=Outcome.REFUSED, findings=(finding,))


def _join(store: Session, record: MeetingRecord | ExtractRecord | IntakeReport, file: TakenFile) -> Joined:
    match record:
        case MeetingRecord():
            return join_sheet(store, record, file)
        case ExtractRecord():
            return join_extract(store, record, file)
        case IntakeReport():
            return Joined(record)


def _what_follows(joined: Joined, file: str) -> Iterator[Task]:
    """Yield the tasks that work out clocks; the documents follow from those."""
    if joined.meeting:
        arguments = {"file": file, "meeting": joined.meeting, "families": ",".join(joined.families)}
        yield Task("start_clocks", key=f"start_clocks:{file}", arguments=arguments)
    for start in range(0, len(joined.children), CHILDREN_AT_ONCE):
        children = ",".join(joined.children[start : start + CHILDREN_AT_ONCE])
        yield Task("start_clocks", key=f"start_clocks:{file}:{start}", arguments={"file": file, "children": children})
