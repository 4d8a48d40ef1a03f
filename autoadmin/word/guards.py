"""What Word insists on: a cell ends in a paragraph, a row has a cell, a table a row. Held whatever the data leaves out.

Where everything in such a place is conditional, two characters that XML cannot hold are written around it. If nothing
came out between them, the two stand side by side, and one search of the finished text finds them.
"""

from __future__ import annotations

from typing import Final

from lxml import etree

from autoadmin.word.controls import has_tags, held_by, may_lack, opens, take_away_controls
from autoadmin.word.grids import fit_grids
from autoadmin.word.names import CELL, CELL_PROPERTIES, PARAGRAPH, ROW, TABLE, TEXT_BOX, W
from autoadmin.word.tags import Tag
from autoadmin.word.tidy import remove

_PLACES: Final = (CELL, TEXT_BOX, *(f"{W}{name}" for name in ("hdr", "ftr", "footnote", "endnote")))
MARKS: Final = {  # what is planted, and the character it becomes
    "cell": "\x02",
    "cell-end": "\x03",
    "row": "\x04",
    "row-end": "\x05",
    "table": "\x06",
    "table-end": "\x07",
    "rows": "\x0e",
    "grid": "\x0f",
    "grid-end": "\x10",
}
_CELL, _CELL_END, _ROW, _ROW_END, _TABLE, _TABLE_END, _ROWS, _GRID, _GRID_END = (
    mark.encode() for mark in MARKS.values()
)
_PARAGRAPH_XML: Final = b"<w:p/>"
_CELL_XML: Final = b"<w:tc><w:p/></w:tc>"
_END_OF_TABLE: Final = b"</w:tbl>"
_ENDS_OF_CONTROLS: Final = (b"</w:sdtContent></w:sdt>", b"</w:customXml>")
_FAR_ENOUGH: Final = 1_000  # characters: some forty controls in one another


def plant_guards(root: etree._Element, tags: list[Tag]) -> bool:
    """Plant guards where data could leave out what Word needs; return whether there are any."""
    take_away_controls(root, tags)
    _mend(root)
    needed = False
    for place in list(root.iter(*_PLACES)):
        if _may_end_without(PARAGRAPH, place, tags):
            needed = True
            if may_lack(PARAGRAPH, place, tags):
                _first(place).addprevious(_mark("cell"))
            place.append(_mark("cell-end"))
    for row in list(root.iter(ROW)):
        if may_lack(CELL, row, tags):
            needed = True
            _first(row).addprevious(_mark("row"))
            row.append(_mark("row-end"))
    for table in list(root.iter(TABLE)):
        if may_lack(ROW, table, tags):
            needed = True
            _first(table).addprevious(_mark("rows"))
            table.addprevious(_mark("table"))
            table.append(_mark("table-end"))
    return _plant_grids(root) or needed


def restore(xml: bytes) -> bytes:
    """Return finished XML with what Word needs put in where the data left nothing, and without the guards.

    It only ever looks for single bytes, which is some fifty times faster than looking for their pairs.
    """
    if _ROW in xml:
        xml = _completed(xml, _ROW_END, (_ROW,), _CELL_XML).replace(_ROW, b"")
    if _TABLE in xml:
        xml = _without_empty_tables(xml).replace(_TABLE, b"").replace(_ROWS, b"")
    if _CELL_END in xml:
        xml = _completed(xml, _CELL_END, (_CELL, _END_OF_TABLE), _PARAGRAPH_XML).replace(_CELL, b"")
    if _GRID_END in xml:
        xml = _with_fitted_grids(xml)
    return xml


def _plant_grids(root: etree._Element) -> bool:
    """Plant guards around the tables whose columns the data decides; return whether there are any."""
    tables = [table for table in root.iter(TABLE) if next(table.iterancestors(TABLE), None) is None]
    changing = [table for table in tables if any(map(has_tags, table.iter(ROW, CELL_PROPERTIES)))]
    for table in changing:
        table.addprevious(_mark("grid"))
        table.addnext(_mark("grid-end"))
    return bool(changing)


def _with_fitted_grids(xml: bytes) -> bytes:
    *tables, rest = xml.split(_GRID_END)
    done: list[bytes] = []
    for piece in tables:
        before, is_there, table = piece.partition(_GRID)
        done += (before, fit_grids(table, xml) if is_there else b"")
    return b"".join([*done, rest])


def _completed(xml: bytes, mark: bytes, lacking: tuple[bytes, ...], filling: bytes) -> bytes:
    """Return the XML without the marks that end a place, filled where what stands before shows that it lacks."""
    *places, rest = xml.split(mark)
    return b"".join(place + filling if _inside_controls(place).endswith(lacking) else place for place in places) + rest


def _inside_controls(xml: bytes) -> bytes:
    """Return XML up to where the content controls end with which it ends."""
    if not xml.endswith(_ENDS_OF_CONTROLS):
        return xml
    end = xml[-_FAR_ENOUGH:]
    while end.endswith(_ENDS_OF_CONTROLS):
        for ending in _ENDS_OF_CONTROLS:
            end = end.removesuffix(ending)
    return end


def _without_empty_tables(xml: bytes) -> bytes:
    first, *rest = xml.split(_TABLE_END)
    done = [first]
    for piece in rest:
        if done[-1].endswith(_ROWS):
            done[-1] = done[-1][: done[-1].rindex(_TABLE)]
            piece = piece.removeprefix(_END_OF_TABLE)
        done.append(piece)
    return b"".join(done)


def _mend(root: etree._Element) -> None:
    """Mend what comments took the last row, cell or paragraph from: that is so whatever the data."""
    for element, needed in ((ROW, CELL), (TABLE, ROW)):
        for place in list(root.iter(element)):
            if not _holds(place, needed):
                remove(place)
    for place in root.iter(*_PLACES):
        if not _holds(place, PARAGRAPH) or _ends_with_table(place):
            etree.SubElement(place, PARAGRAPH)


def _holds(place: etree._Element, needed: str) -> bool:
    """Return whether a place has such an element, or tags that may bring one."""
    return any(child.tag == needed or _is_tag(child) for child in held_by(place))


def _ends_with_table(place: etree._Element) -> bool:
    """Return whether the last thing in a place is a table, whatever the data."""
    held = [child for child in held_by(place) if child.tag in (PARAGRAPH, TABLE) or _is_tag(child)]
    return bool(held) and held[-1].tag == TABLE and not any(map(_is_tag, held))


def _is_tag(child: etree._Element) -> bool:
    return isinstance(child, etree._ProcessingInstruction)


def _may_end_without(needed: str, place: etree._Element, tags: list[Tag]) -> bool:
    """Return whether the data could leave the place without the element that must end it."""
    depth, is_safe = 0, not has_tags(place)
    for child in held_by(place):
        depth += opens(child, tags)
        if child.tag == needed and not depth:
            is_safe = True
        elif child.tag == TABLE:
            is_safe = False
    return not is_safe


def _first(place: etree._Element) -> etree._Element:
    """Return the first tag in a place: what stands before it comes out whatever the data."""
    return next(filter(_is_tag, place), place[0])


def _mark(name: str) -> etree._Element:
    return etree.ProcessingInstruction("guard", name)
