"""The official answer that a spelling means, by known codes and plain words; None where it is not certain.

Answers are those of Ofsted's Annex A guidance. A spelling is folded (case, marks, spaces, accents of Windows) and met
with the rules of its kind in order; the first that fits tells. A spelling that no rule knows is not guessed at.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from autoadmin.intake.extracts.spellings_care import CARE
from autoadmin.intake.extracts.spellings_leaving import LEAVING
from autoadmin.intake.extracts.spellings_need import NEED
from autoadmin.intake.extracts.spellings_people import PEOPLE
from autoadmin.intake.extracts.spellings_source import SOURCE

NOT_SAID: Final = "not said"
DROPPED_MARKS: Final = re.compile("['’‘`]|â€™")
NOT_WORDS: Final = re.compile(r"[^a-z0-9+]+")


@dataclass(frozen=True, slots=True)
class Answer:
    """An official answer: its label in Annex A, and the value that events carry (the census or 903 code if known)."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class _Kind:
    rules: tuple[tuple[str, str, re.Pattern[str]], ...]  # label, value, pattern
    code: re.Pattern[str] | None = None
    known: dict[str, Answer | None] = field(default_factory=dict)


def answer(kind: str, raw: str) -> Answer | None:
    """Return the official answer that a spelling means; None where nothing is certain."""
    known = _KINDS[kind].known
    if raw not in known:
        known[raw] = _answer(_KINDS[kind], fold(raw))
    return known[raw]


@lru_cache(maxsize=4096)
def fold(raw: str) -> str:
    """Return a spelling in lower case, with plain words and single spaces only."""
    text = unicodedata.normalize("NFKC", raw).casefold().replace("&", " and ")
    return " ".join(NOT_WORDS.sub(" ", DROPPED_MARKS.sub("", text)).split())


def _answer(kind: _Kind, said: str) -> Answer | None:
    for label, value, pattern in kind.rules:
        if pattern.search(said):
            code = kind.code.search(said) if kind.code else None
            return Answer(label, code["code"].upper() if code else value) if label else None
    return None


def _kind(text: str, code: str = "") -> _Kind:
    """Return the rules in lines of `label = value ~ pattern`; an empty label says that nothing is certain."""
    rules = []
    for line in filter(None, map(str.strip, text.splitlines())):
        head, _, pattern = line.partition(" ~ ")
        label, _, value = head.partition("=")
        rules.append((label.strip(), value.strip() or label.strip().partition(") ")[2], re.compile(pattern.strip())))
    return _Kind(tuple(rules), re.compile(code) if code else None)


_ALL: Final[Mapping[str, tuple[str, str]]] = {**PEOPLE, **NEED, **SOURCE, **CARE, **LEAVING}
_KINDS: Final[Mapping[str, _Kind]] = {name: _kind(*rules) for name, rules in _ALL.items()}
