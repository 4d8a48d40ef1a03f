"""The files of an SSD bundle by name, from a zip or a folder."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from autoadmin.domain.errors import IntakeError
from autoadmin.domain.identifiers import digest

UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError, NotImplementedError),
    *(RuntimeError, ValueError),  # a password; a name or date that cannot be
)
MOST_FILES = 500
MOST_BYTES = 1024 * 1024 * 1024


def unzip(name: str, data: bytes) -> dict[str, bytes]:
    """Return the files in a zip by their last name, wherever in it they lie."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [member for member in archive.infolist() if _is_wanted(member)]
            _refuse_bombs(name, members)
            files: dict[str, bytes] = {}
            for member in members:
                last = member.filename.rsplit("/", 1)[-1]
                if last in files:
                    raise IntakeError(f"{name} holds two files called {last}. Send each bundle in a zip of its own.")
                files[last] = archive.read(member)
            return files
    except UNREADABLE as fault:
        raise IntakeError(
            f"{name} is no zip that can be opened (damaged or with a password). Send it again."
        ) from fault


def read_folder(folder: Path) -> dict[str, bytes]:
    """Return the files directly in a folder by name."""
    try:
        paths = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
        return {path.name: path.read_bytes() for path in paths}
    except OSError as fault:
        raise IntakeError(
            f"The folder {folder.name} cannot be read. Check that it is there and may be opened."
        ) from fault


def digest_files(files: Mapping[str, bytes]) -> str:
    """Return one SHA-256 for the names and contents of all files, whatever their order."""
    return digest(*(part for name in sorted(files) for part in (name, files[name])))


def _is_wanted(member: zipfile.ZipInfo) -> bool:
    """Leave out folders and what a Mac adds."""
    parts = member.filename.split("/")
    return "__MACOSX" not in parts and bool(parts[-1]) and not parts[-1].startswith(".")


def _refuse_bombs(name: str, members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_FILES or sum(member.file_size for member in members) > MOST_BYTES:
        raise IntakeError(f"{name} holds more than {MOST_FILES} files or 1 GB unpacked. Send the SSD tables only.")
