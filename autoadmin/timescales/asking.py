"""Which events any rule asks about: a clock is the same whether the others are there or not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Final

from autoadmin.domain.rules import Rule, booked_code

_CODE: Final = re.compile("[A-Z][A-Z0-9_]+")
_ALWAYS: Final = frozenset({"BIRTH"})  # how old somebody is, no rule names


def codes_asked(rules: Iterable[Rule]) -> frozenset[str]:
    """Return the codes of every event that the rules in force name anywhere, and of those that book them.

    Whatever reads like a code counts, so that a part added to rules cannot be forgotten here.
    """
    named = {word for rule in rules if rule.is_on for word in _words(rule) if _CODE.fullmatch(word)}
    return frozenset(named | {booked_code(code) for code in named} | _ALWAYS)


def _words(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif is_dataclass(part):
        for field in fields(part):
            yield from _words(getattr(part, field.name))
    elif isinstance(part, Mapping):
        yield from _words(tuple(part.items()))
    elif isinstance(part, tuple | frozenset | list):
        for inner in part:
            yield from _words(inner)
