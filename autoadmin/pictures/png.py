"""A sheet as PNG with a palette of four inks: the same bytes on every machine that packs alike."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise
from math import ceil, cos, dist, floor, pi, sin
from typing import Final

from autoadmin.pictures.canvas import LEVELS, Canvas, Stamp, ring
from autoadmin.pictures.letters import bring_letters, cannot_be_drawn, stamp_of
from autoadmin.pictures.marks import Ink, Path, Round, marks_of
from autoadmin.pictures.measuring import width_of
from autoadmin.pictures.shapes import Anchor, Point, Sheet, Words

SHARPNESS: Final = 2  # dots to each pixel of the sheet: about 195 to the inch as documents print it
INKS: Final = (Ink.BLACK, Ink.GREY, Ink.BLUE, Ink.RED)
EMPTY_BOXES: Final = "Empty boxes stand for letters that no font here has. The names are in the description."
CORNERS: Final = 72  # of an ellipse, too many to be seen
HARD: Final = 5  # how hard it is packed


def png_of(sheet: Sheet) -> bytes:
    """Return the picture as PNG. A letter that no font of this machine has is an empty box, and that is said below.

    OperationError where the font that autoadmin carries is missing.
    """
    if _has_undrawn(sheet):
        foot = Words(EMPTY_BOXES, 24, sheet.height, 11)
        sheet = replace(sheet, height=sheet.height + 24, words=(*sheet.words, foot))
    canvas = Canvas(sheet.width * SHARPNESS, sheet.height * SHARPNESS)
    marks = tuple(marks_of(sheet))
    _bring_letters(tuple(mark for mark in marks if isinstance(mark, Words)))
    for mark in marks:
        match mark:
            case Path():
                _put_path(canvas, mark)
            case Round((x, y), across, down):
                stamp = _ring(across) if across == down else _ellipse(across, down)
                canvas.stamp(stamp, round(x * SHARPNESS), round(y * SHARPNESS))
            case Words():
                _put_words(canvas, mark)
    return _packed(canvas)


def _has_undrawn(sheet: Sheet) -> bool:
    return any(cannot_be_drawn(each.words) for each in sheet.words if not each.words.isascii())


def _bring_letters(words: tuple[Words, ...]) -> None:
    for size in sorted({each.size for each in words}):
        bring_letters("".join(each.words for each in words if each.size == size), round(size * SHARPNESS))


def _put_path(canvas: Canvas, path: Path) -> None:
    ink = INKS.index(path.ink)
    points = [(x * SHARPNESS, y * SHARPNESS) for x, y in path.points]
    width = path.width * SHARPNESS
    if path.is_full:
        canvas.fill(points, ink * LEVELS + LEVELS - 1)
    elif path.is_closed:
        left, top = (floor(min(place)) for place in zip(*points, strict=True))
        canvas.stamp(_shape(tuple((x - left, y - top) for x, y in points), width, ink), left, top)
    elif path.dashes:
        for dash in _dashes(points, [length * SHARPNESS for length in path.dashes]):
            canvas.stroke(dash, width, ink)
    else:
        canvas.stroke(points, width, ink)


def _put_words(canvas: Canvas, words: Words) -> None:
    if words.is_on_line:
        box = words.box.around(1)
        left, top, right, bottom = (place * SHARPNESS for place in (box.x, box.y, box.right, box.bottom))
        canvas.fill(((left, top), (right, top), (right, bottom), (left, bottom)), 0)
    size, x = round(words.size * SHARPNESS), words.x * SHARPNESS
    left = {Anchor.START: 0.0, Anchor.MIDDLE: 0.5, Anchor.END: 1.0}[words.anchor] * width_of(words.words, size)
    canvas.stamp(stamp_of(words.words, size), round(x - left), round(words.y * SHARPNESS))


@lru_cache(maxsize=256)
def _ring(radius: float) -> Stamp:
    return ring(radius * SHARPNESS, 1.5 * SHARPNESS, 0)


@lru_cache(maxsize=256)
def _ellipse(across: float, down: float) -> Stamp:
    turns = [2 * pi * at / CORNERS for at in range(CORNERS)]
    corners = [(across * SHARPNESS * cos(turn), down * SHARPNESS * sin(turn)) for turn in turns]
    return _shape(tuple(corners), 1.5 * SHARPNESS, 0)


@lru_cache(maxsize=256)
def _shape(corners: tuple[Point, ...], width: float, ink: int) -> Stamp:
    """Return a shape that is white within."""
    left, top = (floor(min(place)) - ceil(width) for place in zip(*corners, strict=True))
    moved = [(x - left, y - top) for x, y in corners]
    across, down = (ceil(max(place) + width) for place in zip(*moved, strict=True))
    small, inside = Canvas(across, down), Canvas(across, down)
    small.stroke([*moved, moved[0]], width, ink)
    inside.fill(moved, 1)
    found = []
    for y, (row, held) in enumerate(zip(small.rows, inside.rows, strict=True)):
        drawn = [x for x in range(across) if row[x] or held[x]]
        if drawn:
            found.append((y + top, drawn[0] + left, bytes(row[drawn[0] : drawn[-1] + 1])))
    return tuple(found)


def _dashes(points: list[Point], lengths: list[float]) -> Iterator[list[Point]]:
    """Yield the dashes of a line: drawn, left out, drawn... round its corners."""
    left, at = lengths[0], 0
    dash = [points[0]]
    for start, end in pairwise(points):
        length, done = dist(start, end), 0.0
        while length - done > left:
            done += left
            part = done / length
            place = (start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)
            if at % 2 == 0:
                yield [*dash, place]
            dash, at = [place], at + 1
            left = lengths[at % len(lengths)]
        left -= length - done
        dash.append(end)
    if at % 2 == 0 and len(dash) > 1:
        yield dash


def _packed(canvas: Canvas) -> bytes:
    head = struct.pack(">2L5B", canvas.width, canvas.height, 8, 3, 0, 0, 0)
    data = zlib.compress(b"".join(_filtered(canvas)), HARD)
    chunks = ((b"IHDR", head), (b"PLTE", _palette()), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, content) for kind, content in chunks)


def _filtered(canvas: Canvas) -> Iterator[bytes]:
    """Yield the rows of a PNG; one like the row above it as nothing changed, which packs in half the time."""
    above, same = None, b"\2" + bytes(canvas.width)
    for row in canvas.rows:
        yield same if row == above else b"\0" + row
        above = row


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">L", len(content)) + kind + content + struct.pack(">L", zlib.crc32(kind + content))


def _palette() -> bytes:
    """Return the colours: each ink from white to full."""
    parts = [[int(ink.value[at : at + 2], 16) for at in (1, 3, 5)] for ink in INKS]
    shades = ([255 - (255 - part) * level // (LEVELS - 1) for part in ink] for ink in parts for level in range(LEVELS))
    return bytes(part for shade in shades for part in shade)
