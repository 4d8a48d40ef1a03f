"""Pictures as Word's XML: a drawing of its own in a run, or one that takes the place of a drawing in the layout."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from autoadmin.word.escaping import escape_attribute
from autoadmin.word.looks import xml_within
from autoadmin.word.picture import Print
from autoadmin.word.tidy import remove

WP: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PIC: Final = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_INLINE: Final = (
    '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
    '<wp:docPr id="{number}" name="Picture {number}" descr="{alt}"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}" descr="{alt}"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' r:embed="{link}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing>"
)
_PLACES: Final = {name: f"\ufdd0{name}\ufdd1" for name in ("link", "width", "height", "number", "alt")}


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A drawing of the layout as XML, whole and with places for another picture; its box is `width` by `height` EMU."""

    as_it_is: str  # with a place for its alternative text only
    open: str
    width: int
    height: int

    def holding(self, picture: Print, alt: str, number: int) -> str:
        """Return the drawing with another picture, kept within its box."""
        width, height = picture.fitted(self.width, self.height)
        values = {"link": link_of(picture.name), "width": width, "height": height, "number": number}
        return _filled(self.open, alt, values)

    def described(self, alt: str) -> str:
        """Return the drawing with the picture that it holds in the layout and this alternative text."""
        return _filled(self.as_it_is, alt, {})


def link_of(name: str) -> str:
    """Return the identifier by which a part refers to a picture of this name."""
    return f"picture{name.partition('.')[0]}"


def inline_drawing(picture: Print, alt: str, number: int, room: int) -> str:
    """Return the XML of a picture in the text, no wider than `room` EMU."""
    width, height = picture.capped(room)
    return _INLINE.format(
        width=width,
        height=height,
        number=number,
        name=picture.name,
        link=link_of(picture.name),
        alt=escape_attribute(alt),
    )


def is_placeholder(drawing: etree._Element) -> bool:
    """Return whether a drawing is one picture, stored in the file."""
    blips = list(drawing.iter(f"{A}blip"))
    return len(blips) == 1 and blips[0].get(f"{R}embed") is not None and drawing.find(f".//{WP}docPr") is not None


def make_placeholder(drawing: etree._Element, nsmap: Mapping[str | None, str]) -> Placeholder:
    """Return the placeholder that a drawing of the layout is."""
    whole = copy.deepcopy(drawing)
    for element in whole.iter(f"{WP}docPr", f"{PIC}cNvPr"):
        element.set("descr", _PLACES["alt"])
        element.attrib.pop("title", None)
    opened = copy.deepcopy(whole)
    extent = opened.find(f".//{WP}extent")
    sizes = [] if extent is None else [int(extent.get(side, "0")) for side in ("cx", "cy")]
    for element in opened.iter(f"{WP}extent", f"{A}ext"):
        if element.get("cx"):
            element.set("cx", _PLACES["width"])
            element.set("cy", _PLACES["height"])
    for element in opened.iter(f"{WP}docPr"):
        element.set("id", _PLACES["number"])
    for blip in opened.iter(f"{A}blip"):
        blip.set(f"{R}embed", _PLACES["link"])
        blip.attrib.pop(f"{R}link", None)
        for child in list(blip):  # effects on the picture that was there, and its drawing as SVG
            blip.remove(child)
    for cropped in list(opened.iter(f"{A}srcRect")):
        remove(cropped)
    width, height = sizes if len(sizes) == 2 and all(sizes) else (1, 1)
    return Placeholder(xml_within(whole, nsmap), xml_within(opened, nsmap), width, height)


def _filled(xml: str, alt: str, values: Mapping[str, object]) -> str:
    for name, value in values.items():
        xml = xml.replace(_PLACES[name], str(value))
    return xml.replace(_PLACES["alt"], escape_attribute(alt))
