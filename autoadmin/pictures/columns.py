"""How far from the left each person stands: children under their parents, nobody too near a neighbour."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from autoadmin.domain.kinship import Genogram
from autoadmin.pictures.labels import Label
from autoadmin.pictures.ordering import Rows, partners
from autoadmin.pictures.sibships import Sibship, sibships_of
from autoadmin.pictures.spacing import spaced

GAP: Final = 14
DATED: Final = 92  # between two whose line has a year on it
NEAR: Final = 100  # as far as a couple would stand from each other
SWEEPS: Final = 13
Columns = dict[str, int]


def columns_of(genogram: Genogram, rows: Rows, labels: Mapping[str, Label]) -> Columns:
    """Return the middle of each person's symbol, in pixels from some left edge."""
    dated = {frozenset((bond.one, bond.other)) for bond in genogram.bonds if bond.year}
    apart = [
        [max(_apart(labels[one], labels[other]), DATED if {one, other} in dated else 0) for one, other in pairwise(row)]
        for row in rows
    ]
    columns: Columns = {}
    for row, gaps in zip(rows, apart, strict=True):
        columns |= dict(zip(row, spaced([0.0] * len(row), gaps), strict=True))
    sibships = sibships_of(genogram)
    for sweep in range(SWEEPS):
        goes_down = sweep % 2 == 0
        order = range(len(rows)) if goes_down else range(len(rows) - 1, -1, -1)
        for at in order:
            wanted = _wishes(genogram, sibships, columns, goes_down=goes_down)
            places = spaced([wanted.get(key, columns[key]) for key in rows[at]], apart[at])
            columns |= dict(zip(rows[at], places, strict=True))
    return columns


def origin_of(genogram: Genogram, parents: tuple[str, ...], columns: Mapping[str, int]) -> float:
    """Return the middle between parents."""
    return sum(columns[parent] for parent in parents) / len(parents)


def _apart(one: Label, other: Label) -> int:
    return one.right + GAP + other.left


def _wishes(
    genogram: Genogram, sibships: tuple[Sibship, ...], columns: Columns, *, goes_down: bool
) -> Mapping[str, float]:
    """Return where people would stand: going down children under parents, going up parents over children."""
    wishes: dict[str, list[float]] = {}
    for sibship in sibships:
        if not sibship.parents:
            continue
        ends = [columns[key] for key in sibship.members]
        shift = origin_of(genogram, sibship.parents, columns) - (min(ends) + max(ends)) / 2
        moved, by = (sibship.members, shift) if goes_down else (sibship.parents, -shift)
        for key in moved:
            wishes.setdefault(key, []).append(columns[key] + by)
    if not goes_down:
        for bond in genogram.bonds:
            left, right = sorted((bond.one, bond.other), key=lambda key: columns[key])
            wishes.setdefault(left, []).append(columns[right] - NEAR)
            wishes.setdefault(right, []).append(columns[left] + NEAR)
    for key, place in columns.items():
        if key not in wishes and (beside := [mate for mate in partners(genogram, key) if mate in wishes]):
            moves = [_mean(wishes[mate]) - columns[mate] for mate in beside]
            wishes.setdefault(key, []).append(place + _mean(moves))
    return {key: _mean(wanted) for key, wanted in wishes.items()}


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)
