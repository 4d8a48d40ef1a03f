"""Who stands left of whom in each generation: men left of women, eldest children left, families near their own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from autoadmin.domain.generations import generations
from autoadmin.domain.kinship import Genogram, Sex
from autoadmin.pictures.sibships import Sibship, by_age, sibships_of

Rows = tuple[tuple[str, ...], ...]
Unit = tuple[str, ...]


def rows_of(genogram: Genogram) -> Rows:
    """Return the keys of each generation from left to right, the oldest generation first."""
    levels = generations(genogram)
    units = _units(genogram, sibships_of(genogram), levels)
    count = max(levels.values(), default=-1) + 1
    rows: list[list[Unit]] = [[unit for unit in units if levels[unit[0]] == at] for at in range(count)]
    index = min((levels[person.key] for person in genogram.people if person.is_index), default=count - 1)
    start = max(index - 1, 0)
    if rows:
        rows[start] = _men_left(genogram, rows[start])
    for at in range(start - 1, -1, -1):
        rows[at] = _sorted(genogram, rows[at], _places(rows[at + 1]), genogram.children)
    for at in range(start + 1, count):
        rows[at] = _sorted(genogram, rows[at], _places(rows[at - 1]), genogram.parents)
    return tuple(tuple(key for unit in row for key in unit) for row in rows)


def partners(genogram: Genogram, key: str) -> tuple[str, ...]:
    """Return the people somebody is bonded to, the one with the eldest child first."""
    found = [bond.other if bond.one == key else bond.one for bond in genogram.bonds if key in (bond.one, bond.other)]
    children = by_age(genogram, list(genogram.children(key)))

    def rank(partner: str) -> int:
        return next((at for at, child in enumerate(children) if child in genogram.children(partner)), len(children))

    return tuple(sorted(dict.fromkeys(found), key=rank))


def _units(genogram: Genogram, sibships: Iterable[Sibship], levels: Mapping[str, int]) -> list[Unit]:
    """Return people who stand side by side: a sibship with those who married in, or a family nobody knows more of."""
    seated: set[str] = {key for sibship in sibships for key in sibship.members}
    taken = set(seated)
    units = []
    for sibship in sibships:
        unit: list[str] = []
        for key in sibship.members:
            unit.extend(_with_partners(genogram, key, taken))
        units.append(tuple(unit))
    alone = [person.key for person in genogram.people if person.key not in seated]
    for key in sorted(alone, key=lambda each: -len(partners(genogram, each))):
        if key not in taken:
            taken.add(key)
            units.append(tuple(_with_partners(genogram, key, taken)))
    order = {person.key: at for at, person in enumerate(genogram.people)}
    return sorted(units, key=lambda unit: (levels[unit[0]], min(order[key] for key in unit)))


def _with_partners(genogram: Genogram, key: str, taken: set[str]) -> list[str]:
    """Return somebody between those who married in, men on the left, each with partners of their own."""
    before: list[str] = []
    after: list[str] = []
    for partner in partners(genogram, key):
        if partner not in taken:
            taken.add(partner)
            side = before if _stands_left(genogram, partner, key) else after
            side.extend(_with_partners(genogram, partner, taken))
    return [*before, key, *after]


def _stands_left(genogram: Genogram, one: str, other: str) -> bool:
    mine, yours = genogram.person(one).sex, genogram.person(other).sex
    return (mine is Sex.MALE and yours is not Sex.MALE) or (yours is Sex.FEMALE and mine is not Sex.FEMALE)


def _sorted(
    genogram: Genogram, row: list[Unit], place: Mapping[str, int], kin: Callable[[str], tuple[str, ...]]
) -> list[Unit]:
    """Return units by the mean place of their kin in the next row; those without any where they were."""

    def rank(at_unit: tuple[int, Unit]) -> float:
        places = [found for key in at_unit[1] if (found := _mean(place, kin(key))) is not None]
        return sum(places) / len(places) if places else float(len(row) * 50 + at_unit[0])

    return _men_left(genogram, [unit for _, unit in sorted(enumerate(row), key=rank)])


def _men_left(genogram: Genogram, row: list[Unit]) -> list[Unit]:
    """Return units in their order, but a man's before a woman's whom he is bonded to, unless that goes in a ring."""
    at = {key: index for index, unit in enumerate(row) for key in unit}
    before: dict[int, set[int]] = {index: set() for index in range(len(row))}
    for bond in genogram.bonds:
        if bond.one in at and bond.other in at and at[bond.one] != at[bond.other]:
            for left, right in ((bond.one, bond.other), (bond.other, bond.one)):
                if genogram.person(left).sex is Sex.MALE and genogram.person(right).sex is not Sex.MALE:
                    before[at[right]].add(at[left])
    done: list[int] = []
    while len(done) < len(row):
        waiting = [index for index in range(len(row)) if index not in done]
        done.append(next((index for index in waiting if before[index] <= set(done)), waiting[0]))
    return [row[index] for index in done]


def _places(row: list[Unit]) -> dict[str, int]:
    return {key: at for at, key in enumerate(key for unit in row for key in unit)}


def _mean(place: Mapping[str, int], keys: tuple[str, ...]) -> float | None:
    found = [place[key] for key in keys if key in place]
    return sum(found) / len(found) if found else None
