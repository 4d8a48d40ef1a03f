"""Tags that shape their table cell: `{% colspan n %}`, `{% cellbg colour %}`, and `{% vm %}`, `{% hm %}` in a loop."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lxml import etree

from autoadmin.word.names import CELL, CELL_PROPERTIES, W
from autoadmin.word.runs import TARGET, planted, tag_number
from autoadmin.word.tags import Tag, Tags
from autoadmin.word.tidy import remove

CELL_TAGS: Final = frozenset({"colspan", "cellbg", "vm", "hm"})
SPAN_FILTER: Final = "as_span"
COLOUR_FILTER: Final = "as_colour"
_SPAN: Final = f"{W}gridSpan"
_BEFORE: Final = {  # what stands before each property in Word's schema
    _SPAN: (f"{W}cnfStyle", f"{W}tcW"),
    f"{W}vMerge": (f"{W}cnfStyle", f"{W}tcW", _SPAN, f"{W}hMerge"),
    f"{W}shd": (f"{W}cnfStyle", f"{W}tcW", _SPAN, f"{W}hMerge", f"{W}vMerge", f"{W}tcBorders"),
}
_IF_FIRST: Final = "if loop.first"


def shape_cells(root: etree._Element, tags: Tags) -> None:
    """Turn the cell tags of a part into properties of their cells, filled at each rendering."""
    for node in planted(root):
        number = tag_number(node)
        tag = tags[number]
        if tag.keyword not in CELL_TAGS:
            continue
        cell = next(node.iterancestors(CELL), None)
        if cell is None:
            tags.note(number, "misplaced_tag", "The tag stands in no table cell.", "Move it into one.")
            tags.leave_out(number)
        else:
            remove(node)
            _shape(cell, tag, tags)


def _shape(cell: etree._Element, tag: Tag, tags: list[Tag]) -> None:
    expression = tag.code.strip().removeprefix(tag.keyword).strip()
    match tag.keyword:
        case "colspan":
            _set(cell, _SPAN, f"({expression})|{SPAN_FILTER}", tag, tags)
        case "cellbg":
            frame = '<w:shd w:val="clear" w:color="auto" w:fill="'
            _set(cell, f"{W}shd", f"({expression})|{COLOUR_FILTER}", tag, tags, frame)
        case "vm":
            _set(cell, f"{W}vMerge", "'restart' if loop.first else 'continue'", tag, tags)
            _only_first(list(cell)[1:], tag, tags)
        case "hm":
            span = cell.find(f"{CELL_PROPERTIES}/{_SPAN}")
            width = 1 if span is None else int(span.get(f"{W}val", "1"))
            _set(cell, _SPAN, f"{width} * loop.length", tag, tags)
            _only_first([cell], tag, tags)


def _set(cell: etree._Element, name: str, code: str, tag: Tag, tags: list[Tag], frame: str = "") -> None:
    """Give the cell a property whose value the tag prints, in place of any that it has."""
    properties = cell.find(CELL_PROPERTIES)
    if properties is None:
        properties = etree.Element(CELL_PROPERTIES)
        cell.insert(0, properties)
    for old in properties.findall(name):
        remove(old)
    short = name.removeprefix(W)
    node = _add(replace(tag, opener="{{", code=code, frame=(frame or f'<w:{short} w:val="', '"/>')), tags)
    properties.insert(sum(1 for child in properties if child.tag in _BEFORE[name]), node)


def _only_first(elements: list[etree._Element], tag: Tag, tags: list[Tag]) -> None:
    """Have the elements printed in the first turn of the loop only."""
    if elements:
        elements[0].addprevious(_add(replace(tag, code=_IF_FIRST), tags))
        elements[-1].addnext(_add(replace(tag, code="endif"), tags))


def _add(tag: Tag, tags: list[Tag]) -> etree._Element:
    tags.append(tag)
    return etree.ProcessingInstruction(TARGET, str(len(tags) - 1))
