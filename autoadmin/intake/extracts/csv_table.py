"""One CSV file of a bundle as a header and rows of text, whatever its encoding."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from autoadmin.domain.errors import IntakeError
from autoadmin.domain.findings import Severity
from autoadmin.intake.extracts.cells import INVISIBLE
from autoadmin.intake.extracts.encodings import decode
from autoadmin.intake.extracts.ledger import Ledger

QUOTES = "quotation marks inside the text do not pair: the columns of rows near here may be shifted"
SHORT = "the row has fewer cells than the header: the missing ones are read as empty"
LONG = "the row has more cells than the header, so its columns are shifted: not taken"
HEADER_TWICE = "the column is there twice: the first is used"

HEADER_ROW: Final = 1
MOST_OF_A_HEADER: Final = 10_000  # characters


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A table as it stood. `rows` are numbered as a spreadsheet does; `shifted` rows could not be taken.

    `titles` holds what a column is called in the file where that is not the name it is read under.
    """

    file: str
    columns: dict[str, int]
    rows: list[tuple[int, list[str]]]
    shifted: int = 0
    titles: Mapping[str, str] = field(default_factory=dict)
    is_part: bool = False  # some columns of a wider table, which tells of its rows itself
    latest_only: frozenset[str] = frozenset()  # codes of events of which only the last one can be in it

    def title(self, column: str) -> str:
        """Return what the file itself calls a column."""
        return self.titles.get(column, column)

    def values(self, column: str) -> set[str]:
        """Return the distinct values of a column; of a column that is not there, none."""
        index = self.columns.get(column)
        return set() if index is None else {cells[index] for _, cells in self.rows}

    @property
    def records(self) -> int:
        """Return how many rows with anything in them the file had, without the header."""
        return len(self.rows) + self.shifted


def read_csv(file: str, data: bytes, encoding: str, ledger: Ledger) -> CsvTable:
    """Return the table in a CSV file; one whose quotation marks never close is refused."""
    text = decode(file, data, encoding, ledger)
    rows = _parse(file, text, ledger)
    header = next(rows, [])
    columns: dict[str, int] = {}
    for index, name in enumerate(INVISIBLE.sub("", cell).casefold() for cell in header):
        if name in columns:
            ledger.add(Severity.DOUBTED, file, HEADER_TWICE, HEADER_ROW, name)
        elif name:
            columns[name] = index
    return _table(file, columns, len(header), rows, ledger)


def _table(file: str, columns: dict[str, int], width: int, rows: Iterator[list[str]], ledger: Ledger) -> CsvTable:
    kept: list[tuple[int, list[str]]] = []
    shifted = 0
    for number, cells in enumerate(rows, start=HEADER_ROW + 1):
        if len(cells) != width:
            if not any(cells):
                continue
            if any(cells[width:]):
                ledger.add(Severity.DROPPED, file, LONG, number, raw=",".join(cells))
                shifted += 1
                continue
            if len(cells) < width:
                ledger.add(Severity.REPAIRED, file, SHORT, number)
                cells = cells + [""] * (width - len(cells))
        elif not any(cells):
            continue
        kept.append((number, cells))
    return CsvTable(file, columns, kept, shifted)


def _parse(file: str, text: str, ledger: Ledger) -> Iterator[list[str]]:
    """Return the rows; strictly if the quotation marks allow it, else as they come, with a doubt."""
    delimiter = _delimiter(text)
    strict = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=delimiter)
    try:
        return iter(list(strict))
    except csv.Error as fault:
        line = strict.line_num
        if "unexpected end" in str(fault) or "limit" in str(fault):
            raise IntakeError(
                f"{file}, near line {line}: a quotation mark opens and never closes. Export it again."
            ) from fault
        ledger.add(Severity.DOUBTED, file, QUOTES, line)
    try:
        return iter(list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)))
    except csv.Error as fault:
        raise IntakeError(f"{file}: its rows cannot be told apart. Export it again as CSV.") from fault


def _delimiter(text: str) -> str:
    """Return what separates the names in the header; no name of the dataset holds any of these."""
    header = text[:MOST_OF_A_HEADER].lstrip("\r\n").split("\n", 1)[0]
    return max(",\t;|", key=header.count)
