"""Where each paragraph of a part stands, in words: under which heading, in which cell of which table."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import basename

from lxml import etree

from autoadmin.word.controls import CONTROL, held_by
from autoadmin.word.errors import Spot
from autoadmin.word.names import CELL, FALLBACK, PARAGRAPH, ROW, TABLE, W
from autoadmin.word.notes import FIRST_PARAGRAPH, NOTES, note_around
from autoadmin.word.runs import pieces_of

_WORDS = 60  # characters of a paragraph that tell it from others


def paragraphs_with_places(root: etree._Element, title: str, name: str = "") -> Iterator[tuple[etree._Element, Spot]]:
    """Yield every paragraph of a part, those of text boxes included, with its place.

    What Word keeps twice for its older versions is one place: there the second has the number of the first.
    """
    heading = ""
    tables = {table: number for number, table in enumerate(_own(root, TABLE), start=1)}
    paragraphs = list(root.iter(PARAGRAPH))
    numbers = {paragraph: number for number, paragraph in enumerate(_own(root, PARAGRAPH))}
    for paragraph in paragraphs:
        if (note := note_around(paragraph)) is not None:
            yield paragraph, _spot_in_note(paragraph, note)
            continue
        words = "".join(text for _, text in pieces_of(paragraph)).strip()[:_WORDS]
        if words and _is_heading(paragraph):
            heading = words
        heading_above = heading if heading != words else ""
        number = numbers[_first_of_twins(paragraph)]
        yield paragraph, Spot(title, heading_above, _cell(paragraph, tables), words, name, number)


def _own(root: etree._Element, name: str) -> list[etree._Element]:
    """Return the elements of a part that are in no note at its anchor."""
    return [element for element in root.iter(name) if note_around(element) is None]


def _spot_in_note(paragraph: etree._Element, note: etree._Element) -> Spot:
    words = "".join(text for _, text in pieces_of(paragraph)).strip()[:_WORDS]
    name = NOTES[str(note.tag)]
    within = list(note.iter(PARAGRAPH)).index(_first_of_twins(paragraph))
    number = int(note.get(FIRST_PARAGRAPH, "0")) + within
    return Spot(basename(name).removesuffix(".xml"), words=words, name=name, paragraph=number)


def _first_of_twins(paragraph: etree._Element) -> etree._Element:
    """Return the paragraph, or for one in the form for older versions of Word, the same in the form for newer ones."""
    fallback = next(paragraph.iterancestors(FALLBACK), None)
    choice = fallback.getprevious() if fallback is not None else None
    if fallback is None or choice is None:
        return paragraph
    at = list(fallback.iter(PARAGRAPH)).index(paragraph)
    twins = list(choice.iter(PARAGRAPH))
    return twins[at] if at < len(twins) else paragraph


def headings_with_places(root: etree._Element, title: str) -> Iterator[tuple[str, Spot]]:
    """Yield the words of every heading of a part, with its place."""
    for paragraph, spot in paragraphs_with_places(root, title):
        words = "".join(text for _, text in pieces_of(paragraph)).strip()
        if words and _is_heading(paragraph):
            yield words, spot


def _is_heading(paragraph: etree._Element) -> bool:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style is not None and style.get(f"{W}val", "").casefold().startswith(("heading", "title"))


def _cell(paragraph: etree._Element, tables: dict[etree._Element, int]) -> str:
    cell = next(paragraph.iterancestors(CELL), None)
    row = next(cell.iterancestors(ROW), None) if cell is not None else None
    table = next(row.iterancestors(TABLE), None) if row is not None else None
    if cell is None or row is None or table is None:
        return ""
    return f"table {tables[table]}, row {_number(row, table)}, cell {_number(cell, row)}"


def _number(element: etree._Element, above: etree._Element) -> int:
    """Return which row of its table, or cell of its row, an element is, from 1."""
    if above.find(CONTROL) is None:
        return 1 + len(list(element.itersiblings(str(element.tag), preceding=True)))
    return 1 + [held for held in held_by(above) if held.tag == element.tag].index(element)
