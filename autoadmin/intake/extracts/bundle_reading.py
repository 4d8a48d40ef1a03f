"""What reading one bundle has gathered so far: its events, spans, findings and counts."""

from __future__ import annotations

from collections.abc import Mapping

from autoadmin.domain.events import Event, Precision, Source
from autoadmin.domain.extracts import ExtractWorker, Involvement, KnownPerson, RecordCount
from autoadmin.domain.findings import Place
from autoadmin.domain.identifiers import ChildId
from autoadmin.intake.extracts.columns import DateColumn
from autoadmin.intake.extracts.csv_table import CsvTable
from autoadmin.intake.extracts.dates import Reading
from autoadmin.intake.extracts.harvest import Harvest
from autoadmin.intake.extracts.ledger import Ledger
from autoadmin.intake.extracts.manifest import Manifest
from autoadmin.intake.extracts.visits import Visits

KIND = "SSD bundle"
ORPHAN = "an id that ssd_person does not hold (a merged or removed record?): kept under that id; check"


class BundleReading:
    """The bundle's tables as they stand, and what has been read from them."""

    def __init__(
        self,
        manifest: Manifest,
        tables: Mapping[str, CsvTable],
        ledger: Ledger,
        kind: str = KIND,
        row_word: str = "row",
    ) -> None:
        self.manifest = manifest
        self.tables = tables
        self.ledger = ledger
        self.harvest = Harvest()
        self.visits = Visits(self.harvest)
        self.kind = f"{kind} ({manifest.vendor})" if manifest.vendor else kind
        self._row_word = row_word
        self.people: dict[ChildId, KnownPerson] = {}
        self.registered: frozenset[ChildId] | None = None  # whom the table of people holds; None where there is none
        self.orphan = ORPHAN
        self.workers: dict[str, ExtractWorker] = {}
        self.involvements: dict[tuple[object, ...], Involvement] = {}
        self.carries: set[str] = set()
        self.counts: list[RecordCount] = []

    def source(self, file: str, number: int, column: str, raw: str) -> Source:
        """Return where a cell stands."""
        place = Place(file, f"{self._row_word} {number}", number, column or None)
        return Source(place, raw, self.kind, self.manifest.extract_on)

    def event(
        self,
        code: str,
        child: ChildId,
        reading: Reading,
        column: DateColumn,
        number: int,
        row: list[str],
        fields: Mapping[str, str],
    ) -> Event | None:
        """Return the event that a date in a row makes; None where there is no date."""
        if reading.on is None:
            return None
        return Event(
            code,
            reading.on,
            self.source(column.file, number, column.name, column.raw(row)),
            child,
            precision=Precision.TIME if reading.at else reading.precision,
            at_time=reading.at,
            fields=fields,
        )
