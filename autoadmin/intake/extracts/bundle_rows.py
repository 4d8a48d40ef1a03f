"""The rows of one table with dated columns: whose they are, and the events that they tell."""

from __future__ import annotations

from dataclasses import dataclass

from autoadmin.domain.events import Event
from autoadmin.domain.extracts import RecordCount
from autoadmin.domain.findings import Severity
from autoadmin.domain.identifiers import ChildId
from autoadmin.intake.extracts.beside import Beside
from autoadmin.intake.extracts.bundle_reading import BundleReading
from autoadmin.intake.extracts.bundle_workers import Staff
from autoadmin.intake.extracts.columns import DateColumn, Row, id_column, word_column
from autoadmin.intake.extracts.csv_table import CsvTable
from autoadmin.intake.extracts.dates import NOTHING, Reading
from autoadmin.intake.extracts.harvest import Span
from autoadmin.intake.extracts.involvements import TABLE as INVOLVEMENTS
from autoadmin.intake.extracts.involvements import involve
from autoadmin.intake.extracts.owners import Owners
from autoadmin.intake.extracts.table import DatedColumn, Table
from autoadmin.intake.extracts.telling import Once, Told, tell

NO_CHILD = "the row says of no child whose it is: not taken"
NO_DATE = "the row holds no date that could be taken: nothing is told by it"
NOT_DONE = "the row says that this was cancelled, refused or only planned: not taken"
AGAIN = "says only what an earlier row said: told once"
EMPTY = "the table has no rows: taken as not exported, because nobody can tell it from that"


@dataclass(slots=True)
class _Line:
    """One row: whose it is, and what its date columns and text columns say."""

    number: int
    row: Row
    child: ChildId
    dates: dict[str, Reading]
    texts: dict[str, str]


class TableReader:
    """Reads one table, row by row, into the harvest."""

    def __init__(self, reading: BundleReading, table: Table, csv: CsvTable, staff: Staff) -> None:
        self._reading, self._table, self._csv, self._staff = reading, table, csv, staff
        self._file, self._ledger = csv.file, reading.ledger
        self._owners = Owners(reading, table, csv)
        partial = {dated.column for dated in table.dates if dated.is_partial}
        self._dates = {
            name: self._date_column(name, name in partial) for name in table.date_columns if name in csv.columns
        }
        self._beside = Beside(table, csv, staff, self._ledger)
        self._undone = word_column(csv, table.undone[0], self._ledger) if table.undone else None
        self._not_done = set(table.undone[1].split()) if table.undone else set()
        self._note_id = id_column(csv, table.note_id, self._ledger)

    def read(self) -> None:
        """Add what every row tells, what the table could have told, and the count of its rows."""
        if not self._csv.rows:
            self._ledger.add(Severity.DOUBTED, self._file, EMPTY)
        told = [outcome for _, outcome in self.read_rows()]
        dropped = told.count(None) + self._csv.shifted
        count = RecordCount(self._file, self._csv.records, told.count(Told.NEW), told.count(Told.AGAIN), dropped)
        self._reading.counts.append(count)

    def read_rows(self) -> list[tuple[int, Told | None]]:
        """Add what every row tells and what the table could have told; return what each row was."""
        told = [(number, self._read_row(number, row)) for number, row in self._csv.rows]
        if told:
            codes = {dated.code for dated in self._table.dates if self._can_tell(dated)}
            self._reading.carries |= codes - self._csv.latest_only
        return told

    def _date_column(self, name: str, is_partial: bool) -> DateColumn:
        return DateColumn(self._csv, name, self._reading.manifest.order, self._ledger, is_partial=is_partial)

    def _can_tell(self, dated: DatedColumn) -> bool:
        column = self._dates.get(dated.column)
        return column is not None and not column.is_mixed

    def _read_row(self, number: int, row: Row) -> Told | None:
        """Return whether the row told anything new; None where nothing of it could be taken."""
        child = self._owners.of(number, row)
        if child is None:
            self._ledger.add(Severity.DROPPED, self._file, NO_CHILD, number, self._table.person)
            return None
        if self._undone and self._undone.at(number, row).casefold() in self._not_done:
            self._ledger.add(Severity.NOTE, self._file, NOT_DONE, number)
            return None
        dates = {name: column.at(number, row) for name, column in self._dates.items()}
        line = _Line(number, row, child, dates, self._beside.texts(number, row))
        self._keep_span(line)
        return self._sum_up(number, self._tell_all(line))

    def _sum_up(self, number: int, told: set[Told]) -> Told | None:
        if not told:
            if not self._csv.is_part:
                self._ledger.add(Severity.NOTE, self._file, NO_DATE, number)
            return None
        if told == {Told.AGAIN}:
            if not self._csv.is_part:
                self._ledger.tally(Severity.NOTE, self._file, AGAIN, number)
            return Told.AGAIN
        return Told.NEW

    def _tell_all(self, line: _Line) -> set[Told]:
        events = ((dated, self._event(line, dated)) for dated in self._table.dates)
        told = {self._tell(line, dated, event) for dated, event in events if event is not None}
        if self._table.name == INVOLVEMENTS:
            source = self._reading.source(self._file, line.number, "", "")
            told |= involve(self._reading, self._staff, line.child, line.dates, line.texts, source)
        return told

    def _event(self, line: _Line, dated: DatedColumn) -> Event | None:
        reading = line.dates.get(dated.column, NOTHING)
        if reading.on is None:
            return None
        fields = self._beside.fields(dated, line.number, line.texts, line.dates)
        column = self._dates[dated.column]
        return self._reading.event(dated.code, line.child, reading, column, line.number, line.row, fields)

    def _tell(self, line: _Line, dated: DatedColumn, event: Event) -> Told:
        if dated.once is Once.VISIT:
            told = self._reading.visits.tell(event, self._note_id.at(line.number, line.row))
        else:
            told = tell(self._reading.harvest, event, dated.once)
        if severity := told.severity:
            column = self._csv.title(dated.column)
            self._ledger.add(severity, self._file, told.value, line.number, column, event.source.raw)
        return Told.NEW if told.is_new else Told.AGAIN

    def _keep_span(self, line: _Line) -> None:
        if self._table.span is None:
            return
        kind, start, end = self._table.span
        start_on, end_on = line.dates.get(start, NOTHING).on, line.dates.get(end, NOTHING).on
        if start_on:
            self._reading.harvest.add_span(Span(line.child, kind, start_on, end_on, self._file, line.number))
