"""Putting `{%p %}`, `{%tr %}`, `{%tc %}` and `{{p }}` where they act: in the place of their paragraph, row or cell."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lxml import etree

from autoadmin.word.names import (
    CELL,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    ROW,
    SECTION_PROPERTIES,
    TEXT,
    W,
)
from autoadmin.word.runs import TARGET, planted, tag_number
from autoadmin.word.tags import Tag

LINES: Final = "lines"
LINE: Final = "line_of_paragraphs"
_CONTAINERS: Final = {"tr": (ROW, "table row"), "tc": (CELL, "table cell"), "p": (PARAGRAPH, "paragraph")}
_VISIBLE: Final = tuple(
    f"{W}{name}" for name in ("drawing", "pict", "object", "sym", "fldChar", "fldSimple", "footnoteReference")
)


def place_tags(root: etree._Element, tags: list[Tag]) -> None:
    """Move each scoped tag of a part into the place of what it stands for; raise LayoutError if words would go."""
    for scope, (container, title) in _CONTAINERS.items():
        for node in planted(root):
            if _is_in_text(node) and tags[tag_number(node)].scope == scope:
                _place(node, container, title, tags)


def _is_in_text(node: etree._Element) -> bool:
    """Return whether the tag still stands where it was typed, not already beside what it stands for."""
    parent = node.getparent()
    return parent is not None and parent.tag == TEXT


def _place(node: etree._Element, container: str, title: str, tags: list[Tag]) -> None:
    tag = tags[tag_number(node)]
    element = next(node.iterancestors(container), None)
    if element is None:
        raise tag.error("misplaced_tag", f"The tag stands in no {title}.", "Move it, or leave its letters out.")
    if tag.is_print:
        _repeat_paragraph(node, element, tags)
        return
    nodes = planted(element)
    _check_nothing_is_lost(element, title, tag, [tags[tag_number(other)] for other in nodes])
    for other in nodes:
        if not tags[tag_number(other)].is_comment:
            other.tail = None
            element.addprevious(other)
    _take_away(element)


def _repeat_paragraph(node: etree._Element, paragraph: etree._Element, tags: list[Tag]) -> None:
    """Have the paragraph of a `{{p }}` printed once for each line of its value."""
    number = tag_number(node)
    tag = tags[number]
    if tag.scope != "p":
        raise tag.error("unknown_tag", "A value can stand for a paragraph or a run, not for a row or a cell.")
    _check_nothing_is_lost(paragraph, "paragraph", tag, [tag for other in planted(paragraph) if other is not node])
    tags[number] = replace(tag, scope="", code=LINE)
    for code, add in ((f"for {LINE} in ({tag.code})|{LINES}", paragraph.addprevious), ("endfor", paragraph.addnext)):
        edge = etree.ProcessingInstruction(TARGET, str(len(tags)))
        tags.append(replace(tag, opener="{%", scope="p", code=code))
        add(edge)


def _check_nothing_is_lost(element: etree._Element, title: str, tag: Tag, inside: list[Tag]) -> None:
    """Raise LayoutError if the element that the tag takes away holds words, values or pictures."""
    words = "".join(text for item in element.iter(TEXT) for text in (item.text, *(node.tail for node in item)) if text)
    printed = [other.typed for other in inside if other.is_print]
    if words.strip() or printed or next(element.iter(*_VISIBLE), None) is not None:
        lost = (words.strip() or " ".join(printed))[:60]
        raise tag.error(
            "words_beside_tag",
            f"This tag takes the place of its whole {title}, so what stands beside it would be lost"
            + (f": “{lost}”." if lost else "."),
            f"Put the tag in a {title} of its own.",
        )


def _take_away(element: etree._Element) -> None:
    """Remove the element; of a paragraph that ends a section, the end of the section stays."""
    parent = element.getparent()
    if parent is None:
        return
    properties = element.find(PARAGRAPH_PROPERTIES)
    if properties is not None and properties.find(SECTION_PROPERTIES) is not None:
        for child in list(element):
            if child is not properties:
                element.remove(child)
    else:
        parent.remove(element)
