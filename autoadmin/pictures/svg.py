"""A sheet written as SVG: no style, script or address in it, so that a strict page shows it as it is."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from math import hypot
from typing import Final

from autoadmin.pictures.shapes import Anchor, Figure, Line, Outline, Point, Sheet, Stroke, Symbol, Words

INK: Final = "#0b0c0c"
GREY: Final = "#505a5f"
BLUE: Final = "#1d70b8"
RED: Final = "#d4351c"
FONT: Final = "Roboto, Arial, sans-serif"
DASHES: Final = {
    Stroke.DASHED: "6 4",
    Stroke.DOTTED: "2 3",
    Stroke.DISTANT: "1.5 5",
    Stroke.ADOPTED: "12 3",
    Stroke.FOSTERED: "8 3 2 3",
    Stroke.HOUSEHOLD: "8 4",
}
COLOURS: Final = {
    Stroke.HOUSEHOLD: GREY,
    Stroke.CLOSE: BLUE,
    Stroke.DISTANT: BLUE,
    Stroke.HOSTILE: RED,
    Stroke.CUT_OFF: BLUE,
    Stroke.VIOLENT: RED,
}


def svg_of(sheet: Sheet, title: str, alt: str) -> str:
    """Return the picture as SVG, with its title and what it shows in words."""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" width="{sheet.width}" '
        f'height="{sheet.height}" viewBox="0 0 {sheet.width} {sheet.height}" font-family="{FONT}">'
    )
    body = [
        f'<title id="title">{_text(title)}</title>',
        f'<desc id="desc">{_text(alt)}</desc>',
        f'<rect width="{sheet.width}" height="{sheet.height}" fill="#ffffff"/>',
        *(_outline(each) for each in sheet.outlines),
        *(part for each in sheet.lines for part in _line(each)),
        *(part for each in sheet.symbols for part in _symbol(each)),
        *(_words(each) for each in sheet.words),
    ]
    return "\n".join([head, *body, "</svg>", ""])


def _outline(outline: Outline) -> str:
    box = outline.box
    if outline.is_round:
        x, y = box.middle
        return (
            f'<ellipse cx="{_n(x)}" cy="{_n(y)}" rx="{_n(box.width / 2)}" ry="{_n(box.height / 2)}" '
            f'fill="#ffffff" stroke="{INK}" stroke-width="1.5"/>'
        )
    return (
        f'<rect x="{_n(box.x)}" y="{_n(box.y)}" width="{_n(box.width)}" height="{_n(box.height)}" rx="8" '
        f'fill="none" stroke="{GREY}" stroke-width="1.5" stroke-dasharray="{DASHES[Stroke.HOUSEHOLD]}"/>'
    )


def _line(line: Line) -> Iterator[str]:
    colour = COLOURS.get(line.stroke, INK)
    match line.stroke:
        case Stroke.CLOSE:
            yield _path(line.points, colour, width=6)
            yield _path(line.points, "#ffffff", width=2.5)
        case Stroke.HOSTILE | Stroke.VIOLENT:
            start, end = _clipped(line.points)
            yield _path(_zigzag(start, end), colour)
            if line.stroke is Stroke.VIOLENT:
                yield _arrow(start, end, colour)
        case Stroke.CUT_OFF:
            yield _path(line.points, colour)
            yield from (_path(bar, colour) for bar in _bars(*_clipped(line.points)))
        case Stroke.STRONG:
            yield _path(line.points, colour, width=4)
        case _:
            yield _path(line.points, colour, dashes=DASHES.get(line.stroke, ""))


def _symbol(symbol: Symbol) -> Iterator[str]:
    box = symbol.box
    yield _figure(symbol.figure, box.x, box.y, box.width)
    if symbol.is_index:
        inset = box.width / 10 if symbol.figure in (Figure.SQUARE, Figure.CIRCLE) else box.width / 6
        yield _figure(symbol.figure, box.x + inset, box.y + inset, box.width - 2 * inset)
    if symbol.is_dead:
        yield _path(((box.x, box.y), (box.right, box.bottom)), INK)
        yield _path(((box.x, box.bottom), (box.right, box.y)), INK)
    if symbol.words:
        x, y = box.middle
        low = y + (11 if symbol.figure is Figure.TRIANGLE else 4.5)
        yield _words(Words(symbol.words, x, low, 13, Anchor.MIDDLE), halo=5)


def _figure(figure: Figure, x: float, y: float, size: float) -> str:
    look = f'fill="#ffffff" stroke="{INK}" stroke-width="1.5"'
    half = size / 2
    match figure:
        case Figure.SQUARE:
            return f'<rect x="{_n(x)}" y="{_n(y)}" width="{_n(size)}" height="{_n(size)}" {look}/>'
        case Figure.CIRCLE:
            return f'<circle cx="{_n(x + half)}" cy="{_n(y + half)}" r="{_n(half)}" {look}/>'
        case Figure.DIAMOND:
            corners: tuple[Point, ...] = ((x + half, y), (x + size, y + half), (x + half, y + size), (x, y + half))
        case Figure.TRIANGLE:
            corners = ((x + half, y), (x + size, y + size), (x, y + size))
    return f'<polygon points="{_points(corners)}" {look}/>'


def _words(words: Words, *, halo: float = 2.5) -> str:
    anchor = "" if words.anchor is Anchor.START else f' text-anchor="{words.anchor.value}"'
    look = f'fill="{INK}" stroke="#ffffff" stroke-width="{_n(halo)}" stroke-linejoin="round" paint-order="stroke"'
    return (
        f'<text x="{_n(words.x)}" y="{_n(words.y)}" font-size="{_n(words.size)}"{anchor} {look}>'
        f"{_text(words.words)}</text>"
    )


def _path(points: tuple[Point, ...], colour: str, *, width: float = 1.5, dashes: str = "") -> str:
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<polyline points="{_points(points)}" fill="none" stroke="{colour}" '
        f'stroke-width="{_n(width)}" stroke-linejoin="round"{dashed}/>'
    )


def _clipped(points: tuple[Point, ...]) -> tuple[Point, Point]:
    """Return the ends of a line, drawn in from the middles of symbols to their edges where there is room."""
    (x1, y1), (x2, y2) = points[0], points[-1]
    length = hypot(x2 - x1, y2 - y1) or 1.0
    short = 24 if length > 80 else 0
    across, down = (x2 - x1) / length * short, (y2 - y1) / length * short
    return (x1 + across, y1 + down), (x2 - across, y2 - down)


def _zigzag(start: Point, end: Point) -> tuple[Point, ...]:
    (x1, y1), (x2, y2) = start, end
    length = hypot(x2 - x1, y2 - y1) or 1.0
    steps = max(2, round(length / 6))
    across, down = -(y2 - y1) / length * 4, (x2 - x1) / length * 4
    middle = []
    for at in range(1, steps):
        part, side = at / steps, 1 if at % 2 else -1
        middle.append((x1 + (x2 - x1) * part + across * side, y1 + (y2 - y1) * part + down * side))
    return (start, *middle, end)


def _bars(start: Point, end: Point) -> Iterator[tuple[Point, ...]]:
    """Yield two short bars across the middle of a line."""
    (x1, y1), (x2, y2) = start, end
    length = hypot(x2 - x1, y2 - y1) or 1.0
    along, aside = ((x2 - x1) / length, (y2 - y1) / length), (-(y2 - y1) / length * 6, (x2 - x1) / length * 6)
    for by in (-3, 3):
        x, y = (x1 + x2) / 2 + along[0] * by, (y1 + y2) / 2 + along[1] * by
        yield ((x - aside[0], y - aside[1]), (x + aside[0], y + aside[1]))


def _arrow(start: Point, end: Point, colour: str) -> str:
    (x1, y1), (x2, y2) = start, end
    length = hypot(x2 - x1, y2 - y1) or 1.0
    across, down = (x2 - x1) / length, (y2 - y1) / length
    back = (x2 - across * 10, y2 - down * 10)
    corners = (end, (back[0] - down * 5, back[1] + across * 5), (back[0] + down * 5, back[1] - across * 5))
    return f'<polygon points="{_points(corners)}" fill="{colour}"/>'


def _points(points: tuple[Point, ...]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)


def _n(value: float) -> str:
    """Return a number as short as it can be, the same on every machine."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _text(words: str) -> str:
    return escape("".join(mark for mark in words if mark.isprintable() or mark == " "), quote=False)
