"""Finding the tags of a paragraph across the runs that Word split them into, and planting each as one node.

A planted tag is a processing instruction, `<?tag 7?>`: Word's own text has none, so nothing can be taken for one. It
stands in the text where its `{{` stood, with that run's formatting; words beside it stay in runs of their own.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Final

from lxml import etree

from autoadmin.word.errors import Spot
from autoadmin.word.finding import find_tags
from autoadmin.word.names import (
    BREAK,
    DELETED,
    INSTRUCTION,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    RETURN,
    RUN,
    RUN_PROPERTIES,
    SPACE,
    TAB,
    TEXT,
    TEXT_BOX,
    W,
)
from autoadmin.word.tags import BLOCK_WORDS, Tag, Tags
from autoadmin.word.tidy import remove

Piece = tuple[etree._Element, str]  # an element that shows text, and the text
TARGET: Final = "tag"
_NO_WORDS: Final = frozenset({*DELETED, TEXT_BOX, PARAGRAPH, PARAGRAPH_PROPERTIES, RUN_PROPERTIES})
_SINGLE_CHARACTERS: Final = {
    TAB: "\t",
    BREAK: "\n",
    RETURN: "\n",
    f"{W}noBreakHyphen": "\N{NON-BREAKING HYPHEN}",
    f"{W}softHyphen": "\N{SOFT HYPHEN}",
}
_ESCAPES: Final = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"), ("{_#", "{#"), ("#_}", "#}"))


def plant_tags(pieces: Sequence[Piece], place: Spot, tags: Tags) -> None:
    """Put a node in the place of each tag in a paragraph's words, and append it to `tags`; comments are dropped."""
    words = "".join([text for _, text in pieces])
    if "{" not in words and "}" not in words:
        return
    tags.has_braces = True
    found = []
    inner_edges = list(accumulate(len(text) for _, text in pieces))[:-1]
    for first, last, tag in find_tags(words, place):
        if tag.fault and tag.keyword not in BLOCK_WORDS:
            tags.add(tag.fault)
        else:
            is_split = any(first < edge < last for edge in inner_edges)
            found.append((first, last, replace(tag, is_split=True) if is_split else tag))
    first_number = len(tags)
    plant_in(pieces, found, tags)
    for number in range(first_number, len(tags)):
        if fault := tags[number].fault:
            tags.note_fault(number, fault)


def plant_in(pieces: Iterable[Piece], found: list[tuple[int, int, Tag]], tags: list[Tag]) -> None:
    """Put nodes in the places of tags that were found in the text of these pieces together."""
    position = 0
    for element, text in pieces:
        _plant(element, text, position, found, tags)
        position += len(text)


def pieces_of(element: etree._Element) -> Iterator[Piece]:
    """Yield each element that shows text in a paragraph with that text; not of a text box, nor what was deleted."""
    for child in element:
        tag = child.tag
        if tag == TEXT:
            yield child, child.text or ""
        elif tag in _SINGLE_CHARACTERS and element.tag == RUN:
            yield child, _SINGLE_CHARACTERS[tag]
        elif tag not in _NO_WORDS:
            yield from pieces_of(child)


def tag_number(node: etree._Element) -> int:
    """Return which tag a planted node stands for."""
    return int(node.text or "")


def planted(element: etree._Element) -> list[etree._Element]:
    """Return the nodes of all tags in an element, in the order of the document."""
    return [
        node
        for node in element.iter(etree.PI)
        if isinstance(node, etree._ProcessingInstruction) and node.target == TARGET
    ]


def lift_to_run_level(node: etree._Element) -> None:
    """Take a tag out of its run, which is split in two around it; empty halves are left out."""
    text = node.getparent()
    run = text.getparent() if text is not None else None
    if text is None or run is None or text.tag != TEXT:
        return
    second = etree.Element(RUN, dict(run.attrib), nsmap=run.nsmap)
    properties = run.find(RUN_PROPERTIES)
    if properties is not None:
        second.append(copy.deepcopy(properties))
    rest = etree.SubElement(second, TEXT, {SPACE: "preserve"})
    rest.text, node.tail = node.tail, None
    for sibling in list(node.itersiblings()):
        rest.append(sibling)
    for sibling in list(text.itersiblings()):
        second.append(sibling)
    run.addnext(node)
    node.addnext(second)
    for half in (run, second):
        _drop_if_empty(half)


def _plant(element: etree._Element, text: str, start: int, found: list[tuple[int, int, Tag]], tags: list[Tag]) -> None:
    end = start + len(text)
    near = [(first, last, tag) for first, last, tag in found if first < end and last > start]
    if element.tag not in (TEXT, INSTRUCTION):
        if near:
            remove(element)
        return
    element.text = ""
    position, node = start, None
    for first, last, tag in near:
        _add_words(element, node, text[position - start : max(first - start, position - start)])
        if first >= start and (not tag.is_comment or tag.scope):
            node = etree.ProcessingInstruction(TARGET, str(len(tags)))
            element.append(node)
            tags.append(tag)
        position = min(last, end)
    _add_words(element, node, text[position - start :])
    if len(element) or (element.text and element.text != element.text.strip()):
        element.set(SPACE, "preserve")
    _drop_text_if_empty(element)


def _add_words(element: etree._Element, node: etree._Element | None, words: str) -> None:
    if not words:
        return
    if "_" in words:
        for escaped, meant in _ESCAPES:
            words = words.replace(escaped, meant)
    if node is None:
        element.text = (element.text or "") + words
    else:
        node.tail = (node.tail or "") + words


def _drop_text_if_empty(text: etree._Element) -> None:
    run = text.getparent()
    if not len(text) and not text.text and run is not None:
        run.remove(text)
        _drop_if_empty(run)


def _drop_if_empty(run: etree._Element) -> None:
    for text in run.findall(TEXT):
        if not len(text) and not text.text:
            run.remove(text)
    parent = run.getparent()
    if parent is not None and all(child.tag == RUN_PROPERTIES for child in run):
        parent.remove(run)
