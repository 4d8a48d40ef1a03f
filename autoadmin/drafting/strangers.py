"""The guard against the wrong child: people of other families, and what is private to a brother or sister, in a text.

Names count whole, never a first name alone, a surname only where it is said to be a family's or a neighbour's; a date
of birth counts beside the first name of the child whose it is, a street with the number of the house. Whoever bears a
name that this family or its workers bear too is no stranger. What is found says where it stands, never the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final

from autoadmin.domain.identity import fold
from autoadmin.domain.people import Family
from autoadmin.drafting.register import Register, Words, in_full, words_in, words_of
from autoadmin.drafting.surnames import surnames_in
from autoadmin.drafting.wording import MONTHS

_POSTCODE: Final = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})\b", re.IGNORECASE)
_DAY: Final = re.compile(r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[A-Z][a-z]+) (?P<year>\d{4})\b")
_NUMBERS: Final = re.compile(r"\b(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4}|\d{2})\b")
_ISO: Final = re.compile(r"\b(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})\b")
_MONTHS: Final = {name[:length]: number for number, name in enumerate(MONTHS, start=1) for length in (3, len(name))}
_DIGIT: Final = re.compile(r"\d")
SHORT_WORDS: Final = 4  # an entry of fewer words may stand in two children's documents by chance


@dataclass(frozen=True, slots=True)
class Stranger:
    """Something in a document that is not this family's: what it is, whose, and the path of the value it stands in."""

    what: str
    whose: str  # the id of a family, or of a child whom no record places in one; of several, the first
    path: str

    def __str__(self) -> str:
        return f"{self.what} of {self.whose} stands in {self.path}"


@dataclass(frozen=True, slots=True)
class _Known:
    """Who belongs in a document: ids of its families and children, and names that are theirs or their workers'."""

    ids: frozenset[str]
    names: frozenset[Words]
    surnames: frozenset[str]

    def is_stranger(self, whose: frozenset[str]) -> bool:
        """Return whether none of those whose something is belongs in the document."""
        return self.ids.isdisjoint(whose)


def find_strangers(
    values: Mapping[str, object],
    register: Register,
    *,
    own: Sequence[Family],
    workers: Iterable[str] = (),
    allowed: Iterable[str] = (),
) -> tuple[Stranger, ...]:
    """Return what of other families stands in a document's values; `own` are the families that it is about.

    `workers` are the names of those who work with them, beside those whom the register knows; `allowed` the families
    whose people a person has said belong.
    """
    known = _known(register, own, workers, allowed)
    told: dict[str, tuple[tuple[str, str], ...]] = {}  # labels and dates stand in a document many times
    found: dict[Stranger, None] = {}
    for path, text in texts(values):
        if text not in told:
            told[text] = tuple(_in_text(text, register, known))
        for what, whose in told[text]:
            found[Stranger(what, whose, path)] = None
    return tuple(found)


def find_private(values: Mapping[str, object], private: Iterable[str], shared: Iterable[str]) -> tuple[Stranger, ...]:
    """Return where words stand that were recorded only about a brother or sister, and nowhere about this child."""
    common = {fold(words) for words in shared}
    only_theirs = {fold(words) for words in private if len(words.split()) >= SHORT_WORDS} - common
    if not only_theirs:
        return ()
    return tuple(
        Stranger("what was recorded only about another child", "this family", path)
        for path, text in texts(values)
        if (folded := fold(text)) and any(words in folded for words in only_theirs)
    )


def texts(values: Mapping[str, object]) -> list[tuple[str, str]]:
    """Return every text of some content with its path, lists counted from 1: `worries 2, text`."""
    found: list[tuple[str, str]] = []
    for name, value in values.items():
        _gather(value, str(name), found)
    return found


def _gather(value: object, path: str, found: list[tuple[str, str]]) -> None:
    if isinstance(value, str):
        found.append((path, value))
    elif isinstance(value, Mapping):
        for name, inner in value.items():
            _gather(inner, f"{path}, {name}", found)
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value, start=1):
            _gather(inner, f"{path} {number}", found)


def _known(register: Register, own: Sequence[Family], workers: Iterable[str], allowed: Iterable[str]) -> _Known:
    people = [*(adult.name for family in own for adult in family.adults)]
    people += [child.name for family in own for child in family.children]
    ids = {*(family.id for family in own), *(child.id for family in own for child in family.children), *allowed}
    families = [words_of(family.name) for family in own]
    names = register.workers | {words_of(name) for name in (*people, *workers)}
    surnames = {words[-1] for words in names if words} | {word for words in families for word in words}
    return _Known(frozenset(ids), names, frozenset(surnames))


def _in_text(text: str, register: Register, known: _Known) -> Iterator[tuple[str, str]]:
    words = words_in(text)
    pairs = list(pairwise(words))
    if not register.names.keys().isdisjoint(pairs):
        yield from _names(words, pairs, register, known)
    if not register.ids.keys().isdisjoint(words):
        yield from (
            ("the number", whose) for word in words if (whose := register.ids.get(word)) and whose not in known.ids
        )
    if _DIGIT.search(text):
        yield from _births(text, words, register, known)
        yield from _postcodes(text, register, known)
    if not register.streets.keys().isdisjoint(pairs):
        yield from _streets(words, pairs, register, known)
    for surname in surnames_in(text):
        families = register.surnames.get(surname, frozenset())
        if families and surname not in known.surnames and known.is_stranger(families):
            yield _of_one("the surname", families), min(families)


def _names(
    words: list[str], pairs: list[tuple[str, str]], register: Register, known: _Known
) -> Iterator[tuple[str, str]]:
    for position, pair in enumerate(pairs):
        for name, whose in register.names.get(pair, ()):
            is_whole = len(name) == 2 or tuple(words[position : position + len(name)]) == name
            if is_whole and name not in known.names and whose not in known.ids:
                yield "the name of a person", whose


def _births(text: str, words: list[str], register: Register, known: _Known) -> Iterator[tuple[str, str]]:
    for day in _days(text):
        for first_name, whose in register.births.get(day, ()):
            if first_name in words and whose not in known.ids:
                yield "the date of birth of a child", whose


def _postcodes(text: str, register: Register, known: _Known) -> Iterator[tuple[str, str]]:
    for outward, inward in _POSTCODE.findall(text):
        homes = register.postcodes.get(f"{outward}{inward}".upper(), frozenset())
        if homes and known.is_stranger(homes):
            yield _of_one("the address", homes), min(homes)


def _streets(
    words: list[str], pairs: list[tuple[str, str]], register: Register, known: _Known
) -> Iterator[tuple[str, str]]:
    for position, pair in enumerate(pairs):
        for street, homes in register.streets.get(pair, ()):
            is_whole = in_full(words[position : position + len(street)]) == street
            if is_whole and known.is_stranger(homes):
                yield _of_one("the address", homes), min(homes)


def _of_one(what: str, families: frozenset[str]) -> str:
    return what if len(families) == 1 else f"{what} of {len(families)} families, one of them"


def _days(text: str) -> Iterator[date]:
    for form in (_DAY, _NUMBERS, _ISO):
        for found in form.finditer(text):
            month = _MONTHS.get(found["month"], 0) if form is _DAY else int(found["month"])
            year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)
            try:
                yield date(year, month, int(found["day"]))
            except ValueError:
                continue  # no day of any calendar, so nobody's
