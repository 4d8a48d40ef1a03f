"""How much room there is for a picture where a tag stands: the width of its cell, or of the text on its page."""

from __future__ import annotations

from typing import Final

from lxml import etree

from autoadmin.word.names import CELL, CELL_PROPERTIES, SECTION_PROPERTIES, W

A4_TEXT: Final = 9_026  # twentieths of a point: A4 with margins of an inch
_TWIP: Final = 635  # EMU
_CELL_MARGINS: Final = 216  # twentieths of a point, both sides together, where Word is left to itself


def text_width(root: etree._Element) -> int:
    """Return the width of the text on the last pages of a main text, in twentieths of a point."""
    sections = list(root.iter(SECTION_PROPERTIES))
    return _width(sections[-1]) if sections else A4_TEXT


def rooms_in(root: etree._Element, widest: int) -> dict[etree._Element, int]:
    """Return the width that a picture may have where each tag stands, in EMU; `widest` where its part does not say."""
    rooms: dict[etree._Element, int] = {}
    cells: dict[etree._Element | None, int] = {}
    width = widest
    for element in reversed(list(root.iter(etree.PI, SECTION_PROPERTIES))):  # a section is told of at its end
        if element.tag == SECTION_PROPERTIES:
            width = _width(element)
        else:
            cell = next(element.iterancestors(CELL), None)
            if cell not in cells:
                cells[cell] = _cell_width(cell)
            rooms[element] = (cells[cell] or width) * _TWIP
    return rooms


def _cell_width(cell: etree._Element | None) -> int:
    """Return the width of a cell for what stands in it; 0 where there is none, or one that takes what that needs."""
    width = cell.find(f"{CELL_PROPERTIES}/{W}tcW") if cell is not None else None
    if width is None or width.get(f"{W}type", "dxa") != "dxa" or not _number(width, "w"):
        return 0
    return max(_number(width, "w") - _CELL_MARGINS, _CELL_MARGINS)


def _width(section: etree._Element) -> int:
    page, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if page is None or margins is None:
        return A4_TEXT
    width = _number(page, "w") - _number(margins, "left") - _number(margins, "right")
    columns = section.find(f"{W}cols")
    count = _number(columns, "num") if columns is not None else 1
    return max(width // max(count, 1), 1) if width > 0 else A4_TEXT


def _number(element: etree._Element, name: str) -> int:
    value = element.get(f"{W}{name}", "0")
    return int(value) if value.lstrip("-").isdigit() else 0
