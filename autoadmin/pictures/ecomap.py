"""An ecomap laid out: the family in the middle, people and services around it."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, hypot, pi, sin
from typing import Final

from autoadmin.domain.kinship import Ecomap, Support
from autoadmin.pictures.fitting import fits
from autoadmin.pictures.legend import Sign, a_line, legend_at
from autoadmin.pictures.measuring import lines_of, width_of
from autoadmin.pictures.shapes import Anchor, Box, Line, Outline, Point, Sheet, Stroke, Words

NAME: Final = 12
LINE: Final = 14
WIDTH: Final = 96  # of the words in a circle
GAP: Final = 20
NARROW: Final = 12  # between ellipses
REACH: Final = 60  # of the lines from the family to those at its sides
LEAST_WIDTH: Final = 480
MARGIN: Final = 24
MIDDLE: Final = "family"
STROKES: Final = {
    Support.PLAIN: (Stroke.PLAIN, "recorded; how strong is not"),
    Support.STRONG: (Stroke.STRONG, "strong *"),
    Support.WEAK: (Stroke.DASHED, "weak *"),
    Support.STRESSFUL: (Stroke.STRESSFUL, "stressful *"),
}


@dataclass(frozen=True, slots=True)
class _Place:
    """A circle or ellipse with its words: half its width, half its height."""

    lines: tuple[str, ...]
    middle: Point
    across: float
    down: float

    @property
    def words(self) -> list[Words]:
        top = self.middle[1] - LINE * len(self.lines) / 2 + 11
        return [Words(line, self.middle[0], top + LINE * at, NAME, Anchor.MIDDLE) for at, line in enumerate(self.lines)]

    def outline(self, key: str) -> Outline:
        (x, y), across, down = self.middle, self.across, self.down
        return Outline(Box(x - across, y - down, 2 * across, 2 * down), (key,), is_round=True)


def lay_out_ecomap(ecomap: Ecomap) -> Sheet:
    """Return the picture: those outside in a ring, or where no page has room for that, at both sides of the family."""
    ring = _in_a_ring(ecomap)
    return ring if fits(ring) else _at_both_sides(ecomap)


def _in_a_ring(ecomap: Ecomap) -> Sheet:
    """Return circles as large as their words need, and the ring as wide as the circles need."""
    inner = _lines(ecomap.family, *ecomap.inside)
    around = [_lines(each.name, each.what) for each in ecomap.outside]
    core, size = _radius(inner), max([_radius(lines) for lines in around], default=0)
    ring = _ring(core, size, len(around))
    half = int(ring + size) + MARGIN if around else core + MARGIN
    middle = (max(2 * half, LEAST_WIDTH) / 2, float(half))
    places = []
    for at, lines in enumerate(around):
        turn = 2 * pi * at / len(around) - pi / 2
        places.append(_Place(lines, (middle[0] + ring * cos(turn), middle[1] + ring * sin(turn)), size, size))
    return _sheet(ecomap, _Place(inner, middle, core, core), places, 2 * half)


def _at_both_sides(ecomap: Ecomap) -> Sheet:
    """Return ellipses in two columns, every other one left of the family and right of it."""
    inner = _lines(ecomap.family, *ecomap.inside)
    around = [_lines(each.name, each.what) for each in ecomap.outside]
    core = _radius(inner)
    across = max(int(max(width_of(line, NAME) for line in lines) * 0.6) for lines in around) + 12
    down = max(len(lines) for lines in around) * LINE * 0.7 + 6
    rows = (len(around) + 1) // 2
    height = int(max(rows * (2 * down + NARROW), 2 * core)) + 2 * MARGIN
    width = max(2 * (MARGIN + 2 * across + REACH + core), LEAST_WIDTH)
    middle = (width / 2, height / 2)
    places = []
    for at, lines in enumerate(around):
        side = MARGIN + across if at % 2 == 0 else width - MARGIN - across
        y = middle[1] + (at // 2 - (rows - 1) / 2) * (2 * down + NARROW)
        places.append(_Place(lines, (side, y), across, down))
    return _sheet(ecomap, _Place(inner, middle, core, core), places, height)


def _sheet(ecomap: Ecomap, family: _Place, places: list[_Place], height: int) -> Sheet:
    width = round(family.middle[0] * 2)
    legend = legend_at(_signs(ecomap), width, height + 10)
    lines = [
        Line(_between(family, place), STROKES[each.support][0], (MIDDLE, str(at)))
        for at, (each, place) in enumerate(zip(ecomap.outside, places, strict=True))
    ]
    return Sheet(
        width,
        legend.height + MARGIN,
        words=(*(word for place in (family, *places) for word in place.words), *legend.words),
        lines=(*lines, *legend.lines),
        outlines=(family.outline(MIDDLE), *(place.outline(str(at)) for at, place in enumerate(places))),
    )


def _between(family: _Place, place: _Place) -> tuple[Point, Point]:
    """Return the line from the edge of the family's circle to that of another, to the near end of an ellipse."""
    x, y = place.middle
    if place.across != place.down:
        x += place.across if x < family.middle[0] else -place.across
    away = hypot(x - family.middle[0], y - family.middle[1])
    across, down = (x - family.middle[0]) / away, (y - family.middle[1]) / away
    short = place.down if place.across == place.down else 0
    start = (family.middle[0] + across * family.across, family.middle[1] + down * family.down)
    return start, (x - across * short, y - down * short)


def _ring(core: int, size: int, count: int) -> float:
    """Return how far from the middle circles stand so that they touch neither each other nor the family's."""
    apart = 2 * size + GAP
    return max(core + size + 50.0, apart / (2 * sin(pi / count)) if count > 1 else 0.0)


def _lines(*told: str) -> tuple[str, ...]:
    return tuple(line for words in told for line in lines_of(words, NAME, WIDTH))


def _radius(lines: tuple[str, ...]) -> int:
    """Return the radius of a circle that holds lines of words."""
    widest = max((width_of(line, NAME) for line in lines), default=0)
    return int(hypot(widest / 2, LINE * len(lines) / 2)) + 8


def _signs(ecomap: Ecomap) -> list[tuple[str, tuple[Sign, ...]]]:
    used = {each.support for each in ecomap.outside}
    return [(meaning, (a_line(stroke),)) for support, (stroke, meaning) in STROKES.items() if support in used]
