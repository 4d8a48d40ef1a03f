"""Everybody whom the council knows, ready to be looked for in a text: names, numbers, births and addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeVar

from autoadmin.domain.addresses import Address
from autoadmin.domain.identity import TITLES, fold
from autoadmin.domain.people import Child, Family
from autoadmin.drafting.wording import MONTHS

Words = tuple[str, ...]
Pair = tuple[str, str]  # the first two words of a name or address: what it is found by
Key = TypeVar("Key")
Found = TypeVar("Found")

LONG_ID: Final = 6
_WORD: Final = re.compile(r"[^\W_]+(?:['\-][^\W_]+)*")
_NO_STREET: Final = frozenset(map(fold, MONTHS))  # "12 May" is a day, wherever there is a street called May
_IN_FULL: Final = dict(
    pair.split("=")
    for pair in (
        "st=street rd=road ave=avenue av=avenue ln=lane cl=close dr=drive ct=court cres=crescent pl=place sq=square "
        "gdns=gardens tce=terrace"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Register:
    """Everybody held who may be a stranger to a document. `whose` is the id of a family, or of a child without one."""

    names: Mapping[Pair, tuple[tuple[Words, str], ...]]  # (all words of a name, whose)
    ids: Mapping[str, str]  # folded id of a child or family -> whose
    births: Mapping[date, tuple[tuple[str, str], ...]]  # (first name, whose)
    surnames: Mapping[str, frozenset[str]]  # of families and their children -> whose
    postcodes: Mapping[str, frozenset[str]]  # without its space -> whose: neighbours share one
    streets: Mapping[Pair, tuple[tuple[Words, frozenset[str]], ...]]  # (house and street, whose)
    workers: frozenset[Words]  # the names of those who work with families


def register_of(
    families: Iterable[Family],
    children: Iterable[Child],
    addresses: Iterable[Address] = (),
    workers: Iterable[str] = (),
) -> Register:
    """Return the register of some families and of children whom no record places in a family."""
    held = [(family, family.id) for family in families]
    placed = [(child, family.id) for family, _ in held for child in family.children]
    every_child: list[tuple[Child, str]] = [*placed, *((child, child.family or child.id) for child in children)]
    adults = [(adult.name, whose) for family, whose in held for adult in family.adults]
    names = [
        (words_of(name), whose) for name, whose in [*adults, *((child.name, whose) for child, whose in every_child)]
    ]
    births = [(child.born_on, (words, whose)) for child, whose in every_child if (words := words_of(child.name))]
    homes = _homes(addresses, {child.id: whose for child, whose in every_child})
    return Register(
        names=_grouped(((words[0], words[1]), (words, whose)) for words, whose in names if len(words) > 1),
        ids={fold(id): whose for id, whose in _ids(held, every_child) if is_long_id(id)},
        births=_grouped((born_on, (words[0], whose)) for born_on, (words, whose) in births if born_on),
        surnames=_sets(_surnames(held, every_child)),
        postcodes=_sets((address.postcode, whose) for address, whose in homes if address.postcode),
        streets=_streets(homes),
        workers=frozenset(map(words_of, workers)),
    )


def words_in(text: str) -> list[str]:
    """Return the words of a text, folded and without the `'s` of a possessive."""
    return [word[:-2] if word.endswith("'s") else word for word in _WORD.findall(fold(text))]


def words_of(name: str) -> Words:
    """Return the words by which a person is looked for: folded, without titles."""
    return tuple(word for word in words_in(name) if word not in TITLES)


def in_full(words: Iterable[str]) -> Words:
    """Return the words of a street as they are written out: "Elm Rd" is "elm road"."""
    return tuple(_IN_FULL.get(word, word) for word in words)


def is_long_id(id: str) -> bool:
    """Return whether nothing else in a text could be taken for an id; short plain numbers are years as well."""
    return len(id) >= LONG_ID or any(letter.isalpha() for letter in id)


def _ids(families: Iterable[tuple[Family, str]], children: Iterable[tuple[Child, str]]) -> Iterator[tuple[str, str]]:
    yield from ((family.id, whose) for family, whose in families)
    yield from ((child.id, whose) for child, whose in children)


def _surnames(
    families: Iterable[tuple[Family, str]], children: Iterable[tuple[Child, str]]
) -> Iterator[tuple[str, str]]:
    yield from ((words[0], whose) for family, whose in families if len(words := words_of(family.name)) == 1)
    yield from ((words[-1], whose) for child, whose in children if len(words := words_of(child.name)) > 1)


def _homes(addresses: Iterable[Address], placed: Mapping[str, str]) -> list[tuple[Address, str]]:
    theirs = ((address, address.family or placed.get(address.child or "") or address.child) for address in addresses)
    return [(address, whose) for address, whose in theirs if whose]


def _streets(homes: Iterable[tuple[Address, str]]) -> dict[Pair, tuple[tuple[Words, frozenset[str]], ...]]:
    """Return streets by their first two words as they may be written; an abbreviated one is another pair."""
    written = ((words_in(address.street), whose) for address, whose in homes if address.street)
    told = [(words, whose) for words, whose in written if len(words) > 1 and words[1] not in _NO_STREET]
    theirs = _sets((in_full(words), whose) for words, whose in told)
    return _grouped(((words[0], words[1]), (full, theirs[full])) for words, _ in told for full in (in_full(words),))


def _grouped(pairs: Iterable[tuple[Key, Found]]) -> dict[Key, tuple[Found, ...]]:
    groups: dict[Key, dict[Found, None]] = {}
    for key, found in pairs:
        groups.setdefault(key, {})[found] = None
    return {key: tuple(found) for key, found in groups.items()}


def _sets(pairs: Iterable[tuple[Key, str]]) -> dict[Key, frozenset[str]]:
    return {key: frozenset(found) for key, found in _grouped(pairs).items()}
