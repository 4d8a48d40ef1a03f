"""A file that was taken in leaves the inbox: into `taken/`, or into `refused/` beside a note that says why."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from autoadmin.domain.errors import OperationError
from autoadmin.domain.findings import IntakeReport, Outcome
from autoadmin.intake import pack_bundle
from autoadmin.workflows.placing import write_whole
from autoadmin.workflows.services import Services


def put_away(services: Services, *, file: str, name: str) -> None:
    """Move one file out of the inbox once its intake has ended; doing it twice changes nothing."""
    with services.store.read() as store:
        taken = store.files.find(file)
    if taken is None or taken.outcome is Outcome.RECEIVED:
        raise OperationError("The file's intake has not ended yet.", temporary=True)
    places = services.places
    source = places.inbox / name
    refused = taken.outcome is Outcome.REFUSED
    folder = places.refused if refused else places.taken
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / (name if refused else f"{file[:8]}-{name}")
    if refused:
        write_whole(target.with_name(f"{target.name}.txt"), _why(taken.report).encode())
    if _is_still(source, file):
        source.replace(target)


def _is_still(source: Path, file: str) -> bool:
    """Return whether the same bytes still lie there: a corrected file of that name may have come meanwhile."""
    if not source.exists():
        return False
    data = pack_bundle(source) if source.is_dir() else source.read_bytes()
    return sha256(data).hexdigest() == file


def _why(report: IntakeReport) -> str:
    """Return the refusal in plain words, for the person who dropped the file."""
    lines = [f"{report.file} was not taken in.", ""]
    lines += [finding.message for finding in report.findings]
    lines += ["", "Nothing of it was used. Put it right and drop it into the inbox again.", ""]
    return "\n".join(lines)
