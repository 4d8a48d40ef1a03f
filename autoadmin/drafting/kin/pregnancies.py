"""Pregnancies that a line of the genogram tells of: expected, or ended, with nobody named in their stead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from autoadmin.domain.kinship import Loss, Person, Sex
from autoadmin.drafting.kin.tree import Tree
from autoadmin.drafting.wording import MONTHS

_NAME: Final = r"[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)*"
_OWNERS: Final = rf"(?P<one>{_NAME})(?: and (?P<other>{_NAME}))?"
_COUNTS: Final = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_ENDED: Final = re.compile(
    rf"{_OWNERS} (?:has |have )?(?:had|lost) (?P<count>an?|one|two|three|four|five|six) (?:earlier |previous |late )?"
    r"(?P<loss>miscarriages?|stillbirths?|terminations?|stillborn (?:baby )?(?:girl|daughter|boy|son|baby|child))"
    rf"(?:,? (?:called |named )?(?P<name>{_NAME}))?(?:,? in (?P<year>(?:19|20)\d\d))?"
)
_EXPECTED: Final = re.compile(
    rf"{_OWNERS} (?:is pregnant|(?:is|are) expecting(?: a baby)?),? \(?(?:due|in|for)(?: on)? "
    r"(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]+) (?P<year>20\d\d)"
)
_LOSSES: Final = {"m": Loss.MISCARRIAGE, "s": Loss.STILLBIRTH, "t": Loss.TERMINATION}


def read_pregnancies(tree: Tree, sentence: str) -> None:
    """Add what a sentence says for certain of pregnancies; a child who is expected already is not added again."""
    for found in _ENDED.finditer(sentence):
        parents = _parents(tree, found)
        loss, count = _LOSSES[found["loss"][0]], _COUNTS[found["count"]]
        for _ in range(count if parents else 0):
            key = tree.add((found["name"] or "") if count == 1 else "", _sex(found["loss"]))
            tree.change(key, loss=loss, died_in=int(found["year"]) if found["year"] else None)
            for parent in parents:
                tree.parent(key, parent)
    for found in _EXPECTED.finditer(sentence):
        parents, day = _parents(tree, found), _day(found)
        if parents and day and not any(each.expected_on for each in _children(tree, parents)):
            key = tree.add("")
            tree.change(key, expected_on=day)
            for parent in parents:
                tree.parent(key, parent)


def _children(tree: Tree, parents: tuple[str, ...]) -> Iterator[Person]:
    return (tree.people[child] for child, parent in tree.parentages if parent in parents)


def _parents(tree: Tree, found: re.Match[str]) -> tuple[str, ...]:
    """Return whose pregnancy it was; nobody where one of them is in doubt."""
    keys = [tree.named(name) for name in (found["one"], found["other"]) if name]
    return tuple(key for key in keys if key) if all(keys) else ()


def _sex(words: str) -> Sex:
    if words.endswith(("girl", "daughter")):
        return Sex.FEMALE
    return Sex.MALE if words.endswith(("boy", "son")) else Sex.UNKNOWN


def _day(found: re.Match[str]) -> date | None:
    month = next((at for at, name in enumerate(MONTHS, 1) if found["month"] in (name, name[:3])), 0)
    try:
        return date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        return None
