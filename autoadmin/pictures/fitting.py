"""A genogram on a page of paper: upright, else on its side, else without those who are farthest off, who are told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from autoadmin.domain.generations import generations, settled
from autoadmin.domain.kinship import Genogram
from autoadmin.pictures.leaving_out import left_out, only
from autoadmin.pictures.shapes import Sheet
from autoadmin.pictures.sheet import lay_out

MM_PER_PIXEL: Final = 0.26  # a name is then nearly nine points high, and a year seven
LEAST: Final = 0.96  # of that size, at which the smallest letters are seven points high
UPRIGHT: Final = (170.0, 225.0)  # millimetres of A4 within margins of 20, and room for a heading
SIDEWAYS: Final = (257.0, 146.0)
NEAREST: Final = 1  # steps from the child, within which nobody is left out


def fitted(recorded: Genogram) -> Sheet | None:
    """Return the picture of a family as large as a page; None where not even the nearest have room on one.

    Whole circles are left out, the farthest from the children first, so that nobody is drawn with half of theirs.
    """
    genogram = settled(recorded)
    whole = lay_out(genogram)
    if fits(whole):
        return whole
    steps = steps_from_children(genogram)
    for most in range(max(steps.values(), default=0), NEAREST - 1, -1):
        kept = {key for key, step in steps.items() if step <= most}
        sheet = lay_out(only(genogram, kept), left_out(genogram, kept))
        if len(kept) < len(genogram.people) and fits(sheet):
            return sheet
    return None


def fits(sheet: Sheet) -> bool:
    """Return whether a page, upright or on its side, has room for a picture in its own size."""
    width, height = sheet.width * MM_PER_PIXEL, sheet.height * MM_PER_PIXEL
    return any(width <= across and height <= down for across, down in (UPRIGHT, SIDEWAYS))


def steps_from_children(genogram: Genogram) -> Mapping[str, int]:
    """Return how many steps of kinship everybody is from the children whom the picture is about; none, where no way.

    Brothers, sisters and those in one home are one step off; those before the grandparents are one farther than they
    are, so that an aunt is nearer than a great-grandmother.
    """
    near = _near(genogram)
    reached = {person.key: 0 for person in genogram.people if person.is_index}
    edge = [*reached]
    while edge:
        found = dict.fromkeys(other for key in edge for other in near[key] if other not in reached)
        reached |= dict.fromkeys(found, reached[edge[0]] + 1)
        edge = list(found)
    levels = generations(genogram)
    grand = min((levels[person.key] for person in genogram.people if person.is_index), default=0) - 2
    return {key: step + (levels[key] < grand) for key, step in reached.items()}


def _near(genogram: Genogram) -> Mapping[str, Mapping[str, None]]:
    """Return who is one step from whom, in an order that is always the same."""
    near: dict[str, dict[str, None]] = {person.key: {} for person in genogram.people}
    pairs = [(each.child, each.parent) for each in genogram.parentages]
    pairs += [(each.one, each.other) for each in genogram.bonds]
    pairs += [(each.one, each.other) for each in genogram.siblings]
    children = [person.key for person in genogram.people if person.is_index]
    for key in children:
        pairs += [(key, other) for home in genogram.households if key in home for other in home]
        pairs += [(key, other) for parent in genogram.parents(key) for other in genogram.children(parent)]
    for one, other in pairs:
        near[one][other] = near[other][one] = None
    return near
