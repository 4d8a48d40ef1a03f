"""A bundle folder as one file, so that it is kept, compared and read like any other."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from autoadmin.domain.errors import IntakeError

MOST_FILES = 200
LARGEST = 2 * 1024**3  # bytes in all; the reader of bundles has limits of its own below this


def pack_bundle(folder: Path) -> bytes:
    """Return the folder's files as a zip, stored as they are: the same files give the same bytes on any machine."""
    paths = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith("."))
    if len(paths) > MOST_FILES or sum(path.stat().st_size for path in paths) > LARGEST:
        raise IntakeError(f"The folder {folder.name} holds more than a bundle can.")
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for path in paths:
            archive.writestr(ZipInfo(path.name), path.read_bytes())
    return packed.getvalue()
