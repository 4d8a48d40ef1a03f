"""Relationships: what one part of a Word file says of others, inside the file and out in the world."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from autoadmin.word.strict_xml import parse_part

ROOT: Final = "_rels/.rels"
_RELATION: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_NOWHERE: Final = "NULL"  # what Word itself writes for a picture that it has lost


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship of a part: `kind` is the last word of its type, `target` a part's name or an address outside."""

    source: str
    kind: str
    target: str
    is_external: bool

    @property
    def is_empty(self) -> bool:
        """Return whether it leads nowhere, or only to a place in the document itself."""
        return posixpath.basename(self.target) == _NOWHERE or not self.target or self.target.startswith("#")


def read_relations(parts: Mapping[str, bytes]) -> Iterator[Relation]:
    """Yield every relationship of every part."""
    for name, data in parts.items():
        folder, base = posixpath.split(name)
        if not base.casefold().endswith(".rels") or posixpath.basename(folder).casefold() != "_rels":
            continue
        source = posixpath.join(posixpath.dirname(folder), base[: -len(".rels")])
        for element in parse_part(data, "list of links between parts").iter(_RELATION):
            target = element.get("Target", "").strip()
            is_external = element.get("TargetMode", "").strip().casefold() == "external"
            kind = element.get("Type", "").rstrip("/").rpartition("/")[2].casefold()
            yield Relation(source, kind, target if is_external else _part_name(source, target), is_external)


def _part_name(source: str, target: str) -> str:
    if target.startswith("#") or not target:
        return target
    path = unquote(target.partition("#")[0])
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(source), path)).lstrip("/")
