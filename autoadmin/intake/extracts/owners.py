"""Whose row it is: the child's id in it, else the child of the plan or period of care that it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from autoadmin.domain.findings import Severity
from autoadmin.domain.identifiers import ChildId
from autoadmin.intake.extracts.bundle_reading import BundleReading
from autoadmin.intake.extracts.columns import Row, id_column
from autoadmin.intake.extracts.csv_table import CsvTable
from autoadmin.intake.extracts.ledger import Ledger
from autoadmin.intake.extracts.table import Table

BY_PARENT: Final = "no child in the row: it is the child of the plan or period of care that the row names"
NOT_THE_PARENTS: Final = (
    "the child here is not the child of the plan or period of care that the row names: kept as it stands; check"
)
TWO_OWNERS: Final = ChildId("")

REFERRALS: Final = "ssd_cin_episodes"
OTHERS_REFERRAL: Final = "a referral that ssd_cin_episodes gives to another child: not used; check"
UNKNOWN_REFERRAL: Final = (
    "a referral that ssd_cin_episodes does not hold: not used, child and date tell where it belongs"
)


class Owners:
    """Tells whose each row of one table is. Referral ids are checked, never used: in some systems they do not join."""

    def __init__(self, reading: BundleReading, table: Table, csv: CsvTable) -> None:
        self._ledger, self._file, self._column = reading.ledger, csv.file, csv.title(table.person)
        self._known, self._orphan = reading.registered, reading.orphan
        self._child = id_column(csv, table.person, self._ledger)
        self._parent = id_column(csv, table.via[0], self._ledger) if table.via else None
        self._parents = _owners_in(reading.tables, *table.via[1:]) if table.via else {}
        self._referral = id_column(csv, table.referral, self._ledger) if table.referral else None
        self._referrals = (
            _owners_in(reading.tables, REFERRALS, "cine_referral_id")
            if table.referral and REFERRALS in reading.tables
            else None
        )

    def of(self, number: int, row: Row) -> ChildId | None:
        """Return the child, or None where the row does not say; what is odd about it is noted."""
        said = self._child.at(number, row)
        owner = self._parents.get(self._parent.at(number, row)) if self._parent else None
        if said and owner and said != owner:
            self._ledger.add(Severity.DOUBTED, self._file, NOT_THE_PARENTS, number, self._column, said)
        if self._column and not said and owner:
            self._ledger.tally(Severity.REPAIRED, self._file, BY_PARENT, number, self._column)
        child = ChildId(said or owner or "")
        if not child:
            return None
        if self._known is not None and child not in self._known:
            self._ledger.tally(Severity.DOUBTED, self._file, self._orphan, number, self._column, child)
        self._check_referral(child, number, row)
        return child

    def _check_referral(self, child: ChildId, number: int, row: Row) -> None:
        referral = self._referral.at(number, row) if self._referral else ""
        if not referral or self._referrals is None:
            return
        owner = self._referrals.get(referral)
        if owner is None:
            self._ledger.tally(Severity.NOTE, self._file, UNKNOWN_REFERRAL, number, raw=referral)
        elif owner not in (child, TWO_OWNERS):
            self._ledger.tally(Severity.DOUBTED, self._file, OTHERS_REFERRAL, number, raw=referral)


def _owners_in(tables: Mapping[str, CsvTable], name: str, key: str) -> dict[str, ChildId]:
    """Return which child each key of a table belongs to; one that two children share belongs to nobody."""
    owners: dict[str, ChildId] = {}
    if name not in tables:
        return owners
    quiet = Ledger()  # what is odd in that table is noted when its own rows are read
    keys, children = (id_column(tables[name], column, quiet) for column in (key, _PERSON_OF[name]))
    for number, row in tables[name].rows:
        owned, child = keys.at(number, row), ChildId(children.at(number, row))
        if owned and child and owners.setdefault(owned, child) != child:
            owners[owned] = TWO_OWNERS
    return owners


_PERSON_OF: Final = {
    "ssd_cp_plans": "cppl_person_id",
    "ssd_cla_episodes": "clae_person_id",
    "ssd_send": "send_person_id",
    REFERRALS: "cine_person_id",
}
