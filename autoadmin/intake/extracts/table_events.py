"""The rows of one SSD table as events. Each row ends as taken, as a duplicate, or dropped with a finding."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from autoadmin.domain.events import Event
from autoadmin.domain.extracts import Involvement, RecordCount
from autoadmin.domain.findings import Severity
from autoadmin.domain.identifiers import ChildId
from autoadmin.intake.extracts.bundle_reading import BundleReading, is_refused
from autoadmin.intake.extracts.cells import read_id
from autoadmin.intake.extracts.csv_table import CsvTable
from autoadmin.intake.extracts.dates import NOTHING, Reading
from autoadmin.intake.extracts.harvest import Span
from autoadmin.intake.extracts.owners import Owners
from autoadmin.intake.extracts.staff import read_involvement
from autoadmin.intake.extracts.tables import DatedColumn, Table
from autoadmin.intake.extracts.visits import Visits

CANCELLED = "a cancelled review: not taken"
NO_DATE = "a row without a date that can be taken"
AGAIN = "rows that say what another row said: one event"
AGAIN_OTHERWISE = "the same event with other details: the first are kept"
TWO_STARTS = "another day on which the same period of care began: the first is kept"
SAME_VISIT = "visits that are also in a more specific table: kept there once"
SEEN_OTHERWISE = "the same visit says otherwise of whether the child was seen: the more specific table is kept"


class TableEvents:
    """Reads the rows of one table into the harvest."""

    def __init__(self, reading: BundleReading, spec: Table, table: CsvTable, visits: Visits) -> None:
        self._reading, self._spec, self._table, self._visits = reading, spec, table, visits
        self._owners = Owners(reading, spec, table)
        self._dates = {column: reading.dates(table, column) for column in _date_columns(spec)}
        self._present = [dated for dated in spec.dates if dated.column in table.columns]
        self._words = {
            (field, column): reading.words(table, column, field)
            for dated in self._present
            for field, column in dated.carry
            if column in table.columns
        }
        self._plans = [(dated, table.columns[dated.column], self._carried(dated)) for dated in self._present]
        self._involvements: list[Involvement] = []

    def read(self) -> list[Involvement]:
        """Add the events of all rows; return the involvements they tell of."""
        taken = duplicates = dropped = 0
        for number, cells in self._table.rows:
            new = self._read_row(number, cells)
            if new is None:
                dropped += 1
            elif new:
                taken += 1
            else:
                duplicates += 1
        count = RecordCount(self._table.file, self._table.records, taken, duplicates, dropped + self._table.shifted)
        self._reading.counts.append(count)
        self._reading.carries |= {
            dated.code for dated in self._present if self._table.rows and not is_refused(self._dates[dated.column])
        }
        return self._involvements

    def _read_row(self, number: int, cells: list[str]) -> bool | None:
        """Return whether the row told anything new, or None if it could not be taken."""
        if self._spec.cancelled and self._cell(cells, self._spec.cancelled).strip().upper() in (
            "Y",
            "1",
            "TRUE",
            "YES",
        ):
            self._note(Severity.NOTE, CANCELLED, number, self._spec.cancelled)
            return None
        child = self._owners.child(number, cells)
        if child is None:
            return None
        told = [
            self._add(dated, event, cells) for dated, event in self._events(number, cells, child) if event is not None
        ]
        if not told:
            self._reading.ledger.tally(Severity.NOTE, self._table.file, NO_DATE, number)
            return None
        self._add_span(number, cells, child)
        if any(told):
            return True
        self._reading.ledger.tally(Severity.NOTE, self._table.file, AGAIN, number)
        return False

    def _events(self, number: int, cells: list[str], child: ChildId) -> list[tuple[DatedColumn, Event | None]]:
        found: list[tuple[DatedColumn, Event | None]] = []
        for dated, index, carried in self._plans:
            raw = cells[index]
            read = self._dates[dated.column][raw]
            if read is NOTHING:
                continue
            if read.fault:
                self._note(read.severity, read.fault, number, dated.column, raw)
                continue
            fields = {field: words for field, at, known in carried if (words := known[cells[at]])}
            if dated.code == "ASSESSMENT_START" and self._is_open(cells):
                fields["open"] = "true"
            source = self._reading.source(self._table.file, number, dated.column, raw)
            found.append((dated, self._reading.event(dated.code, child, read, source, fields)))
        return found

    def _add(self, dated: DatedColumn, event: Event, cells: list[str]) -> bool:
        """Add an event to the harvest; return whether it was new."""
        if dated.once == "visit":
            return self._add_visit(event, cells)
        standing = self._reading.harvest.add(event, _identity(dated, event))
        if standing is event:
            return True
        if dated.once == "period" and standing.on != event.on:
            self._doubt(event, TWO_STARTS)
        elif dated.once == "day" and standing.fields != event.fields:
            self._doubt(event, AGAIN_OTHERWISE)
        return False

    def _add_visit(self, visit: Event, cells: list[str]) -> bool:
        note_id = read_id(self._cell(cells, self._spec.note_id)).text
        same = self._visits.same(visit, note_id)
        if same is not None:
            place = visit.source.place
            self._reading.ledger.tally(Severity.NOTE, place.file, SAME_VISIT, place.row or 0)
            if same.fields.get("seen") != visit.fields.get("seen"):
                self._doubt(visit, SEEN_OTHERWISE)
            return False
        self._visits.add(visit, note_id)
        return self._reading.harvest.add(visit) is visit

    def _add_span(self, number: int, cells: list[str], child: ChildId) -> None:
        if self._spec.span is None:
            return
        kind, start_column, end_column = self._spec.span
        start, end = self._reading_of(cells, start_column), self._reading_of(cells, end_column)
        if start.on is not None:
            self._reading.harvest.add_span(Span(child, kind, start.on, end.on, self._table.file, number))
        if kind == "involvement":
            told = read_involvement(self._reading, self._table, number, cells, child, (start, end))
            self._involvements += [told] if told else []

    def _is_open(self, cells: list[str]) -> bool:
        index = self._table.columns.get("cina_assessment_auth_date")
        return index is not None and self._dates["cina_assessment_auth_date"][cells[index]] is NOTHING

    def _carried(self, dated: DatedColumn) -> list[tuple[str, int, Mapping[str, str]]]:
        columns = self._table.columns
        return [(field, columns[at], self._words[field, at]) for field, at in dated.carry if at in columns]

    def _reading_of(self, cells: list[str], column: str) -> Reading:
        return self._dates[column].get(self._cell(cells, column), NOTHING)

    def _cell(self, cells: list[str], column: str) -> str:
        index = self._table.columns.get(column)
        return "" if index is None else cells[index]

    def _doubt(self, event: Event, message: str) -> None:
        place = event.source.place
        self._note(Severity.DOUBTED, message, place.row or 0, place.column or "", event.source.raw)

    def _note(self, severity: Severity, message: str, number: int, column: str, raw: str = "") -> None:
        self._reading.ledger.add(severity, self._table.file, message, number, column, raw)


def _date_columns(spec: Table) -> list[str]:
    """Return the columns to be read as dates: those of events and those of the span."""
    return list(dict.fromkeys([*(dated.column for dated in spec.dates), *(spec.span or ("",))[1:]]))


def _identity(dated: DatedColumn, event: Event) -> Hashable:
    if dated.once == "day":
        return (event.code, event.child, event.on)
    if dated.once == "period":
        return (event.code, event.child, event.fields.get("period") or event.on)
    return None
