"""Pictures of a layout whose alternative text is one tag, `{{ genogram }}`: they hold the place of what it prints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice

from lxml import etree

from autoadmin.word import voices
from autoadmin.word.drawing import WP, is_placeholder
from autoadmin.word.errors import Spot
from autoadmin.word.finding import find_tags
from autoadmin.word.names import PARAGRAPH, RUN, W
from autoadmin.word.runs import TARGET
from autoadmin.word.tags import Tag, Tags


def drawings_by_paragraph(root: etree._Element) -> dict[etree._Element, list[etree._Element]]:
    """Return the drawings of a part by the innermost paragraph that each stands in."""
    drawings: dict[etree._Element, list[etree._Element]] = {}
    for drawing in root.iter(f"{W}drawing"):
        for paragraph in islice(drawing.iterancestors(PARAGRAPH), 1):
            drawings.setdefault(paragraph, []).append(drawing)
    return drawings


def plant_pictures(drawings: Iterable[etree._Element], place: Spot, tags: Tags) -> None:
    """Put a node in the place of each drawing of a paragraph that holds the place of another picture."""
    for drawing in drawings:
        run = drawing.getparent()
        if run is not None and run.tag == RUN and is_placeholder(drawing):
            tag = _tag_of(drawing, place)
            if tag is not None:
                run.replace(drawing, etree.ProcessingInstruction(TARGET, str(len(tags))))
                tags.append(replace(tag, voice=voices.PICTURE, element=drawing))


def _tag_of(drawing: etree._Element, place: Spot) -> Tag | None:
    """Return the tag that is all of the drawing's alternative text, or of its title; None if there is no such tag."""
    for element in drawing.iter(f"{WP}docPr"):
        for name in ("descr", "title"):
            text = element.get(name, "").strip()
            for first, last, tag in find_tags(text, place):
                if not tag.fault and (first, last) == (0, len(text)) and tag.is_print:
                    return replace(tag, scope="")
    return None
