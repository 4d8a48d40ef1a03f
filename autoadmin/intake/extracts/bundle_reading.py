"""What reading one bundle has gathered so far, and how its cells become ids, dates and words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from autoadmin.domain.events import Event, Precision, Source
from autoadmin.domain.extracts import ExtractWorker, KnownPerson, RecordCount
from autoadmin.domain.findings import Place, Severity
from autoadmin.domain.identifiers import ChildId
from autoadmin.intake.extracts.cells import Id, read_id, read_words
from autoadmin.intake.extracts.csv_table import CsvTable
from autoadmin.intake.extracts.dates import EARLIEST, MIXED, Reading, read_dates
from autoadmin.intake.extracts.harvest import Harvest
from autoadmin.intake.extracts.ledger import Ledger
from autoadmin.intake.extracts.manifest import Manifest

NO_COLUMN = "the column is not there: what it would have told cannot be told from this extract"
NAME_AS_ID = "the column holds names where an id is expected: kept as written"


@dataclass(slots=True)
class BundleReading:
    """The state of reading one bundle. `people` is None where the bundle has no ssd_person."""

    manifest: Manifest
    kind: str
    ledger: Ledger
    tables: Mapping[str, CsvTable]
    harvest: Harvest = field(default_factory=Harvest)
    people: dict[ChildId, KnownPerson] | None = None
    workers: dict[str, ExtractWorker] = field(default_factory=dict)
    teams: dict[str, str] = field(default_factory=dict)
    counts: list[RecordCount] = field(default_factory=list)
    carries: set[str] = field(default_factory=set)

    def ids(self, table: CsvTable, column: str) -> dict[str, Id]:
        """Return what each writing in an id column is as an id."""
        return {raw: read_id(raw) for raw in table.values(column)}

    def dates(self, table: CsvTable, column: str, earliest: date = EARLIEST) -> dict[str, Reading]:
        """Return what each writing in a date column says; a column that is not there is noted."""
        if column not in table.columns:
            self.ledger.add(Severity.NOTE, table.file, NO_COLUMN, column=column)
        return read_dates(table.values(column), self.manifest.order, earliest)

    def words(self, table: CsvTable, column: str, field_name: str = "") -> dict[str, str]:
        """Return the words in each writing of a column; a worker's or team's id becomes the name where it is listed."""
        raws = table.values(column)
        if field_name == "worker":
            return {raw: self._worker(table, column, raw) for raw in raws}
        if field_name == "team":
            return {raw: self.teams.get(read_id(raw).text) or read_words(raw) for raw in raws}
        return {raw: read_words(raw) for raw in raws}

    def source(self, file: str, row: int, column: str, raw: str) -> Source:
        """Return where a cell stands."""
        return Source(Place(file, f"row {row}", row, column), raw, self.kind, self.manifest.extract_on)

    def event(
        self, code: str, child: ChildId, reading: Reading, source: Source, fields: Mapping[str, str]
    ) -> Event | None:
        """Return the event of a date cell, or None where it holds no date."""
        if reading.on is None:
            return None
        precision = Precision.TIME if reading.at else Precision.DAY
        return Event(code, reading.on, source, child, None, precision, reading.at, fields)

    def _worker(self, table: CsvTable, column: str, raw: str) -> str:
        worker_id = read_id(raw).text
        if not worker_id:
            return ""
        words = read_words(raw)
        listed = self.workers.get(worker_id)
        if listed is None and (" " in words or "," in words) and any(letter.isalpha() for letter in words):
            self.ledger.tally(Severity.NOTE, table.file, NAME_AS_ID, column=column)
        return (listed.name if listed else "") or words


def is_refused(readings: Mapping[str, Reading]) -> bool:
    """Return whether the whole column was refused because it mixes orders."""
    return any(reading.fault == MIXED for reading in readings.values())
