"""`{%-` joins a tag to the words before it, `-%}` to the words after it, over breaks and the ends of paragraphs.

No word beside a tag is lost: only spaces, breaks, tabs and the boundary between two paragraphs.
"""

from __future__ import annotations

from lxml import etree

from autoadmin.word.names import BREAK, PARAGRAPH, PARAGRAPH_PROPERTIES, RETURN, RUN, TAB, TEXT
from autoadmin.word.runs import planted, tag_number
from autoadmin.word.tags import Tag
from autoadmin.word.tidy import remove
from autoadmin.word.turning import end_section, section_ended_by


def trim(root: etree._Element, tags: list[Tag]) -> None:
    """Carry out every `-` of the tags in a part."""
    for node in planted(root):
        tag = tags[tag_number(node)]
        if not tag.trims_before and not tag.trims_after:
            continue
        paragraph = _paragraph_of(node)
        if tag.trims_before and _is_first_once_trimmed(node, paragraph) and not tag.is_print:
            _merge(paragraph.getprevious(), paragraph)
            paragraph = _paragraph_of(node)
        if tag.trims_after and _is_last_once_trimmed(node, paragraph) and not tag.is_print:
            _merge(paragraph, paragraph.getnext())


def _is_first_once_trimmed(node: etree._Element, paragraph: etree._Element) -> bool:
    """Strip spaces, breaks and tabs before the tag; return whether it now is the first thing in its paragraph."""
    before, text = node.getprevious(), node.getparent()
    if before is not None:
        before.tail = (before.tail or "").rstrip()
        return False
    if text is None:
        return False
    text.text = (text.text or "").rstrip()
    items = _items(paragraph)
    return not text.text and _remove_breaks(items[: items.index(text)][::-1])


def _is_last_once_trimmed(node: etree._Element, paragraph: etree._Element) -> bool:
    """Strip spaces, breaks and tabs after the tag; return whether it now is the last thing in its paragraph."""
    node.tail = (node.tail or "").lstrip()
    items = _items(paragraph)
    return not node.tail and _remove_breaks(items[items.index(node) + 1 :])


def _remove_breaks(items: list[etree._Element]) -> bool:
    """Remove breaks and tabs up to the next words or tag; return whether there were none."""
    for item in items:
        if item.tag == TEXT or isinstance(item, etree._ProcessingInstruction):
            return False  # the spaces of another run are kept: they are how people say that they want one
        remove(item)
    return True


def _items(paragraph: etree._Element) -> list[etree._Element]:
    """Return the tags, texts, breaks and tabs of a paragraph, in order."""
    return [
        item
        for item in paragraph.iter(etree.PI, TEXT, BREAK, RETURN, TAB)
        if item.tag in (TEXT, etree.PI) or _is_in_run(item)
    ]


def _is_in_run(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == RUN


def _paragraph_of(node: etree._Element) -> etree._Element:
    return next(node.iterancestors(PARAGRAPH))


def _merge(first: etree._Element | None, second: etree._Element | None) -> None:
    """Put what is in the second paragraph at the end of the first, if both are paragraphs of one section."""
    if first is None or second is None or first.tag != PARAGRAPH or second.tag != PARAGRAPH:
        return
    if section_ended_by(first) is not None:
        return
    if (section := section_ended_by(second)) is not None:
        end_section(first, section)
    for child in list(second):
        if child.tag != PARAGRAPH_PROPERTIES:
            first.append(child)
    remove(second)
