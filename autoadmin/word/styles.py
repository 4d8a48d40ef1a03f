"""The styles of a layout, by the names that Word shows for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from autoadmin.word.names import W
from autoadmin.word.parts import parse_part

_PART = "word/styles.xml"


@dataclass(frozen=True, slots=True)
class Styles:
    """The identifiers of a layout's styles by name, in small letters: those of characters, and those of paragraphs."""

    characters: Mapping[str, str] = field(default_factory=dict)
    paragraphs: Mapping[str, str] = field(default_factory=dict)


def read_styles(parts: Mapping[str, bytes]) -> Styles:
    """Return the styles of a layout; none where it has no list of them."""
    if _PART not in parts:
        return Styles()
    root = parse_part(parts[_PART], "list of styles")
    return Styles(_named(root, "character"), _named(root, "paragraph"))


def _named(root: etree._Element, kind: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for style in root.iter(f"{W}style"):
        name, known_as = style.find(f"{W}name"), style.get(f"{W}styleId", "")
        if style.get(f"{W}type") == kind and name is not None and known_as:
            found[name.get(f"{W}val", "").casefold()] = known_as
            found.setdefault(known_as.casefold(), known_as)
    return found
