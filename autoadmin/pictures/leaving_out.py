"""A genogram without some of its people, and those in words: "Cai, Nia and Tom (children of Menna)"."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from autoadmin.domain.kinship import Bond, Genogram, Person, Siblings
from autoadmin.pictures.saying import CHILDREN, PARENTS, listed, names_of

MANY: Final = {"daughter": "daughters", "son": "sons", "child": "children"}


def only(genogram: Genogram, kept: Collection[str]) -> Genogram:
    """Return the genogram of some of the people, with what is recorded between them."""
    keys = frozenset(kept)
    homes = [tuple(key for key in home if key in keys) for home in genogram.households]
    return replace(
        genogram,
        people=tuple(person for person in genogram.people if person.key in keys),
        bonds=tuple(each for each in genogram.bonds if {each.one, each.other} <= keys),
        parentages=tuple(each for each in genogram.parentages if {each.child, each.parent} <= keys),
        siblings=tuple(each for each in genogram.siblings if {each.one, each.other} <= keys),
        twins=tuple(pair for pair in genogram.twins if {*pair} <= keys),
        identical=tuple(pair for pair in genogram.identical if {*pair} <= keys),
        households=tuple(home for home in homes if len(home) > 1),
        relations=tuple(each for each in genogram.relations if {each.one, each.other} <= keys),
    )


def left_out(genogram: Genogram, kept: Collection[str]) -> str:
    """Return in words everybody who is not kept; those of the same parents together."""
    names = names_of(genogram)
    families: dict[tuple[str, ...], list[Person]] = {}
    told: list[tuple[int, str]] = []
    for at, person in enumerate(genogram.people):
        parents = genogram.parents(person.key)
        if person.key not in kept and parents:
            families.setdefault(parents, []).append(person)
        elif person.key not in kept:
            told.append((at, f"{names[person.key]}{_kin(genogram, person, names)}"))
    order = {person.key: at for at, person in enumerate(genogram.people)}
    for parents, children in families.items():
        of = listed([names[key] for key in parents])
        child = listed([names[person.key] for person in children])
        told.append((order[children[0].key], f"{child} ({_children(children)} of {of})"))
    return "; ".join(words for _, words in sorted(told))


def _children(children: list[Person]) -> str:
    words = {CHILDREN[person.sex] for person in children}
    word = words.pop() if len(words) == 1 else "child"
    return word if len(children) == 1 else MANY[word]


def _kin(genogram: Genogram, person: Person, names: dict[str, str]) -> str:
    """Return whose parent, partner or brother or sister somebody without recorded parents is, in brackets."""
    if not person.name:
        return ""
    if children := genogram.children(person.key):
        return f" ({PARENTS[person.sex]} of {listed([names[key] for key in children])})"
    mates = [each.other if each.one == person.key else each.one for each in genogram.bonds if person.key in _of(each)]
    if mates:
        return f" (with {listed([names[key] for key in mates])})"
    kin = [each.other if each.one == person.key else each.one for each in genogram.siblings if person.key in _of(each)]
    return f" (brother or sister of {listed([names[key] for key in kin])})" if kin else ""


def _of(link: Bond | Siblings) -> tuple[str, str]:
    return link.one, link.other
