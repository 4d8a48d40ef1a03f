"""The way in: an extract's name and bytes, or a bundle's folder, to what it tells."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from autoadmin.domain.errors import IntakeError
from autoadmin.domain.extracts import ExtractRecord
from autoadmin.intake.extracts.bundle import read_files, table_name
from autoadmin.intake.extracts.bundle_files import digest_files, read_folder, unzip
from autoadmin.intake.extracts.census import read_census
from autoadmin.intake.extracts.manifest import NAME


def read_extract(name: str, data: bytes) -> ExtractRecord:
    """Return what a census return (.xml) or a zipped SSD bundle (.zip) tells; anything else raises IntakeError."""
    ending = name.casefold().rpartition(".")[2]
    if ending == "xml":
        return read_census(name, data)
    if ending == "zip":
        return read_files(name, unzip(name, data), sha256(data).hexdigest())
    raise IntakeError(f"{name} is no extract: a census return ends in .xml, an SSD bundle in .zip.")


def read_bundle(folder: Path) -> ExtractRecord:
    """Return what the SSD bundle in a folder tells; its digest is that of `bundle_digest`."""
    files = read_folder(folder)
    return read_files(folder.name, files, digest_files(files))


def bundle_digest(folder: Path) -> str:
    """Return one SHA-256 for the names and contents of all files of a bundle in a folder."""
    return digest_files(read_folder(folder))


def looks_like_extract(name: str, data: bytes) -> bool:
    """Return whether a file is worth reading as an extract: by its ending and by what stands at its beginning."""
    ending = name.casefold().rpartition(".")[2]
    if ending == "xml":
        return b"Message" in data[:4096].replace(b"\0", b"")
    if ending != "zip":
        return False
    try:
        files = unzip(name, data)
    except IntakeError:
        return False
    return any(file.casefold() == NAME or table_name(file).startswith("ssd_") for file in files)
