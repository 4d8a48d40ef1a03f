"""Where two documents differ in what a person reads: part by part, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest


@dataclass(frozen=True, slots=True)
class Difference:
    """One paragraph that reads otherwise. `before` or `after` is None where there is none to set against the other."""

    part: str  # "main text", "header 1"
    paragraph: int  # counted from 1: in the document before; one that is new, in the document after
    before: str | None
    after: str | None


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Difference, ...]:
    """Return what differs between the words of two documents, given by part, in the order of the first."""
    parts = dict.fromkeys([*before, *after])
    return tuple(one for part in parts for one in _in_part(part, _lines(before, part), _lines(after, part)))


def _lines(parts: Mapping[str, str], part: str) -> list[tuple[int, str]]:
    """Return the paragraphs of a part that say something, spaces evened, each with its number."""
    lines = (" ".join(line.split()) for line in parts.get(part, "").split("\n"))
    return [(number, line) for number, line in enumerate(lines, start=1) if line]


def _in_part(part: str, before: list[tuple[int, str]], after: list[tuple[int, str]]) -> Iterator[Difference]:
    words, new_words = [line for _, line in before], [line for _, line in after]
    for kind, first, last, new_first, new_last in SequenceMatcher(None, words, new_words, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        for old, new in zip_longest(before[first:last], after[new_first:new_last]):
            number = old[0] if old else new[0] if new else 0
            yield Difference(part, number, old[1] if old else None, new[1] if new else None)
