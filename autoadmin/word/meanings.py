"""Which field was meant by the words of its meaning: `child.date_of_birth` where the field is called `born`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

_WORDS: Final = re.compile(r"[a-z]+")
_SMALL: Final = frozenset({"a", "an", "and", "for", "in", "of", "on", "or", "the", "their", "to", "with"})
_ALIKE: Final = 4  # letters that two words begin with to be of one family: attend, attended


def meant_by_words(typed: str, meanings: Mapping[str, str]) -> str:
    """Return the field whose name and meaning hold every word typed, as they or their first letters do; else nothing.

    `meanings` give the meaning of each field as it is written where `typed` stands. Where two fit, neither is named.
    """
    asked = _words(typed)
    fitting = [form for form, meaning in meanings.items() if asked and _fits(asked, form, meaning)]
    return fitting[0] if len(fitting) == 1 else ""


def _fits(asked: list[str], form: str, meaning: str) -> bool:
    said = [*_words(form), *_WORDS.findall(meaning.casefold())]
    if len(asked) == 1 and len(asked[0]) > 2:
        return asked[0] in said or asked[0] in _initials(meaning)
    return all(any(_is_alike(word, other) for other in said) for word in asked)


def _words(name: str) -> list[str]:
    return [word for word in _WORDS.findall(name.casefold()) if word not in _SMALL]


def _is_alike(word: str, other: str) -> bool:
    return word == other or (min(len(word), len(other)) >= _ALIKE and word[:_ALIKE] == other[:_ALIKE])


def _initials(meaning: str) -> Iterable[str]:
    """Yield the first letters of three and four words in a row: dob for date of birth."""
    words = _WORDS.findall(meaning.casefold())
    for count in (3, 4):
        for start in range(len(words) - count + 1):
            yield "".join(word[0] for word in words[start : start + count])
