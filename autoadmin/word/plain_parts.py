"""Tags in parts that hold no paragraphs: the properties of the document, and the addresses that links lead to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final
from urllib.parse import unquote

from lxml import etree

from autoadmin.word import voices
from autoadmin.word.codes import VALUE, voice_in_address
from autoadmin.word.counting import check_count
from autoadmin.word.enclosing import links_name
from autoadmin.word.errors import Spot
from autoadmin.word.hidden import strip_marks, whole_tags, write_in_attribute
from autoadmin.word.parsing import parse_tags
from autoadmin.word.parts import parse_part
from autoadmin.word.proofs import Proof
from autoadmin.word.runs import TARGET
from autoadmin.word.tags import Tags

_PROPERTIES: Final = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml")
_TITLE: Final = "document properties"
_LINK: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_ENCODED_TAG: Final = re.compile("%7b(%7b|%25).*?(%7d|%25)%7d", re.IGNORECASE)  # how Word keeps braces in an address


def proof_plain_parts(parts: Mapping[str, bytes], titles: Mapping[str, str]) -> Iterator[Proof]:
    """Yield, read, the parts without paragraphs that hold tags; `titles` are those with paragraphs."""
    for name in _PROPERTIES:
        if b"{" in parts.get(name, b""):
            yield _proof_properties(name, parts[name])
    for part, title in titles.items():
        name = links_name(part)
        data = parts.get(name, b"")
        if b"{" in data or b"%7b" in data.lower():
            yield _proof_links(name, f"links of the {title}", data)


def _proof_properties(name: str, data: bytes) -> Proof:
    root, tags = parse_part(data, _TITLE), Tags()
    strip_marks(root)
    for element in list(root.iter(etree.Element)):
        text = element.text or ""
        if "{" in text and not len(element):
            _plant(element, text, Spot(_TITLE, words=text[:60], name=name), tags)
    return _proof(name, root, tags)


def _plant(element: etree._Element, text: str, place: Spot, tags: Tags) -> None:
    element.text, position, node = "", 0, None
    for first, last, tag in whole_tags(text, place, tags):
        _add(element, node, text[position:first])
        if not tag.is_comment:
            node = etree.ProcessingInstruction(TARGET, str(len(tags)))
            element.append(node)
            tags.append(replace(tag, voice=voices.PLAIN))
        position = last
    _add(element, node, text[position:])


def _add(element: etree._Element, node: etree._Element | None, words: str) -> None:
    if node is None:
        element.text = (element.text or "") + words
    else:
        node.tail = (node.tail or "") + words


def _proof_links(name: str, title: str, data: bytes) -> Proof:
    root, tags = parse_part(data, title), Tags()
    strip_marks(root)
    for link in root:
        address = _ENCODED_TAG.sub(lambda found: unquote(found.group()), link.get("Target", ""))
        if link.get("Type") != _LINK or link.get("TargetMode") != "External" or "{" not in address:
            continue
        address = unquote(address) if "{{%20" in address or "%20}}" in address else address
        found, fixed, position = [], "", 0
        for first, last, tag in whole_tags(address, Spot(title, words=address[:60], name=name), tags):
            fixed += address[position:first]
            voice = voice_in_address(tag, fixed, tags) if tag.is_print else ""
            found.append((first, last, replace(tag, voice=voice)))
            fixed += VALUE if tag.is_print else ""
            position = last
        write_in_attribute(link, "Target", address, found, tags)
    return _proof(name, root, tags)


def _proof(name: str, root: etree._Element, tags: Tags) -> Proof:
    check_count(len(tags), Spot(name, name=name))
    source, tree = parse_tags(root, tags)
    return Proof(name, root, tags, source, tree, has_guards=False)
