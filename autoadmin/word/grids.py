"""Tables whose columns come and go with the data: their grid and the widths of their cells, fitted to what is there."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from autoadmin.word.looks import xml_within
from autoadmin.word.names import CELL, CELL_PROPERTIES, ROW, TABLE, W

_ROOT: Final = re.compile(rb"<(w:\w+)[^>]*>")
_GRID: Final = f"{W}tblGrid"
_COLUMN: Final = f"{W}gridCol"
_WIDTH: Final = f"{W}tcW"
_USUAL: Final = 9_026  # twentieths of a point: the text of an A4 page


def fit_grids(table: bytes, part: bytes) -> bytes:
    """Return the XML of a finished table, with any in it, so that its grid has a column for each that the rows have.

    `part` is the XML of the whole part, whose root declares the namespaces.
    """
    opening = _ROOT.search(part)
    if opening is None:
        return table
    root = etree.fromstring(opening.group() + table + b"</" + opening.group(1) + b">")
    changed = [_fit(inner) for inner in root.iter(TABLE)]
    return xml_within(root[0], root.nsmap).encode() if any(changed) else table


def _fit(table: etree._Element) -> bool:
    """Make the grid of one table fit its rows; return whether it did not."""
    grid = table.find(_GRID)
    rows = [row for row in table.iter(ROW) if next(row.iterancestors(TABLE)) is table]
    widest = max(rows, key=_columns_of, default=None)
    if grid is None or widest is None or not _columns_of(widest):
        return False
    had = [_number(column, "w") for column in grid.findall(_COLUMN)]
    widths = _widths(widest, sum(had) or _USUAL)
    is_inner = table.getparent() is not table.getroottree().getroot()
    if len(widths) == len(had) and (is_inner or all(abs(a - b) < 2 for a, b in zip(widths, had, strict=True))):
        return False
    for old in grid.findall(_COLUMN):
        grid.remove(old)
    grid[:0] = [etree.Element(_COLUMN, {f"{W}w": str(width)}) for width in widths]
    for row in rows:
        _set_widths(row, widths)
    return True


def _columns_of(row: etree._Element) -> int:
    skipped = sum(_number(element, "val") for element in row.iterfind(f"{W}trPr/*") if _is_skip(element))
    return skipped + sum(map(_span, _cells(row)))


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row.iter(CELL) if next(cell.iterancestors(ROW)) is row]


def _is_skip(element: etree._Element) -> bool:
    return element.tag in (f"{W}gridBefore", f"{W}gridAfter")


def _widths(row: etree._Element, total: int) -> list[int]:
    """Return the widths of the columns of a row: in the proportions of its cells, and together as wide as before."""
    count = _columns_of(row)
    wanted: list[float] = []
    for cell in _cells(row):
        span = _span(cell)
        width = cell.find(f"{CELL_PROPERTIES}/{_WIDTH}")
        is_given = width is not None and width.get(f"{W}type", "dxa") == "dxa"
        given = _number(width, "w") if width is not None and is_given else 0
        wanted += [(given or total * span / count) / span] * span
    wanted += [total / count] * (count - len(wanted))
    whole = sum(wanted)
    return [max(1, round(width * total / whole)) for width in wanted]


def _set_widths(row: etree._Element, widths: list[int]) -> None:
    before = row.find(f"{W}trPr/{W}gridBefore")
    position = 0 if before is None else _number(before, "val")
    for cell in _cells(row):
        span = _span(cell)
        width = cell.find(f"{CELL_PROPERTIES}/{_WIDTH}")
        if width is not None:
            width.set(f"{W}w", str(sum(widths[position : position + span])))
            width.set(f"{W}type", "dxa")
        position += span


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{CELL_PROPERTIES}/{W}gridSpan")
    return 1 if span is None else max(1, _number(span, "val"))


def _number(element: etree._Element, name: str) -> int:
    value = element.get(f"{W}{name}", "0").partition(".")[0]
    return int(value) if value.isdigit() else 0
