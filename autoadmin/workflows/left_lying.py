"""What lies in the inbox and is not taken in, and why: nobody should wait for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from autoadmin.domain.errors import IntakeError
from autoadmin.intake import is_return_folder, pack_bundle
from autoadmin.workflows.placing import write_whole
from autoadmin.workflows.services import Places

MANIFEST = "manifest.json"
UNFINISHED = (".part", ".tmp", ".crdownload", ".partial")
NOTE = " (not taken in).txt"  # how the names of the notes end


def list_dropped(inbox: Path) -> list[Path]:
    """Return every file, folder or link of the inbox that is not hidden, half written or one of autoadmin's folders."""
    return [path for path in sorted(inbox.iterdir()) if _is_dropped(path)] if inbox.is_dir() else []


def load(path: Path) -> bytes:
    """Return what a file holds, or a bundle folder as one file; IntakeError says why it is not taken in.

    A link is never followed: it may lead to files that nobody meant to hand over.
    """
    try:
        if why := _why_left(path):
            raise IntakeError(why)
        return pack_bundle(path) if path.is_dir() else path.read_bytes()
    except FileNotFoundError:
        raise
    except OSError as error:
        raise IntakeError(f"It cannot be read ({error.strerror}).") from error


def list_left_lying(inbox: Path) -> Iterator[tuple[str, str]]:
    """Yield the name of each thing that cannot be what an inbox is for, and why."""
    for path in list_dropped(inbox):
        try:
            why = _why_left(path)
        except OSError as error:
            why = f"It cannot be read ({error.strerror})."
        if why:
            yield path.name, why


def write_notes(places: Places, left: Mapping[str, str]) -> None:
    """Keep a note in `refused/` for each thing that is left lying, and take away those of things that are gone."""
    for note in places.refused.glob(f"*{NOTE}"):
        if note.name.removesuffix(NOTE) not in left:
            note.unlink(missing_ok=True)
    for name, why in left.items():
        note = places.refused / f"{name}{NOTE}"
        if not note.exists():
            write_whole(note, f"{name} still lies in the inbox and was not taken in.\n\n{why}\n".encode())


def _is_dropped(path: Path) -> bool:
    is_hidden = path.name.startswith((".", "~$")) or path.suffix.lower() in UNFINISHED
    is_own = path.is_dir() and path.name in ("taken", "refused")
    return not (is_hidden or is_own)


def _why_left(path: Path) -> str:
    """Return why something is not taken in; empty where nothing speaks against it."""
    if path.is_symlink():
        return "It is a link. Drop the file itself."
    if path.is_file():
        return ""
    if not path.is_dir():
        return "It is neither a file nor a folder."
    if any(part.is_symlink() for part in path.iterdir()):
        return "It is a folder with a link in it. Put the file itself in the link's place."
    if not (path / MANIFEST).is_file() and not is_return_folder(path):
        return f"It is a folder without {MANIFEST}. Drop a whole bundle with its {MANIFEST}, or each file by itself."
    return ""
