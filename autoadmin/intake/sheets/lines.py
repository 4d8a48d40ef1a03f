"""The one form in which every kind of sheet reaches the parser: lines and table rows, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

# A list mark as people type or paste it: hyphen, star, bullet, arrow, tick box, dash; or "3." and "b)".
_LIST_MARK = re.compile(
    r"^\s*(?:>+\s*)*(?:(?:[-*+•·●○▪■◦‣⁃–—→➢✓✔☐]+(?=\s)|(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=\s))\s*)?"
    r"(?:\[[ x✓✔]?\](?=\s)\s*)?",
    re.IGNORECASE,
)
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)")
_RULE_ONLY = re.compile(r"^[\s\-=_*~|#>+:.•·—–`]*$")


LONGEST = 4_000  # characters read as one line: more than anybody records at once, little enough to read quickly


@dataclass(frozen=True, slots=True)
class Line:
    """A line or paragraph as typed, or a table row where `cells` is not empty.

    `text` holds each of its words once. `cells` may repeat a cell that Word merged downwards.
    """

    text: str
    where: str  # "line 23", "paragraph 14", "table 2, row 3"
    level: int = 0  # of a heading, from 1; 0 where it is not marked as one
    is_bold: bool = False  # from end to end
    is_listed: bool = False
    follows_gap: bool = False
    is_running: bool = False  # at the head or foot of every page
    is_aside: bool = False  # footnote, comment, text box: near the text but not in its flow
    author: str = ""  # of a comment
    cells: tuple[str, ...] = ()
    table: int = 0


def is_worth_keeping(text: str) -> bool:
    """Return whether a line says anything: blank lines and drawn rules do not."""
    return not _RULE_ONLY.match(text)


def list_mark(text: str) -> str:
    """Return the bullet or number that a line begins with, or nothing."""
    found = _LIST_MARK.match(text)
    return found.group() if found and found.group().strip() else ""


def is_numbered(text: str) -> bool:
    """Return whether a line begins with a number or letter as headings do: "3. Actions", "b) Worries"."""
    return any(character.isalnum() for character in list_mark(text))


def plain(text: str) -> str:
    """Return the words of a line without list mark, heading mark or Markdown emphasis, on one line."""
    text = re.sub(r"^\s*#{1,6}\s+", "", text)
    text = text[len(list_mark(text)) :]
    return " ".join(_EMPHASIS.sub("", text).split())


def in_pieces(line: Line) -> Iterator[Line]:
    """Yield a line, or what it parts into at the ends of sentences, else between words, where it is too long."""
    if len(line.text) <= LONGEST:
        yield line
        return
    rest = line.text
    while rest:
        end = len(rest) if len(rest) <= LONGEST else _end_of_piece(rest)
        yield replace(line, text=rest[:end].strip(), cells=(), table=0)
        rest = rest[end:].lstrip()


def _end_of_piece(text: str) -> int:
    for mark in (". ", " "):
        if (end := text.rfind(mark, 1, LONGEST)) > 0:
            return end + 1
    found = re.search(r"\s", text)
    return found.start() if found and found.start() else len(text)
