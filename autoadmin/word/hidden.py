"""Tags outside the words of paragraphs: in alternative texts, tips of links, names of content controls, field codes.

A tag in an attribute cannot be a node of the tree. Its number is written there between two characters that no text may
hold for interchange (U+FDD0, U+FDD1), which are taken out of the layout first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from lxml import etree

from autoadmin.word import voices
from autoadmin.word.codes import VALUE, voice_in_code
from autoadmin.word.drawing import PIC, WP
from autoadmin.word.errors import Problem, Spot
from autoadmin.word.finding import find_tags
from autoadmin.word.names import INSTRUCTION, PARAGRAPH, W
from autoadmin.word.runs import plant_in
from autoadmin.word.source import IN_ATTRIBUTE
from autoadmin.word.tags import Tag, Tags

_VML: Final = "{urn:schemas-microsoft-com:vml}"
_SEEN: Final[Mapping[str, tuple[str, ...]]] = {
    f"{WP}docPr": ("descr", "title"),
    f"{PIC}cNvPr": ("descr", "title"),
    f"{_VML}shape": ("alt", "title"),
    f"{W}hyperlink": (f"{W}tooltip",),
    f"{W}alias": (f"{W}val",),
    f"{W}tblCaption": (f"{W}val",),
    f"{W}tblDescription": (f"{W}val",),
}
_SIMPLE_FIELD: Final = f"{W}fldSimple"
_NO_MARKS: Final = dict.fromkeys(map(ord, IN_ATTRIBUTE.format("")))
_FIELD_EDGE: Final = f"{W}fldChar"


def plant_hidden(root: etree._Element, places: Mapping[etree._Element, Spot], tags: Tags) -> None:
    """Plant the tags that stand outside the words of a part's paragraphs."""
    somewhere = next(iter(places.values()), Spot())
    for element in root.iter(*_SEEN, _SIMPLE_FIELD):
        place = next((places[above] for above in element.iterancestors(PARAGRAPH) if above in places), somewhere)
        if element.tag == _SIMPLE_FIELD:
            _plant_in_code([(element, element.get(f"{W}instr", ""))], place, tags)
        for name in _SEEN.get(str(element.tag), ()):
            plant_in_attribute(element, name, place, tags)
    if next(root.iter(INSTRUCTION), None) is None:
        return
    for paragraph, place in places.items():
        for code in _field_codes(paragraph):
            _plant_in_code(code, place, tags)


def strip_marks(root: etree._Element) -> None:
    """Take the characters that mark tags in attributes out of a part that was typed with any: nobody can see them."""
    xml = etree.tostring(root, encoding="utf-8")
    if not any(mark.encode() in xml for mark in IN_ATTRIBUTE.format("")):
        return
    for element in root.iter(etree.Element):
        element.text = element.text and element.text.translate(_NO_MARKS)
        for name, value in element.attrib.items():
            element.set(name, value.translate(_NO_MARKS))


def plant_in_attribute(element: etree._Element, name: str, place: Spot, tags: Tags) -> None:
    """Plant the tags of one attribute that people read."""
    text = element.get(name, "")
    if "{" in text:
        found = [
            (first, last, replace(tag, voice=voices.ATTRIBUTE)) for first, last, tag in whole_tags(text, place, tags)
        ]
        write_in_attribute(element, name, text, found, tags)


def write_in_attribute(
    element: etree._Element, name: str, text: str, found: list[tuple[int, int, Tag]], tags: Tags
) -> None:
    """Write an attribute with numbers in the places of its tags, which are added to `tags`."""
    pieces, position = [], 0
    for first, last, tag in found:
        pieces.append(text[position:first])
        if not tag.is_comment:
            pieces.append(IN_ATTRIBUTE.format(len(tags)))
            tags.append(tag)
        position = last
    element.set(name, "".join([*pieces, text[position:]]))


def whole_tags(text: str, place: Spot, tags: Tags) -> Iterator[tuple[int, int, Tag]]:
    """Yield the tags of a text that is no paragraph's; what is wrong with them is noted. Blocks must end in it."""
    still_open: list[str] = []
    for first, last, tag in find_tags(text, place):
        if tag.fault:
            tags.add(tag.fault)
            _fits(tag.keyword, still_open)
        elif _fits(tag.keyword, still_open):
            yield first, last, replace(tag, scope="", trims_before=False, trims_after=False)
        else:
            tags.add(tag.problem("unopened_block", "Nothing is open here that it could belong to.", "Take it out."))
    if still_open:
        message = f"A block is not closed in the same text: {{% end{still_open[-1]} %}} is missing."
        tags.add(Problem("unclosed_block", message, place, text[:60]))


def _fits(keyword: str, still_open: list[str]) -> bool:
    """Return whether a tag belongs where it stands, given the blocks that are open, which it may open or close."""
    if keyword in ("for", "if", "with"):
        still_open.append(keyword)
    elif keyword.startswith("end"):
        return bool(still_open) and keyword == f"end{still_open.pop()}"
    elif keyword in ("else", "elif"):
        return bool(still_open)
    return True


def _plant_in_code(code: list[tuple[etree._Element, str]], place: Spot, tags: Tags) -> None:
    words = "".join(text for _, text in code)
    if "{" not in words:
        return
    found = []
    fixed, position = "", 0
    for first, last, tag in whole_tags(words, place, tags):
        fixed += words[position:first]
        found.append((first, last, voice_in_code(tag, fixed, tags) if tag.is_print else tag))
        fixed += VALUE if tag.is_print else ""
        position = last
    element = code[0][0]
    if element.tag == _SIMPLE_FIELD:
        write_in_attribute(element, f"{W}instr", words, found, tags)
    else:
        plant_in(code, found, tags)


def _field_codes(paragraph: etree._Element) -> Iterator[list[tuple[etree._Element, str]]]:
    """Yield the pieces of each field code in a paragraph."""
    code: list[tuple[etree._Element, str]] = []
    for element in paragraph.iter(INSTRUCTION, _FIELD_EDGE):
        if next(element.iterancestors(PARAGRAPH), None) is not paragraph:
            continue
        if element.tag == INSTRUCTION:
            code.append((element, element.text or ""))
        elif code:
            yield code
            code = []
    if code:
        yield code
