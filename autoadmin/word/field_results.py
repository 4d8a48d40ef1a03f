"""What fields of Word show that it works out anew each time, page numbers above all: no words of the document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from lxml import etree

from autoadmin.word.names import RUN, TEXT, W

_PASSING: Final = re.compile(
    r"\s*(PAGE|NUMPAGES|SECTIONPAGES|SECTION|PAGEREF|DATE|TIME|FILENAME|FILESIZE|SAVEDATE|PRINTDATE|EDITTIME)\b",
    re.IGNORECASE,
)
_MARK: Final = f"{W}fldChar"
_CODE: Final = f"{W}instrText"
_SIMPLE: Final = f"{W}fldSimple"


def name_passing_fields(root: etree._Element) -> None:
    """Put the name of each such field, `[PAGE]`, in the place of what it showed when the part was saved."""
    for field in root.iter(_SIMPLE):
        if name := _name(field.get(f"{W}instr", "")):
            _silence(field.iter(TEXT))
            etree.SubElement(etree.SubElement(field, RUN), TEXT).text = name
    still_open: list[tuple[list[str], list[etree._Element]]] = []  # the code of each field, and the texts that it shows
    for element in list(root.iter(_MARK, _CODE, TEXT)):
        kind = element.get(f"{W}fldCharType") if element.tag == _MARK else ""
        if kind == "begin":
            still_open.append(([], []))
        elif kind == "end" and still_open:
            _close(element, *still_open.pop())
        elif element.tag == _CODE and still_open:
            still_open[-1][0].append(element.text or "")
        elif element.tag == TEXT:
            for _, shown in still_open:
                shown.append(element)


def _close(mark: etree._Element, code: list[str], shown: list[etree._Element]) -> None:
    if name := _name("".join(code)):
        _silence(shown)
        words = etree.Element(TEXT)
        words.text = name
        mark.addprevious(words)


def _silence(texts: Iterable[etree._Element]) -> None:
    for text in texts:
        text.text = ""


def _name(code: str) -> str:
    named = _PASSING.match(code)
    return f"[{named[1].upper()}]" if named else ""
