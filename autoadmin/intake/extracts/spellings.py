"""The official answer that a spelling means, by known codes and plain words; None where it is not certain.

Answers are those of Ofsted's Annex A guidance. A spelling is folded (case, marks, spaces, accents of Windows) and met
with the rules of its kind in order; the first that fits tells. Where none does, a slip of the finger in a known word is
put right, and the rules are asked once more. A spelling that no rule knows is not guessed at: what it means the council
may say in its settings, and that goes first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from autoadmin.domain.extracts import OwnSpellings
from autoadmin.intake.extracts.respelling import respelled
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
    words: frozenset[str] = frozenset()  # of its labels and rules


_OWN: ContextVar[OwnSpellings | None] = ContextVar("own spellings", default=None)


@contextmanager
def own_spellings(own: OwnSpellings) -> Iterator[None]:
    """Let the council's own spellings hold while a file is read."""
    token = _OWN.set(own)
    try:
        yield
    finally:
        _OWN.reset(token)


def kinds() -> tuple[str, ...]:
    """Return the kinds of answers, by the names that a council's own spellings stand under."""
    return tuple(_KINDS)


def official_answers(kind: str) -> Mapping[str, Answer]:
    """Return the official answers of a kind, by their folded label; none where there is no such kind."""
    rules = _KINDS[kind].rules if kind in _KINDS else ()
    return {fold(label): Answer(label, value) for label, value, _ in rules if label}


def answer(kind: str, raw: str) -> Answer | None:
    """Return the official answer that a spelling means; None where nothing is certain."""
    if told := (_OWN.get() or {}).get(kind, {}).get(fold(raw)):
        return official_answers(kind).get(fold(told))
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
    right = said if _first(kind, said) else respelled(said, kind.words)
    found = _first(kind, right)
    if found is None or not found.label:
        return None
    code = kind.code.search(right) if kind.code else None
    return Answer(found.label, code["code"].upper()) if code else found


def _first(kind: _Kind, said: str) -> Answer | None:
    """Return what the first rule that fits says; one without a label says that nothing is certain."""
    return next((Answer(label, value) for label, value, pattern in kind.rules if pattern.search(said)), None)


def _kind(text: str, code: str = "") -> _Kind:
    """Return the rules in lines of `label = value ~ pattern`; an empty label says that nothing is certain."""
    rules = []
    for line in filter(None, map(str.strip, text.splitlines())):
        head, _, pattern = line.partition(" ~ ")
        label, _, value = head.partition("=")
        rules.append((label.strip(), value.strip() or label.strip().partition(") ")[2], re.compile(pattern.strip())))
    words = frozenset(re.findall(r"[a-z]{7,}", fold(" ".join(label for label, _, _ in rules)) + text.casefold()))
    return _Kind(tuple(rules), re.compile(code) if code else None, words=words)


_ALL: Final[Mapping[str, tuple[str, str]]] = {**PEOPLE, **NEED, **SOURCE, **CARE, **LEAVING}
_KINDS: Final[Mapping[str, _Kind]] = {name: _kind(*rules) for name, rules in _ALL.items()}
