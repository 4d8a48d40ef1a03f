"""Changing some letters in a part's XML, and not one byte beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final
from xml.parsers import expat

from autoadmin.word.names import WORD
from autoadmin.word.package import refusal

_START_TAG: Final = re.compile(rb"""<(?:"[^"]*"|'[^']*'|[^"'>])*>""")
_UNSEEN: Final = r"(?:<!--.*?-->|<\?.*?\?>)"  # what stands between letters and is none
_LETTER: Final = re.compile(rf"{_UNSEEN}*(?:&[^;]+;|\r\n|[^<])|{_UNSEEN}+|<!\[CDATA\[", re.DOTALL)
_UTF8: Final = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*encoding=[\"'](?!utf-8)", re.IGNORECASE)
Edit = tuple[int, int, str]  # from letter, to letter, the letters in their place


def rewrite(data: bytes, edits: Mapping[int, Sequence[Edit]]) -> bytes:
    """Return a part with letters changed in some of its texts, which are numbered in the order of the document."""
    if _UTF8.match(data):
        raise refusal("unusual_encoding", "It is not saved as UTF-8.", "Open it in Word and save it again.")
    spans = _spans_of_texts(data)
    pieces, position = [], 0
    for number in sorted(edits):
        start, end = spans[number]
        pieces += [data[position:start], _edited(data[start:end].decode(), edits[number]).encode()]
        position = end
    return b"".join([*pieces, data[position:]])


def _edited(raw: str, edits: Sequence[Edit]) -> str:
    letters = _LETTER.findall(raw)
    if "<![CDATA[" in letters:
        raise refusal("unusual_form", "It holds words in a form that Word does not write.", "Save it again from Word.")
    for start, end, words in sorted(edits, reverse=True):
        letters[start:end] = [words]
    return "".join(letters)


def _spans_of_texts(data: bytes) -> list[tuple[int, int]]:
    """Return where the words of each text of a part start and end in its bytes."""
    spans: list[tuple[int, int]] = []
    parser = expat.ParserCreate(namespace_separator=" ")
    text = f"{WORD} t"

    def start(name: str, _: object) -> None:
        if name == text:
            found = _START_TAG.match(data, parser.CurrentByteIndex)
            spans.append((found.end() if found else 0, 0))

    def end(name: str) -> None:
        if name == text:
            first = spans[-1][0]
            spans[-1] = (first, max(first, parser.CurrentByteIndex))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.Parse(data, True)
    return spans
