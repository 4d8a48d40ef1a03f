"""The sheets of an Excel workbook as rows of text: what people see, within limits of time and memory.

Macros are never run and links never followed. A formula is read by the result that Excel last saved beside it.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Final, cast

from autoadmin.domain.errors import IntakeError
from autoadmin.intake.extracts.bundle_files import UNREADABLE

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

ZIP_MARK: Final = b"PK\x03\x04"
OLE_MARK: Final = b"\xd0\xcf\x11\xe0"
SUFFIXES: Final = (".xlsx", ".xlsm", ".xls", ".xlsb")
PART: Final = "xl/workbook.xml"
MOST_PARTS: Final = 2000
MOST_BYTES: Final = 200 * 1024 * 1024  # unpacked
MOST_SQUEEZED: Final = 200  # times smaller than what it holds, for a part larger than a megabyte
MOST_COLUMNS: Final = 200
MOST_SHEETS: Final = 60
BLANK_ROWS: Final = 5000  # after so many in a row nothing is looked for further down
DAY_ONE: Final = {1900: date(1899, 12, 30), 1904: date(1904, 1, 1)}

LOCKED: Final = "has a password or is in the old .xls form. Save it as .xlsx without a password and send it again."
DAMAGED: Final = "is no workbook that can be opened. Open it in Excel, save it as .xlsx and send it again."
TOO_MUCH: Final = "holds far more than lists of children do. Send the lists alone, without pictures and other sheets."
DECLARES: Final = "declares a document type inside, which Excel never does. Save it from Excel again."


@dataclass(slots=True)
class Sheet:
    """One sheet; rows are numbered as in Excel.

    Of its cells (row number, place), `typed` are those that Excel holds as dates, `numbers` those it holds as numbers,
    and `lost` the formulas whose result the file does not hold.
    """

    title: str
    is_hidden: bool
    rows: list[tuple[int, list[str]]]
    typed: set[tuple[int, int]] = field(default_factory=set)
    numbers: set[tuple[int, int]] = field(default_factory=set)
    lost: set[tuple[int, int]] = field(default_factory=set)
    is_cut: bool = False  # more rows may follow after thousands of blank ones


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook as read. `saved_on` is the day on which it was last saved, if it says."""

    sheets: tuple[Sheet, ...]
    saved_on: date | None
    day_one: date
    has_macros: bool


def is_workbook(name: str, data: bytes) -> bool:
    """Return whether a file is meant as an Excel workbook."""
    if name.casefold().endswith(SUFFIXES):
        return True
    if not data.startswith(ZIP_MARK):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return PART in archive.namelist()
    except UNREADABLE:
        return False


def read_workbook(name: str, data: bytes) -> Book:
    """Return the sheets of a workbook; one that is locked, damaged or too large is refused."""
    from openpyxl import load_workbook  # slow to import, and only a workbook needs it

    has_macros = _check(name, data)
    try:
        values = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        formulas = load_workbook(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        sheets = tuple(_sheet(values, formulas, title) for title in values.sheetnames[:MOST_SHEETS])
        saved, epoch = values.properties.modified, values.epoch
    except (*UNREADABLE, KeyError, TypeError, AttributeError, IndexError, SyntaxError) as fault:
        raise IntakeError(f"{name} {DAMAGED}") from fault
    return Book(sheets, saved.date() if saved else None, DAY_ONE[1904 if epoch.year == 1904 else 1900], has_macros)


def day_of(number: str, day_one: date) -> date | None:
    """Return the day that a number is in Excel's count; None where it is no day of this century or the last."""
    try:
        days = float(number)
        return day_one + timedelta(days=int(days)) if 366 < days < 110_000 else None
    except (ValueError, OverflowError):
        return None


def _check(name: str, data: bytes) -> bool:
    """Refuse what is dangerous or hopeless to open; return whether there are macros."""
    if data.startswith(OLE_MARK) or name.casefold().endswith((".xls", ".xlsb")):
        raise IntakeError(f"{name} {LOCKED}")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            squeezed = (
                each.file_size > 1024**2 and each.file_size > MOST_SQUEEZED * each.compress_size for each in members
            )
            if len(members) > MOST_PARTS or sum(each.file_size for each in members) > MOST_BYTES or any(squeezed):
                raise IntakeError(f"{name} {TOO_MUCH}")
            for member in members:
                if (
                    member.filename.endswith((".xml", ".rels"))
                    and b"<!DOCTYPE" in archive.open(member).read(4096).upper()
                ):
                    raise IntakeError(f"{name} {DECLARES}")
            return any(member.filename.endswith("vbaProject.bin") for member in members)
    except UNREADABLE as fault:
        raise IntakeError(f"{name} {DAMAGED}") from fault


def _sheet(values: Workbook, formulas: Workbook, title: str) -> Sheet:
    shown = values[title]
    sheet = Sheet(title, getattr(shown, "sheet_state", "visible") != "visible", [])
    blank = 0
    written = _rows(formulas[title])
    for number, cells in enumerate(_rows(shown), start=1):
        under = next(written, ())
        texts = [_text(sheet, (number, place), value) for place, value in enumerate(cells)]
        has_lost = False
        for place, value in enumerate(under):
            if isinstance(value, str) and value.startswith("=") and (place >= len(texts) or not texts[place]):
                sheet.lost.add((number, place))
                has_lost = True
        if any(texts) or has_lost:
            sheet.rows.append((number, texts))
            blank = 0
        elif (blank := blank + 1) > BLANK_ROWS:
            sheet.is_cut = True
            break
    return sheet


def _rows(sheet: object) -> Iterator[tuple[object, ...]]:
    """Yield the rows as far as cells reach, whatever range the sheet says it has; a chart's sheet has none."""
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

    if isinstance(sheet, ReadOnlyWorksheet):
        sheet.reset_dimensions()
        yield from cast("Worksheet", sheet).iter_rows(max_col=MOST_COLUMNS, values_only=True)


def _text(sheet: Sheet, place: tuple[int, int], value: object) -> str:
    """Return what a cell says; a day is written dd/mm/yyyy, as in the lists' own guidance."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime | date):
        sheet.typed.add(place)
        has_time = isinstance(value, datetime) and value.time() != time()
        return value.strftime("%d/%m/%Y %H:%M" if has_time else "%d/%m/%Y")
    if isinstance(value, int | float):
        sheet.numbers.add(place)
        return str(int(value)) if value == int(value) else str(value)
    return str(value)
