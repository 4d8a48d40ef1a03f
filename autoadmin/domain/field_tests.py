"""What a field of an event must say for a rule to go by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class FieldTest:
    """What a field of an event must say. "yes" and "no" stand for their usual spellings, `*` for any words."""

    field: str
    values: tuple[str, ...]  # in lower case


YES = frozenset({"yes", "y", "true", "1"})
NO = frozenset({"no", "n", "false", "0"})


def says(tests: tuple[FieldTest, ...], fields: Mapping[str, str]) -> bool | None:
    """Return whether any field says what its test asks; None where no tested field was recorded."""
    told: bool | None = None
    for test in tests:
        raw = fields.get(test.field)
        if raw and not raw.isspace():
            if _matches(test.values, raw):
                return True
            told = False
    return told


def denies(tests: tuple[FieldTest, ...], fields: Mapping[str, str]) -> bool:
    """Return whether a yes or no in some field is plainly not what its test asks, and none says what it asks.

    Other words that no test knows deny nothing: "registered under neglect" may well be the plan that is asked for.
    """
    plain = (test for test in tests if _plain(fields.get(test.field, "")) in ("yes", "no"))
    return not says(tests, fields) and any(not _matches(test.values, fields[test.field]) for test in plain)


@lru_cache(maxsize=8192)
def _matches(patterns: tuple[str, ...], raw: str) -> bool:
    plain = _plain(raw)
    return any(fnmatchcase(plain, pattern) for pattern in patterns)


def _plain(raw: str) -> str:
    """Return a recorded value in lower case, the spellings of yes and no as those words."""
    value = raw.strip().casefold()
    return "yes" if value in YES else "no" if value in NO else value
