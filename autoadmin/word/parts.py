"""Which parts of a Word file can hold tags, and whether the file may be a template at all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lxml import etree

from autoadmin.word.errors import LayoutError
from autoadmin.word.hazards import TYPES, find_hazards
from autoadmin.word.names import STRICT_WORD, WORD
from autoadmin.word.package import refusal
from autoadmin.word.strict_xml import parse_part

__all__ = ["TYPES", "as_document", "check_namespace", "parse_part", "text_parts"]
_TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_PREFIX = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN = f"{_PREFIX}document.main+xml"
_WORD_TEMPLATE = f"{_PREFIX}template.main+xml"
_TITLES: Final = {
    _MAIN: "main text",
    f"{_PREFIX}header+xml": "header",
    f"{_PREFIX}footer+xml": "footer",
    f"{_PREFIX}footnotes+xml": "footnotes",
    f"{_PREFIX}endnotes+xml": "endnotes",
}


def text_parts(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return the names of the parts that hold text to fill, main text first, each with what people call it."""
    types = _content_types(parts)
    if any("macroEnabled" in kind for kind in types.values()):
        raise refusal("macros", "The file holds macros.", "Save it as a Word document (.docx), without macros.")
    found: dict[str, str] = {}
    for wanted, title in _TITLES.items():
        names = sorted(name for name, kind in types.items() if kind == wanted and name in parts)
        for number, name in enumerate(names, start=1):
            found[name] = f"{title} {number}" if len(names) > 1 or title in ("header", "footer") else title
    if "main text" not in found.values():
        raise refusal("not_word", "This is not a Word document.", "Save it from Word as .docx.")
    return found


def as_document(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts of a layout, a Word template (.dotx) declared a document so that what is filled opens as one.

    Raise LayoutError with everything in them that no template may bring, whoever is to open what is made of it.
    """
    if hazards := tuple(find_hazards(parts)):
        raise LayoutError(*hazards)
    changed = dict(parts)
    root = parse_part(changed[TYPES], TYPES)
    templates = [override for override in root.iter(_TYPE) if override.get("ContentType") == _WORD_TEMPLATE]
    for override in templates:
        override.set("ContentType", _MAIN)
    if templates:
        changed[TYPES] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return changed


def check_namespace(root: etree._Element, title: str) -> None:
    """Raise LayoutError unless the part is in the ordinary form of Word's XML, under its ordinary prefix."""
    if STRICT_WORD in root.nsmap.values():
        raise refusal(
            "strict_form", "The file is of the kind “Strict Open XML”.", "Save it as “Word Document (.docx)”."
        )
    if root.nsmap.get("w") != WORD:
        raise refusal("damaged", f"Its {title} is not in Word's usual form.", "Open it in Word and save it again.")


def _content_types(parts: Mapping[str, bytes]) -> dict[str, str]:
    root = parse_part(parts[TYPES], "list of parts")
    return {override.get("PartName", "").lstrip("/"): override.get("ContentType", "") for override in root.iter(_TYPE)}
