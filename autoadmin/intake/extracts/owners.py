"""Whose row it is: the person column, or, where an export leaves it out, the plan or period of care that it names.

Referral ids are never followed: two systems of three use other ids for them in each table (case-system-extracts 5, 4).
"""

from __future__ import annotations

from autoadmin.domain.findings import Severity
from autoadmin.domain.identifiers import ChildId
from autoadmin.intake.extracts.bundle_reading import BundleReading
from autoadmin.intake.extracts.cells import Id
from autoadmin.intake.extracts.csv_table import CsvTable
from autoadmin.intake.extracts.tables import TABLES, Table

NO_PERSON = "a row that does not say whose it is: not taken"
ORPHAN = "rows of a person who is not in ssd_person (merged, closed or filtered out): kept under that id"


class Owners:
    """Finds the child of each row of one table and notes what was odd on the way."""

    def __init__(self, reading: BundleReading, spec: Table, table: CsvTable) -> None:
        self._reading, self._file = reading, table.file
        self._column = spec.person if spec.person in table.columns or not spec.via else spec.via[0]
        self._index = table.columns.get(self._column)
        self._ids = reading.ids(table, self._column)
        self._lookup = _lookup(reading, spec) if self._column != spec.person else None

    def child(self, number: int, cells: list[str]) -> ChildId | None:
        """Return whose row this is, or None with a finding."""
        raw = "" if self._index is None else cells[self._index]
        read = self._ids.get(raw, Id(""))
        ledger = self._reading.ledger
        if read.remark:
            ledger.add(read.severity, self._file, read.remark, number, self._column, raw)
        text = read.text if self._lookup is None else self._lookup.get(read.text, "")
        if not text:
            ledger.add(Severity.DROPPED, self._file, NO_PERSON, number, self._column, raw)
            return None
        child = ChildId(text)
        if self._reading.people is not None and child not in self._reading.people:
            ledger.tally(Severity.DOUBTED, self._file, ORPHAN, number, self._column, text)
        return child


def _lookup(reading: BundleReading, spec: Table) -> dict[str, str]:
    """Return the person of each id in the table that `via` names; an id of two people is nobody's."""
    if spec.via is None or spec.via[1] not in reading.tables:
        return {}
    other = reading.tables[spec.via[1]]
    person = next(table.person for table in TABLES if table.name == spec.via[1])
    if spec.via[2] not in other.columns or person not in other.columns:
        return {}
    keys, people = reading.ids(other, spec.via[2]), reading.ids(other, person)
    found: dict[str, str] = {}
    for _, cells in other.rows:
        key, owner = keys[cells[other.columns[spec.via[2]]]].text, people[cells[other.columns[person]]].text
        if key and owner:
            found[key] = owner if found.get(key, owner) == owner else ""
    return found
