"""What the signs of one picture mean: those that it uses, and no other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from autoadmin.domain.kinship import Couple, Feeling, Genogram, Loss, Rearing, Sex
from autoadmin.pictures.labels import FIGURES, signs_of
from autoadmin.pictures.measuring import width_of
from autoadmin.pictures.shapes import Box, Figure, Line, Outline, Stroke, Symbol, Words
from autoadmin.pictures.sibships import sibships_of, twin_groups

SIZE: Final = 11
ROW: Final = 24
MARGIN: Final = 24
SIGN: Final = 40
CONFIRM: Final = "* to be confirmed by the council: publishers draw this in different ways"
MEANS: Final = "What the signs mean"
FEELINGS: Final = {
    Feeling.CLOSE: (Stroke.CLOSE, "close"),
    Feeling.DISTANT: (Stroke.DISTANT, "distant"),
    Feeling.HOSTILE: (Stroke.HOSTILE, "hostile"),
    Feeling.CUT_OFF: (Stroke.CUT_OFF, "cut off"),
    Feeling.VIOLENT: (Stroke.VIOLENT, "violence, from one to the other"),
}
COUPLES: Final = {
    Couple.MARRIED: (Stroke.PLAIN, "married"),
    Couple.TOGETHER: (Stroke.DASHED, "a couple, not recorded as married"),
    Couple.SEPARATED: (Stroke.PLAIN, "separated *"),
    Couple.DIVORCED: (Stroke.PLAIN, "divorced *"),
    Couple.PARENTS: (Stroke.DOTTED, "parents of one child; if a couple is not recorded"),
}
REARINGS: Final = {
    Rearing.ADOPTED: (Stroke.ADOPTED, "down to a child: adopted *"),
    Rearing.FOSTER: (Stroke.FOSTERED, "down to a child: fostered *"),
}
SEXES: Final = {
    Sex.MALE: "male",
    Sex.FEMALE: "female",
    Sex.NON_BINARY: "non-binary *",
    Sex.UNKNOWN: "sex not recorded",
}
LOSSES: Final = {
    Loss.MISCARRIAGE: "miscarriage *",
    Loss.STILLBIRTH: "stillborn *",
    Loss.TERMINATION: "pregnancy ended by choice *",
}
Sign = Symbol | Line | Outline


@dataclass(frozen=True, slots=True)
class Legend:
    """The legend in its place; `height` is where it ends."""

    symbols: tuple[Symbol, ...]
    words: tuple[Words, ...]
    lines: tuple[Line, ...]
    outlines: tuple[Outline, ...]
    height: int


def legend_of(genogram: Genogram, width: int, y: int) -> Legend:
    """Return the legend of a genogram, in as many columns as the width has room for."""
    return legend_at([*_signs(genogram)], width, y)


def legend_at(told: list[tuple[str, tuple[Sign, ...]]], width: int, y: int) -> Legend:
    """Return the legend of some signs, each drawn in a box at 0, 0 that is 30 wide and 18 high."""
    if not told:
        return Legend((), (), (), (), y)
    widths, down = _columns([width_of(meaning, SIZE) + SIGN + 16 for meaning, _ in told], width - 2 * MARGIN)
    words = [Words(MEANS, MARGIN, y, SIZE)]
    signs: list[Sign] = []
    for at, (meaning, drawn) in enumerate(told):
        x, top = MARGIN + sum(widths[: at // down]), y + 10 + at % down * ROW
        words.append(Words(meaning, x + SIGN, top + 13, SIZE))
        signs.extend(_moved(sign, x, top) for sign in drawn)
    bottom = y + 10 + down * ROW
    if any(meaning.endswith("*") for meaning, _ in told):
        words.append(Words(CONFIRM, MARGIN, bottom + 12, SIZE))
        bottom += 18
    return Legend(
        tuple(sign for sign in signs if isinstance(sign, Symbol)),
        tuple(words),
        tuple(sign for sign in signs if isinstance(sign, Line)),
        tuple(sign for sign in signs if isinstance(sign, Outline)),
        bottom,
    )


def _columns(widths: list[int], room: int) -> tuple[list[int], int]:
    """Return how wide each column is, and how many rows there are, for the fewest rows that there is room for."""
    for down in range(1, len(widths) + 1):
        columns = [max(widths[at : at + down]) for at in range(0, len(widths), down)]
        if sum(columns) <= room:
            return columns, down
    return [max(widths)], len(widths)


def a_line(stroke: Stroke) -> Line:
    """Return a line as the legend shows it."""
    return Line(((0, 9), (30, 9)), stroke)


def _signs(genogram: Genogram) -> Iterator[tuple[str, tuple[Sign, ...]]]:
    yield from _people(genogram)
    for couple, (stroke, meaning) in COUPLES.items():
        if any(bond.couple is couple for bond in genogram.bonds):
            slashes = {Couple.SEPARATED: (15,), Couple.DIVORCED: (12, 18)}.get(couple, ())
            yield meaning, (a_line(stroke), *(Line(((x - 4, 15), (x + 4, 3))) for x in slashes))
    for rearing, (stroke, meaning) in REARINGS.items():
        if any(each.rearing is rearing for each in genogram.parentages):
            yield meaning, (a_line(stroke),)
    sibships = sibships_of(genogram)
    if any(sibship.loose for sibship in sibships):
        yield "brother or sister; whose child is not recorded", (Line(((15, 2), (15, 18)), Stroke.DASHED),)
    identical = {frozenset(pair) for pair in genogram.identical}
    groups = [group for sibship in sibships for group in twin_groups(genogram, sibship)]
    if any(frozenset(pair) not in identical for group in groups for pair in pairwise(group)):
        yield "twins, or born on one day", (Line(((3, 18), (15, 3), (27, 18))),)
    if genogram.identical:
        yield "identical twins", (Line(((3, 18), (15, 3), (27, 18))), Line(((8, 12), (22, 12))))
    if any(bond.are_kin for bond in genogram.bonds):
        yield "a couple who are kin by blood", (Line(((0, 7), (30, 7))), Line(((0, 12), (30, 12))))
    if genogram.households:
        yield "live together; frames of one letter are one home", (Outline(Box(2, 1, 26, 16)),)
    for feeling, (stroke, meaning) in FEELINGS.items():
        if any(each.feeling is feeling for each in genogram.relations):
            yield meaning, (a_line(stroke),)


def _people(genogram: Genogram) -> Iterator[tuple[str, tuple[Sign, ...]]]:
    box = Box(6, 0, 18, 18)
    born = [person for person in genogram.people if not person.is_unborn and not person.loss]
    for sex, meaning in SEXES.items():
        if any(person.sex is sex for person in born):
            yield meaning, (Symbol("", FIGURES[sex], box),)
    if any(person.is_unborn for person in genogram.people):
        yield "pregnancy, with the day expected", (Symbol("", Figure.TRIANGLE, box),)
    if any(person.is_index for person in genogram.people):
        yield "child whom this is about *", (Symbol("", Figure.SQUARE, box, is_index=True),)
    if any(person.has_died for person in genogram.people):
        yield "has died", (Symbol("", Figure.SQUARE, box, is_dead=True),)
    for loss, meaning in LOSSES.items():
        if any(person.loss is loss for person in genogram.people):
            yield meaning, (Symbol("", Figure.TRIANGLE, Box(9, 3, 13, 13), "", False, *signs_of(loss)),)


def _moved(sign: Sign, x: int, y: int) -> Sign:
    match sign:
        case Symbol():
            return replace(sign, box=_box(sign.box, x, y))
        case Line():
            return Line(tuple((px + x, py + y) for px, py in sign.points), sign.stroke)
        case Outline():
            return Outline(_box(sign.box, x, y), (), sign.is_round)


def _box(box: Box, x: int, y: int) -> Box:
    return Box(box.x + x, box.y + y, box.width, box.height)
