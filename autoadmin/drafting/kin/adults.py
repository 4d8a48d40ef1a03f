"""The adults of a family, as the sheet lists them, put in their places: "Noah's father, lives elsewhere"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from autoadmin.domain.kinship import Sex, Unplaced
from autoadmin.domain.people import Adult
from autoadmin.drafting.kin.placing import place
from autoadmin.drafting.kin.tree import Tree
from autoadmin.drafting.kin.words import (
    AGED,
    COUPLED,
    COUPLES,
    DEAD,
    ELSEWHERE,
    NO_NAME,
    SEXES,
    Kin,
    KinWord,
    kin_word,
    year_in,
)

LAST: Final = (Kin.COUSIN, Kin.STEP_SIBLING)  # whose place the others decide
LATER: Final = tuple(kin for kin in Kin if kin not in (Kin.PARENT, Kin.ADOPTER))
_OF: Final = re.compile(r"^(?P<kin>[\w -]+?) (?:of|to|for) (?P<owner>.+)$", re.IGNORECASE)
_WHOSE: Final = re.compile(r"^(?P<owner>.+?)(?:['’]s|s['’]) (?P<kin>[\w -]+)$", re.IGNORECASE)
_WITH: Final = re.compile(r"^(?:lives?|living) with (?P<others>.+)$", re.IGNORECASE)
_ROLE: Final = {"mother": Sex.FEMALE, "mum": Sex.FEMALE, "father": Sex.MALE, "dad": Sex.MALE}
Claim = tuple[str, KinWord, str]  # who, what the word says, whose ("" where the words do not say)


def read_adults(tree: Tree, adults: Sequence[Adult]) -> None:
    """Add every adult: parents first, those named for one child before those of "the children"; then their kin."""
    claims: list[Claim] = []
    told: list[tuple[str, str]] = []
    keys: list[str] = []
    for adult in adults:
        key = tree.add("" if NO_NAME.fullmatch(adult.name) else adult.name)
        keys.append(key)
        parts = [part.strip() for part in re.split(r"[,;/]| and (?=\w+ (?:carer|guardian))", adult.relationship)]
        claims += [(key, *claim) for part in parts if (claim := _claim(part))]
        told += [(key, part) for part in parts]
    placed = _place_parents(tree, claims)
    for at, (key, word, owner) in sorted(enumerate(claims), key=lambda each: each[1][1].kin in LAST):
        if word.kin in LATER and place(tree, key, word, _owners(tree, owner, word)):
            placed.add(at)
    for key, part in told:
        _tell(tree, key, part)
    placed_keys = {claims[at][0] for at in placed}
    for key, adult in zip(keys, adults, strict=True):
        if key not in placed_keys:
            tree.unplaced.append(Unplaced(adult.name, adult.relationship))


def _claim(part: str) -> tuple[KinWord, str] | None:
    """Return the word for kin in a part and whose kin it says; None where it is about something else."""
    if word := kin_word(part):
        return word, ""
    for pattern in (_WHOSE, _OF):
        if (found := pattern.match(part)) and (word := kin_word(found["kin"])):
            return word, found["owner"]
    return None


def _place_parents(tree: Tree, claims: list[Claim]) -> set[int]:
    """Place parents; the only plain "father" is that of the children for whom no other father is named."""
    parents = [(at, claim) for at, claim in enumerate(claims) if claim[1].kin not in LATER]
    placed = {at for at, (key, word, owner) in parents if owner and place(tree, key, word, tree.meant(owner))}
    for sex in Sex:
        plain = [(at, claim) for at, claim in parents if not claim[2] and claim[1].sex is sex]
        births = [(at, claim) for at, claim in plain if claim[1].kin is Kin.PARENT]
        if len(births) == 1:
            at, (key, word, _) = births[0]
            left = tuple(child for child in tree.children if not tree.parents(child, sex))
            if place(tree, key, word, left):
                placed.add(at)
    return placed | _place_adopters(tree, parents)


def _place_adopters(tree: Tree, parents: list[tuple[int, Claim]]) -> set[int]:
    """Place those who adopted "the children", one or two: all of them, where no adopter is named for any."""
    adopters = [(at, claim) for at, claim in parents if claim[1].kin is Kin.ADOPTER]
    if len(adopters) > 2 or any(owner for _, (_, _, owner) in adopters):
        return set()
    return {at for at, (key, word, _) in adopters if place(tree, key, word, tree.children)}


def _owners(tree: Tree, owner: str, word: KinWord) -> tuple[str, ...]:
    """Return whose kin is meant: named people, the mother or father of the children, or the children."""
    if not owner:
        return (
            tree.children if word.kin is not Kin.PARTNER and (word.kin is not Kin.FOSTER_CARER or _is_one(tree)) else ()
        )
    if (sex := _ROLE.get(owner.casefold().removeprefix("the "))) is not None:
        found = {parent for child in tree.children for parent in tree.parents(child, sex)}
        return tuple(found) if len(found) == 1 else ()
    return tree.meant(owner)


def _is_one(tree: Tree) -> bool:
    return len(tree.children) == 1


def _tell(tree: Tree, key: str, part: str) -> None:
    """Take in what a part tells of the adult beside whose kin they are."""
    if found := DEAD.fullmatch(part):
        tree.change(key, is_dead=True, died_in=year_in(found))
    elif (sex := SEXES.get(part.casefold())) is not None:
        tree.change(key, sex=sex)
    elif ELSEWHERE.fullmatch(part):
        tree.change(key, note="lives elsewhere")
    elif found := AGED.fullmatch(part):
        tree.change(key, age=found["age"])
    elif found := _WITH.match(part):
        others = _owners(tree, found["others"], KinWord(Kin.PARENT))
        if others:
            tree.at_home({key, *others})
    elif found := COUPLED.fullmatch(part):
        others = tree.meant(found["other"]) if found["other"] else _co_parents(tree, key)
        if len(others) == 1:
            tree.couple(key, others[0], COUPLES[found["couple"].casefold()], year_in(found))


def _co_parents(tree: Tree, key: str) -> tuple[str, ...]:
    children = [each.child for each in tree.parentages.values() if each.parent == key]
    found = {parent for child in children for parent in tree.parents(child) if parent != key}
    found |= {other for bond in tree.bonds if key in bond for other in bond if other != key}
    return tuple(found)
