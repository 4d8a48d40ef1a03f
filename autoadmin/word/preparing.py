"""What every document is to have differently from its layout: no comments, and a contents table that is up to date.

Notes with tags are put at their anchors too: see notes.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from autoadmin.word.names import RUN, RUN_PROPERTIES, W
from autoadmin.word.notes import put_notes_at_anchors
from autoadmin.word.parts import TYPES, parse_part
from autoadmin.word.tidy import remove

_SETTINGS: Final = "word/settings.xml"
_COMMENTS: Final = re.compile(r"word/(comments\w*|people)\.xml")  # and who wrote them
_OF_COMMENTS: Final = tuple(f"{W}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))
_CONTENTS: Final = re.compile(rb">\s*TOC\s|instr=\"\s*TOC\s", re.IGNORECASE)
_UPDATE: Final = f"{W}updateFields"
_AFTER_UPDATE: Final = frozenset(  # what stands behind it in Word's schema
    f"{W}{name}"
    for name in (
        *("hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "docVars", "rsids", "attachedSchema"),
        *("themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats", "forceUpgrade", "captions"),
        *("readModeInkLockDown", "schemaLibrary", "shapeDefaults", "decimalSymbol", "listSeparator"),
    )
)


@dataclass(frozen=True, slots=True)
class Prepared:
    """The parts of a layout as its documents are to have them, and what was changed in sentences."""

    parts: Mapping[str, bytes]
    notes: tuple[str, ...] = ()


def prepare(parts: Mapping[str, bytes], names: Iterable[str]) -> Prepared:
    """Return the parts of a layout prepared; `names` are those of the parts that hold text."""
    named = list(names)
    prepared = _with_contents_updated(_without_comments(Prepared(parts), named), named)
    return replace(prepared, parts=put_notes_at_anchors(prepared.parts, named[0]))


def _without_comments(prepared: Prepared, names: list[str]) -> Prepared:
    dropped = [name for name in prepared.parts if _COMMENTS.fullmatch(name)]
    if not dropped:
        return prepared
    parts = {name: data for name, data in prepared.parts.items() if name not in dropped}
    for name in names:
        if b"comment" in parts[name]:
            parts[name] = _uncommented(parts[name], name)
    for name in [TYPES, *(name for name in parts if name.endswith(".rels"))]:
        parts[name] = _without_mention(parts[name], name, dropped)
    count = sum(prepared.parts[name].count(b"<w:comment ") for name in dropped)
    said = "1 comment of the layout is" if count == 1 else f"{count} comments of the layout are"
    return replace(prepared, parts=parts, notes=(f"{said} left out of its documents.",) if count else ())


def _uncommented(data: bytes, name: str) -> bytes:
    root = parse_part(data, name)
    for mark in list(root.iter(*_OF_COMMENTS)):
        run = mark.getparent()
        remove(mark)
        if run is not None and run.tag == RUN and all(child.tag == RUN_PROPERTIES for child in run):
            remove(run)
    return _written(root)


def _without_mention(data: bytes, name: str, dropped: list[str]) -> bytes:
    """Return a list of parts, or of links, that says nothing of those that are dropped."""
    root = parse_part(data, name)
    mentions = [item for item in root if _target(item) in {part.removeprefix("word/") for part in dropped}]
    for item in mentions:
        remove(item)
    return _written(root) if mentions else data


def _target(item: etree._Element) -> str:
    return (item.get("PartName") or item.get("Target") or "").removeprefix("/").removeprefix("word/")


def _with_contents_updated(prepared: Prepared, names: Iterable[str]) -> Prepared:
    if not any(_has_contents(prepared.parts[name]) for name in names) or _SETTINGS not in prepared.parts:
        return prepared
    root = parse_part(prepared.parts[_SETTINGS], "settings")
    for old in root.findall(_UPDATE):
        remove(old)
    place = next((at for at, child in enumerate(root) if _is_after_update(child)), len(root))
    root.insert(place, etree.Element(_UPDATE, {f"{W}val": "true"}))
    note = "Its table of contents is brought up to date when a document is opened; Word asks before it does so."
    return Prepared({**prepared.parts, _SETTINGS: _written(root)}, (*prepared.notes, note))


def _has_contents(data: bytes) -> bool:
    return b"TOC" in data.upper() and _CONTENTS.search(data) is not None  # the first look is ten times as quick


def _is_after_update(child: etree._Element) -> bool:
    return child.tag in _AFTER_UPDATE or not str(child.tag).startswith(W)


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
