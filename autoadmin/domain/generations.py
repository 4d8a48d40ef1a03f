"""Which generation each person of a genogram stands in, and links that contradict the others set aside in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from autoadmin.domain.kinship import Bond, Genogram, Parentage, Rearing, Siblings, Unplaced

Link = Parentage | Bond | Siblings
CONTRADICTS = "recorded with {other}, which cannot be drawn together with the rest of the record"


def generations(genogram: Genogram) -> dict[str, int]:
    """Return each person's generation, 0 the oldest; couples and siblings are in one, children in the next.

    Whoever is linked to nobody stands beside the parents of the children whom the picture is about.
    """
    tree = _grown(genogram)[0]
    first = next((person.key for person in genogram.people if person.is_index), None)
    main = tree.group_of(first) if first else None
    base = -1 if any(tree.group_of(each.child) == main for each in genogram.parentages) else 0
    found = {}
    for person in genogram.people:
        group = tree.group_of(person.key)
        level = tree.level[person.key]
        found[person.key] = level - tree.level[first] if first and group == main else level + base
    lowest = min(found.values(), default=0)
    return {key: level - lowest for key, level in found.items()}


def settled(genogram: Genogram) -> Genogram:
    """Return the genogram without links that contradict those before them; each is told among the unplaced."""
    odd = _grown(genogram)[1]
    if not odd:
        return genogram
    told = []
    for link in odd:
        one, other = _ends(link)
        told.append(Unplaced(genogram.person(one).name, CONTRADICTS.format(other=genogram.person(other).name)))
    return replace(
        genogram,
        bonds=tuple(each for each in genogram.bonds if each not in odd),
        parentages=tuple(each for each in genogram.parentages if each not in odd),
        siblings=tuple(each for each in genogram.siblings if each not in odd),
        unplaced=(*genogram.unplaced, *told),
    )


def forebears(genogram: Genogram, key: str) -> frozenset[str]:
    """Return somebody and their parents by birth, the parents of these, and so on."""
    found, edge = {key}, {key}
    while edge:
        held = {each.parent for each in genogram.parentages if each.child in edge and each.rearing is Rearing.BIRTH}
        edge = held - found
        found |= edge
    return frozenset(found)


class _Tree:
    """People in groups; within a group the generation of each is known from that of the others."""

    def __init__(self, keys: Iterator[str]) -> None:
        self.level: dict[str, int] = {}
        self._group: dict[str, list[str]] = {}
        for key in keys:
            self.level[key] = 0
            self._group[key] = [key]

    def group_of(self, key: str) -> str:
        """Return the name of the group somebody is in."""
        return self._group[key][0]

    def join(self, one: str, other: str, below: int) -> bool:
        """Put `other` so many generations below `one`; return whether that can be."""
        if one == other:
            return False
        if self._group[one] is self._group[other]:
            return self.level[other] - self.level[one] == below
        shift = self.level[one] + below - self.level[other]
        for key in self._group[other]:
            self.level[key] += shift
        self._group[one].extend(self._group[other])
        for key in self._group[other]:
            self._group[key] = self._group[one]
        return True


def _grown(genogram: Genogram) -> tuple[_Tree, list[Link]]:
    tree = _Tree(person.key for person in genogram.people)
    links: tuple[Link, ...] = (*genogram.parentages, *genogram.bonds, *genogram.siblings)
    return tree, [link for link in links if not tree.join(*_ends(link), 1 if isinstance(link, Parentage) else 0)]


def _ends(link: Link) -> tuple[str, str]:
    return (link.parent, link.child) if isinstance(link, Parentage) else (link.one, link.other)
