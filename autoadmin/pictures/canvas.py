"""A picture as dots: each one byte, which says how dark it is and in which ink."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, hypot, sqrt
from typing import Final

from autoadmin.pictures.shapes import Point

LEVELS: Final = 16  # from white to full ink
FULL: Final = LEVELS - 1
Stamp = tuple[tuple[int, int, bytes], ...]  # rows of dots: down, across, and the dots


class Canvas:
    """A white sheet of dots. A dot keeps the darkest of what is drawn on it, but a stamp covers what was there."""

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.rows = [bytearray(width) for _ in range(height)]

    def stroke(self, points: Sequence[Point], width: float, ink: int) -> None:
        """Draw a line through points, its ends flat unless they meet."""
        last, meets = len(points) - 2, points[0] == points[-1]
        for at in range(last + 1):
            self._segment(points[at], points[at + 1], width, ink, joins=(at > 0 or meets, at < last or meets))

    def stamp(self, stamp: Stamp, x: int, y: int) -> None:
        """Put rows of dots over what is there; those beyond the edges are lost."""
        for down, across, dots in stamp:
            if 0 <= y + down < self.height:
                start = x + across
                kept = dots[max(0, -start) : max(0, self.width - start)]
                self.rows[y + down][max(0, start) : max(0, start) + len(kept)] = kept

    def fill(self, points: Sequence[Point], dot: int) -> None:
        """Fill a shape between its corners with one dot."""
        for y in range(max(0, floor(min(p[1] for p in points))), min(self.height, ceil(max(p[1] for p in points)))):
            meets = sorted(_meets(points, y + 0.5))
            for left, right in zip(meets[::2], meets[1::2], strict=False):
                start, end = max(0, round(left)), min(self.width, round(right))
                if end > start:
                    self.rows[y][start:end] = bytes((dot,)) * (end - start)

    def _segment(self, start: Point, end: Point, width: float, ink: int, joins: tuple[bool, bool]) -> None:
        """Draw one straight line; one along the rows or columns has sharp edges, at whole dots."""
        (x1, y1), (x2, y2) = start, end
        if x1 != x2 and y1 != y2:
            self._slope(start, end, width / 2, ink)
            return
        if (x1, y1) > (x2, y2):
            (x1, y1), (x2, y2), joins = (x2, y2), (x1, y1), joins[::-1]
        thick = max(1, round(width))
        left, top = round(x1 - thick / 2), round(y1 - thick / 2)
        right, bottom = round(x2 - thick / 2) + thick, round(y2 - thick / 2) + thick
        if y1 == y2:
            self._block(left if joins[0] else round(x1), right if joins[1] else round(x2), top, bottom, ink)
        else:
            self._block(left, right, top if joins[0] else round(y1), bottom if joins[1] else round(y2), ink)

    def _block(self, left: int, right: int, top: int, bottom: int, ink: int) -> None:
        left, right = max(0, left), min(self.width, right)
        dots = bytes((ink * LEVELS + FULL,)) * (right - left)
        for y in range(max(0, top), min(self.height, bottom)):
            self.rows[y][left:right] = dots

    def _slope(self, start: Point, end: Point, half: float, ink: int) -> None:
        (x1, y1), (x2, y2) = start, end
        length = hypot(x2 - x1, y2 - y1)
        across, down = (x2 - x1) / length, (y2 - y1) / length
        reach = (half + 1) / abs(down)
        left, right = min(x1, x2) - half - 1, max(x1, x2) + half + 1
        for y in range(max(0, floor(min(y1, y2) - half)), min(self.height, ceil(max(y1, y2) + half))):
            centre = x1 + (y + 0.5 - y1) * across / down
            first, last = max(0, floor(max(left, centre - reach))), min(self.width, ceil(min(right, centre + reach)))
            row = self.rows[y]
            for x in range(first, last):
                px, py = x + 0.5 - x1, y + 0.5 - y1
                along = px * across + py * down
                beyond = max(0.0, -along, along - length)
                _darken(row, x, half + 0.5 - hypot(px * down - py * across, beyond), ink)


def ring(radius: float, width: float, ink: int) -> Stamp:
    """Return a circle about 0, 0, white within."""
    outer, half = radius + width / 2 + 0.5, width / 2
    found = []
    for y in range(floor(-outer), ceil(outer)):
        down = y + 0.5
        reach = sqrt(max(0.0, outer * outer - down * down))
        left, right = floor(-reach), ceil(reach)
        if right > left:
            row = bytearray(right - left)
            hole = sqrt(max(0.0, (radius - half - 0.5) ** 2 - down * down))
            for x in (x for x in range(left, right) if not -hole + 1 < x < hole - 1):
                _darken(row, x - left, half + 0.5 - abs(hypot(x + 0.5, down) - radius), ink)
            found.append((y, left, bytes(row)))
    return tuple(found)


def _darken(row: bytearray, x: int, cover: float, ink: int) -> None:
    level = min(FULL, int(cover * FULL))
    if level > row[x] % LEVELS:
        row[x] = ink * LEVELS + level


def _meets(points: Sequence[Point], y: float) -> list[float]:
    """Return where a row meets the edges of a shape."""
    found = []
    for at, (x1, y1) in enumerate(points):
        x2, y2 = points[(at + 1) % len(points)]
        if (y1 <= y) != (y2 <= y):
            found.append(x1 + (y - y1) * (x2 - x1) / (y2 - y1))
    return found
