"""One column of a table, each distinct writing in it read once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from autoadmin.intake.extracts.cells import Cell, read_id, read_words
from autoadmin.intake.extracts.csv_table import CsvTable
from autoadmin.intake.extracts.dates import EARLIEST, MIXED, NOTHING, DateOrder, Reading, read_dates
from autoadmin.intake.extracts.ledger import Ledger
from autoadmin.intake.extracts.partial_dates import read_partial_dates

Row = list[str]
ABSENT: Final = -1


class TextColumn:
    """A column of ids or words. One that the table does not have is empty throughout."""

    def __init__(self, table: CsvTable, name: str, read: Callable[[str], Cell], ledger: Ledger) -> None:
        self._file, self._name, self._read, self._ledger = table.file, table.title(name), read, ledger
        self._index = table.columns.get(name, ABSENT)
        self._known: dict[str, Cell] = {}

    @property
    def is_absent(self) -> bool:
        """Return whether the table does not have this column."""
        return self._index == ABSENT

    def at(self, number: int, row: Row) -> str:
        """Return the text in a row; what was done to it is noted."""
        if self._index == ABSENT:
            return ""
        raw = row[self._index]
        cell = self._known.get(raw)
        if cell is None:
            cell = self._known[raw] = self._read(raw)
        if cell.remark:
            self._ledger.add(cell.severity, self._file, cell.remark, number, self._name, raw)
        return cell.text


class DateColumn:
    """A column of dates in the declared order; if it mixes orders, none of them is taken."""

    def __init__(
        self,
        table: CsvTable,
        name: str,
        order: DateOrder,
        ledger: Ledger,
        earliest: date = EARLIEST,
        *,
        is_partial: bool = False,
    ) -> None:
        self.file, self.name, self._ledger = table.file, table.title(name), ledger
        self._index = table.columns.get(name, ABSENT)
        values = table.values(name)
        self._known = read_partial_dates(values) if is_partial else read_dates(values, order, earliest)

    @property
    def is_absent(self) -> bool:
        """Return whether the table does not have this column."""
        return self._index == ABSENT

    @property
    def is_mixed(self) -> bool:
        """Return whether the column was dropped because it mixes orders."""
        return any(reading.fault == MIXED for reading in self._known.values())

    def raw(self, row: Row) -> str:
        """Return what stands in a row."""
        return "" if self._index == ABSENT else row[self._index].strip()

    def at_quietly(self, row: Row) -> Reading:
        """Return what a row says, of which everything odd has been noted before."""
        return NOTHING if self._index == ABSENT else self._known[row[self._index]]

    def at(self, number: int, row: Row) -> Reading:
        """Return what a row says; what could not be taken is noted."""
        if self._index == ABSENT:
            return NOTHING
        reading = self._known[row[self._index]]
        if reading.fault:
            self._ledger.add(reading.severity, self.file, reading.fault, number, self.name, row[self._index].strip())
        return reading


def id_column(table: CsvTable, name: str, ledger: Ledger) -> TextColumn:
    """Return a column of ids."""
    return TextColumn(table, name, read_id, ledger)


def word_column(table: CsvTable, name: str, ledger: Ledger) -> TextColumn:
    """Return a column of words."""
    return TextColumn(table, name, read_words, ledger)
