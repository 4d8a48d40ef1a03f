"""Dates in the cells of a workbook: Excel's own are certain; numbers and text in their place are settled singly."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from autoadmin.domain.findings import Severity
from autoadmin.intake.extracts.csv_table import CsvTable
from autoadmin.intake.extracts.dates import MIXED, YEAR_FIRST, DateOrder, read_dates
from autoadmin.intake.extracts.ledger import Ledger
from autoadmin.intake.extracts.workbook import Sheet, day_of

MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
IN_WORDS: Final = re.compile(r"(\d{1,2})[ -]([a-z]{3,9})[ ,-]+(\d{4})", re.ASCII | re.IGNORECASE)

NUMBER = "a date that the workbook holds as a plain number: read as the day that Excel counts so"
NO_RESULT = "a formula whose result the workbook does not hold: not read. Open it in Excel, save it and send it again"
NOT_DMY = (
    "a date typed as text in a column that mixes orders of day and month: not taken, because it would be a guess. "
    "Excel's own dates in the column are taken"
)


def with_settled_dates(csv: CsvTable, columns: Iterable[str], sheet: Sheet, day_one: date, ledger: Ledger) -> CsvTable:
    """Return the table with every day that is certain written dd/mm/yyyy, and those that would be a guess left out."""
    rows = [(number, list(cells)) for number, cells in csv.rows]
    for column in columns:
        place, title = csv.columns[column], csv.title(column)
        texts: list[tuple[int, list[str]]] = []
        for number, cells in rows:
            if (number, place) in sheet.lost:
                ledger.add(Severity.DROPPED, csv.file, NO_RESULT, number, title)
            elif (number, place) in sheet.numbers and (on := day_of(cells[place], day_one)):
                ledger.add(Severity.REPAIRED, csv.file, NUMBER, number, title, cells[place])
                cells[place] = f"{on:%d/%m/%Y}"
            elif cells[place] and (number, place) not in sheet.typed:
                texts.append((number, cells))
        _settle_texts(csv, place, title, texts, ledger)
    return replace(csv, rows=rows)


def _settle_texts(csv: CsvTable, place: int, title: str, texts: list[tuple[int, list[str]]], ledger: Ledger) -> None:
    for _, cells in texts:
        if on := _plain_day(cells[place].strip()):
            cells[place] = f"{on:%d/%m/%Y}"
    readings = read_dates({cells[place] for _, cells in texts}, DateOrder.DMY)
    for number, cells in texts:
        if readings[cells[place]].fault == MIXED:
            ledger.add(Severity.DROPPED, csv.file, NOT_DMY, number, title, cells[place])
            cells[place] = ""


def _plain_day(said: str) -> date | None:
    """Return the day of a text that can be read in one way only: year first, or the month in words."""
    try:
        if match := YEAR_FIRST.fullmatch(said):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if (match := IN_WORDS.fullmatch(said)) and match[2][:3].casefold() in MONTHS:
            return date(int(match[3]), MONTHS.index(match[2][:3].casefold()) + 1, int(match[1]))
    except ValueError:
        return None
    return None
