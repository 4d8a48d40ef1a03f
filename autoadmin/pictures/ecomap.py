"""An ecomap laid out: the family in the middle, people and services in a ring round it."""

from __future__ import annotations

from math import cos, hypot, pi, sin
from typing import Final

from autoadmin.domain.kinship import Ecomap, Outside, Support
from autoadmin.pictures.legend import Sign, a_line, legend_at
from autoadmin.pictures.measuring import lines_of, width_of
from autoadmin.pictures.shapes import Anchor, Box, Line, Outline, Sheet, Stroke, Words

NAME: Final = 12
LINE: Final = 14
WIDTH: Final = 96  # of the words in a circle
GAP: Final = 20
MARGIN: Final = 24
MIDDLE: Final = "family"
STROKES: Final = {
    Support.PLAIN: (Stroke.PLAIN, "recorded; how strong is not"),
    Support.STRONG: (Stroke.STRONG, "strong *"),
    Support.WEAK: (Stroke.DASHED, "weak *"),
    Support.STRESSFUL: (Stroke.HOSTILE, "stressful *"),
}


def lay_out_ecomap(ecomap: Ecomap) -> Sheet:
    """Return the picture; circles are as large as their words need, and the ring as wide as the circles need."""
    inner = _lines(ecomap.family, *ecomap.inside)
    around = [_lines(each.name, each.what) for each in ecomap.outside]
    core, size = _radius(inner), max([_radius(lines) for lines in around], default=0)
    ring = _ring(core, size, len(around))
    half = int(ring + size) + MARGIN if around else core + MARGIN
    width = max(2 * half, 480)
    middle = (width / 2, float(half))
    outlines, words, lines = [_circle(middle, core, MIDDLE)], _written(inner, middle), []
    for at, (each, told) in enumerate(zip(ecomap.outside, around, strict=True)):
        turn = 2 * pi * at / len(around) - pi / 2
        place = (middle[0] + ring * cos(turn), middle[1] + ring * sin(turn))
        outlines.append(_circle(place, size, str(at)))
        words += _written(told, place)
        lines.append(_line(each, middle, place, core, size, str(at)))
    legend = legend_at(_signs(ecomap), width, 2 * half + 10)
    return Sheet(
        width,
        legend.height + MARGIN,
        words=(*words, *legend.words),
        lines=(*lines, *legend.lines),
        outlines=tuple(outlines),
    )


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


def _circle(middle: tuple[float, float], radius: int, key: str) -> Outline:
    box = Box(middle[0] - radius, middle[1] - radius, 2 * radius, 2 * radius)
    return Outline(box, (key,), is_round=True)


def _written(lines: tuple[str, ...], middle: tuple[float, float]) -> list[Words]:
    top = middle[1] - LINE * len(lines) / 2 + 11
    return [Words(line, middle[0], top + LINE * at, NAME, Anchor.MIDDLE) for at, line in enumerate(lines)]


def _line(
    each: Outside, middle: tuple[float, float], place: tuple[float, float], core: int, size: int, key: str
) -> Line:
    """Return the line from the edge of the family's circle to that of another."""
    away = hypot(place[0] - middle[0], place[1] - middle[1])
    across, down = (place[0] - middle[0]) / away, (place[1] - middle[1]) / away
    start = (middle[0] + across * core, middle[1] + down * core)
    end = (place[0] - across * size, place[1] - down * size)
    return Line((start, end), STROKES[each.support][0], (MIDDLE, key))


def _signs(ecomap: Ecomap) -> list[tuple[str, tuple[Sign, ...]]]:
    used = {each.support for each in ecomap.outside}
    return [(meaning, (a_line(stroke),)) for support, (stroke, meaning) in STROKES.items() if support in used]
