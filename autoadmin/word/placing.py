"""Putting `{%p %}`, `{%tr %}`, `{%tc %}` and `{{p }}` where they act: in the place of their paragraph, row or cell."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lxml import etree

from autoadmin.word import voices
from autoadmin.word.names import (
    BREAK,
    CELL,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    ROW,
    SECTION_PROPERTIES,
    TEXT,
    W,
)
from autoadmin.word.page_breaks import is_page_break, page_break_paragraph
from autoadmin.word.runs import TARGET, planted, tag_number
from autoadmin.word.tags import SCOPES, Tag, Tags
from autoadmin.word.tidy import properties_of

LINES: Final = "lines"
LINE: Final = "line_of_paragraphs"
_CONTAINERS: Final = {"tr": (ROW, "table row"), "tc": (CELL, "table cell"), "p": (PARAGRAPH, "paragraph")}
_VISIBLE: Final = tuple(
    f"{W}{name}" for name in ("drawing", "pict", "object", "sym", "fldChar", "fldSimple", "footnoteReference")
)


def place_tags(root: etree._Element, tags: Tags) -> None:
    """Move each scoped tag of a part into the place of what it stands for; note each where words would go."""
    nodes = [(node, tag_number(node)) for node in planted(root)]
    for _, number in nodes:
        _note_space_too_many(number, tags)
    for scope, (container, title) in _CONTAINERS.items():
        for node, number in nodes:
            if tags[number].scope == scope and _is_in_text(node) and number not in tags.faulty:
                _place(node, container, title, tags)


def _note_space_too_many(number: int, tags: Tags) -> None:
    """Note a `{% tr for x in y %}`, which from here on is taken for the `{%tr for x in y %}` that was meant."""
    tag = tags[number]
    scope, _, rest = tag.code.strip().partition(" ")
    if tag.opener == "{%" and scope in SCOPES and rest:
        tags.add(tag.problem("unknown_tag", "There is a space too many.", f"Write {{%{scope} {rest.strip()} %}}."))
        tags[number] = replace(tag, scope=scope, code=rest)


def _is_in_text(node: etree._Element) -> bool:
    """Return whether the tag still stands where it was typed, not already beside what it stands for."""
    parent = node.getparent()
    return parent is not None and parent.tag == TEXT


def _place(node: etree._Element, container: str, title: str, tags: Tags) -> None:
    number = tag_number(node)
    element = next(node.iterancestors(container), None)
    if element is None:
        tags.note(number, "misplaced_tag", f"The tag stands in no {title}.", "Move it, or leave its letters out.")
        return
    if tags[number].is_print:
        _repeat_paragraph(node, element, tags)
        return
    nodes = planted(element)
    if _would_lose(element, title, number, tags, [tags[tag_number(other)] for other in nodes]):
        tags.faulty.update(map(tag_number, nodes))  # said once is enough
        return
    for other in list(element.iter(etree.PI, BREAK)):
        if other in nodes and not tags[tag_number(other)].is_comment:
            other.tail = None
            element.addprevious(other)
        elif container == PARAGRAPH and is_page_break(other):  # typed before the tag, on the page before
            element.addprevious(page_break_paragraph())
    _take_away(element)


def _repeat_paragraph(node: etree._Element, paragraph: etree._Element, tags: Tags) -> None:
    """Have the paragraph of a `{{p }}` printed once for each line of its value."""
    number = tag_number(node)
    tag = tags[number]
    if tag.scope != "p":
        message = "A value can stand for a paragraph or a run, not for a row or a cell."
        tags.note(number, "unknown_tag", message, f"Leave out the letters {tag.scope}.")
        return
    if _would_lose(paragraph, "paragraph", number, tags, [tag for other in planted(paragraph) if other is not node]):
        return
    tags[number] = replace(tag, scope="", code=LINE)
    properties = properties_of(paragraph, PARAGRAPH_PROPERTIES)
    if properties is not None:
        paragraph.remove(properties)
    paragraph.insert(0, etree.ProcessingInstruction(TARGET, str(len(tags))))
    tags.append(replace(tags[number], voice=voices.PARAGRAPH, element=properties))
    for code, add in ((f"for {LINE} in ({tag.code})|{LINES}", paragraph.addprevious), ("endfor", paragraph.addnext)):
        edge = etree.ProcessingInstruction(TARGET, str(len(tags)))
        tags.append(replace(tag, opener="{%", scope="p", code=code))
        add(edge)


def _would_lose(element: etree._Element, title: str, number: int, tags: Tags, inside: list[Tag]) -> bool:
    """Return whether the element that the tag takes away holds words, values or pictures, which is noted."""
    words = "".join(text for item in element.iter(TEXT) for text in (item.text, *(node.tail for node in item)) if text)
    printed = [other.typed for other in inside if other.is_print]
    if not words.strip() and not printed and next(element.iter(*_VISIBLE), None) is None:
        return False
    lost = (words.strip() or " ".join(printed))[:60]
    tags.note(
        number,
        "words_beside_tag",
        f"This tag takes the place of its whole {title}, so what stands beside it would be lost"
        + (f": “{lost}”." if lost else "."),
        f"Put the tag in a {title} of its own.",
    )
    return True


def _take_away(element: etree._Element) -> None:
    """Remove the element; of a paragraph that ends a section, the end of the section stays."""
    parent = element.getparent()
    if parent is None:
        return
    properties = properties_of(element, PARAGRAPH_PROPERTIES)
    if properties is not None and properties.find(SECTION_PROPERTIES) is not None:
        for child in list(element):
            if child is not properties:
                element.remove(child)
    else:
        parent.remove(element)
