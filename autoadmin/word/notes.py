"""Footnotes and endnotes filled where their anchors stand, so that one in a loop tells of the loop's item.

A note with tags is put behind its anchor in the main text before anything is read, and goes back into the part of notes
when the document is made: once for each time that its anchor came, under that anchor's number.
"""

from __future__ import annotations

import copy
from collections.abc import Collection, Mapping
from typing import Final

from lxml import etree

from autoadmin.word.drawing import A, R, link_of
from autoadmin.word.enclosing import links_name, with_pictures_linked
from autoadmin.word.names import DELETED, INSTRUCTION, PARAGRAPH, TEXT, W
from autoadmin.word.parts import parse_part
from autoadmin.word.tidy import remove

NOTES: Final = {f"{W}{kind}": f"word/{kind}s.xml" for kind in ("footnote", "endnote")}
FIRST_PARAGRAPH: Final = "first-paragraph"  # of a note at its anchor: which of the part of notes it is
_ID: Final = f"{W}id"


def put_notes_at_anchors(parts: Mapping[str, bytes], main: str) -> Mapping[str, bytes]:
    """Return the parts with each note that holds tags moved behind its anchor."""
    with_tags = [kind for kind, name in NOTES.items() if b"{" in parts.get(name, b"")]
    if not with_tags:
        return parts
    root = parse_part(parts[main], "main text")
    changed: dict[str, bytes] = {}
    for kind in with_tags:
        notes = parse_part(parts[NOTES[kind]], "notes")
        if _move_to_anchors(notes, kind, root):
            changed[NOTES[kind]] = _written(notes)
    return {**parts, **changed, main: _written(root)} if changed else parts


def is_at_anchor(element: etree._Element) -> bool:
    """Return whether an element is a note behind its anchor."""
    return element.tag in NOTES and element.get(FIRST_PARAGRAPH) is not None


def put_notes_back(
    parts: Mapping[str, bytes], roots: dict[str, etree._Element], pictures: Collection[str]
) -> dict[str, bytes]:
    """Move the notes at anchors of filled parts into the parts of notes, `roots` by name; return what else changes.

    `pictures` are the names of those that values brought into the document.
    """
    changed: dict[str, bytes] = {}
    for part, data in parts.items():
        if FIRST_PARAGRAPH.encode() not in data or not part.endswith(".xml"):
            continue
        root = parse_part(data, part)
        for note in list(filter(is_at_anchor, root.iter(*NOTES))):
            anchor, name = note.getprevious(), NOTES[str(note.tag)]
            remove(note)
            note.tail = None
            del note.attrib[FIRST_PARAGRAPH]
            note.set(_ID, anchor.get(_ID, "") if anchor is not None else "")
            if name not in roots:
                roots[name] = parse_part(parts[name], "notes")
            roots[name].append(note)
            if shown := _pictures_in(note, pictures):
                links = links_name(name)
                changed[links] = with_pictures_linked(changed.get(links) or parts.get(links), shown)
        changed[part] = _written(root)
    return changed


def _move_to_anchors(notes: etree._Element, kind: str, root: etree._Element) -> bool:
    numbers = {paragraph: number for number, paragraph in enumerate(notes.iter(PARAGRAPH))}
    by_id = {note.get(_ID): note for note in notes.iterchildren(kind) if _is_to_be_moved(note)}
    moved = False
    for anchor in list(root.iter(f"{kind}Reference")):
        note = by_id.get(anchor.get(_ID))
        if note is not None and next(anchor.iterancestors(*DELETED), None) is None:
            placed = copy.deepcopy(note)
            placed.tail = None
            placed.set(FIRST_PARAGRAPH, str(numbers[next(note.iter(PARAGRAPH))]))
            anchor.addnext(placed)
            moved = True
            if note.getparent() is not None:
                remove(note)
    return moved


def _is_to_be_moved(note: etree._Element) -> bool:
    words = "".join(text.text or "" for text in note.iter(TEXT, INSTRUCTION))
    hidden = "".join(value for element in note.iter(etree.Element) for value in element.attrib.values() if "{" in value)
    has_tags = "{" in words or "{{" in hidden or "{%" in hidden
    return has_tags and next(note.iter(PARAGRAPH), None) is not None


def _pictures_in(note: etree._Element, pictures: Collection[str]) -> list[str]:
    """Return the names of the pictures, of these, that a note shows."""
    links = {blip.get(f"{R}embed") for blip in note.iter(f"{A}blip")}
    return [name for name in pictures if link_of(name) in links]


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
