"""A chronology kept within its pages: the lightest rows are left out first, and each of them is listed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from math import ceil
from typing import Final

from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.drafting.column_lines import lines_in
from autoadmin.drafting.wording import day_words

# Measured on the layout as shipped, in points: A4 portrait, rows of 9.5 point that no page divides. A test prints them.
PAGE: Final = 680.0  # for rows, under the table's head
BEFORE_THE_ROWS: Final = 440.0  # heading, panel and involvement on the first page
AFTER_THE_ROWS: Final = 245.0  # lines to sign and how it was made
LINE: Final = 12.25
AROUND_A_ROW: Final = 8.6  # its border and padding
COLUMNS: Final[Mapping[str, int]] = {
    "on": 9000,
    "event": 19100,
    "reference": 15300,
}  # in thousandths of the font's size
CHOSEN: Final = 6  # heavier than any ruling: what a person put in goes last


def within_pages(
    rows: Sequence[ChronologyRow], references: Sequence[str], pages: int
) -> tuple[list[ChronologyRow], list[ChronologyRow]]:
    """Return the rows that fit on some pages, and those left out; both in the order given. No limit where it is 0.

    Of two rows that weigh the same the older is left out first.
    """
    if pages <= 0:
        return [*rows], []
    tall = [_height(row, reference) for row, reference in zip(rows, references, strict=True)]
    lightest = sorted(range(len(rows)), key=lambda place: (_weight(rows[place]), place))
    fewest = bisect_left(range(len(rows)), True, key=lambda out: _pages(tall, {*lightest[:out]}) <= pages)
    out = {*lightest[:fewest]}
    kept = [row for place, row in enumerate(rows) if place not in out]
    return kept, [rows[place] for place in sorted(out)]


def _pages(tall: Sequence[float], out: set[int]) -> int:
    """Return how many pages the rows that are not out take, with what stands before and after them."""
    pages, used = 1, BEFORE_THE_ROWS
    for place, height in enumerate(tall):
        if place in out:
            continue
        if used + height > PAGE:
            pages, used = pages + 1, 0.0
        pages += max(0, ceil(height / PAGE) - 1)  # a row taller than a page is divided after all
        used += height % PAGE if height > PAGE else height
    return pages + (used + AFTER_THE_ROWS > PAGE)


def _height(row: ChronologyRow, reference: str) -> float:
    day = day_words(row.on, row.precision, row.on_words)
    words = {"on": day, "event": row.detail, "reference": f"{reference} [999]"}
    return AROUND_A_ROW + LINE * max(lines_in(words[cell], room) for cell, room in COLUMNS.items())


def _weight(row: ChronologyRow) -> int:
    return CHOSEN if row.choice and row.choice.is_included else row.weight
