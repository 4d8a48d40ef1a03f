"""Which agency tells a row: the one recorded in brackets or before a colon, that of who said it, else the council."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.identity import fold

OWN: Final = "Children’s social care"
AGENCIES: Final = (
    ("Police", re.compile(r"\bpolice\b", re.IGNORECASE)),
    (
        "Education",
        re.compile(r"\b(?:school|nursery|college|academy|teacher|head ?teacher|senco|education)\b", re.IGNORECASE),
    ),
    (
        "Health",
        re.compile(r"\b(?:health|nurse|midwife|midwifery|gp|hospital|doctor|paediatric\w*|camhs)\b", re.IGNORECASE),
    ),
    ("Housing", re.compile(r"\bhousing\b", re.IGNORECASE)),
    ("Probation", re.compile(r"\bprobation\b", re.IGNORECASE)),
    ("Youth justice", re.compile(r"\b(?:youth (?:justice|offending)|yot|yjs)\b", re.IGNORECASE)),
)
_IN_BRACKETS: Final = re.compile(r"\((?P<words>[^()]{2,40})\)[.\s]*$")
_BEFORE_COLON: Final = re.compile(r"^(?P<words>[A-Z][^:.;]{1,40}):\s")


def with_agencies(rows: Iterable[ChronologyRow], roles: Mapping[str, str]) -> tuple[ChronologyRow, ...]:
    """Return the rows, each with its agency; `roles` gives what people's roles were recorded as, by name."""
    known = {fold(name): role for name, role in roles.items()}
    return tuple(replace(row, agency=_agency(row, known)) for row in rows)


def _agency(row: ChronologyRow, roles: Mapping[str, str]) -> str:
    if row.kind is None:
        return OWN  # an extract is the council's, and so is the header of a sheet
    said = (
        *(match["words"] for form in (_IN_BRACKETS, _BEFORE_COLON) if (match := form.search(row.detail))),
        row.by,
        roles.get(fold(row.by), ""),
    )
    return next((name for words in said for name, form in AGENCIES if form.search(words)), OWN)
