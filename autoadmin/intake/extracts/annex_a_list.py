"""What is known of one list of Ofsted's Annex A: its columns, and which tables of the dataset it makes.

Headings are compared without case, spaces and marks, and in any order; a `|` parts the ways in which one is written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_EVERY: Final = """
child: Child Unique ID | Child ID | Unique child ID | Child Unique Identifier | Child identifier | Person ID
sex: Gender | Sex
ethnicity: Ethnicity | Ethnic origin
born: Date of Birth | DOB | Birth date
disabled: Does the Child have a Disability | Disability | Disability (Y/N)
team: Allocated Team | Team
worker: Allocated Worker | Worker | Social worker
"""
_PERSON: Final = ("ssd_person", "pers_person_id=child pers_dob=born pers_sex=sex pers_ethnicity=ethnicity")


@dataclass(frozen=True, slots=True)
class AnnexList:
    """One list. `sign`: the column that shows which list a sheet is; `coded`: columns with official answers, by kind;
    `latest`: codes of events of which the list holds the last one only."""

    number: int
    title: str
    sign: str
    columns: dict[str, str]  # folded heading -> column
    dates: tuple[str, ...]
    coded: dict[str, str]
    parts: tuple[tuple[str, str], ...]
    latest: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """Return what the list is called."""
        return f"List {self.number} ({self.title})"


def fold_heading(text: str) -> str:
    """Return a heading as it is compared."""
    return re.sub(r"[^a-z0-9]", "", text.casefold())


def annex_list(
    number: int,
    title: str,
    sign: str,
    own: str,
    dates: str,
    coded: str,
    parts: tuple[tuple[str, str], ...],
    latest: str = "",
) -> AnnexList:
    """Return a list from lines of `column: heading | heading`."""
    columns: dict[str, str] = {}
    for line in filter(None, map(str.strip, (_EVERY + own).splitlines())):
        column, _, headings = line.partition(":")
        columns |= {fold_heading(heading): column for heading in headings.split("|")}
    kinds = dict(pair.split("=") for pair in f"sex=sex ethnicity=ethnicity {coded}".split())
    return AnnexList(
        number, title, sign, columns, ("born", *dates.split()), kinds, (_PERSON, *parts), frozenset(latest.split())
    )
