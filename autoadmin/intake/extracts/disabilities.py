"""The table ssd_disability: the census codes of a child's disabilities, added to the child."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Final

from autoadmin.domain.extracts import RecordCount
from autoadmin.domain.findings import Severity
from autoadmin.domain.identifiers import ChildId
from autoadmin.intake.extracts.bundle_reading import BundleReading
from autoadmin.intake.extracts.columns import id_column, word_column
from autoadmin.intake.extracts.csv_table import CsvTable

TABLE: Final = "ssd_disability"
NONE: Final = frozenset({"NONE", "NONE."})

NO_CODE = "a row without a child or without a code: not taken"
NO_PERSON = "a disability of a child whom no table of people holds: not taken"


def read_disabilities(reading: BundleReading, table: CsvTable) -> None:
    """Add the codes to the people; "NONE" says that there is none and adds nothing."""
    ids, codes = (
        id_column(table, "disa_person_id", reading.ledger),
        word_column(table, "disa_disability_code", reading.ledger),
    )
    found: dict[ChildId, dict[str, None]] = defaultdict(dict)
    taken = again = dropped = 0
    for number, row in table.rows:
        child, code = ChildId(ids.at(number, row)), codes.at(number, row).upper()
        if not child or not code or child not in reading.people:
            message = NO_PERSON if child and code else NO_CODE
            reading.ledger.add(Severity.DROPPED, table.file, message, number, table.title("disa_person_id"), child)
            dropped += 1
        elif code in found[child]:
            again += 1
        else:
            taken += 1
            found[child][code] = None
    for child, own in found.items():
        reading.people[child] = replace(reading.people[child], disabilities=tuple(sorted(own.keys() - NONE)))
    if not table.is_part:
        reading.counts.append(RecordCount(table.file, table.records, taken, again, dropped + table.shifted))
