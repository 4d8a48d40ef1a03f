"""The looked-after children return (SSDA903): its CSV files, one alone, a folder of them or a zip.

Its files hold no date of the extract. Ids are the council's own (CHILD), dates are dd/mm/yyyy. What three of its files
say holds for the whole year and has no date, so no event can be made of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from autoadmin.domain.errors import IntakeError
from autoadmin.domain.extracts import ExtractRecord, RecordCount
from autoadmin.domain.findings import Severity
from autoadmin.intake.extracts.cells import INVISIBLE
from autoadmin.intake.extracts.collection import collection_paused
from autoadmin.intake.extracts.csv_table import CsvTable, read_csv
from autoadmin.intake.extracts.dates import DateOrder
from autoadmin.intake.extracts.encodings import decode
from autoadmin.intake.extracts.episodes_903 import with_changes
from autoadmin.intake.extracts.extract_day import manifest_of
from autoadmin.intake.extracts.ledger import Ledger
from autoadmin.intake.extracts.manifest import NAME as MANIFEST
from autoadmin.intake.extracts.parts import part, widened, with_ids
from autoadmin.intake.extracts.returns import Return, Wide, read_return
from autoadmin.intake.extracts.ssda903_files import FILES, UNDATED, File

KIND: Final = "looked-after children return (SSDA903)"
OF_THE_YEAR: Final = frozenset({"CLA_REVIEW_HELD", "MISSING_START"})
HEADER_BYTES: Final = 1000
EXAMPLE: Final = "ssda903 2026-03-31.zip"

ORPHAN = "a child whom the file of the header does not hold: kept under that id; check"  # INT01-INT09
NO_DATES = "holds what was so in the year and no dates: no event can be made of it, and none is"
NOT_OF_THE_RETURN = "no file of the looked-after children return, by its header: not read"
TWO_FILES = "holds two files that are both {title}: {one} and {other}. Send this year's alone."


def which_file(data: bytes) -> File | None:
    """Return which file of the return the header of a CSV shows; what a file is called does not matter."""
    head = data[:HEADER_BYTES].splitlines()[:1]
    if not head or b"CHILD" not in head[0].upper().replace(b"\0", b""):
        return None
    line = decode("", head[0] if len(head[0]) % 2 == 0 or b"\0" not in head[0] else head[0] + b"\0", "", Ledger())
    for delimiter in ",;\t|":
        names = {INVISIBLE.sub("", cell).strip('"').casefold() for cell in line.split(delimiter)}
        if "child" in names:
            return next((file for file in FILES if file.signs & names), None)
    return None


def read_903(name: str, files: Mapping[str, bytes], sha256: str) -> ExtractRecord:
    """Return what the files of a return tell; a return that does not say its day is refused."""
    with collection_paused():
        ledger = Ledger()
        manifest = manifest_of(name, files, DateOrder.DMY, EXAMPLE)
        found = _sort(name, files, ledger)
        kind = KIND if len(files) > 1 else f"{KIND}, {next(iter(found)).title} alone"
        wides: list[Wide] = []
        unread: list[RecordCount] = []
        for of, file in found.items():
            csv = read_csv(file, files[file], manifest.encoding, ledger)
            csv = _titled(csv)
            if of.title in UNDATED:
                ledger.add(Severity.NOTE, file, NO_DATES)
                unread.append(RecordCount(file, csv.records, unread=csv.records))
            else:
                wides.append(_wide(of, with_ids(csv, "child", ledger), ledger))
        about = Return(name, sha256, kind, manifest, ledger, ORPHAN, unread=tuple(unread))
        record = read_return(about, wides)
        return replace(record, work_since=_work_since(record))


def _work_since(record: ExtractRecord) -> date:
    """Return the first day of the collection year, or of a review or absence before it that the files hold.

    A child still in care stands in it with the day care began, however long ago, and with this year's reviews alone.
    """
    on = record.extract_on
    year = date(on.year if on >= date(on.year, 4, 1) else on.year - 1, 4, 1)
    return min([year, *(event.on for event in record.events if event.code in OF_THE_YEAR)])


def _sort(name: str, files: Mapping[str, bytes], ledger: Ledger) -> dict[File, str]:
    """Return the file that is each part of the return; two for one part are refused: nobody can say which is right."""
    found: dict[File, str] = {}
    for file in sorted(files):
        of = which_file(files[file])
        if of is None:
            if file.casefold() != MANIFEST:
                ledger.add(Severity.NOTE, file, NOT_OF_THE_RETURN)
        elif of in found:
            raise IntakeError(f"{name} {TWO_FILES.format(title=of.title, one=found[of], other=file)}")
        else:
            found[of] = file
    if not found:
        raise IntakeError(f"{name} holds no file of the looked-after children return. Send its CSV files in one zip.")
    return found


def _titled(csv: CsvTable) -> CsvTable:
    return CsvTable(csv.file, csv.columns, csv.rows, csv.shifted, {name: name.upper() for name in csv.columns})


def _wide(of: File, csv: CsvTable, ledger: Ledger) -> Wide:
    for column in sorted(csv.columns.keys() - of.columns):
        ledger.add(Severity.NOTE, csv.file, "a column that is not read here", column=csv.title(column))
    if of.constants:
        csv = widened(csv, {name: [said] * len(csv.rows) for name, said in of.constants}, {})
    if of.title == "episodes":
        csv = with_changes(csv, ledger)
    return Wide(csv, tuple(part(csv, name, columns) for name, columns in of.parts), of.title == "header")
