"""Who works for the council, and what a worker column means: an id of one of two kinds, or a name."""

from __future__ import annotations

from typing import Final

from autoadmin.domain.extracts import ExtractWorker, RecordCount
from autoadmin.domain.findings import Severity
from autoadmin.intake.extracts.bundle_reading import BundleReading
from autoadmin.intake.extracts.columns import id_column, word_column
from autoadmin.intake.extracts.csv_table import CsvTable
from autoadmin.intake.extracts.tables import DEPARTMENT, PROFESSIONALS

NO_ID = "a worker or team without an id: not taken"
TWICE = "the same id again: the first is used"
TWO_WORKERS = "the staff id of one worker is the id of another: never used to find a name"
AMBIGUOUS: Final = ExtractWorker("")


class Staff:
    """The council's workers and teams by every id that a column may hold."""

    def __init__(self, reading: BundleReading) -> None:
        self._reading, self._ledger = reading, reading.ledger
        self._teams = _read_teams(reading)
        self._workers = reading.workers
        self._by_staff_id: dict[str, ExtractWorker] = {}
        if table := reading.tables.get(PROFESSIONALS):
            self._read_workers(table)
            self._refuse_ambiguous(table.file)

    def worker(self, said: str) -> ExtractWorker | None:
        """Return the worker whose id or staff id this is; None for a name, and for an id that two workers have."""
        found = self._by_staff_id.get(said) or self._workers.get(said)
        return None if found is AMBIGUOUS else found

    def team(self, said: str) -> str:
        """Return the name of the team whose id this is, else what was said."""
        return self._teams.get(said, said)

    def _read_workers(self, table: CsvTable) -> None:
        ids, staff_ids = (id_column(table, f"prof_{name}", self._ledger) for name in ("professional_id", "staff_id"))
        names, roles, teams = (
            word_column(table, f"prof_professional_{name}", self._ledger)
            for name in ("name", "job_title", "department")
        )
        dropped = again = 0
        for number, row in table.rows:
            worker_id = ids.at(number, row)
            if not worker_id:
                self._ledger.add(Severity.DROPPED, table.file, NO_ID, number)
                dropped += 1
                continue
            team = self.team(teams.at(number, row))
            worker = ExtractWorker(worker_id, names.at(number, row), roles.at(number, row), team)
            if self._workers.setdefault(worker_id, worker) is not worker:
                self._ledger.add(Severity.NOTE, table.file, TWICE, number)
                again += 1
            elif staff_id := staff_ids.at(number, row):
                same = self._by_staff_id.setdefault(staff_id, worker)
                self._by_staff_id[staff_id] = worker if same is worker else AMBIGUOUS
        dropped += table.shifted
        self._reading.counts.append(RecordCount(table.file, table.records, len(self._workers), again, dropped))

    def _refuse_ambiguous(self, file: str) -> None:
        for staff_id, worker in self._by_staff_id.items():
            if staff_id in self._workers and self._workers[staff_id] is not worker:
                self._ledger.tally(Severity.DOUBTED, file, TWO_WORKERS, column="prof_staff_id", raw=staff_id)
                self._by_staff_id[staff_id] = AMBIGUOUS


def _read_teams(reading: BundleReading) -> dict[str, str]:
    table = reading.tables.get(DEPARTMENT)
    teams: dict[str, str] = {}
    if table is None:
        return teams
    ids, names = (
        id_column(table, "dept_team_id", reading.ledger),
        word_column(table, "dept_team_name", reading.ledger),
    )
    again = dropped = 0
    for number, row in table.rows:
        team_id, name = ids.at(number, row), names.at(number, row)
        if not team_id or not name:
            reading.ledger.add(Severity.DROPPED, table.file, NO_ID, number)
            dropped += 1
        elif team_id in teams:
            reading.ledger.add(Severity.NOTE, table.file, TWICE, number)
            again += 1
        else:
            teams[team_id] = name
    reading.counts.append(RecordCount(table.file, table.records, len(teams), again, dropped + table.shifted))
    return teams
