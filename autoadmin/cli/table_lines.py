"""A table as lines of text: as wide as its words need, or as there is room for, and then broken between words.

Rich would take three thousandths of a second for each row, and a council's list of what is due has thousands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from textwrap import wrap
from typing import Final
from unicodedata import combining, east_asian_width

_AROUND: Final = 1  # a space before and behind each cell
_WIDE: Final = "WF"


def table_lines(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> tuple[list[str], Iterator[str]]:
    """Return the lines of the heads, and those of the rows below a rule; none wider than `width` if that can be."""
    needed = [max(map(_wide, cells)) for cells in zip(columns, *rows, strict=True)]
    widths = fitted(needed, width - (2 * _AROUND + 1) * len(columns) + 1)
    rule = "╇".join("━" * (each + 2 * _AROUND) for each in widths)
    told = (line for row in rows for line in _lines(row, widths, "│"))
    return list(_lines(columns, widths, "┃")), chain([rule], told)


def fitted(needed: Sequence[int], room: int) -> list[int]:
    """Return how wide each column may be: the widest give way, all to one width, so that the others stay whole."""
    if sum(needed) <= room:
        return list(needed)
    caps = range(1, max(needed))
    most = max((cap for cap in caps if sum(min(each, cap) for each in needed) <= room), default=1)
    widths = [min(each, most) for each in needed]
    left = room - sum(widths)
    for place, each in enumerate(needed):
        if each > most and left > 0:
            widths[place], left = widths[place] + 1, left - 1
    return widths


def _lines(cells: Sequence[str], widths: Sequence[int], between: str) -> Iterator[str]:
    broken = [_broken(cell, width) for cell, width in zip(cells, widths, strict=True)]
    for number in range(max(map(len, broken))):
        parts = (lines[number] if number < len(lines) else "" for lines in broken)
        yield between.join(f" {part}{' ' * (width - _wide(part))} " for part, width in zip(parts, widths, strict=True))


@lru_cache(maxsize=4096)
def _broken(cell: str, width: int) -> tuple[str, ...]:
    if "\n" not in cell and _wide(cell) <= width:
        return (cell,)
    return tuple(part for line in cell.split("\n") for part in wrap(line, width, break_on_hyphens=False) or [""])


def _wide(text: str) -> int:
    """Return how many places of a screen a text takes."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(letter) else 1 + (east_asian_width(letter) in _WIDE) for letter in text)
