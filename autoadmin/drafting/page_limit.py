"""A chronology kept within its pages: the lightest rows are left out first, and each of them is listed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Final

from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.drafting.wording import day_words

# Measured on the layout as shipped: A4 portrait, 10 point. A row is as tall as the fullest of its cells.
LINES_ON_FIRST_PAGE: Final = 25
LINES_ON_PAGE: Final = 44
LETTERS: Final[Mapping[str, int]] = {"on": 17, "event": 38, "reference": 30}
AROUND_A_ROW: Final = 0.4  # of a line, for its border and padding
CHOSEN: Final = 6  # heavier than any ruling: what a person put in goes last


def within_pages(
    rows: Sequence[ChronologyRow], references: Sequence[str], pages: int
) -> tuple[list[ChronologyRow], list[ChronologyRow]]:
    """Return the rows that fit on some pages, and those left out; both in the order given. No limit where it is 0.

    Of two rows that weigh the same the older is left out first.
    """
    room = LINES_ON_FIRST_PAGE + LINES_ON_PAGE * (pages - 1)
    tall = [_lines(row, reference) for row, reference in zip(rows, references, strict=True)]
    needed, out = sum(tall), set[int]()
    if pages > 0:
        for place in sorted(range(len(rows)), key=lambda place: (_weight(rows[place]), place)):
            if needed <= room:
                break
            out.add(place)
            needed -= tall[place]
    kept = [row for place, row in enumerate(rows) if place not in out]
    return kept, [rows[place] for place in sorted(out)]


def _lines(row: ChronologyRow, reference: str) -> float:
    words = {"on": day_words(row.on, row.precision, row.on_words), "event": row.detail, "reference": reference}
    return AROUND_A_ROW + max(ceil(len(words[cell]) / letters) or 1 for cell, letters in LETTERS.items())


def _weight(row: ChronologyRow) -> int:
    return CHOSEN if row.choice and row.choice.is_included else row.weight
