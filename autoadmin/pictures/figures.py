"""The corners of the symbols that have any."""

from __future__ import annotations

from autoadmin.pictures.shapes import Box, Figure, Point


def corners_of(figure: Figure, box: Box) -> tuple[Point, ...]:
    """Return the corners of a symbol in its box; a circle's are those of the box."""
    x, y = box.middle
    match figure:
        case Figure.DIAMOND:
            return (x, box.y), (box.right, y), (x, box.bottom), (box.x, y)
        case Figure.TRIANGLE:
            return (x, box.y), (box.right, box.bottom), (box.x, box.bottom)
        case Figure.HEXAGON:
            left, right = box.x + box.width / 4, box.right - box.width / 4
            return (left, box.y), (right, box.y), (box.right, y), (right, box.bottom), (left, box.bottom), (box.x, y)
        case _:
            return (box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom)
