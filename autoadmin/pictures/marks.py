"""A sheet as marks on paper: paths, rounds and words, whatever they are written in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import cos, hypot, pi, sin
from typing import Final

from autoadmin.pictures.figures import corners_of
from autoadmin.pictures.shapes import Anchor, Box, Figure, Line, Outline, Point, Sheet, Stroke, Symbol, Words

WIDTH: Final = 1.5
ROUNDED: Final = 8  # the corners of a frame
DASHES: Final[dict[Stroke, tuple[float, ...]]] = {
    Stroke.DASHED: (6, 4),
    Stroke.DOTTED: (2, 3),
    Stroke.DISTANT: (1.5, 5),
    Stroke.ADOPTED: (12, 3),
    Stroke.FOSTERED: (8, 3, 2, 3),
    Stroke.HOUSEHOLD: (8, 4),
}


class Ink(StrEnum):
    """The colours of lines: each dark enough on white to be told when printed in grey."""

    BLACK = "#0b0c0c"
    GREY = "#505a5f"
    BLUE = "#1d70b8"
    RED = "#d4351c"
    WHITE = "#ffffff"


INKS: Final = {
    Stroke.CLOSE: Ink.BLUE,
    Stroke.DISTANT: Ink.BLUE,
    Stroke.HOSTILE: Ink.RED,
    Stroke.CUT_OFF: Ink.BLUE,
    Stroke.VIOLENT: Ink.RED,
    Stroke.STRESSFUL: Ink.RED,
}


@dataclass(frozen=True, slots=True)
class Path:
    """A line through points; one that is closed holds white, or its own ink where it `is_full`."""

    points: tuple[Point, ...]
    ink: Ink = Ink.BLACK
    width: float = WIDTH
    dashes: tuple[float, ...] = ()
    is_closed: bool = False
    is_full: bool = False


@dataclass(frozen=True, slots=True)
class Round:
    """A circle or ellipse that holds white; half its width and half its height."""

    middle: Point
    across: float
    down: float


Mark = Path | Round | Words


def marks_of(sheet: Sheet) -> Iterator[Mark]:
    """Yield the marks of a picture in the order in which they are put on paper."""
    for outline in sheet.outlines:
        yield _outline(outline)
    for line in sheet.lines:
        yield from _line(line)
    for symbol in sheet.symbols:
        yield from _symbol(symbol)
    yield from sheet.words


def _outline(outline: Outline) -> Mark:
    box = outline.box
    if outline.is_round:
        return Round(box.middle, box.width / 2, box.height / 2)
    points = _rounded(box)
    return Path((*points, points[0]), Ink.GREY, dashes=DASHES[Stroke.HOUSEHOLD])


def _rounded(box: Box) -> tuple[Point, ...]:
    """Return the corners of a frame, each as a few points of a quarter of a circle."""
    r = min(ROUNDED, box.width / 2, box.height / 2)
    turns = ((box.right - r, box.y + r, -90), (box.right - r, box.bottom - r, 0), (box.x + r, box.bottom - r, 90))
    found = []
    for x, y, start in (*turns, (box.x + r, box.y + r, 180)):
        for step in (0, 30, 60, 90):
            angle = (start + step) * pi / 180
            found.append((round(x + r * cos(angle), 2), round(y + r * sin(angle), 2)))
    return tuple(found)


def _line(line: Line) -> Iterator[Mark]:
    ink = INKS.get(line.stroke, Ink.BLACK)
    match line.stroke:
        case Stroke.CLOSE:
            yield from (Path(points, ink) for points in _beside(line.points[0], line.points[-1]))
        case Stroke.HOSTILE | Stroke.VIOLENT:
            start, end = _clipped(line.points)
            yield Path(_zigzag(start, end), ink)
            if line.stroke is Stroke.VIOLENT:
                yield Path(_arrow(start, end), ink, is_closed=True, is_full=True)
        case Stroke.STRESSFUL:
            yield Path(_zigzag(line.points[0], line.points[-1]), ink)
        case Stroke.CUT_OFF:
            yield Path(line.points, ink)
            yield from (Path(bar, ink) for bar in _bars(*_clipped(line.points)))
        case Stroke.STRONG:
            yield Path(line.points, ink, width=4)
        case _:
            yield Path(line.points, ink, dashes=DASHES.get(line.stroke, ()))


def _symbol(symbol: Symbol) -> Iterator[Mark]:
    box = symbol.box
    yield _figure(symbol.figure, box)
    if symbol.is_index:
        inset = box.width / 10 if symbol.figure in (Figure.SQUARE, Figure.CIRCLE) else box.width / 6
        yield _figure(symbol.figure, box.around(-inset))
    if symbol.is_dead:
        yield Path(((box.x, box.y), (box.right, box.bottom)))
        yield Path(((box.x, box.bottom), (box.right, box.y)))
    if symbol.is_slashed:
        yield Path(((box.x, box.bottom), (box.right, box.y)))
    if symbol.words:
        x, y = box.middle
        yield Words(symbol.words, x, y + (11 if symbol.figure is Figure.TRIANGLE else 4.5), 13, Anchor.MIDDLE)


def _figure(figure: Figure, box: Box) -> Mark:
    if figure is Figure.CIRCLE:
        return Round(box.middle, box.width / 2, box.height / 2)
    return Path(corners_of(figure, box), is_closed=True)


def _beside(start: Point, end: Point) -> Iterator[tuple[Point, Point]]:
    """Yield two lines side by side."""
    across, down = _direction(start, end)
    for by in (-2, 2):
        aside = (-down * by, across * by)
        yield (start[0] + aside[0], start[1] + aside[1]), (end[0] + aside[0], end[1] + aside[1])


def _direction(start: Point, end: Point) -> Point:
    length = hypot(end[0] - start[0], end[1] - start[1]) or 1.0
    return (end[0] - start[0]) / length, (end[1] - start[1]) / length


def _clipped(points: tuple[Point, ...]) -> tuple[Point, Point]:
    """Return the ends of a line, drawn in from the middles of symbols to their edges where there is room."""
    (x1, y1), (x2, y2) = points[0], points[-1]
    short = 24 if hypot(x2 - x1, y2 - y1) > 80 else 0
    across, down = _direction(points[0], points[-1])
    return (x1 + across * short, y1 + down * short), (x2 - across * short, y2 - down * short)


def _zigzag(start: Point, end: Point) -> tuple[Point, ...]:
    (x1, y1), (x2, y2) = start, end
    steps = max(2, round(hypot(x2 - x1, y2 - y1) / 6))
    across, down = _direction(start, end)
    middle = []
    for at in range(1, steps):
        part, side = at / steps, 4 if at % 2 else -4
        middle.append((x1 + (x2 - x1) * part - down * side, y1 + (y2 - y1) * part + across * side))
    return (start, *middle, end)


def _bars(start: Point, end: Point) -> Iterator[tuple[Point, Point]]:
    """Yield two short bars across the middle of a line."""
    across, down = _direction(start, end)
    for by in (-3, 3):
        x, y = (start[0] + end[0]) / 2 + across * by, (start[1] + end[1]) / 2 + down * by
        yield (x + down * 6, y - across * 6), (x - down * 6, y + across * 6)


def _arrow(start: Point, end: Point) -> tuple[Point, ...]:
    across, down = _direction(start, end)
    x, y = end[0] - across * 10, end[1] - down * 10
    return end, (x - down * 5, y + across * 5), (x + down * 5, y - across * 5)
