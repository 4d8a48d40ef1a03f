"""Which kind of extract a file is, and the record in it."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Final

from autoadmin.domain.errors import IntakeError
from autoadmin.domain.extracts import ExtractRecord
from autoadmin.intake.extracts.annex_a import read_annex_a
from autoadmin.intake.extracts.bundle import read_bundle_files, table_name
from autoadmin.intake.extracts.bundle_files import UNREADABLE, digest_files, read_folder, unzip
from autoadmin.intake.extracts.census import read_census
from autoadmin.intake.extracts.dfe_payload import is_payload, read_payload
from autoadmin.intake.extracts.manifest import NAME as MANIFEST
from autoadmin.intake.extracts.ssda903 import HEADER_BYTES, read_903, which_file
from autoadmin.intake.extracts.workbook import is_workbook

ZIP_MARK: Final = b"PK\x03\x04"
OFFICE_PARTS: Final = "[Content_Types].xml"
KINDS: Final = (
    "Send a census return (.xml), an SSD bundle or a looked-after return (CSV files in a .zip), an Annex A workbook "
    "(.xlsx) or a DfE payload (.json)."
)
CENSUS_MARK: Final = re.compile(rb"\s*(?:\xef\xbb\xbf)?<(?:\?xml|(?:\w+:)?Message\b)")


def read_extract(name: str, data: bytes) -> ExtractRecord:
    """Return the record in an extract of any kind that is read here; IntakeError says why there is none."""
    if is_workbook(name, data):
        return read_annex_a(name, data)
    if data.startswith(ZIP_MARK) or name.casefold().endswith(".zip"):
        return _read_files(name, unzip(name, data), sha256(data).hexdigest())
    if name.casefold().endswith(".xml") or CENSUS_MARK.match(data):
        return read_census(name, data)
    if is_payload(data):
        return read_payload(name, data)
    if which_file(data):
        return read_903(name, {name: data}, sha256(data).hexdigest())
    raise IntakeError(f"{name} is no extract that is read here. {KINDS}")


def looks_like_extract(name: str, data: bytes) -> bool:
    """Return whether a file is meant as an extract: by what is in it, not by its name alone."""
    if is_workbook(name, data):
        return True
    if data.startswith(ZIP_MARK):
        return _holds_bundle(data)
    if name.casefold().endswith((".xml", ".zip")) or CENSUS_MARK.match(data):
        return True
    return is_payload(data) or which_file(data) is not None


def read_bundle(folder: Path) -> ExtractRecord:
    """Return the record in a folder: a manifest and one CSV per table, or the files of a looked-after return."""
    files = read_folder(folder)
    return _read_files(folder.name, files, digest_files(files))


def bundle_digest(folder: Path) -> str:
    """Return one SHA-256 for the names and contents of the files in a bundle's folder."""
    return digest_files(read_folder(folder))


def is_return_folder(folder: Path) -> bool:
    """Return whether a folder holds files of the looked-after children return, which need no manifest."""
    heads = (
        path.open("rb") for path in sorted(folder.iterdir()) if path.suffix.casefold() == ".csv" and path.is_file()
    )
    for head in heads:
        with head:
            if which_file(head.read(HEADER_BYTES)):
                return True
    return False


def _read_files(name: str, files: Mapping[str, bytes], digest: str) -> ExtractRecord:
    has_tables = any(map(table_name, files))
    if not has_tables and any(which_file(data) for data in files.values()):
        return read_903(name, files, digest)
    return read_bundle_files(name, files, digest)


def _holds_bundle(data: bytes) -> bool:
    """Return whether a zip holds a bundle or a return; Word and Excel files are zips too. A damaged one may have."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            lasts = {name.rsplit("/", 1)[-1].casefold() for name in names}
            if OFFICE_PARTS in names:
                return False
            return MANIFEST in lasts or any(map(table_name, lasts)) or any(map(partial(_is_of_903, archive), names))
    except UNREADABLE:
        return True


def _is_of_903(archive: zipfile.ZipFile, name: str) -> bool:
    if not name.casefold().endswith(".csv"):
        return False
    with archive.open(name) as file:
        return which_file(file.read(HEADER_BYTES)) is not None
