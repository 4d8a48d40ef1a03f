"""Slots: the places of a layout where a value is printed, each with the XML that its run needs around odd values."""

from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Final

from lxml import etree

from autoadmin.word.names import OPEN_TEXT, RUN, RUN_PROPERTIES, W

_FROM_COLOUR: Final = tuple(  # the order of Word's schema
    f"{W}{name}"
    for name in (
        *("color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd"),
        *("fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath"),
    )
)


@dataclass(frozen=True, slots=True)
class Slot:
    """One place where a value is printed. `path` is empty where the value has no name of its own."""

    path: str
    what: str  # what nobody recorded, if nobody did
    before_gap: str  # closes the run and opens a highlighted one
    before_rtl: str  # closes the run and opens one that runs right to left
    after: str  # closes such a run and opens one like the first


def make_slot(run: etree._Element | None, path: str, what: str, nsmap: dict[str | None, str]) -> Slot:
    """Return the slot for a tag in a run, or for one that stands in no run."""
    properties = run.find(RUN_PROPERTIES) if run is not None and run.tag == RUN else None
    plain = etree.Element(RUN_PROPERTIES, nsmap=nsmap) if properties is None else copy.deepcopy(properties)
    plain.tail = None
    close = "</w:t></w:r><w:r>"
    return Slot(
        path=path,
        what=what,
        before_gap=close + _xml(_highlighted(plain), nsmap) + OPEN_TEXT,
        before_rtl=close + _xml(_right_to_left(plain), nsmap) + OPEN_TEXT,
        after=close + (_xml(plain, nsmap) if len(plain) else "") + OPEN_TEXT,
    )


def _highlighted(properties: etree._Element) -> etree._Element:
    """Return the properties with black words on yellow, whatever the words around them look like."""
    changed = copy.deepcopy(properties)
    for old in changed.findall(f"{W}vanish"):
        changed.remove(old)
    _set(changed, "color", "000000")
    _set(changed, "highlight", "yellow")
    return changed


def _right_to_left(properties: etree._Element) -> etree._Element:
    changed = copy.deepcopy(properties)
    _set(changed, "rtl", "1")
    return changed


def _set(properties: etree._Element, name: str, value: str) -> None:
    """Set one property, in the place that Word's schema gives it."""
    for old in properties.findall(f"{W}{name}"):
        properties.remove(old)
    later = _FROM_COLOUR[_FROM_COLOUR.index(f"{W}{name}") :]
    places = (at for at, child in enumerate(properties) if child.tag in later or not str(child.tag).startswith(W))
    properties.insert(next(places, len(properties)), etree.Element(f"{W}{name}", {f"{W}val": value}))


def _xml(element: etree._Element, nsmap: dict[str | None, str]) -> str:
    """Return the element as it would be written within its part, whose root declares the namespaces."""
    text = etree.tostring(element, encoding="unicode")
    for prefix, uri in nsmap.items():
        text = text.replace(f' xmlns:{prefix}="{uri}"' if prefix else f' xmlns="{uri}"', "")
    return text
