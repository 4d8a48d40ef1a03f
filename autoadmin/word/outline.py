"""What a layout shows, for comparing two of them: its fields and its headings, each with where it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from autoadmin.word.package import read_package
from autoadmin.word.parts import as_document, parse_part, text_parts
from autoadmin.word.places import headings_with_places
from autoadmin.word.template import Template

_TAG = re.compile(r"\{[{%#].*?[}%#]\}")


@dataclass(frozen=True, slots=True)
class Outline:
    """Paths of fields and words of headings, each with its place; a field that is only asked about has none."""

    fields: Mapping[str, str]
    sections: Mapping[str, str]


def outline_of(template: Template, layout: bytes) -> Outline:
    """Return the outline of a compiled template and the Word file that it was compiled from."""
    places: dict[str, str] = {}
    for part in template.layouts:
        for path, place in part.places():
            places.setdefault(path, place)
    return Outline({path: places.get(path, "") for path in template.fields}, _sections(layout))


def _sections(layout: bytes) -> dict[str, str]:
    parts = as_document(read_package(layout))
    found: dict[str, str] = {}
    for name, title in text_parts(parts).items():
        for words, spot in headings_with_places(parse_part(parts[name], title), title):
            fixed = " ".join(_TAG.sub(" ", words).split())
            if any(character.isalpha() for character in fixed):
                found.setdefault(fixed, str(spot))
    return found
