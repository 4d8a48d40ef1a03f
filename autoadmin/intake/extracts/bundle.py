"""The SSD bundle: a manifest and one CSV per table of the Standard Safeguarding Dataset, any subset of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from autoadmin.domain.errors import IntakeError
from autoadmin.domain.extracts import ExtractRecord, RecordCount
from autoadmin.domain.findings import Severity
from autoadmin.intake.extracts import manifest as manifests
from autoadmin.intake.extracts.bundle_people import read_people
from autoadmin.intake.extracts.bundle_reading import KIND, BundleReading
from autoadmin.intake.extracts.bundle_rows import TableReader
from autoadmin.intake.extracts.bundle_workers import Staff
from autoadmin.intake.extracts.care_periods import tell_care_periods
from autoadmin.intake.extracts.checks import check_order
from autoadmin.intake.extracts.collection import collection_paused
from autoadmin.intake.extracts.csv_table import CsvTable, read_csv
from autoadmin.intake.extracts.disabilities import read_disabilities
from autoadmin.intake.extracts.ledger import Ledger
from autoadmin.intake.extracts.manifest import read_manifest
from autoadmin.intake.extracts.tables import DISABILITY, KNOWN_BUT_UNREAD, READ, SEND, TABLES

TABLE_FILE: Final = re.compile(r"(?:.*[^a-z_])?(ssd_[a-z0-9_]*?[a-z])(?:[_-]?\d{4}-?\d\d-?\d\d)?\.csv")

NOT_A_TABLE = "a CSV file that is no table of the dataset: not read"
NOT_CSV = "a file that is neither the manifest nor a CSV: not read"
NO_TABLES = (
    "holds no SSD table. Put one CSV per table beside the manifest, named as the table: ssd_person.csv and so on."
)
ECLIPSE = "Eclipse exports completed forms only: open enquiries, assessments and drafts of visits are not in it"
UNKNOWN_COLUMN = "a column that the table does not have in the dataset: not read"
NO_COLUMNS = "its header names no column of the table: not one row is taken. Export it with its header"


def read_bundle_files(name: str, files: Mapping[str, bytes], sha256: str) -> ExtractRecord:
    """Return what a bundle tells; one without a manifest or without a table is refused."""
    with collection_paused():
        return _read(name, files, sha256)


def _read(name: str, files: Mapping[str, bytes], sha256: str) -> ExtractRecord:
    ledger = Ledger()
    manifest = read_manifest(name, files, ledger)
    counts: list[RecordCount] = []
    tables = _read_tables(name, files, manifest.encoding, ledger, counts)
    reading = BundleReading(manifest, tables, ledger)
    reading.counts = counts
    if "eclipse" in manifest.vendor.casefold():
        ledger.add(Severity.NOTE, manifests.NAME, ECLIPSE, column="vendor", raw=manifest.vendor)
    read_people(reading)
    if DISABILITY in tables:
        read_disabilities(reading, tables[DISABILITY])
    if SEND in tables:  # it tells whose the requests of another table are, and nothing of its own
        send = tables[SEND]
        counts.append(RecordCount(send.file, send.records, len(send.rows), dropped=send.shifted))
    staff = Staff(reading)
    for table in TABLES:
        if table.name in tables:
            TableReader(reading, table, tables[table.name], staff).read()
    tell_care_periods(reading)
    events, people = reading.harvest.events, tuple(reading.people.values())
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
        involvements=tuple(reading.involvements.values()),
        findings=ledger.close(),
        counts=tuple(reading.counts),
    )


def _read_tables(
    name: str, files: Mapping[str, bytes], encoding: str, ledger: Ledger, counts: list[RecordCount]
) -> dict[str, CsvTable]:
    """Return the tables that are read; of the others only how many records they hold is counted."""
    tables: dict[str, CsvTable] = {}
    for table, file in _table_files(name, files, ledger).items():
        if table not in READ:
            ledger.add(Severity.NOTE, file, KNOWN_BUT_UNREAD.get(table, NOT_A_TABLE))
            counts.append(_count_unread(file, files[file], encoding))
        elif (csv := _read_table(file, table, files[file], encoding, ledger)) is not None:
            tables[table] = csv
        else:
            counts.append(_count_headless(file, files[file], encoding))
    if not tables and not counts:
        raise IntakeError(f"{name} {NO_TABLES}")
    return tables


def _table_files(name: str, files: Mapping[str, bytes], ledger: Ledger) -> dict[str, str]:
    """Return the file of each table; two for one table are refused, since nobody can say which is right."""
    named: dict[str, str] = {}
    for file in sorted(files):
        table = table_name(file)
        if table and table in named:
            raise IntakeError(f"{name} holds two files for the table {table}. Keep one of them.")
        if table:
            named[table] = file
        elif file.casefold() != manifests.NAME:
            ledger.add(Severity.NOTE, file, NOT_A_TABLE if file.casefold().endswith(".csv") else NOT_CSV)
    return named


def table_name(file: str) -> str:
    """Return the table that a file is named after, with or without schema and date; empty where it is none."""
    match = TABLE_FILE.fullmatch(file.casefold())
    return match[1] if match else ""


def _read_table(file: str, table: str, data: bytes, encoding: str, ledger: Ledger) -> CsvTable | None:
    csv = read_csv(file, data, encoding, ledger)
    known = READ[table]
    if csv.columns and not known & csv.columns.keys():
        ledger.add(Severity.DROPPED, file, NO_COLUMNS, raw=", ".join(csv.columns)[:200])
        return None
    for column in csv.columns.keys() - known:
        ledger.add(Severity.NOTE, file, UNKNOWN_COLUMN, column=column)
    return csv


def _count_unread(file: str, data: bytes, encoding: str) -> RecordCount:
    records = _records(file, data, encoding)
    return RecordCount(file, records, unread=records)


def _count_headless(file: str, data: bytes, encoding: str) -> RecordCount:
    records = _records(file, data, encoding)
    return RecordCount(file, records, dropped=records)


def _records(file: str, data: bytes, encoding: str) -> int:
    try:
        return read_csv(file, data, encoding, Ledger()).records
    except IntakeError:
        return 0
