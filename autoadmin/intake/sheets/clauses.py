"""The labelled parts of a decision or action: "Why: ...", "By: ...", "Owner: ...", "Due: ..."."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

PARTS: Final[dict[str, tuple[str, ...]]] = {
    "why": ("why", "reason", "rationale", "because"),
    "by": ("by", "authorised by", "decided by", "agreed by"),
    "owner": ("owner", "who", "responsible", "lead", "action owner"),
    "due": ("due", "by when", "when", "deadline", "due date", "due by"),
    "status": ("status",),
}
_PART_OF = {word: part for part, words in PARTS.items() for word in words}
_LABEL = re.compile(
    r"(?:^|(?<=[\s.;,(–—-]))(?P<label>" + "|".join(sorted(_PART_OF, key=len, reverse=True)) + r")\s*:\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Clauses:
    """What a line says before its first label, and after each."""

    text: str
    why: str = ""
    by: str = ""
    owner: str = ""
    due: str = ""
    status: str = ""


def read_clauses(text: str) -> Clauses:
    """Return the parts of a line, without the labels before them and the marks between them."""
    parts = dict.fromkeys(("text", *PARTS), "")
    current, start = "text", 0
    for label in _LABEL.finditer(text):
        parts[current] += text[start : label.start()]
        current, start = _PART_OF[label["label"].casefold()], label.end()
    parts[current] += text[start:]
    return Clauses(**{part: words.strip(" .;,–—-") for part, words in parts.items()})
