"""The shipped templates as tests meet them: their Word file, their sample, and what comes out of the two."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from autoadmin.word import Rendered, Template, compile_template
from autoadmin.workflows.pictured import with_pictures

FOLDER = Path(__file__).parents[2] / "templates"
IDS = tuple(sorted(path.parent.name for path in FOLDER.glob("*/layout.docx")))
FORM = "next-meeting-sheet"  # a form to type into: it is not signed, has no sources and no gaps
LETTERS = ("letter-before-proceedings", "letter-to-family")  # signed by hand below the text, in words a parent reads
SIGNED = tuple(id for id in IDS if id != FORM)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Content = dict[str, Any]


def layout(id: str) -> Path:
    """Return where the Word file of a template lies."""
    return FOLDER / id / "layout.docx"


def sample(id: str) -> Content:
    """Return the invented case of a template, to change at will."""
    content: Content = json.loads((FOLDER / id / "sample.json").read_text(encoding="utf-8"))
    return with_pictures(content)


@cache
def compiled(id: str) -> Template:
    """Return the template compiled."""
    return compile_template(layout(id))


def rendered(id: str, content: Mapping[str, object] | None = None) -> Rendered:
    """Return the template filled with some content, or with its sample."""
    return compiled(id).render(sample(id) if content is None else content)


def part(file: bytes, name: str = "word/document.xml") -> etree._Element:
    """Return the root of one part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return etree.fromstring(archive.read(name))


def blank(value: object) -> object:
    """Return content of the same shape in which nobody recorded anything: lists empty, values None."""
    match value:
        case Mapping():
            return {key: blank(item) for key, item in value.items()}
        case list():
            return []
        case _:
            return None


def paths(value: object, at: str = "") -> Iterator[str]:
    """Yield the path of every value in some content, as a template writes it: `discussions[].actions[].owner`."""
    match value:
        case Mapping():
            for key, item in value.items():
                yield from paths(item, f"{at}.{key}" if at else str(key))
        case list():
            yield f"{at}[]"
            for item in value:
                yield from paths(item, f"{at}[]")
        case _:
            yield at


def words(element: etree._Element) -> str:
    """Return the text of an element, paragraphs and breaks as line ends."""
    lines = (
        "".join("\n" if node.tag == f"{W}br" else node.text or "" for node in paragraph.iter(f"{W}t", f"{W}br"))
        for paragraph in element.iter(f"{W}p")
    )
    return "\n".join(lines)
