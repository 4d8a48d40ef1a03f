"""The comments of a Word file: those that it has, and ours added to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from lxml import etree

from autoadmin.word.names import SPACE, WORD, W
from autoadmin.word.parts import TYPES, parse_part

AUTHOR: Final = "autoadmin"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_CONTENT_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(slots=True)
class Comments:
    """The comments part of a file whose parts are given; `save` writes it back into them."""

    root: etree._Element
    name: str
    parts: dict[str, bytes]

    def add(self, words: str, at: datetime | None) -> int:
        """Add a comment of ours and return its number."""
        number = 1 + max((int(comment.get(f"{W}id", "0")) for comment in self.root), default=-1)
        who = {f"{W}id": str(number), f"{W}author": AUTHOR, f"{W}initials": "aa"}
        if at is not None:
            who[f"{W}date"] = f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
        comment = etree.SubElement(self.root, f"{W}comment", who)
        run = etree.SubElement(etree.SubElement(comment, f"{W}p"), f"{W}r")
        etree.SubElement(run, f"{W}t", {SPACE: "preserve"}).text = words
        return number

    def remove_own(self) -> frozenset[str]:
        """Take our own comments out, and return their numbers."""
        own = [comment for comment in self.root if comment.get(f"{W}author") == AUTHOR]
        for comment in own:
            self.root.remove(comment)
        return frozenset(comment.get(f"{W}id", "") for comment in own)

    def save(self) -> None:
        """Write the comments back into the parts."""
        self.parts[self.name] = _xml(self.root)


def open_comments(parts: dict[str, bytes], main: str) -> Comments:
    """Return the comments of the file whose main text is that part; a file that has none is given an empty list."""
    folder, _, file = main.rpartition("/")
    relations_name = f"{folder}/_rels/{file}.rels".lstrip("/")
    relations = _relations(parts, relations_name)
    for relation in relations:
        if relation.get("Type") == _RELATION:
            target = relation.get("Target", "")
            name = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")
            if name in parts:
                return Comments(parse_part(parts[name], "list of comments"), name, parts)
            relations.remove(relation)
    name = f"{folder}/comments.xml".lstrip("/")
    _declare(parts, name)
    taken = {relation.get("Id") for relation in relations}
    free = next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
    etree.SubElement(
        relations, f"{{{_RELATIONSHIPS}}}Relationship", {"Id": free, "Type": _RELATION, "Target": "comments.xml"}
    )
    parts[relations_name] = _xml(relations)
    return Comments(etree.Element(f"{W}comments", nsmap={"w": WORD}), name, parts)


def _relations(parts: dict[str, bytes], name: str) -> etree._Element:
    if name in parts:
        return parse_part(parts[name], "list of relations")
    return etree.Element(f"{{{_RELATIONSHIPS}}}Relationships", nsmap={None: _RELATIONSHIPS})


def _declare(parts: dict[str, bytes], name: str) -> None:
    types = parse_part(parts[TYPES], "list of parts")
    if not any(override.get("PartName") == f"/{name}" for override in types):
        etree.SubElement(types, f"{{{_CONTENT_TYPES}}}Override", {"PartName": f"/{name}", "ContentType": _TYPE})
        parts[TYPES] = _xml(types)


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
