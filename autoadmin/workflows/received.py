"""What every way in shares: a file's bytes are kept and its intake is queued, together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from autoadmin.domain.audit import AuditEntry
from autoadmin.domain.files import TakenFile
from autoadmin.domain.findings import IntakeReport, Outcome
from autoadmin.domain.identifiers import digest
from autoadmin.domain.tasks import Task
from autoadmin.store import Session


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """A file whose bytes are safe in the store. `is_new` is False where the same bytes were received before."""

    sha256: str
    name: str
    is_new: bool


def keep_file(store: Session, name: str, data: bytes, *, drop: str, at: datetime) -> ReceivedFile:
    """Keep the bytes and queue their intake, in the caller's transaction.

    `drop` tells one coming of a file from another: the same bytes may come again, to take a correction back.
    """
    file = sha256(data).hexdigest()
    is_new = store.files.find(file) is None
    if is_new:
        report = IntakeReport(name, kind="", outcome=Outcome.RECEIVED)
        store.files.add(TakenFile(file, name, "", Outcome.RECEIVED, at, report), data)
        store.audit.add(AuditEntry("file_received", file, at=at))
    arguments = {"file": file, "name": name, "drop": drop}
    store.tasks.add(Task("take_in", key=f"{file}:{digest(name)[:8]}:{drop}", arguments=arguments))
    return ReceivedFile(file, name, is_new)


def kept_name(path: Path) -> str:
    """Return what a file is called in reports; a bundle folder is kept as a zip of that name."""
    return f"{path.name}.zip" if path.is_dir() else path.name
