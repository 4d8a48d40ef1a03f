"""Copies of footnotes and endnotes whose anchors a loop repeated, and notes filled at their anchors put back."""

from __future__ import annotations

import copy
from collections.abc import Collection, Iterable, Mapping

from lxml import etree

from autoadmin.word.names import W
from autoadmin.word.notes import put_notes_back
from autoadmin.word.parts import parse_part

_ID = f"{W}id"


def copy_notes(
    parts: Mapping[str, bytes], copies: Iterable[tuple[str, str, str]], pictures: Collection[str] = ()
) -> dict[str, bytes]:
    """Return the parts of notes with the copies: each is its kind, the number of the note and that of the copy.

    With them come those parts that held notes at their anchors, without them. `pictures` are the names of those that
    values brought into the document.
    """
    roots: dict[str, etree._Element] = {}
    for kind, number, new in copies:
        name = note_part(kind)
        if name not in parts:
            continue
        root = roots.setdefault(name, parse_part(parts[name], f"{kind}s"))
        note = next((note for note in root if note.get(_ID) == number), None)
        if note is not None:
            copied = copy.deepcopy(note)
            copied.set(_ID, new)
            root.append(copied)
    changed = put_notes_back(parts, roots, pictures)
    return changed | {name: _written(root) for name, root in roots.items()}


def note_part(kind: str) -> str:
    """Return the name of the part that holds notes of a kind."""
    return f"word/{kind}s.xml"


def is_of_notes(name: str) -> bool:
    """Return whether a part holds notes."""
    return name in (note_part("footnote"), note_part("endnote"))


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
