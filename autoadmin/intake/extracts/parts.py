"""A wider table - a file of the 903, a list of Annex A, a block of the DfE payload - seen as tables of the dataset.

So every extract is read by the same tables, and the same fact is the same event whichever extract it came from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from autoadmin.domain.findings import Severity
from autoadmin.intake.extracts.cells import read_id
from autoadmin.intake.extracts.csv_table import CsvTable
from autoadmin.intake.extracts.ledger import Ledger
from autoadmin.intake.extracts.table import DatedColumn, Table, carry
from autoadmin.intake.extracts.tables import DISABILITY, PERSON, TABLES

NO_CHILD: Final = "the row says of no child whose it is: not taken"
NEVER: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Part:
    """Some columns of a wider table. `table` is None for people and disabilities, which have readers of their own."""

    name: str
    csv: CsvTable
    table: Table | None = None


def part(wide: CsvTable, name: str, columns: str, latest: frozenset[str] = NEVER) -> Part:
    """Return the columns of a wider table, `column=own column=own`, that make the table `name` of the dataset."""
    pairs = {column: own for column, own in carry(columns) if own in wide.columns}
    seen = replace(
        wide,
        columns={column: wide.columns[own] for column, own in pairs.items()},
        titles={column: wide.title(own) for column, own in pairs.items()},
        is_part=True,
        latest_only=latest,
    )
    return Part(name, seen, None if name in (PERSON, DISABILITY) else PART_TABLES[name])


def widened(wide: CsvTable, more: Mapping[str, Sequence[str]], titles: Mapping[str, str]) -> CsvTable:
    """Return the table with further columns, one value a row; `titles` says from which column each was made."""
    width = max((len(cells) for _, cells in wide.rows), default=len(wide.columns))
    rows = [
        (number, [*cells, *[""] * (width - len(cells)), *extra])
        for (number, cells), *extra in zip(wide.rows, *more.values(), strict=True)
    ]
    columns = wide.columns | {name: width + place for place, name in enumerate(more)}
    return replace(wide, columns=columns, rows=rows, titles=dict(wide.titles) | dict(titles))


def with_ids(wide: CsvTable, column: str, ledger: Ledger) -> CsvTable:
    """Return the rows that say whose they are, the id in each cleaned once; the others are noted as lost."""
    index, title = wide.columns[column], wide.title(column)
    kept: list[tuple[int, list[str]]] = []
    for number, cells in wide.rows:
        cell = read_id(cells[index])
        if cell.remark:
            ledger.add(cell.severity, wide.file, cell.remark, number, title, cells[index])
        if cell.text:
            kept.append((number, [*cells[:index], cell.text, *cells[index + 1 :]]))
        else:
            ledger.add(Severity.DROPPED, wide.file, NO_CHILD, number, title)
    return replace(wide, rows=kept, shifted=wide.shifted + len(wide.rows) - len(kept))


def _also(table: Table, code: str, more: str) -> Table:
    dates = (
        replace(dated, carry=(*dated.carry, *carry(more))) if dated.code == code else dated for dated in table.dates
    )
    return replace(table, dates=tuple(dates))


_OWN: Final = {table.name: table for table in TABLES}
_MORE: Final = (
    _also(_OWN["ssd_cin_assessments"], "ASSESSMENT_AUTHORISED", "factors=factors support_needed=support_needed"),
    _also(_OWN["ssd_s47_enquiry"], "S47_START", "icpc_not_required=icpc_not_required"),
    _also(_OWN["ssd_cp_plans"], "CPP_START", "previous_plans=previous_plans"),
    replace(_also(_OWN["ssd_permanence"], "", ""), person="perm_person_id", via=None),
    Table("care ended", "child", (DatedColumn("ceased", "CLA_END", carry("reason=reason")),)),
    Table(
        "early help assessment",
        "child",
        (
            DatedColumn("start", "EH_ASSESSMENT_START", carry("organisation=organisation"), open_until="end"),
            DatedColumn("end", "EH_ASSESSMENT_END", carry("organisation=organisation")),
        ),
        span=("early help assessment", "start", "end"),
    ),
    Table(
        "child in need",
        "child",
        (
            DatedColumn("start", "CIN_START", carry("need=need status=status worker=worker team=team")),
            DatedColumn("end", "CASE_CLOSED", carry("reason=reason")),
            DatedColumn("seen", "CHILD_SEEN"),
        ),
        span=("child in need", "start", "end"),
    ),
    Table("iro contact", "child", (DatedColumn("contact", "IRO_CONTACT"),)),
)
PART_TABLES: Final[Mapping[str, Table]] = _OWN | {table.name: table for table in _MORE}
