"""A genogram while it is being read: people by key and by name, and links, each added once."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from autoadmin.domain.identity import name_words
from autoadmin.domain.kinship import (
    Bond,
    Couple,
    Genogram,
    Parentage,
    Person,
    Rearing,
    Relation,
    Sex,
    Siblings,
    Unplaced,
)

EVERYBODY: Final = re.compile(r"(?:all |both )?(?:of )?(?:the )?(?:children|kids|siblings)|all|both", re.IGNORECASE)
UNBORN: Final = re.compile(r"(?:the |her |their )?(?:baby|unborn|unborn baby|unborn child)", re.IGNORECASE)


class Tree:
    """What has been read so far. `children` are the keys of the family's own children."""

    def __init__(self, children: list[Person]) -> None:
        self.people = {child.key: child for child in children}
        self.children = tuple(self.people)
        self.bonds: dict[frozenset[str], Bond] = {}
        self.parentages: dict[tuple[str, str], Parentage] = {}
        self.siblings: dict[frozenset[str], Siblings] = {}
        self.relations: dict[tuple[str, str], Relation] = {}
        self.twins: list[tuple[str, str]] = []
        self.identical: list[tuple[str, str]] = []
        self.homes: list[set[str]] = []
        self.unplaced: list[Unplaced] = []

    def add(self, name: str, sex: Sex = Sex.UNKNOWN, age: str = "") -> str:
        """Return the key of a new person."""
        key = f"k{len(self.people) + 1}"
        self.people[key] = Person(key, name, sex, age=age)
        return key

    def change(self, key: str, **changes: object) -> None:
        """Set what is told of a person."""
        self.people[key] = replace(self.people[key], **changes)  # type: ignore[arg-type]  # names are checked by replace

    def named(self, name: str) -> str | None:
        """Return the one person with a full name, or with a first name that nobody else has; None in doubt."""
        words = name_words(name)
        if not words:
            return None
        full = [key for key, each in self.people.items() if name_words(each.name) == words]
        first = [key for key, each in self.people.items() if name_words(each.name)[:1] == words and len(words) == 1]
        found = full or first
        return found[0] if len(found) == 1 else None

    def meant(self, words: str) -> tuple[str, ...]:
        """Return whom "Ella and Noah", "both children" or "the baby" mean; nobody where one of them is in doubt."""
        if EVERYBODY.fullmatch(words.strip()):
            return self.children
        found: list[str] = []
        for name in re.split(r"\s*(?:,| and | & )\s*", words.strip()):
            unborn = [key for key in self.children if self.people[key].is_unborn]
            key = unborn[0] if UNBORN.fullmatch(name) and len(unborn) == 1 else self.named(name)
            if key is None:
                return ()
            found.append(key)
        return tuple(found)

    def parent(self, child: str, parent: str, rearing: Rearing = Rearing.BIRTH) -> None:
        """Add a parent of a child."""
        if child != parent:
            self.parentages.setdefault((child, parent), Parentage(child, parent, rearing))

    def parents(self, child: str, sex: Sex | None = None) -> tuple[str, ...]:
        """Return the parents by birth of a child; the mothers or fathers only, where asked."""
        found = [each.parent for each in self.parentages.values() if each.child == child]
        births = [key for key in found if self.parentages[child, key].rearing is Rearing.BIRTH]
        return tuple(key for key in births if sex is None or self.people[key].sex is sex)

    def couple(self, one: str, other: str, couple: Couple, year: int | None = None) -> None:
        """Set what two people are as a couple, and since when; what was recorded last stands."""
        if one != other:
            before = self.bonds.get(frozenset((one, other)))
            since = year or (before.year if before and before.couple is couple else None)
            self.bonds[frozenset((one, other))] = Bond(one, other, couple, since, bool(before and before.are_kin))

    def sibling(self, one: str, other: str, *, is_half: bool) -> None:
        """Add two as brothers or sisters, where no parent of both is recorded."""
        if one != other and not {*self.parents(one)} & {*self.parents(other)}:
            self.siblings.setdefault(frozenset((one, other)), Siblings(one, other, is_half))

    def at_home(self, keys: set[str]) -> None:
        """Add people who live together to the home that any of them is in."""
        joined = [home for home in self.homes if home & keys]
        self.homes = [home for home in self.homes if home not in joined] + [keys.union(*joined)]

    def of_one_blood(self, one: str, other: str) -> None:
        """Add two as kin by blood: a couple or parents of one child on a double line, others in words."""
        shared = {each.child for each in self.parentages.values() if each.parent == one} & {
            each.child for each in self.parentages.values() if each.parent == other
        }
        pair = frozenset((one, other))
        if pair not in self.bonds and shared:
            self.bonds[pair] = Bond(one, other)
        if pair in self.bonds:
            self.bonds[pair] = replace(self.bonds[pair], are_kin=True)
        else:
            self.unplaced.append(Unplaced(self.people[one].name, f"kin of {self.people[other].name}"))

    def finished(self, family: str, on: date | None) -> Genogram:
        """Return the genogram; people without any link are told in words, but for the family's own children."""
        linked = {key for each in self.parentages.values() for key in (each.child, each.parent)}
        linked |= {key for bond in self.bonds for key in bond} | {key for pair in self.siblings for key in pair}
        kept = [person for key, person in self.people.items() if key in linked or key in self.children]
        keys = {person.key for person in kept}
        order = list(self.people)
        homes = [tuple(sorted(home & keys, key=order.index)) for home in self.homes]
        return Genogram(
            family,
            tuple(kept),
            tuple(self.bonds.values()),
            tuple(self.parentages.values()),
            tuple(self.siblings.values()),
            tuple(self.twins),
            tuple(home for home in homes if len(home) > 1),
            tuple(each for each in self.relations.values() if {each.one, each.other} <= keys),
            tuple(dict.fromkeys(self.unplaced)),
            on,
            tuple(self.identical),
        )
