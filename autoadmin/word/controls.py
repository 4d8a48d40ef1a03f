"""Content controls around paragraphs, rows and cells: looked through, and taken away where the data could empty them.

Word takes a file for damaged in which such a control holds nothing. Custom XML, the control of older files, is one too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from autoadmin.word.blocks import CLOSERS, OPENERS
from autoadmin.word.names import CELL, PARAGRAPH, ROW, TABLE, TEXT_BOX, W
from autoadmin.word.runs import TARGET, tag_number
from autoadmin.word.tags import Tag
from autoadmin.word.tidy import remove

CONTROL: Final = f"{W}sdt"
_CONTENT: Final = f"{W}sdtContent"
_CUSTOM: Final = f"{W}customXml"
_OF_CUSTOM: Final = f"{W}customXmlPr"
LOOKED_THROUGH: Final = frozenset({CONTROL, _CONTENT, _CUSTOM})
_HELD: Final = frozenset({PARAGRAPH, CELL, ROW, TABLE, CONTROL, _CUSTOM})


def held_by(place: etree._Element) -> Iterator[etree._Element]:
    """Yield what stands in a place, that in content controls as if these were not there."""
    for child in place:
        if child.tag in LOOKED_THROUGH:
            yield from held_by(child)
        else:
            yield child


def opens(child: etree._Element, tags: list[Tag]) -> int:
    """Return 1 for a tag that opens a block, -1 for one that closes one, 0 for anything else."""
    if not isinstance(child, etree._ProcessingInstruction) or child.target != TARGET:
        return 0
    keyword = tags[tag_number(child)].keyword
    return 1 if keyword in OPENERS else -1 if keyword in CLOSERS else 0


def has_tags(place: etree._Element) -> bool:
    """Return whether tags stand right in a place, or in a content control that does."""
    return any(isinstance(child, etree._ProcessingInstruction) for child in held_by(place))


def may_lack(needed: str, place: etree._Element, tags: list[Tag]) -> bool:
    """Return whether the data could leave a place without any element of this name."""
    depth = 0
    for child in held_by(place):
        depth += opens(child, tags)
        if child.tag == needed and not depth:
            return False
    return has_tags(place)


def take_away_controls(root: etree._Element, tags: list[Tag]) -> None:
    """Put what a content control holds in its place, where the data could leave it empty. One in a line stays."""
    for control in reversed(list(root.iter(CONTROL, _CUSTOM))):  # those within others first
        content = control.find(_CONTENT) if control.tag == CONTROL else control
        if content is None or next(control.iterancestors(PARAGRAPH, TEXT_BOX), control).tag == PARAGRAPH:
            continue
        if _may_be_empty(content, tags):
            for child in list(content):
                if child.tag != _OF_CUSTOM:
                    control.addprevious(child)
            remove(control)


def _may_be_empty(content: etree._Element, tags: list[Tag]) -> bool:
    depth = 0
    for child in content:
        depth += opens(child, tags)
        if child.tag in _HELD and not depth and not (child.tag == TABLE and may_lack(ROW, child, tags)):
            return False
    return True
