"""A part's tags as Jinja reads them, each name on a line of its own: the tree tells which letters were typed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from jinja2 import nodes

from autoadmin.word.naming import Named
from autoadmin.word.source import BLOCK, PRINT
from autoadmin.word.tags import Tag

_TOKEN: Final = re.compile(r"""(?P<own>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^\W\d]\w*|\.)|\d+(?:\.\d+)?|.""", re.DOTALL)
_STATEMENTS: Final = frozenset(
    {"for", "endfor", "if", "elif", "else", "endif", "with", "endwith", "set", "endset"}
)  # the tags that Jinja knows; the others are ours, and hold at most an expression


@dataclass(frozen=True, slots=True)
class Letters:
    """Some letters of a tag: `start` and `end` count from the first letter of its code."""

    tag: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Token:
    letters: Letters
    text: str


class Spelling:
    """The source of a part's tags, given by number and in the order of the document."""

    def __init__(self, tags: Iterable[tuple[int, Tag]]) -> None:
        self._tokens: list[_Token] = []
        self._at_line: dict[int, int] = {}
        self._line = 1
        self.source = "".join(self._spelled(number, tag) for number, tag in tags)

    def tag_at(self, line: int) -> int:
        """Return the number of the tag that a line of the source is in."""
        return self._tokens[self._at_line[line]].letters.tag

    def letters_of(self, named: Named) -> Letters | None:
        """Return the letters that spell a name; None where it is not spelled out."""
        at = self._at_line.get(named.node.lineno)
        if at is None:
            return None
        if isinstance(named.node, nodes.Getattr):
            at += 1  # the name after the dot
        token = self._tokens[at] if at < len(self._tokens) else None
        if token is None:
            return None
        start = _start_within(token.text, named)
        if start < 0:
            return None
        first = token.letters.start + start
        return Letters(token.letters.tag, first, first + len(named.name))

    def _spelled(self, number: int, tag: Tag) -> str:
        if tag.is_comment:
            return ""
        start, end = PRINT if tag.is_print else BLOCK
        skipped = 0
        if tag.keyword and tag.keyword not in _STATEMENTS:
            start, end = PRINT
            skipped = tag.code.index(tag.keyword) + len(tag.keyword)
            if not tag.code[skipped:].strip():
                return ""
        spelled = "".join(self._on_own_line(number, found) for found in _TOKEN.finditer(tag.code, skipped))
        return f"{start} {spelled} {end}"

    def _on_own_line(self, number: int, found: re.Match[str]) -> str:
        text = found.group()
        if found["own"]:
            self._line += 1
            self._at_line[self._line] = len(self._tokens)
            self._tokens.append(_Token(Letters(number, *found.span()), text))
        self._line += text.count("\n")
        return f"\n{text}" if found["own"] else text


def _start_within(text: str, named: Named) -> int:
    """Return where in a token the name starts; -1 where the token is not it."""
    if not isinstance(named.node, nodes.Const):
        return 0 if text == named.name else -1
    if text[1:-1] != named.node.value:
        return -1
    return 1 + sum(len(part) + 1 for part in text[1:-1].split(".")[: named.part])
