"""Rich text: words with their looks as plain values, and the light marks that people type, read into them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal
from urllib.parse import quote

_MARKS: Final = re.compile(
    r"(?<![\w*])\*\*\*(?=[^\s*])(?P<both>[^*\n]+)(?<!\s)\*\*\*(?![\w*])"
    r"|(?<![\w*])\*\*(?=[^\s*])(?P<bold>(?:[^*\n]|\*(?!\*))+?)(?<!\s)\*\*(?![\w*])"
    r"|(?<![\w*])\*(?=[^\s*])(?P<italic>[^*\n]+)(?<!\s)\*(?![\w*])"
    r"|\[(?P<words>[^\[\]\n]+)\]\((?P<link>(?:https?://|mailto:)[^\s()<>\"\\]+)\)"
)
_BULLET: Final = re.compile(r"[-•]\s+(?=\S)")
_NUMBER: Final = re.compile(r"\d{1,3}[.)]\s+(?=\S)")
_ENDS: Final = re.compile("\r\n|[\r\v\n]")
_ADDRESS: Final = re.compile(r"(?:https?://|mailto:)[^\s\"\\<>\x00-\x1f]+", re.IGNORECASE)
_SAFE: Final = "%/:?#[]@!$&'()*+,;=-._~"  # RFC 3986, section 2


@dataclass(frozen=True, slots=True)
class Span:
    """Words that look one way. What is left out looks as the words around the tag do."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    raised: Literal["", "superscript", "subscript"] = ""
    colour: str = ""  # six hexadecimal digits
    size: float | None = None  # points
    font: str = ""
    style: str = ""  # a character style of the layout, by the name that Word shows
    link: str = ""  # an address: http, https or mailto


@dataclass(frozen=True, slots=True)
class RichText:
    """Text in spans. Where `has_lists`, a `{{p }}` makes lines that begin with `-` or `1.` items of a list."""

    spans: tuple[Span, ...]
    has_lists: bool = False

    def __str__(self) -> str:
        """Return the words alone."""
        return "".join(span.text for span in self.spans)

    def __bool__(self) -> bool:
        """Return whether there are any words."""
        return any(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a rich text, for a paragraph of its own; `mark` is the bullet or number it was typed with."""

    spans: tuple[Span, ...]
    kind: Literal["", "bullet", "number"] = ""
    mark: str = ""


def read_marks(text: str) -> RichText:
    """Return text with `**bold**`, `*italic*` and `[words](https://...)` read; anything else stays as typed."""
    return RichText(tuple(_spans(text, Span(""))), has_lists=True)


def safe_link(address: str) -> str:
    """Return an address as a document may lead to it, special characters encoded; empty for any other."""
    return quote(address, safe=_SAFE, errors="replace") if _ADDRESS.fullmatch(address) else ""


def lines_of(rich: RichText) -> list[Line]:
    """Return the lines of a rich text, list items told from the others if it has lists."""
    lines: list[list[Span]] = [[]]
    for span in rich.spans:
        first, *others = _ENDS.split(span.text)
        lines[-1].append(replace(span, text=first))
        lines += [[replace(span, text=words)] for words in others]
    return [_line(tuple(span for span in spans if span.text), rich.has_lists) for spans in lines]


def _spans(text: str, look: Span) -> Iterator[Span]:
    position = 0
    for found in _MARKS.finditer(text):
        if found.start() > position:
            yield replace(look, text=text[position : found.start()])
        kind = found.lastgroup
        if kind == "link":
            yield from _spans(found["words"], replace(look, link=found["link"]))
        else:
            changed = replace(look, bold=look.bold or kind != "italic", italic=look.italic or kind != "bold")
            yield from _spans(found[str(kind)], changed)
        position = found.end()
    if position < len(text):
        yield replace(look, text=text[position:])


def _line(spans: tuple[Span, ...], has_lists: bool) -> Line:
    if has_lists and spans:
        first, *others = spans
        for kind, pattern in (("bullet", _BULLET), ("number", _NUMBER)):
            if found := pattern.match(first.text):
                rest = (replace(first, text=first.text[found.end() :]), *others)
                return Line(rest, "number" if kind == "number" else "bullet", found[0])
    return Line(spans)
