"""Whether what is made from a layout can be read by everybody: headings, rows that head tables, words for pictures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from autoadmin.word.errors import Problem, Spot
from autoadmin.word.leftovers import Place, warning
from autoadmin.word.names import CELL, ROW, TABLE, W
from autoadmin.word.runs import pieces_of

_DRAWING_PROPERTIES: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_OLD_PICTURE: Final = "{urn:schemas-microsoft-com:vml}imagedata"
_DECORATIVE: Final = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_LONG: Final = 12  # paragraphs with words, from which on a document needs headings to find one's way


def access_problems(root: etree._Element, places: list[Place], heading_styles: frozenset[str]) -> Iterator[Problem]:
    """Yield what somebody who uses a screen reader would stumble over in the main text."""
    yield from _no_headings(places, heading_styles)
    yield from _tables_without_head(root, dict(places))
    for paragraph, place in places:
        if any(_lacks_words(picture) for picture in paragraph.iter(_DRAWING_PROPERTIES, _OLD_PICTURE)):
            yield warning(
                "picture_without_words",
                "This picture has no alternative text, so a screen reader says nothing of it.",
                place,
                suggestion="Right-click it, choose “View Alt Text” and say what it shows, or mark it as decorative.",
            )


def heading_styles(styles: etree._Element | None) -> frozenset[str]:
    """Return the identifiers of the styles that make a paragraph a heading, by their own names or their levels."""
    if styles is None:
        return frozenset()
    found: set[str] = set()
    for style in [*styles.iter(f"{W}style")] * 2:  # twice, for a style may come before the one that it is based on
        name, based_on = style.find(f"{W}name"), style.find(f"{W}basedOn")
        is_heading = name is not None and name.get(f"{W}val", "").casefold().startswith(("heading", "title"))
        is_based_on_one = based_on is not None and based_on.get(f"{W}val") in found
        if is_heading or is_based_on_one or style.find(f"{W}pPr/{W}outlineLvl") is not None:
            found.add(style.get(f"{W}styleId", ""))
    return frozenset(found)


def _no_headings(places: list[Place], styles: frozenset[str]) -> Iterator[Problem]:
    with_words = [(paragraph, place) for paragraph, place in places if place.words]
    if len(with_words) < _LONG or any(_is_heading(paragraph, styles) for paragraph, _ in with_words):
        return
    yield warning(
        "no_headings",
        "No paragraph has a heading style, so nobody can go through the document by its headings.",
        with_words[0][1],
        suggestion="Give the headings Word's styles “Heading 1”, “Heading 2”...",
    )


def _is_heading(paragraph: etree._Element, styles: frozenset[str]) -> bool:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    is_styled = style is not None and style.get(f"{W}val", "") in styles
    return is_styled or paragraph.find(f"{W}pPr/{W}outlineLvl") is not None


def _tables_without_head(root: etree._Element, places: dict[etree._Element, Spot]) -> Iterator[Problem]:
    """Yield the tables that repeat rows, and so may run over pages, without a row that Word repeats on each."""
    for table in root.iter(TABLE):
        rows = table.findall(ROW)
        if not any(_repeats_rows(row) for row in rows) or any(
            row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows
        ):
            continue
        first = next(table.iter(f"{W}p"), None)
        if first is not None and len(rows[0].findall(CELL)) and first in places:
            yield warning(
                "table_without_head",
                "This table repeats rows but none of its rows is a header row, so its columns have no names for a "
                "screen reader or on a second page.",
                places[first],
                suggestion="Select its first row and choose “Repeat Header Rows” (Table Layout).",
            )


def _repeats_rows(row: etree._Element) -> bool:
    words = "".join(text for paragraph in row.iter(f"{W}p") for _, text in pieces_of(paragraph))
    return "{%tr for" in words.replace("{%-", "{%").replace("\xa0", " ")


def _lacks_words(picture: etree._Element) -> bool:
    if picture.tag == _OLD_PICTURE:
        shape = picture.getparent()
        return shape is not None and not shape.get("alt")
    is_decorative = any(mark.get("val") in ("1", "true") for mark in picture.iter(_DECORATIVE))
    return not is_decorative and not (picture.get("descr") or picture.get("title"))
