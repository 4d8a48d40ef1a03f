"""The guard against the wrong child: people of other families, and what is private to a brother or sister, in a text.

Names count whole, never a first name alone; a date of birth counts beside the first name of the child whose it is.
Whoever bears a name that this family or its workers bear too is no stranger. What is found says where it stands, never
the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from autoadmin.domain.identifiers import FamilyId
from autoadmin.domain.identity import fold, name_words
from autoadmin.domain.people import Child, Family
from autoadmin.drafting.wording import day_words

_WORD: Final = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_POSTCODE: Final = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[A-Z]{2})\b", re.IGNORECASE)
LONG_ID: Final = 6
SHORT_WORDS: Final = 4  # an entry of fewer words may stand in two children's documents by chance


@dataclass(frozen=True, slots=True)
class Stranger:
    """Something in a document that is not this family's: what it is, whose, and the path of the value it stands in."""

    what: str
    whose: str  # the id of a family, or of a child whom no record places in one
    path: str

    def __str__(self) -> str:
        return f"{self.what} of {self.whose} stands in {self.path}"


@dataclass(frozen=True, slots=True)
class Register:
    """Everybody held who may be a stranger to a document, ready to be looked for."""

    names: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]  # first folded word -> (all words, whose)
    ids: Mapping[str, str]  # folded id of a child or family -> whose
    births: Mapping[str, tuple[tuple[str, str], ...]]  # day as a document or person writes it -> (first name, whose)
    postcodes: Mapping[str, str] = field(default_factory=dict)  # without its space -> whose


def register_of(
    families: Iterable[Family], children: Iterable[Child], postcodes: Mapping[str, str] | None = None
) -> Register:
    """Return the register of some families and of children whom no record places in a family."""
    names: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    ids: dict[str, str] = {}
    births: dict[str, list[tuple[str, str]]] = {}
    for family in families:
        _add_id(ids, family.id, family.id)
        for adult in family.adults:
            _add_name(names, adult.name, family.id)
        for child in family.children:
            _add_child(names, ids, births, child, family.id)
    for child in children:
        _add_child(names, ids, births, child, child.family or child.id)
    return Register(
        {word: tuple(found) for word, found in names.items()},
        ids,
        {day: tuple(found) for day, found in births.items()},
        postcodes or {},
    )


def find_strangers(
    values: Mapping[str, object],
    register: Register,
    *,
    own: Sequence[Family],
    workers: Iterable[str],
    allowed: Iterable[str] = (),
) -> tuple[Stranger, ...]:
    """Return what of other families stands in a document's values; `own` are the families that it is about.

    `workers` are the names of those who work with them; `allowed` the families whose people a person has said belong.
    """
    ours = {*(family.id for family in own), *(child.id for family in own for child in family.children), *allowed}
    named = {name_words(name) for name in workers} | {
        name_words(person) for family in own for person in _people(family)
    }
    found: dict[Stranger, None] = {}
    for path, text in texts(values):
        for stranger in _in_text(text, path, register, named):
            if stranger.whose not in ours:
                found[stranger] = None
    return tuple(found)


def find_private(values: Mapping[str, object], private: Iterable[str], shared: Iterable[str]) -> tuple[Stranger, ...]:
    """Return where words stand that were recorded only about a brother or sister, and nowhere about this child."""
    common = {fold(words) for words in shared}
    only_theirs = {fold(words) for words in private if len(words.split()) >= SHORT_WORDS} - common
    return tuple(
        Stranger("what was recorded only about another child", "this family", path)
        for path, text in texts(values)
        if (folded := fold(text)) and any(words in folded for words in only_theirs)
    )


def postcode_areas(values: Mapping[str, object]) -> frozenset[str]:
    """Return the first halves of the postcodes in a document's values: `HU5` of `HU5 2AB`."""
    return frozenset(outward.upper() for _, text in texts(values) for outward, _ in _POSTCODE.findall(text))


def texts(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of some content with its path, lists counted from 1: `worries 2, text`."""
    match value:
        case str():
            yield path, value
        case Mapping():
            for name, inner in value.items():
                yield from texts(inner, f"{path}, {name}" if path else str(name))
        case list() | tuple():
            for number, inner in enumerate(value, start=1):
                yield from texts(inner, f"{path} {number}")


def _in_text(text: str, path: str, register: Register, named: set[tuple[str, ...]]) -> Iterator[Stranger]:
    words = [_plain(word) for word in _WORD.findall(text)]
    for position, word in enumerate(words):
        for name, whose in register.names.get(word, ()):
            if tuple(words[position : position + len(name)]) == name and name not in named:
                yield Stranger("the name of a person", whose, path)
        if word in register.ids:
            yield Stranger("the number", register.ids[word], path)
    for day in _days(text):
        for first_name, whose in register.births.get(day, ()):
            if first_name in words:
                yield Stranger("the date of birth of a child", whose, path)
    for outward, inward in _POSTCODE.findall(text):
        if lives_there := register.postcodes.get(f"{outward}{inward}".upper()):
            yield Stranger("the address", lives_there, path)


_DAYS: Final = re.compile(r"\b\d{1,2} [A-Z][a-z]+ \d{4}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b")


def _days(text: str) -> Iterator[str]:
    return (found.replace(".", "/") for found in _DAYS.findall(text))


def _plain(word: str) -> str:
    return fold(word).removesuffix("'s")


def _add_child(
    names: dict[str, list[tuple[tuple[str, ...], str]]],
    ids: dict[str, str],
    births: dict[str, list[tuple[str, str]]],
    child: Child,
    whose: str,
) -> None:
    _add_id(ids, child.id, whose)
    _add_name(names, child.name, whose)
    words = name_words(child.name)
    if child.born_on and words:
        for day in _written(child.born_on):
            births.setdefault(day, []).append((words[0], whose))


def _add_id(ids: dict[str, str], id: str, whose: str) -> None:
    """Add an id that nothing else in a text could be taken for; short plain numbers are years and counts as well."""
    if len(id) >= LONG_ID or any(letter.isalpha() for letter in id):
        ids[fold(id)] = whose


def _add_name(names: dict[str, list[tuple[tuple[str, ...], str]]], name: str, whose: str) -> None:
    words = name_words(name)
    if len(words) > 1:
        names.setdefault(words[0], []).append((words, whose))


def _written(day: date) -> set[str]:
    """Return a day in the ways that documents and people write it."""
    return {day_words(day), f"{day:%d/%m/%Y}", f"{day.day}/{day.month}/{day.year}", f"{day:%d/%m/%y}"}


def _people(family: Family) -> Iterator[str]:
    yield from (adult.name for adult in family.adults)
    yield from (child.name for child in family.children)


def families_of(strangers: Iterable[Stranger]) -> tuple[FamilyId, ...]:
    """Return the families whose people were found, each once."""
    return tuple(dict.fromkeys(FamilyId(stranger.whose) for stranger in strangers))
