"""What a row says beside its dates: the fields of its events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from autoadmin.domain.findings import Severity
from autoadmin.intake.extracts.bundle_workers import Staff
from autoadmin.intake.extracts.columns import Row, id_column, word_column
from autoadmin.intake.extracts.csv_table import CsvTable
from autoadmin.intake.extracts.dates import Reading
from autoadmin.intake.extracts.ledger import Ledger
from autoadmin.intake.extracts.outcomes import read_flags
from autoadmin.intake.extracts.plain_fields import plain_fields
from autoadmin.intake.extracts.table import DatedColumn, Table

IDS: Final = frozenset({"period"})  # fields that join rows to each other

WORKER_NAMED = "a name where an id belongs: kept as the name"


class Beside:
    """Reads the text columns of one table that are carried into events."""

    def __init__(self, table: Table, csv: CsvTable, staff: Staff, ledger: Ledger) -> None:
        self._csv, self._file, self._staff, self._ledger = csv, csv.file, staff, ledger
        self._columns = {
            column: (id_column if name in IDS else word_column)(csv, column, ledger)
            for dated in table.dates
            for name, column in dated.carry
            if column in csv.columns
        }

    def texts(self, number: int, row: Row) -> dict[str, str]:
        """Return what each carried column says in a row."""
        return {name: column.at(number, row) for name, column in self._columns.items()}

    def fields(
        self, dated: DatedColumn, number: int, texts: Mapping[str, str], dates: Mapping[str, Reading]
    ) -> dict[str, str]:
        """Return the fields of the event of one date column, without those that nobody recorded."""
        fields = {name: said for name, column in dated.carry if (said := texts.get(column))}
        if outcome := fields.get("outcome"):
            fields = {**read_flags(outcome), **fields}
        if worker := fields.get("worker"):
            fields |= self._named(worker, dated, number)
        if dated.open_until and _is_open(dates.get(dated.open_until)):
            fields["open"] = "true"
        return plain_fields(dated.code, fields)

    def _named(self, said: str, dated: DatedColumn, number: int) -> dict[str, str]:
        """Return the worker's name beside the id, where the bundle tells it; some systems put the name itself there."""
        worker = self._staff.worker(said)
        if worker is not None:
            return {"worker_name": worker.name} if worker.name else {}
        if " " in said and not self._csv.is_part:  # returns name the worker, or say an id that no table explains
            self._ledger.tally(Severity.NOTE, self._file, WORKER_NAMED, number, dict(dated.carry)["worker"])
        return {}


def _is_open(end: Reading | None) -> bool:
    """Return whether the end is known to be empty or a sentinel; an end that could not be read is not."""
    return end is not None and end.on is None and (not end.fault or end.severity is Severity.REPAIRED)
