"""Word files as packages of named parts: read once, with bounds on everything a hostile file could stretch."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote

from autoadmin.word.errors import LayoutError, Problem
from autoadmin.word.kinds import other_kind

MAX_FILE: Final = 50 * 2**20  # bytes
MAX_PARTS: Final = 2_000
MAX_PART: Final = 64 * 2**20  # bytes, unpacked
MAX_UNPACKED: Final = 200 * 2**20  # bytes, all parts together
IS_ENCRYPTED: Final = 0x1 | 0x40  # the usual protection, and the strong one
_LINE_OF_DIRECTORY: Final = b"PK\x01\x02"
_LOCAL_HEADER: Final = 30  # bytes, and the name, before the data of a part
_MADE_BY_WORD: Final = (
    zipfile.ZIP_STORED,
    zipfile.ZIP_DEFLATED,
)  # others unpack without bounds, and Word reads neither
_UNREADABLE: Final = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError, LookupError, OverflowError),
)


def read_file(path: Path) -> bytes:
    """Return the bytes of a file; raise LayoutError if it is none, cannot be read or is too large to be a template."""
    try:
        if path.exists() and not path.is_file():
            raise refusal("unreadable", f"{path.name} is not a file.", "Give the Word file itself.")
        if path.stat().st_size > MAX_FILE:
            raise _too_large_a_file()
        with path.open("rb") as file:
            return file.read(MAX_FILE + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else ""
        raise refusal("unreadable", f"The file {path.name} cannot be read.", str(reason or "")) from error


def read_package(file: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file by name, in the order of the file; raise LayoutError if it is not a sound one."""
    if len(file) > MAX_FILE:
        raise _too_large_a_file()
    if kind := other_kind(file):
        raise refusal(*kind)
    if file.count(_LINE_OF_DIRECTORY) > MAX_PARTS:  # told before the directory is read: each line takes memory
        raise refusal("too_large", f"The file has more than {MAX_PARTS:,} parts.", "Save it again from Word as .docx.")
    try:
        with zipfile.ZipFile(io.BytesIO(file)) as archive:
            parts = _unpack(archive)
    except _UNREADABLE as error:
        message = "This is not a whole Word document: it was cut short or damaged."
        raise refusal("not_word", message, "Save it again from Word as .docx, or fetch it again.") from error
    if kind := other_kind(file, parts):
        raise refusal(*kind)
    return parts


def refusal(code: str, message: str, suggestion: str = "") -> LayoutError:
    """Return the error for a file that is refused as a whole."""
    return LayoutError(Problem(code, message, suggestion=suggestion))


def _unpack(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    _check_names(entries)
    _check_places(entries)
    parts: dict[str, bytes] = {}
    room = MAX_UNPACKED
    for entry in entries:
        parts[entry.filename] = data = _read_entry(archive, entry, min(MAX_PART, room))
        room -= len(data)
    return parts


def _read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, limit: int) -> bytes:
    if entry.flag_bits & IS_ENCRYPTED:
        raise refusal("protected", "The file is protected with a password.", "Take the password off and save it again.")
    if entry.compress_type not in _MADE_BY_WORD:
        raise zipfile.BadZipFile("packed in a way that no Word document is")
    with archive.open(entry) as stream:
        data = stream.read(limit + 1)  # what the entry says of its own size is not to be trusted
    if len(data) > limit:
        raise refusal(
            "too_large", "The file unpacks to more than a Word template can need.", "Make its pictures smaller."
        )
    if len(data) != entry.file_size:
        raise zipfile.BadZipFile("a part has another size than it says")
    return data


def _check_names(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse names that lead out of the file, and those that Word and another reader would take for different parts."""
    names = [entry.filename for entry in entries]
    if len({name.casefold() for name in names}) < len(names):
        message = "The file holds two parts of the same name, so nobody can tell which one Word would show."
        raise refusal("not_word", message, "Save it again from Word as .docx.")
    if any(map(_leads_out, names)):
        message = "The file has parts with names that no Word document has."
        raise refusal("not_word", message, "Save it again from Word as .docx.")


def _leads_out(name: str) -> bool:
    plain = unquote(name)
    path = PurePosixPath(plain)
    is_strange = "\\" in plain or ":" in plain or not plain.isprintable()
    return is_strange or path.is_absolute() or ".." in path.parts


def _check_places(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse parts that lie in one another: the same bytes would be unpacked again and again."""
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end:
            raise zipfile.BadZipFile("parts overlap")
        end = entry.header_offset + _LOCAL_HEADER + len(entry.filename) + entry.compress_size


def _too_large_a_file() -> LayoutError:
    return refusal("too_large", f"The file is larger than {MAX_FILE // 2**20} MB.", "Make its pictures smaller.")
