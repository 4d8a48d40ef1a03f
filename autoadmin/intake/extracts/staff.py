"""ssd_professionals and ssd_department: workers and teams by id; ssd_involvements: who works with whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from autoadmin.domain.extracts import ExtractWorker, Involvement, RecordCount
from autoadmin.domain.findings import Severity
from autoadmin.domain.identifiers import ChildId
from autoadmin.intake.extracts.bundle_reading import BundleReading
from autoadmin.intake.extracts.cells import read_id, read_words
from autoadmin.intake.extracts.csv_table import CsvTable
from autoadmin.intake.extracts.dates import Reading

NO_ID = "a row without an id: not taken"
TWICE = "the same id again: the first is used"


def read_departments(reading: BundleReading, table: CsvTable) -> None:
    """Fill the names of teams by id."""
    for number, key, cell in _keyed_rows(reading, table, "dept_team_id"):
        reading.teams[key] = read_words(cell("dept_team_name"))
        if not reading.teams[key]:
            reading.ledger.tally(Severity.NOTE, table.file, "a team without a name", number, "dept_team_name")


def read_professionals(reading: BundleReading, table: CsvTable) -> None:
    """Fill the workers by id."""
    for _, key, cell in _keyed_rows(reading, table, "prof_professional_id"):
        team = cell("prof_professional_department")
        reading.workers[key] = ExtractWorker(
            key,
            read_words(cell("prof_professional_name")),
            read_words(cell("prof_professional_job_title")),
            reading.teams.get(read_id(team).text) or read_words(team),
        )


def read_involvement(
    reading: BundleReading,
    table: CsvTable,
    number: int,
    cells: list[str],
    child: ChildId,
    dates: tuple[Reading, Reading],
) -> Involvement | None:
    """Return who the row says works with the child, or None where it names nobody."""
    columns = table.columns

    def cell(column: str) -> str:
        return cells[columns[column]] if column in columns else ""

    worker = read_id(cell("invo_professional_id")).text and read_words(cell("invo_professional_id"))
    if not worker:
        return None
    listed = reading.workers.get(read_id(worker).text)
    team = cell("invo_professional_team")
    return Involvement(
        child=child,
        worker=listed.id if listed else worker,
        source=reading.source(table.file, number, "invo_professional_id", worker),
        name=listed.name if listed else "",
        role=read_words(cell("invo_professional_role_id")) or (listed.role if listed else ""),
        team=reading.teams.get(read_id(team).text) or read_words(team),
        from_on=dates[0].on,
        to_on=dates[1].on,
    )


def _keyed_rows(
    reading: BundleReading, table: CsvTable, key_column: str
) -> Iterator[tuple[int, str, Callable[[str], str]]]:
    """Yield row number, id and a way to its cells for each row with a new id; the others are noted and counted."""
    index = table.columns.get(key_column)
    seen: set[str] = set()
    dropped = duplicates = 0
    for number, cells in table.rows:
        key = read_id(cells[index]).text if index is not None else ""
        if not key:
            reading.ledger.tally(Severity.DROPPED, table.file, NO_ID, number, key_column)
            dropped += 1
        elif key in seen:
            reading.ledger.tally(Severity.NOTE, table.file, TWICE, number, key_column, key)
            duplicates += 1
        else:
            seen.add(key)
            yield number, key, lambda column, cells=cells: _cell(table, cells, column)  # type: ignore[misc]
    taken = len(table.rows) - dropped - duplicates
    reading.counts.append(RecordCount(table.file, table.records, taken, duplicates, dropped + table.shifted))


def _cell(table: CsvTable, cells: list[str], column: str) -> str:
    index = table.columns.get(column)
    return "" if index is None else cells[index]
