"""Putting the pictures of a document into its file: their parts, their kinds, and the links to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from posixpath import basename, dirname
from typing import Final

from lxml import etree

from autoadmin.word.drawing import link_of
from autoadmin.word.parts import TYPES, parse_part

_LINKS: Final = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_NO_LINKS: Final = f'<Relationships xmlns="{_LINKS[1:-1]}"/>'.encode()
_KINDS: Final = "{http://schemas.openxmlformats.org/package/2006/content-types}Default"
_PICTURE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


def links_name(part: str) -> str:
    """Return the name of the part that holds the links of a part."""
    return f"{dirname(part)}/_rels/{basename(part)}.rels"


def is_of_the_package(part: str) -> bool:
    """Return whether a part says how others belong together: pictures make it change."""
    return part.endswith(".rels") or part == TYPES


def enclose(shown: Mapping[str, Mapping[str, bytes]], parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts to add or change for the pictures that each part shows, given by their names.

    `parts` are those of the package as they are without pictures.
    """
    data = {name: data for pictures in shown.values() for name, data in pictures.items()}
    changed = {f"word/media/{name}": data[name] for name in sorted(data)}
    for part, pictures in shown.items():
        name = links_name(part)
        changed[name] = with_pictures_linked(parts.get(name), pictures)
    changed[TYPES] = _declared(parts[TYPES], {name.rpartition(".")[2] for name in data})
    return changed


def with_pictures_linked(links: bytes | None, pictures: Iterable[str]) -> bytes:
    """Return the links of a part, which may have none, with those to pictures given by their names."""
    root = parse_part(links or _NO_LINKS, "list of links")
    there = {link.get("Id") for link in root}
    for picture in pictures:
        target = f"/word/media/{picture}"
        if link_of(picture) not in there:
            etree.SubElement(root, f"{_LINKS}Relationship", Id=link_of(picture), Type=_PICTURE, Target=target)
    return _written(root)


def _declared(types: bytes, kinds: Iterable[str]) -> bytes:
    root = parse_part(types, TYPES)
    known = {default.get("Extension", "").casefold() for default in root.iter(_KINDS)}
    for kind in sorted(kind for kind in kinds if kind not in known):
        root.insert(0, etree.Element(_KINDS, Extension=kind, ContentType=f"image/{kind}"))
    return _written(root)


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
