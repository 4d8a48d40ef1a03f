"""Reading a Word file back: the words that a person would see, in order."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from autoadmin.word.field_results import name_passing_fields
from autoadmin.word.names import BREAK, DELETED, FALLBACK, PARAGRAPH, RETURN, TAB, TEXT, W
from autoadmin.word.package import read_package
from autoadmin.word.parts import parse_part, text_parts


def read_text(file: bytes) -> str:
    """Return the visible words of a file's main text, one line for each paragraph and line break."""
    return read_parts(file)["main text"]


def read_parts(file: bytes) -> dict[str, str]:
    """Return the visible words of each part that has any text, by what people call it: "main text", "header 1"."""
    return {title: "\n".join(_lines(root)) for title, root in _roots(file)}


def read_lasting_parts(file: bytes) -> dict[str, str]:
    """Return the same with the name of the field, `[PAGE]`, in the place of each number that Word works out anew."""
    parts: dict[str, str] = {}
    for title, root in _roots(file):
        name_passing_fields(root)
        parts[title] = "\n".join(_lines(root))
    return parts


def _roots(file: bytes) -> Iterator[tuple[str, etree._Element]]:
    parts = read_package(file)
    for name, title in text_parts(parts).items():
        yield title, parse_part(parts[name], title)


def _lines(root: etree._Element) -> Iterator[str]:
    for paragraph in root.iter(PARAGRAPH):
        if next(paragraph.iterancestors(FALLBACK), None) is None:
            yield "".join(_words(paragraph))


def _words(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag == TEXT:
            yield child.text or ""
        elif child.tag in (BREAK, RETURN):
            yield "\f" if child.get(f"{W}type") == "page" else "\n"
        elif child.tag == TAB and element.tag != f"{W}tabs":
            yield "\t"
        elif child.tag not in DELETED and child.tag != PARAGRAPH:
            yield from _words(child)
