"""Brothers and sisters under one bar: who hangs together from the same parents, eldest left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from autoadmin.domain.kinship import Genogram, Person, Rearing


@dataclass(frozen=True, slots=True)
class Sibship:
    """Children of the same recorded parents, eldest first; `loose` are those whose own parents are not recorded."""

    parents: tuple[str, ...]
    members: tuple[str, ...]
    loose: frozenset[str] = frozenset()


def home_parents(genogram: Genogram, child: str) -> tuple[str, ...]:
    """Return the parents, two at most, under whom a child hangs: those by birth, else those by adoption."""
    return (genogram.parents(child, Rearing.BIRTH) or genogram.parents(child, Rearing.ADOPTED))[:2]


def sibships_of(genogram: Genogram) -> tuple[Sibship, ...]:
    """Return every sibship, in the order of the people; each person is in one at most."""
    by_parents: dict[tuple[str, ...], list[str]] = {}
    for person in genogram.people:
        if parents := home_parents(genogram, person.key):
            by_parents.setdefault(parents, []).append(person.key)
    groups = [(parents, members, set[str]()) for parents, members in by_parents.items()]
    for each in genogram.siblings:
        one, other = (_group(groups, key) for key in (each.one, each.other))
        if one is None and other is None:
            groups.append(((), [each.one, each.other], set()))
        elif one is None or other is None:
            _, members, loose = one or other or ((), [], set())
            key = each.one if one is None else each.other
            members.append(key)
            loose.add(key)
        elif one is not other and () in (one[0], other[0]):
            kept, moved = (other, one) if not one[0] else (one, other)
            kept[1].extend(moved[1])
            kept[2].update(moved[1] if kept[0] else ())
            groups.remove(moved)
    return tuple(
        Sibship(parents, by_age(genogram, members), frozenset(loose if parents else ()))
        for parents, members, loose in groups
    )


def by_age(genogram: Genogram, keys: list[str]) -> tuple[str, ...]:
    """Return people eldest first; those of no known birth after them, in the order recorded, and pregnancies last."""
    order = {person.key: at for at, person in enumerate(genogram.people)}

    def rank(key: str) -> tuple[bool, date, int, int]:
        person = genogram.person(key)
        lost_on = date(person.year_of_death, 7, 1) if person.loss and person.year_of_death else None
        day = person.born_on or person.expected_on or lost_on or date.max
        return person.is_unborn, day, -_years(person), order[key]

    return tuple(sorted(keys, key=rank))


def twin_groups(genogram: Genogram, sibship: Sibship) -> tuple[tuple[str, ...], ...]:
    """Return the members in the order of the sibship, those recorded as twins or born on one day together."""
    groups: list[list[str]] = []
    for key in sibship.members:
        if groups and any(_are_twins(genogram, key, other) for other in groups[-1]):
            groups[-1].append(key)
        else:
            groups.append([key])
    return tuple(tuple(group) for group in groups)


def _are_twins(genogram: Genogram, one: str, other: str) -> bool:
    if (one, other) in genogram.twins or (other, one) in genogram.twins:
        return True
    days = {genogram.person(key).born_on for key in (one, other)}
    return len(days) == 1 and None not in days


def _years(person: Person) -> int:
    return int(person.age) if person.age.isdecimal() else -1


def _group(
    groups: list[tuple[tuple[str, ...], list[str], set[str]]], key: str
) -> tuple[tuple[str, ...], list[str], set[str]] | None:
    return next((group for group in groups if key in group[1]), None)
