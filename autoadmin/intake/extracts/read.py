"""Which kind of extract a file is, and the record in it."""

from __future__ import annotations

import io
import re
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Final

from autoadmin.domain.errors import IntakeError
from autoadmin.domain.extracts import ExtractRecord
from autoadmin.intake.extracts.bundle import read_bundle_files, table_name
from autoadmin.intake.extracts.bundle_files import UNREADABLE, digest_files, read_folder, unzip
from autoadmin.intake.extracts.census import read_census
from autoadmin.intake.extracts.manifest import NAME as MANIFEST

ZIP_MARK: Final = b"PK\x03\x04"
OFFICE_PARTS: Final = "[Content_Types].xml"
CENSUS_MARK: Final = re.compile(rb"\s*(?:\xef\xbb\xbf)?<(?:\?xml|(?:\w+:)?Message\b)")


def read_extract(name: str, data: bytes) -> ExtractRecord:
    """Return the record in a census return or a zipped bundle; IntakeError says why there is none."""
    if data.startswith(ZIP_MARK) or name.casefold().endswith(".zip"):
        return read_bundle_files(name, unzip(name, data), sha256(data).hexdigest())
    if name.casefold().endswith(".xml") or CENSUS_MARK.match(data):
        return read_census(name, data)
    raise IntakeError(f"{name} is no extract that is read here. Send a census return (.xml) or an SSD bundle (.zip).")


def looks_like_extract(name: str, data: bytes) -> bool:
    """Return whether a file is meant as an extract: XML, or a zip with a manifest or SSD tables in it."""
    if data.startswith(ZIP_MARK):
        return _holds_bundle(data)
    return name.casefold().endswith((".xml", ".zip")) or bool(CENSUS_MARK.match(data))


def read_bundle(folder: Path) -> ExtractRecord:
    """Return the record in a folder with a manifest and one CSV per table."""
    files = read_folder(folder)
    return read_bundle_files(folder.name, files, digest_files(files))


def bundle_digest(folder: Path) -> str:
    """Return one SHA-256 for the names and contents of the files in a bundle's folder."""
    return digest_files(read_folder(folder))


def _holds_bundle(data: bytes) -> bool:
    """Return whether a zip holds a bundle; Word and Excel files are zips too. A damaged one may have."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except UNREADABLE:
        return True
    lasts = {name.rsplit("/", 1)[-1].casefold() for name in names}
    return OFFICE_PARTS not in names and (MANIFEST in lasts or any(map(table_name, lasts)))
