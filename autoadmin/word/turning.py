"""A page on its side for a picture that nobody can read as narrow as the text: a section of its own, heading too."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Final

from lxml import etree

from autoadmin.word.drawing import WP, A
from autoadmin.word.names import BODY, PARAGRAPH, PARAGRAPH_PROPERTIES, SECTION_PROPERTIES, W
from autoadmin.word.parts import parse_part
from autoadmin.word.picture import Print
from autoadmin.word.tidy import remove

_TWIP: Final = 635  # EMU
_HEADING: Final = 1_000  # twentieths of a point: room for a line or two above the picture
_ONCE: Final = ("headerReference", "footerReference", "titlePg", "pgNumType", "type")  # what later pages go on with
_NO_NUMBER: Final = "0"


def turn_pages(data: bytes, wide: Mapping[int, Print]) -> bytes:
    """Return a main text with each of some pictures, by number, on a page of its own on its side.

    One in a table, or in a text that has no pages upright, stays as it is.
    """
    root = parse_part(data, "main text")
    places = {element.get("id"): element for element in root.iter(f"{WP}docPr")}
    for number, picture in wide.items():
        said = places.get(str(number))
        inline = said.getparent() if said is not None else None
        if inline is not None:
            _turn(inline, picture)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _turn(inline: etree._Element, picture: Print) -> None:
    paragraph = next(inline.iterancestors(PARAGRAPH), None)
    section = _section_after(paragraph) if paragraph is not None else None
    if paragraph is None or section is None or not _is_upright(section):
        return
    before = copy.deepcopy(section)
    for element in [each for each in section if etree.QName(each).localname in _ONCE]:
        section.remove(element)
    sideways = copy.deepcopy(section)
    _lay_on_side(sideways)
    _size(inline, picture, sideways)
    if paragraph.getnext() is section:  # nothing comes after it
        section.addnext(sideways)
        remove(section)
    else:
        end_section(paragraph, sideways)
    first = _first_heading(paragraph)
    above = first.getprevious()
    if above is not None and above.tag == PARAGRAPH:
        if section_ended_by(above) is None:
            end_section(above, before)
    elif above is not None:
        ending = etree.Element(PARAGRAPH)
        first.addprevious(ending)
        end_section(ending, before)


def _section_after(paragraph: etree._Element) -> etree._Element | None:
    """Return the properties of the pages that a paragraph of the body itself stands on."""
    body = paragraph.getparent()
    if body is None or body.tag != BODY or section_ended_by(paragraph) is not None:
        return None
    for following in paragraph.itersiblings():
        if following.tag == SECTION_PROPERTIES:
            return following
        found = following.find(f"{PARAGRAPH_PROPERTIES}/{SECTION_PROPERTIES}")
        if following.tag == PARAGRAPH and found is not None:
            return found
    return None


def _is_upright(section: etree._Element) -> bool:
    page, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    return page is not None and margins is not None and 0 < _number(page, "w") < _number(page, "h")


def _lay_on_side(section: etree._Element) -> None:
    page = section.find(f"{W}pgSz")
    if page is not None:
        width, height = page.get(f"{W}w", ""), page.get(f"{W}h", "")
        page.set(f"{W}w", height)
        page.set(f"{W}h", width)
        page.set(f"{W}orient", "landscape")
    for columns in section.findall(f"{W}cols"):
        section.remove(columns)


def _size(inline: etree._Element, picture: Print, section: etree._Element) -> None:
    """Make the picture as large as it is, or as the page on its side has room for."""
    page, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if page is None or margins is None:
        return
    across = _number(page, "w") - _number(margins, "left") - _number(margins, "right")
    down = _number(page, "h") - abs(_number(margins, "top")) - abs(_number(margins, "bottom")) - _HEADING
    if across > 0 and down > 0:
        width, height = picture.kept_within(across * _TWIP, down * _TWIP)
        for element in inline.iter(f"{WP}extent", f"{A}ext"):
            element.set("cx", str(width))
            element.set("cy", str(height))


def _first_heading(paragraph: etree._Element) -> etree._Element:
    """Return the first of the headings that stand right above a paragraph; itself where there is none."""
    first = paragraph
    while (above := first.getprevious()) is not None and _is_heading(above):
        first = above
    return first


def _is_heading(element: etree._Element) -> bool:
    style = element.find(f"{PARAGRAPH_PROPERTIES}/{W}pStyle")
    ends_section = element.find(f"{PARAGRAPH_PROPERTIES}/{SECTION_PROPERTIES}") is not None
    return (
        element.tag == PARAGRAPH
        and not ends_section
        and style is not None
        and style.get(f"{W}val", "").startswith("Heading")
    )


def section_ended_by(paragraph: etree._Element) -> etree._Element | None:
    """Return the properties of the section that ends with a paragraph, if one does."""
    return paragraph.find(f"{PARAGRAPH_PROPERTIES}/{SECTION_PROPERTIES}")


def end_section(paragraph: etree._Element, section: etree._Element) -> None:
    """Let a section, given by its properties, end with a paragraph."""
    properties = paragraph.find(PARAGRAPH_PROPERTIES)
    if properties is None:
        properties = etree.Element(PARAGRAPH_PROPERTIES)
        paragraph.insert(0, properties)
    change = properties.find(f"{W}pPrChange")
    if change is None:
        properties.append(section)
    else:
        change.addprevious(section)


def _number(element: etree._Element, name: str) -> int:
    value = element.get(f"{W}{name}", _NO_NUMBER)
    return int(value) if value.lstrip("-").isdigit() else 0
