"""The rows of one table with dated columns: whose they are, and the events that they tell."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from autoadmin.domain.events import Event
from autoadmin.domain.extracts import RecordCount
from autoadmin.domain.findings import Severity
from autoadmin.domain.identifiers import ChildId
from autoadmin.intake.extracts.bundle_reading import BundleReading
from autoadmin.intake.extracts.bundle_workers import Staff
from autoadmin.intake.extracts.columns import DateColumn, Row, TextColumn, id_column, word_column
from autoadmin.intake.extracts.csv_table import CsvTable
from autoadmin.intake.extracts.dates import Reading
from autoadmin.intake.extracts.harvest import Span
from autoadmin.intake.extracts.involvements import TABLE as INVOLVEMENTS
from autoadmin.intake.extracts.involvements import involve
from autoadmin.intake.extracts.outcomes import read_flags
from autoadmin.intake.extracts.owners import Owners
from autoadmin.intake.extracts.table import DatedColumn, Table
from autoadmin.intake.extracts.telling import Once, Told, tell

NO_CHILD = "the row says of no child whose it is: not taken"
NO_DATE = "the row holds no date that could be taken: nothing is told by it"
NOT_DONE = "the row says that this was cancelled, refused or only planned: not taken"
AGAIN = "says only what an earlier row said: told once"
EMPTY = "the table has no rows: taken as not exported, because nobody can tell it from that"
WORKER_NAMED = "a name where an id belongs: kept as the name"
IDS: Final = frozenset({"period"})
OPEN: Final = "open"


class TableReader:
    """Reads one table, row by row, into the harvest."""

    def __init__(self, reading: BundleReading, table: Table, csv: CsvTable, staff: Staff) -> None:
        self._reading, self._table, self._csv, self._staff = reading, table, csv, staff
        self._ledger = reading.ledger
        self._owners = Owners(reading, table, csv)
        self._dates = {
            column: DateColumn(csv, column, reading.manifest.order, self._ledger) for column in self._date_columns()
        }
        self._texts = {column: self._text_column(name, column) for name, column in self._carried()}
        self._undone = word_column(csv, table.undone[0], self._ledger) if table.undone else None
        self._note_id = id_column(csv, table.note_id, self._ledger) if table.note_id else None

    def read(self) -> None:
        """Add what every row tells, what the table could have told, and the count of its rows."""
        if not self._csv.rows:
            self._ledger.add(Severity.DOUBTED, self._csv.file, EMPTY)
        taken = again = dropped = 0
        for number, row in self._csv.rows:
            told = self._read_row(number, row)
            taken += told is Told.NEW
            again += told is Told.AGAIN
            dropped += told is None
        count = RecordCount(self._csv.file, self._csv.records, taken, again, dropped + self._csv.shifted)
        self._reading.counts.append(count)
        if self._csv.rows:
            self._reading.carries.update(dated.code for dated in self._table.dates if self._can_tell(dated))

    def _date_columns(self) -> list[str]:
        return list(dict.fromkeys([*(dated.column for dated in self._table.dates), *(self._table.span or ())[1:]]))

    def _carried(self) -> list[tuple[str, str]]:
        return [pair for dated in self._table.dates for pair in dated.carry]

    def _text_column(self, name: str, column: str) -> TextColumn:
        return (id_column if name in IDS else word_column)(self._csv, column, self._ledger)

    def _can_tell(self, dated: DatedColumn) -> bool:
        column = self._dates[dated.column]
        return not column.is_absent and not column.is_mixed

    def _read_row(self, number: int, row: Row) -> Told | None:
        """Return whether the row told anything new; None where nothing of it could be taken."""
        child = self._owners.of(number, row)
        if child is None:
            self._ledger.add(Severity.DROPPED, self._csv.file, NO_CHILD, number, self._table.person)
            return None
        if self._is_undone(number, row):
            self._ledger.add(Severity.NOTE, self._csv.file, NOT_DONE, number)
            return None
        dates = {name: column.at(number, row) for name, column in self._dates.items()}
        texts = {name: column.at(number, row) for name, column in self._texts.items()}
        self._keep_span(child, dates, number)
        told = {
            self._tell(child, dated, dates, texts, number, row) for dated in self._table.dates if dates[dated.column].on
        }
        if self._table.name == INVOLVEMENTS:
            source = self._reading.source(self._csv.file, number, "", "")
            if (involved := involve(self._reading, self._staff, child, dates, texts, source)) is not None:
                told.add(involved)
        if not told:
            self._ledger.add(Severity.NOTE, self._csv.file, NO_DATE, number)
            return None
        if told == {Told.AGAIN}:
            self._ledger.tally(Severity.NOTE, self._csv.file, AGAIN, number)
            return Told.AGAIN
        return Told.NEW

    def _is_undone(self, number: int, row: Row) -> bool:
        if self._undone is None or self._table.undone is None:
            return False
        return self._undone.at(number, row).casefold() in self._table.undone[1].split()

    def _keep_span(self, child: ChildId, dates: dict[str, Reading], number: int) -> None:
        if self._table.span is None:
            return
        kind, start, end = self._table.span
        if start_on := dates[start].on:
            self._reading.harvest.add_span(Span(child, kind, start_on, dates[end].on, self._csv.file, number))

    def _tell(
        self,
        child: ChildId,
        dated: DatedColumn,
        dates: dict[str, Reading],
        texts: dict[str, str],
        number: int,
        row: Row,
    ) -> Told:
        column = self._dates[dated.column]
        bare = self._reading.event(dated.code, child, dates[dated.column], column, number, row)
        if bare is None:
            return Told.AGAIN
        event = replace(bare, fields=self._fields(dated, dates, texts, number, row))
        told = self._add(event, dated, number, row)
        if told in (Told.OTHERWISE, Told.EARLIER):
            self._ledger.add(Severity.DOUBTED, self._csv.file, told.value, number, dated.column, event.source.raw)
            return Told.NEW
        return told

    def _add(self, event: Event, dated: DatedColumn, number: int, row: Row) -> Told:
        if dated.once is not Once.VISIT or self._note_id is None:
            return tell(self._reading.harvest, event, dated.once)
        told, elsewhere = self._reading.visits.tell(event, self._note_id.at(number, row))
        if elsewhere:
            self._ledger.add(Severity.NOTE, self._csv.file, elsewhere, number, dated.column, event.source.raw)
        return told

    def _fields(
        self, dated: DatedColumn, dates: dict[str, Reading], texts: dict[str, str], number: int, row: Row
    ) -> dict[str, str]:
        fields = {name: texts[column] for name, column in dated.carry if texts[column]}
        if outcome := fields.get("outcome"):
            fields = {**read_flags(outcome), **fields}
        if said := fields.get("worker"):
            fields |= self._named(said, dated, number)
        if dated.open_until and self._is_open(dates[dated.open_until], self._dates[dated.open_until], row):
            fields[OPEN] = "true"
        return fields

    def _named(self, said: str, dated: DatedColumn, number: int) -> dict[str, str]:
        """Return the worker's name beside the id, where the bundle tells it; some systems put the name itself there."""
        worker = self._staff.worker(said)
        if worker is not None:
            return {"worker_name": worker.name} if worker.name else {}
        if " " in said:
            column = dict(dated.carry)["worker"]
            self._ledger.tally(Severity.NOTE, self._csv.file, WORKER_NAMED, number, column)
        return {}

    @staticmethod
    def _is_open(end: Reading, column: DateColumn, row: Row) -> bool:
        """Return whether the end is known to be empty; an end that could not be read is not."""
        return not column.is_absent and end.on is None and (not end.fault or end.severity is Severity.REPAIRED)
