"""Word files as packages of named parts: read once, with bounds on everything a hostile file could stretch."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import Final

from autoadmin.word.errors import LayoutError, Problem

MAX_FILE: Final = 50 * 2**20  # bytes
MAX_PARTS: Final = 2_000
MAX_PART: Final = 64 * 2**20  # bytes, unpacked
MAX_UNPACKED: Final = 200 * 2**20  # bytes, all parts together
OLD_OFFICE: Final = bytes.fromhex("D0CF11E0A1B11AE1")  # .doc files and password-protected .docx files begin so
IS_ENCRYPTED: Final = 0x1


def read_package(file: bytes) -> dict[str, bytes]:
    """Return the parts of a Word file by name, in the order of the file; raise LayoutError if it is not a sound one."""
    if len(file) > MAX_FILE:
        raise refusal("too_large", f"The file is larger than {MAX_FILE // 2**20} MB.", "Make its pictures smaller.")
    if file.startswith(OLD_OFFICE):
        raise refusal(
            "protected",
            "This is a password-protected file or one of the old .doc kind.",
            "Take the password off, or save it as a Word document (.docx).",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(file)) as archive:
            parts = _unpack(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise refusal("not_word", "This is not a whole Word document.", "Save it again from Word as .docx.") from error
    if "[Content_Types].xml" not in parts:
        raise refusal("not_word", "This is a zip file but not a Word document.", "Save it from Word as .docx.")
    if any(PurePosixPath(name).name.casefold() == "vbaproject.bin" for name in parts):
        raise refusal("macros", "The file holds macros.", "Save it as a Word document (.docx), without macros.")
    return parts


def refusal(code: str, message: str, suggestion: str = "") -> LayoutError:
    """Return the error for a file that is refused as a whole."""
    return LayoutError(Problem(code, message, suggestion=suggestion))


def _unpack(archive: zipfile.ZipFile) -> dict[str, bytes]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MAX_PARTS:
        raise refusal("too_large", f"The file has more than {MAX_PARTS} parts.")
    parts: dict[str, bytes] = {}
    room = MAX_UNPACKED
    for entry in entries:
        _check_entry(entry, parts)
        limit = min(MAX_PART, room)
        with archive.open(entry) as stream:
            data = stream.read(limit + 1)  # what the entry says of its own size is not to be trusted
        if len(data) > limit:
            raise refusal("too_large", "The file unpacks to more than a Word template can need.")
        room -= len(data)
        parts[entry.filename] = data
    return parts


def _check_entry(entry: zipfile.ZipInfo, parts: dict[str, bytes]) -> None:
    if entry.flag_bits & IS_ENCRYPTED:
        raise refusal("protected", "The file is protected with a password.", "Take the password off.")
    path = PurePosixPath(entry.filename)
    if path.is_absolute() or ".." in path.parts or "\\" in entry.filename or entry.filename in parts:
        raise refusal("not_word", "The file has parts with names that no Word document has.")
