"""A file that was taken in leaves the inbox: into `taken/`, or into `refused/` beside a note that says why."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from autoadmin.domain.errors import IntakeError, OperationError
from autoadmin.domain.findings import IntakeReport, Outcome
from autoadmin.domain.identifiers import digest
from autoadmin.intake import pack_bundle
from autoadmin.workflows.moving import is_there, move_to_free, numbered
from autoadmin.workflows.placing import write_whole
from autoadmin.workflows.services import Services


def put_away(services: Services, *, file: str, name: str) -> None:
    """Move one file out of the inbox once its intake has ended; doing it twice changes nothing.

    What lies in the inbox under that name is looked at only after it was moved aside, so that no corrected file that
    comes meanwhile is taken for the one that was read; what turns out to be another file goes back.
    """
    with services.store.read() as store:
        taken = store.files.find(file)
    if taken is None or taken.outcome is Outcome.RECEIVED:
        raise OperationError("The file's intake has not ended yet.", temporary=True)
    places = services.places
    source = places.inbox / name
    is_refused = taken.outcome is Outcome.REFUSED
    wanted = places.refused / name if is_refused else places.taken / f"{file[:8]}-{name}"
    wanted.parent.mkdir(parents=True, exist_ok=True)
    aside = wanted.with_name(f".{digest(file, name)[:16]}.moving")
    is_free = _has_room_for_note if is_refused else _is_free
    _settle(aside, source, wanted, file, is_free)  # where an earlier attempt was cut short
    if is_there(source) and not source.is_symlink():
        with suppress(FileNotFoundError):  # put away by another process this very moment
            source.rename(aside)
        _settle(aside, source, wanted, file, is_free)
    if is_refused and (target := _where_it_lies(wanted, file)):
        write_whole(_note_of(target), _why(taken.report).encode())


def _settle(aside: Path, source: Path, wanted: Path, file: str, is_free: Callable[[Path], bool]) -> None:
    """Put what was moved aside where it belongs: to the files put away, or back into the inbox."""
    if not is_there(aside):
        return
    if not _is_file(aside, file):
        move_to_free(aside, source)
    elif _where_it_lies(wanted, file) and _is_kept_whole(aside):
        _remove(aside)
    else:
        move_to_free(aside, next(place for place in numbered(wanted) if is_free(place)))


def _is_file(path: Path, file: str) -> bool:
    try:
        data = pack_bundle(path) if path.is_dir() else path.read_bytes()
    except (OSError, IntakeError):
        return False
    return sha256(data).hexdigest() == file


def _where_it_lies(wanted: Path, file: str) -> Path | None:
    """Return where the same content was put away before, under its own name or a numbered one."""
    for place in numbered(wanted):
        if not is_there(place):
            return None
        if _is_file(place, file):
            return place
    return None


def _is_kept_whole(path: Path) -> bool:
    """Return whether the store keeps all there is: a bundle's folders and hidden files are not read, so not kept."""
    return not path.is_dir() or all(part.is_file() and not part.name.startswith(".") for part in path.iterdir())


def _is_free(place: Path) -> bool:
    return not is_there(place)


def _has_room_for_note(place: Path) -> bool:
    return not is_there(place) and not is_there(_note_of(place))


def _note_of(place: Path) -> Path:
    return place.with_name(f"{place.name}.txt")


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()


def _why(report: IntakeReport) -> str:
    """Return the refusal in plain words, for the person who dropped the file."""
    lines = [f"{report.file} was not taken in.", ""]
    lines += [finding.message for finding in report.findings]
    lines += ["", "Nothing of it was used. Put it right and drop it into the inbox again.", ""]
    return "\n".join(lines)
