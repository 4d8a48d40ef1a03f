"""Slots: the places of a layout where a value is printed, each with the XML that its run needs around odd values."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Final

from lxml import etree

from autoadmin.word.names import OPEN_TEXT, RUN, RUN_PROPERTIES, W
from autoadmin.word.tags import Tag

_ORDER: Final = ("u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang")
_LAST: Final = ("eastAsianLayout", "specVanish", "oMath")
_AFTER_HIGHLIGHT: Final = tuple(f"{W}{name}" for name in (*_ORDER, *_LAST))
_AFTER_RTL: Final = _AFTER_HIGHLIGHT[_AFTER_HIGHLIGHT.index(f"{W}cs") :]


@dataclass(frozen=True, slots=True)
class Slot:
    """One place where a value is printed. `path` is empty where the value has no name of its own."""

    tag: Tag
    path: str
    what: str  # what nobody recorded, if nobody did
    before_gap: str  # closes the run and opens a highlighted one
    before_rtl: str  # closes the run and opens one that runs right to left
    after: str  # closes such a run and opens one like the first


def make_slot(tag: Tag, run: etree._Element | None, path: str, what: str, nsmap: dict[str | None, str]) -> Slot:
    """Return the slot for a tag that prints in a run."""
    properties = run.find(RUN_PROPERTIES) if run is not None and run.tag == RUN else None
    plain = etree.Element(RUN_PROPERTIES, nsmap=nsmap) if properties is None else copy.deepcopy(properties)
    plain.tail = None
    close = "</w:t></w:r><w:r>"
    return Slot(
        tag=tag,
        path=path,
        what=what,
        before_gap=close + _xml(_highlighted(plain), nsmap) + OPEN_TEXT,
        before_rtl=close + _xml(_right_to_left(plain), nsmap) + OPEN_TEXT,
        after=close + (_xml(plain, nsmap) if len(plain) else "") + OPEN_TEXT,
    )


def _highlighted(properties: etree._Element) -> etree._Element:
    changed = copy.deepcopy(properties)
    for name in (f"{W}highlight", f"{W}vanish"):
        for old in changed.findall(name):
            changed.remove(old)
    highlight = etree.Element(f"{W}highlight", {f"{W}val": "yellow"})
    return _put_before(changed, highlight, _AFTER_HIGHLIGHT)


def _right_to_left(properties: etree._Element) -> etree._Element:
    changed = copy.deepcopy(properties)
    for old in changed.findall(f"{W}rtl"):
        changed.remove(old)
    return _put_before(changed, etree.Element(f"{W}rtl"), _AFTER_RTL)


def _put_before(properties: etree._Element, new: etree._Element, later: tuple[str, ...]) -> etree._Element:
    """Return the properties with a new one in the order that Word's schema asks for."""
    for position, child in enumerate(properties):
        if child.tag in later or not str(child.tag).startswith(W):
            properties.insert(position, new)
            return properties
    properties.append(new)
    return properties


def _xml(element: etree._Element, nsmap: dict[str | None, str]) -> str:
    """Return the element as it would be written within its part, whose root declares the namespaces."""
    text = etree.tostring(element, encoding="unicode")
    for prefix, uri in nsmap.items():
        text = text.replace(f' xmlns:{prefix}="{uri}"' if prefix else f' xmlns="{uri}"', "")
    return text
