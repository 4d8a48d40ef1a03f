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


def room_at(node: etree._Element, widest: int) -> int:
    """Return the width that a picture may have where a tag stands, in EMU; `widest` where its part does not say."""
    cell = next(node.iterancestors(CELL), None)
    width = cell.find(f"{CELL_PROPERTIES}/{W}tcW") if cell is not None else None
    if width is not None and width.get(f"{W}type", "dxa") == "dxa" and _number(width, "w"):
        return max(_number(width, "w") - _CELL_MARGINS, _CELL_MARGINS) * _TWIP
    section = next(iter(node.xpath("(following::w:sectPr)[1]", namespaces={"w": W[1:-1]})), None)
    return (widest if section is None else _width(section)) * _TWIP


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
