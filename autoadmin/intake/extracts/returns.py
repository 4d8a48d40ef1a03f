"""One record from wider tables: the people first, then every part through the table of the dataset that it makes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from autoadmin.domain.extracts import ExtractRecord, RecordCount
from autoadmin.domain.findings import Severity
from autoadmin.intake.extracts.bundle_people import read_people_in_part
from autoadmin.intake.extracts.bundle_reading import BundleReading
from autoadmin.intake.extracts.bundle_rows import TableReader
from autoadmin.intake.extracts.bundle_workers import Staff
from autoadmin.intake.extracts.care_periods import tell_care_periods
from autoadmin.intake.extracts.checks import check_order
from autoadmin.intake.extracts.csv_table import CsvTable
from autoadmin.intake.extracts.disabilities import read_disabilities
from autoadmin.intake.extracts.ledger import Ledger
from autoadmin.intake.extracts.manifest import Manifest
from autoadmin.intake.extracts.parts import Part
from autoadmin.intake.extracts.tables import DISABILITY, PERSON
from autoadmin.intake.extracts.telling import Told

NOTHING_NEW = "says only what another row says: told once"
NO_FACT = "the row holds no date that could be taken: nothing is told by it"


@dataclass(frozen=True, slots=True)
class Wide:
    """A wider table and its parts. `is_register`: it lists every child, so one it does not hold is odd elsewhere."""

    csv: CsvTable
    parts: tuple[Part, ...]
    is_register: bool = False

    def named(self, name: str) -> list[CsvTable]:
        """Return the parts that make one table."""
        return [part.csv for part in self.parts if part.name == name]


@dataclass(frozen=True, slots=True)
class Return:
    """What a return says of itself. `orphan` is what is said of a child whom no register holds."""

    file: str
    sha256: str
    kind: str
    manifest: Manifest
    ledger: Ledger
    orphan: str = ""
    row_word: str = "row"
    unread: tuple[RecordCount, ...] = field(default=())


def read_return(of: Return, wides: Sequence[Wide]) -> ExtractRecord:
    """Return the people, events and findings of all tables of a return."""
    reading = BundleReading(of.manifest, {}, of.ledger, of.kind, of.row_word)
    reading.orphan, reading.counts = of.orphan, list(of.unread)
    staff = Staff(reading)
    told = {wide.csv.file: _nothing(wide) for wide in wides}
    _meet(reading, wides, told)
    for wide in wides:
        for part in wide.parts:
            if part.table is not None:
                rows = TableReader(reading, part.table, part.csv, staff).read_rows()
                _note(told[wide.csv.file], rows)
    for wide in wides:
        _count(reading, wide.csv, told[wide.csv.file])
    tell_care_periods(reading)
    return _record(of, reading)


_Outcomes = dict[int, set[Told]]


def _nothing(wide: Wide) -> _Outcomes:
    return {number: set() for number, _ in wide.csv.rows}


def _meet(reading: BundleReading, wides: Sequence[Wide], told: dict[str, _Outcomes]) -> None:
    """Add the people, those of the register first."""
    for wide in sorted(wides, key=lambda wide: not wide.is_register):
        for csv in wide.named(PERSON):
            _note(told[wide.csv.file], read_people_in_part(reading, csv))
        if wide.is_register:
            reading.registered = frozenset(reading.people)
    for wide in wides:
        for csv in wide.named(DISABILITY):
            read_disabilities(reading, csv)


def _note(outcomes: _Outcomes, rows: Iterable[tuple[int, Told | None]]) -> None:
    for number, told in rows:
        if told is not None:
            outcomes[number].add(told)


def _count(reading: BundleReading, csv: CsvTable, outcomes: _Outcomes) -> None:
    """Add the count of a table's rows: each is taken, said before or holds nothing."""
    again = sum(told == {Told.AGAIN} for told in outcomes.values())
    for number, told in outcomes.items():
        if not told:
            reading.ledger.add(Severity.NOTE, csv.file, NO_FACT, number)
        elif told == {Told.AGAIN}:
            reading.ledger.tally(Severity.NOTE, csv.file, NOTHING_NEW, number)
    empty = sum(not told for told in outcomes.values())
    taken = len(outcomes) - again - empty
    reading.counts.append(RecordCount(csv.file, len(outcomes) + csv.shifted, taken, again, empty + csv.shifted))


def _record(of: Return, reading: BundleReading) -> ExtractRecord:
    events, people = reading.harvest.events, tuple(reading.people.values())
    check_order(of.ledger, people, events, tuple(reading.harvest.spans.values()), of.manifest.extract_on)
    return ExtractRecord(
        file=of.file,
        sha256=of.sha256,
        kind=of.kind,
        council=of.manifest.council,
        vendor=of.manifest.vendor,
        extract_on=of.manifest.extract_on,
        carries=frozenset(reading.carries),
        people=people,
        events=events,
        involvements=tuple(reading.involvements.values()),
        findings=of.ledger.close(),
        counts=tuple(reading.counts),
    )
