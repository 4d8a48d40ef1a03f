"""Answers in a list that has official ones: put into the official form where it is certain, else kept as written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from autoadmin.domain.findings import Severity
from autoadmin.intake.extracts.csv_table import CsvTable
from autoadmin.intake.extracts.ledger import Ledger
from autoadmin.intake.extracts.spellings import NOT_SAID, answer

UNKNOWN = (
    "is none of the official answers, nor a known way of writing one: kept as written, and not guessed. "
    "config.toml can say what it means, under [spellings.{kind}]"
)
UNKNOWN_FLAG = "is no known way of writing this answer: read as not said. config.toml can say, under [spellings.{kind}]"
FLAGS: Final = frozenset({"flag", "sex"})  # of these a word that is not known says nothing


def with_answers(csv: CsvTable, kinds: Mapping[str, str], ledger: Ledger) -> CsvTable:
    """Return the table with the answers of these columns, by kind, in their official form."""
    rows = [(number, list(cells)) for number, cells in csv.rows]
    for column, kind in kinds.items():
        place, title = csv.columns[column], csv.title(column)
        for number, cells in rows:
            raw = cells[place]
            if not raw.strip():
                continue
            found = answer(kind, raw)
            if found is not None:
                cells[place] = "" if found.value == NOT_SAID else found.value
            elif not raw.startswith("#"):  # an error mark of a spreadsheet is noted where the cell is read
                cells[place] = "" if kind in FLAGS else raw
                message = (UNKNOWN_FLAG if kind in FLAGS else UNKNOWN).format(kind=kind)
                ledger.add(Severity.DOUBTED, csv.file, message, number, title, raw)
    return replace(csv, rows=rows)
