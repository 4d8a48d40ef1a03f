"""The SSD bundle: a manifest and one CSV file for each table of the Standard Safeguarding Dataset, any subset of them."""

from __future__ import annotations

from collections.abc import Mapping

from autoadmin.domain.errors import IntakeError
from autoadmin.domain.extracts import ExtractRecord, Involvement
from autoadmin.domain.findings import Severity
from autoadmin.intake.extracts.bundle_reading import BundleReading
from autoadmin.intake.extracts.care_periods import end_care
from autoadmin.intake.extracts.checks import check_order
from autoadmin.intake.extracts.csv_table import CsvTable, read_csv
from autoadmin.intake.extracts.ledger import Ledger
from autoadmin.intake.extracts.manifest import NAME, Manifest, read_manifest
from autoadmin.intake.extracts.persons import read_persons
from autoadmin.intake.extracts.staff import read_departments, read_professionals
from autoadmin.intake.extracts.table_events import TableEvents
from autoadmin.intake.extracts.tables import (
    DEPARTMENT,
    DEPARTMENT_COLUMNS,
    KNOWN_BUT_UNREAD,
    PERSON,
    PERSON_COLUMNS,
    PROFESSIONAL_COLUMNS,
    PROFESSIONALS,
    TABLES,
)
from autoadmin.intake.extracts.visits import Visits

KIND = "SSD bundle"
READ = {table.name: table.columns for table in TABLES} | {
    PERSON: PERSON_COLUMNS,
    PROFESSIONALS: PROFESSIONAL_COLUMNS,
    DEPARTMENT: DEPARTMENT_COLUMNS,
}

UNKNOWN_FILE = "not a table of the Standard Safeguarding Dataset: not read"
UNKNOWN_COLUMN = "a column that this table does not have: not read"
EMPTY = "the table has no rows: taken as not exported, so nothing can be told from its silence"
NO_PERSONS = "no ssd_person: whose these events are is known by id only"
ECLIPSE = "Eclipse exports completed forms only: open enquiries, assessments and drafts of visits are not in it"


def read_files(name: str, files: Mapping[str, bytes], sha256: str) -> ExtractRecord:
    """Return what the files of a bundle tell; without a manifest or a single known table it is refused."""
    ledger = Ledger()
    manifest = read_manifest(name, files, ledger)
    tables = _read_tables(files, manifest, ledger)
    if not tables:
        raise IntakeError(f"{name} holds no table of the Standard Safeguarding Dataset, such as ssd_person.csv.")
    reading = BundleReading(manifest, f"{KIND} ({manifest.vendor})" if manifest.vendor else KIND, ledger, tables)
    involvements = _read_all(reading)
    end_care(reading.harvest, ledger)
    reading.carries |= {"CLA_END"} if "CLA_EPISODE_END" in reading.carries else set()
    people = tuple((reading.people or {}).values())
    events = reading.harvest.events
    check_order(ledger, people, events, tuple(reading.harvest.spans.values()), manifest.extract_on)
    return ExtractRecord(
        file=name,
        sha256=sha256,
        kind=KIND,
        council=manifest.council,
        vendor=manifest.vendor,
        extract_on=manifest.extract_on,
        carries=frozenset(reading.carries),
        people=people,
        events=events,
        workers=tuple(reading.workers.values()),
        involvements=tuple(involvements),
        findings=ledger.close(),
        counts=tuple(reading.counts),
    )


def table_name(file: str) -> str:
    """Return the table that a file holds by its name: `SSD_Person.CSV` is ssd_person; empty where it is no CSV."""
    stem, _, ending = file.casefold().rpartition(".")
    return stem if ending == "csv" else ""


def _read_tables(files: Mapping[str, bytes], manifest: Manifest, ledger: Ledger) -> dict[str, CsvTable]:
    tables: dict[str, CsvTable] = {}
    for file, data in sorted(files.items()):
        table = table_name(file)
        if table in READ:
            tables[table] = read_csv(file, data, manifest.encoding, ledger)
            _note_columns(tables[table], READ[table], ledger)
        elif file.casefold() != NAME:
            ledger.add(Severity.NOTE, file, KNOWN_BUT_UNREAD.get(table, UNKNOWN_FILE))
    return tables


def _note_columns(table: CsvTable, known: frozenset[str], ledger: Ledger) -> None:
    for column in sorted(set(table.columns) - known):
        ledger.add(Severity.NOTE, table.file, UNKNOWN_COLUMN, column=column)
    if not table.rows:
        ledger.add(Severity.DOUBTED, table.file, EMPTY)


def _read_all(reading: BundleReading) -> list[Involvement]:
    """Read every table, those first that the others refer to; return the involvements."""
    tables = reading.tables
    if "eclipse" in reading.manifest.vendor.casefold():
        reading.ledger.add(Severity.NOTE, NAME, ECLIPSE, column="vendor")
    if DEPARTMENT in tables:
        read_departments(reading, tables[DEPARTMENT])
    if PROFESSIONALS in tables:
        read_professionals(reading, tables[PROFESSIONALS])
    if PERSON in tables:
        read_persons(reading, tables[PERSON])
    else:
        reading.ledger.add(Severity.DOUBTED, NAME, NO_PERSONS)
    visits, involvements = Visits(), []
    for spec in TABLES:
        if spec.name in tables:
            involvements += TableEvents(reading, spec, tables[spec.name], visits).read()
    return involvements
