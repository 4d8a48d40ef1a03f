"""A copy of a layout with a Word comment at each thing found in it. All that it says otherwise stays as it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from lxml import etree

from autoadmin.word.archive import keep_parts
from autoadmin.word.comments import open_comments
from autoadmin.word.errors import Problem
from autoadmin.word.names import BODY, FALLBACK, PARAGRAPH, PARAGRAPH_PROPERTIES, RUN, TEXT_BOX, W
from autoadmin.word.package import read_package
from autoadmin.word.parts import parse_part, text_parts
from autoadmin.word.runs import pieces_of

_LEADS: Final = {"error": "Error", "warning": "Warning", "note": "Note"}


def annotate(layout: bytes, problems: Iterable[Problem], *, at: datetime | None = None) -> bytes:
    """Return the layout with a comment for each problem, around the tag where it stands; raise LayoutError if unread.

    Word takes comments in the main text only: one about a header, a text box or the whole file stands at the paragraph
    next to it, and says where to look. Comments that an earlier annotation left are taken out first.
    """
    parts = read_package(layout)
    name = next(iter(text_parts(parts)))
    root = parse_part(parts[name], "main text")
    comments = open_comments(parts, name)
    _remove_own(root, comments.remove_own())
    body = root.find(BODY)
    paragraphs = list(root.iter(PARAGRAPH))
    for problem in problems:
        spot = problem.place
        is_here = spot.name == name and 0 <= spot.paragraph < len(paragraphs)
        paragraph = _outermost(paragraphs[spot.paragraph]) if is_here else _first_paragraph(body)
        if paragraph is None:
            continue
        words = _sentence(problem, says_where=not is_here or paragraph is not paragraphs[spot.paragraph])
        _anchor(paragraph, problem.typed, comments.add(words, at))
    parts[name] = _xml(root)
    comments.save()
    return keep_parts(parts).with_entries(())


def _sentence(problem: Problem, *, says_where: bool) -> str:
    where = f"In the {problem.place}. " if says_where and problem.place.part else ""
    typed = f"{problem.typed}: " if problem.typed else ""
    return f"{_LEADS[problem.severity]}. {where}{typed}{problem.message} {problem.suggestion}".strip()


def _outermost(paragraph: etree._Element) -> etree._Element:
    """Return the paragraph, or for one in a text box that which the box is anchored in."""
    boxes = [*paragraph.iterancestors(TEXT_BOX, FALLBACK)]
    if not boxes:
        return paragraph
    return next(boxes[-1].iterancestors(PARAGRAPH), paragraph)


def _first_paragraph(body: etree._Element | None) -> etree._Element | None:
    return None if body is None else next(body.iter(PARAGRAPH), None)


def _anchor(paragraph: etree._Element, typed: str, number: int) -> None:
    """Put the edges of a comment around the words typed, or around the whole paragraph."""
    first, last = _around(paragraph, typed)
    start = etree.Element(f"{W}commentRangeStart", {f"{W}id": str(number)})
    end = etree.Element(f"{W}commentRangeEnd", {f"{W}id": str(number)})
    reference = etree.Element(RUN)
    etree.SubElement(reference, f"{W}commentReference", {f"{W}id": str(number)})
    if first is None or last is None:
        properties = paragraph.find(PARAGRAPH_PROPERTIES)
        paragraph.insert(0 if properties is None else 1, start)
        paragraph.append(end)
    else:
        first.addprevious(start)
        last.addnext(end)
    end.addnext(reference)


def _around(paragraph: etree._Element, typed: str) -> tuple[etree._Element | None, etree._Element | None]:
    """Return the first and last children of the paragraph that the words typed stand in; of all its words if none."""
    pieces = list(pieces_of(paragraph))
    words = "".join(text for _, text in pieces)
    start = words.find(typed) if typed else -1
    end = start + len(typed) if start >= 0 else len(words)
    position, within = 0, []
    for element, text in pieces:
        if position < end and position + len(text) > max(start, 0):
            within.append(_child_of(paragraph, element))
        position += len(text)
    return (within[0], within[-1]) if within else (None, None)


def _child_of(paragraph: etree._Element, element: etree._Element) -> etree._Element:
    step = element
    while (parent := step.getparent()) is not None and parent is not paragraph:
        step = parent
    return step


def _remove_own(root: etree._Element, numbers: frozenset[str]) -> None:
    names = (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference")
    for element in [found for found in root.iter(*names) if found.get(f"{W}id") in numbers]:
        parent = element.getparent()
        target = parent if element.tag == names[2] and parent is not None and len(parent) == 1 else element
        holder = target.getparent()
        if holder is not None:
            holder.remove(target)


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
