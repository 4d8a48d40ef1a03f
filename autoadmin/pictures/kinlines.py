"""The lines of a genogram: couples under their symbols, children under their parents, in lanes between the rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from autoadmin.domain.kinship import Bond, Couple, Genogram, Rearing
from autoadmin.pictures.labels import ABOVE, SIZE, SMALL, Label
from autoadmin.pictures.ordering import Rows
from autoadmin.pictures.shapes import Anchor, Line, Point, Stroke, Words
from autoadmin.pictures.sibships import Sibship, home_parents, sibships_of, twin_groups
from autoadmin.pictures.spacing import lanes_of

YEARS: Final = {Couple.MARRIED: "m. ", Couple.SEPARATED: "s. ", Couple.DIVORCED: "d. "}
LANE: Final = 12
INTO: Final = 8  # how far a line runs under the symbol at its end
COUPLES: Final = {Couple.TOGETHER: Stroke.DASHED, Couple.PARENTS: Stroke.DOTTED}
REARINGS: Final = {Rearing.BIRTH: Stroke.PLAIN, Rearing.ADOPTED: Stroke.ADOPTED, Rearing.FOSTER: Stroke.FOSTERED}


@dataclass(frozen=True, slots=True)
class Descent:
    """Children, or one, who hang from one point: that between two bonded parents, or under one."""

    parents: tuple[str, ...]
    sibship: Sibship
    rearing: Rearing


@dataclass(frozen=True, slots=True)
class Kinlines:
    """The lines, and the upper edge of the symbols of each row, which the lanes above it decide."""

    lines: tuple[Line, ...]
    tops: tuple[int, ...]
    bottom: int
    words: tuple[Words, ...]


def descents_of(genogram: Genogram) -> tuple[Descent, ...]:
    """Return everything that hangs: sibships, then children from carers and parents beside those they hang under."""
    found = [Descent(each.parents, each, _rearing(genogram, each)) for each in sibships_of(genogram)]
    for person in genogram.people:
        home = home_parents(genogram, person.key)
        for rearing in Rearing:
            others = tuple(key for key in genogram.parents(person.key, rearing) if key not in home)
            groups = [others] if len(others) == 2 and _bond(genogram, others) else [(key,) for key in others]
            found.extend(Descent(group, Sibship(group, (person.key,)), rearing) for group in groups if group)
    return tuple(found)


def kinlines_of(genogram: Genogram, rows: Rows, columns: Mapping[str, int], labels: Mapping[str, Label]) -> Kinlines:
    """Return the lines of couples and descents, and where each row stands for them to have their lanes."""
    level = {key: at for at, row in enumerate(rows) for key in row}
    lines: list[Line] = []
    tops: list[int] = []
    words: list[Words] = []
    y = ABOVE
    descents = descents_of(genogram)
    hanging = [each for each in descents if not each.parents]
    for at, row in enumerate(rows):
        loose = [each for each in hanging if level[each.sibship.members[0]] == at]
        if at == 0 and loose:
            y += LANE * 2
        top = y
        tops.append(top)
        lines += [line for each in loose for line in _hung(genogram, each, columns, (), top - ABOVE - LANE / 2, top)]
        y = top + SIZE + max(labels[key].height for key in row)
        bonds = [bond for bond in genogram.bonds if level[bond.one] == at]
        spans = [_span(columns[bond.one], columns[bond.other]) for bond in bonds]
        lanes = lanes_of(spans)
        depth = {bond: y + LANE * (lane + 0.5) for bond, lane in zip(bonds, lanes, strict=True)}
        lines += [line for bond in bonds for line in _couple(bond, columns, top + SIZE, depth[bond])]
        words += [year_at(bond, columns, depth[bond]) for bond in bonds if bond.year]
        y += LANE * (max(lanes, default=-1) + 1) + LANE // 2
        below = [each for each in descents if each.parents and level[each.parents[0]] == at]
        extra = LANE * 2 if any(level[each.sibship.members[0]] == at + 1 for each in hanging) else 0
        y = _drops(genogram, below, columns, top + SIZE, depth, y, extra, lines) + ABOVE
    return Kinlines(tuple(lines), tuple(tops), y, tuple(words))


def year_at(bond: Bond, columns: Mapping[str, int], y: float) -> Words:
    """Return since when two are married, separated or divorced, on their line: "m. 2010"."""
    one, other = sorted((columns[bond.one], columns[bond.other]))
    return Words(
        f"{YEARS.get(bond.couple, '')}{bond.year}",
        one + (other - one) * 0.76,
        y + 3.5,
        SMALL,
        Anchor.MIDDLE,
        is_on_line=True,
    )


def _drops(
    genogram: Genogram,
    below: list[Descent],
    columns: Mapping[str, int],
    foot: int,
    depth: Mapping[Bond, float],
    y: int,
    extra: int,
    lines: list[Line],
) -> int:
    """Add the lines from parents to children of one row; return where the lanes end."""
    taken = {float(place) for place in columns.values()}
    starts: list[Point] = []
    for each in below:
        bond = _bond(genogram, each.parents) if len(each.parents) == 2 else None
        start = (
            (_free(_middle(each.parents, columns), taken), depth[bond]) if bond else (_foot(each, columns), foot - INTO)
        )
        taken.add(start[0])
        starts.append((start[0], start[1]))
    spans = [
        _span(start[0], *(columns[key] for key in each.sibship.members))
        for start, each in zip(starts, below, strict=True)
    ]
    lanes = lanes_of(spans)
    last = y + LANE * (max(lanes, default=0) + 1) + extra
    for each, start, lane in zip(below, starts, lanes, strict=True):
        lines += _hung(genogram, each, columns, (start,), y + LANE * (lane + 0.5), last + ABOVE)
    return last


def _hung(
    genogram: Genogram,
    descent: Descent,
    columns: Mapping[str, int],
    start: tuple[Point, ...],
    bar: float,
    top: float,
) -> list[Line]:
    """Return the bar, its line up to the parents and one line down to each child; twins come from one point."""
    stroke = REARINGS[descent.rearing]
    parents, members = descent.parents, descent.sibship.members
    if len(members) == 1 and start:
        x, at = columns[members[0]], start[0]
        aside = x if descent.rearing is Rearing.BIRTH or home_parents(genogram, members[0]) == parents else x + 5
        return [Line((at, (at[0], bar), (aside, bar), (aside, top + INTO)), stroke, (*parents, members[0]))]
    lines, joints = [], [point[0] for point in start]
    for group in twin_groups(genogram, descent.sibship):
        joint = _middle(group, columns)
        joints.append(joint)
        for key in group:
            is_loose = key in descent.sibship.loose
            mark = Stroke.DASHED if is_loose else _own_stroke(genogram, key, descent)
            down = ((joint, bar), (columns[key], top - ABOVE + 4), (columns[key], top + INTO))
            lines.append(Line(down, mark, (key,) if is_loose else (*parents, key)))
        lines += _identical(genogram, group, columns, joint, bar, top - ABOVE + 4)
    along = Line(((min(joints), bar), (max(joints), bar)), Stroke.PLAIN, members)
    up = [Line((point, (point[0], bar)), Stroke.PLAIN, parents) for point in start]
    return [*up, along, *lines]


def _identical(
    genogram: Genogram, group: tuple[str, ...], columns: Mapping[str, int], joint: float, bar: float, foot: float
) -> list[Line]:
    """Return a bar between the lines of each two neighbours who are identical twins."""
    held = {frozenset(pair) for pair in genogram.identical}
    pairs = [pair for pair in pairwise(group) if frozenset(pair) in held]
    y = bar + (foot - bar) * 0.7
    return [Line(tuple((joint + (columns[key] - joint) * 0.7, y) for key in pair)) for pair in pairs]


def _couple(bond: Bond, columns: Mapping[str, int], foot: float, y: float) -> list[Line]:
    one, other = sorted((columns[bond.one], columns[bond.other]))
    stroke = COUPLES.get(bond.couple, Stroke.PLAIN)
    lines = [Line(((one, foot - INTO), (one, y), (other, y), (other, foot - INTO)), stroke, (bond.one, bond.other))]
    slashes = {Couple.SEPARATED: (0,), Couple.DIVORCED: (-3, 3)}.get(bond.couple, ())
    near = one + (other - one) * 0.25  # beside the middle, where children hang
    beside = [Line(((one, y - 4), (other, y - 4)), stroke)] if bond.are_kin else []
    return [*lines, *beside, *(Line(((near + by - 4, y + 6), (near + by + 4, y - 6))) for by in slashes)]


def _own_stroke(genogram: Genogram, child: str, descent: Descent) -> Stroke:
    held = {each.rearing for each in genogram.parentages if each.child == child and each.parent in descent.parents}
    return next((REARINGS[rearing] for rearing in Rearing if rearing in held), Stroke.PLAIN)


def _rearing(genogram: Genogram, sibship: Sibship) -> Rearing:
    key = sibship.members[0]
    return Rearing.BIRTH if genogram.parents(key, Rearing.BIRTH) or not sibship.parents else Rearing.ADOPTED


def _bond(genogram: Genogram, parents: tuple[str, ...]) -> Bond | None:
    return next((bond for bond in genogram.bonds if {bond.one, bond.other} == {*parents}), None)


def _foot(descent: Descent, columns: Mapping[str, int]) -> float:
    return _middle(descent.parents, columns) + (-5 if descent.rearing is Rearing.FOSTER else 0)


def _free(x: float, taken: set[float]) -> float:
    """Return the place nearest to `x` at which no other line goes down."""
    tries = (x + side * step for step in range(0, 200, 5) for side in (1, -1))
    return next((near for near in tries if all(abs(near - other) >= 5 for other in taken)), x)


def _middle(keys: tuple[str, ...], columns: Mapping[str, int]) -> float:
    return sum(columns[key] for key in keys) / len(keys)


def _span(*places: float) -> tuple[float, float]:
    return min(places), max(places)
