"""Where each paragraph of a part stands, in words: under which heading, in which cell of which table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from posixpath import basename
from typing import NamedTuple

from lxml import etree

from autoadmin.word.controls import LOOKED_THROUGH, held_by
from autoadmin.word.errors import Spot
from autoadmin.word.names import CELL, FALLBACK, PARAGRAPH, PARAGRAPH_PROPERTIES, ROW, TABLE, W
from autoadmin.word.notes import FIRST_PARAGRAPH, NOTES, is_at_anchor
from autoadmin.word.runs import Piece, pieces_of
from autoadmin.word.tidy import properties_of

_WORDS = 60  # characters of a paragraph that tell it from others


class Paragraph(NamedTuple):
    """A paragraph of a part, where it stands, and the words in it by the elements that show them."""

    element: etree._Element
    place: Spot
    pieces: tuple[Piece, ...]


def paragraphs_of(root: etree._Element, title: str, name: str = "") -> Iterator[Paragraph]:
    """Yield every paragraph of a part, those of text boxes included.

    What Word keeps twice for its older versions is one place: there the second has the number of the first.
    """
    heading = ""
    in_notes = {
        inner: note for note in filter(is_at_anchor, root.iter(*NOTES)) for inner in note.iter(PARAGRAPH, TABLE)
    }
    tables = {table: number for number, table in enumerate(_own(root, TABLE, in_notes), start=1)}
    numbers = {paragraph: number for number, paragraph in enumerate(_own(root, PARAGRAPH, in_notes))}
    firsts = _firsts_of_twins(root)
    for paragraph in list(root.iter(PARAGRAPH)):
        pieces = tuple(pieces_of(paragraph))
        words, first = "".join([text for _, text in pieces]).strip()[:_WORDS], firsts.get(paragraph, paragraph)
        if paragraph in in_notes:
            yield Paragraph(paragraph, _spot_in_note(first, in_notes[paragraph], words), pieces)
            continue
        if words and _is_heading(paragraph):
            heading = words
        heading_above = heading if heading != words else ""
        place = Spot(title, heading_above, _cell(paragraph, tables), words, name, numbers[first])
        yield Paragraph(paragraph, place, pieces)


def paragraphs_with_places(root: etree._Element, title: str, name: str = "") -> Iterator[tuple[etree._Element, Spot]]:
    """Yield every paragraph of a part with its place."""
    return ((paragraph.element, paragraph.place) for paragraph in paragraphs_of(root, title, name))


def _own(
    root: etree._Element, name: str, in_notes: Mapping[etree._Element, etree._Element]
) -> Iterator[etree._Element]:
    """Yield the elements of a part that are in no note at its anchor."""
    return (element for element in root.iter(name) if element not in in_notes)


def _spot_in_note(paragraph: etree._Element, note: etree._Element, words: str) -> Spot:
    name = NOTES[str(note.tag)]
    number = int(note.get(FIRST_PARAGRAPH, "0")) + list(note.iter(PARAGRAPH)).index(paragraph)
    return Spot(basename(name).removesuffix(".xml"), words=words, name=name, paragraph=number)


def _firsts_of_twins(root: etree._Element) -> dict[etree._Element, etree._Element]:
    """Return for each paragraph in the form for older versions of Word the same in the form for newer ones."""
    firsts: dict[etree._Element, etree._Element] = {}
    for fallback in root.iter(FALLBACK):  # of one within another, the inner comes last and holds
        choice = fallback.getprevious()
        twins = list(choice.iter(PARAGRAPH)) if choice is not None else []
        for at, paragraph in enumerate(fallback.iter(PARAGRAPH)):
            firsts[paragraph] = twins[at] if at < len(twins) else paragraph
    return firsts


def headings_with_places(root: etree._Element, title: str) -> Iterator[tuple[str, Spot]]:
    """Yield the words of every heading of a part, with its place."""
    for paragraph, place, pieces in paragraphs_of(root, title):
        words = "".join([text for _, text in pieces]).strip()
        if words and _is_heading(paragraph):
            yield words, place


def _is_heading(paragraph: etree._Element) -> bool:
    properties = properties_of(paragraph, PARAGRAPH_PROPERTIES)
    style = properties_of(properties, f"{W}pStyle") if properties is not None else None
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
    if next(above.iterchildren(*LOOKED_THROUGH), None) is None:
        return 1 + len(list(element.itersiblings(str(element.tag), preceding=True)))
    return 1 + [held for held in held_by(above) if held.tag == element.tag].index(element)
