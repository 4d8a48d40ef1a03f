"""Which listed children a line is about: by id, by full name, or by a first name that is plainly theirs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from autoadmin.domain.records import RecordedChild
from autoadmin.intake.sheets.dates import MONTHS, WEEKDAYS
from autoadmin.intake.sheets.names import bare

# First names that are words as well: only typed with a capital do they name a child.
_WORDS_TOO = frozenset(
    "april art august autumn bill dawn dean drew faith frank grace hope ivy jack joy june lily mark may miles pat ray "
    "rob rose ruby sky summer sunny will".split()
)
_NEXT_WORD = re.compile(r"(?:['’]s)?\s+(?P<word>[A-Z][\w'’-]+)")
_NO_SURNAMES = frozenset(word.capitalize() for word in (*MONTHS, *WEEKDAYS)) | frozenset({"Mr", "Mrs", "Ms", "Dr", "I"})


def children_named(text: str, children: Sequence[RecordedChild]) -> tuple[str, ...]:
    """Return the ids (else names) of the listed children whom a line names.

    "Noah Smith" is not Noah Marsh, and a first name that two of the children share names neither.
    """
    firsts = [_first(child.name) for child in children]
    return tuple(
        child.id or child.name
        for child, first in zip(children, firsts, strict=True)
        if _stands(text, child.id or "")
        or _stands(text, child.name)
        or (firsts.count(first) == 1 and _stands_for(text, first, child))
    )


def _stands(text: str, words: str) -> bool:
    return bool(words) and any(True for _ in _places(text, words))


def _stands_for(text: str, first: str, child: RecordedChild) -> bool:
    """Return whether a first name stands in a line without the surname of somebody else behind it."""
    if not first:
        return False
    surnames = frozenset(word.casefold() for word in child.name.split()[1:])
    return any(
        (first not in _WORDS_TOO or found[0][:1].isupper()) and not _is_somebody_else(text, found, surnames)
        for found in _places(text, first)
    )


def _is_somebody_else(text: str, found: re.Match[str], surnames: frozenset[str]) -> bool:
    following = _NEXT_WORD.match(text, found.end())
    if following is None or "’s" in following[0] or "'s" in following[0].split()[0]:
        return False
    return following["word"].casefold() not in surnames and following["word"] not in _NO_SURNAMES


def _places(text: str, words: str) -> list[re.Match[str]]:
    return list(re.finditer(rf"(?<![\w-]){re.escape(words)}(?![\w-])", text, re.IGNORECASE))


def _first(name: str) -> str:
    return bare(name).split()[0] if bare(name) else ""
