"""Words as dots, in the font that autoadmin carries: each letter is drawn once by resvg and kept."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html import escape
from math import ceil
from pathlib import Path
from threading import Lock
from typing import Final

from autoadmin.domain.errors import OperationError
from autoadmin.pictures.canvas import FULL, Stamp
from autoadmin.pictures.measuring import width_of
from autoadmin.pictures.unpacking import channel_of

FONT: Final = Path(__file__).parent / "fonts" / "Roboto-Regular.ttf"
_TO_LEVELS: Final = bytes(value * FULL // 255 for value in range(256))
_SIZE: Final = 24  # at which a letter is tried
_IN_NO_FONT: Final = "\u0378"  # drawn as what stands for a letter that is not there
_WHITE: Final = 3  # dots beside the letters
_OPACITY: Final = 3
Rows = tuple[int, ...]  # each row of dots as one number, the first dot its lowest byte
_kept: dict[tuple[str, int], Rows] = {}
_drawing: Final = Lock()


@lru_cache(maxsize=4096)
def stamp_of(words: str, size: int) -> Stamp:
    """Return a line of words as dots on white, rows about the place where it starts to stand.

    `size` is that of the letters, in dots. A letter that no font of this machine has is an empty box.
    OperationError where the font that is carried is not there.
    """
    found = [0] * _height(size)
    for x, rows in _pieces(words, size):
        for y, row in enumerate(rows):
            found[y] |= row << 8 * x
    width = width_of(words, size) + 2 * _edge(size)
    most = (1 << 8 * width) - 1
    drawn = ((y, (row & most).to_bytes(width, "little")) for y, row in enumerate(found) if row)
    return tuple(_with_little_white(y - _baseline(size), -_edge(size), dots) for y, dots in drawn)


def bring_letters(words: str, size: int) -> None:
    """Draw the letters of words that have not been drawn yet in this size, all at once."""
    with _drawing:
        missing = sorted({mark for mark in words if not mark.isspace() and (mark, size) not in _kept})
        if missing:
            _kept.update(zip(((mark, size) for mark in missing), draw_pieces(missing, size), strict=True))


def cannot_be_drawn(words: str) -> bool:
    """Return whether some letter of the words is in no font of this machine."""
    return any(_letter(mark, _SIZE) == _letter(_IN_NO_FONT, _SIZE) for mark in words if not mark.isspace())


def _with_little_white(y: int, x: int, row: bytes) -> tuple[int, int, bytes]:
    """Return a row with no more white at its ends than keeps it from a line behind it."""
    first, last = len(row) - len(row.lstrip(b"\0")), len(row.rstrip(b"\0"))
    start = max(0, first - _WHITE)
    return y, x + start, row[start : last + _WHITE]


def _pieces(words: str, size: int) -> list[tuple[int, Rows]]:
    """Return what words are made of and how far from the left each stands: letters, or the whole in other scripts."""
    if not all(map(_is_carried, words)):
        return [(0, draw_pieces((words,), size)[0])]
    letters = [(at, mark) for at, mark in enumerate(words) if not mark.isspace()]
    return [(width_of(words[:at], size), _letter(mark, size)) for at, mark in letters]


def _letter(mark: str, size: int) -> Rows:
    """Return one letter as dots."""
    bring_letters(mark, size)
    return _kept[mark, size]


def draw_pieces(pieces: Sequence[str], size: int, font: Path = FONT) -> list[Rows]:
    """Return each of some words as dots, drawn below one another. Other scripts are taken from the machine's fonts."""
    import resvg_py

    if not font.is_file():
        raise OperationError("The font of pictures is missing from this installation: install autoadmin again.")
    height, edge = _height(size), _edge(size)
    width = max(width_of(piece, size) for piece in pieces) + 2 * edge
    lines = [
        f'<text x="{edge}" y="{at * height + _baseline(size)}">{escape(piece)}</text>'
        for at, piece in enumerate(pieces)
    ]
    png = resvg_py.svg_to_bytes(
        svg_string=f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height * len(pieces)}" '
        f'font-family="Roboto" font-size="{size}">{"".join(lines)}</svg>',
        font_files=[str(font)],
        font_family="Roboto",
        sans_serif_family="Roboto",
        skip_system_fonts=all(map(_is_carried, "".join(pieces))),
    )
    rows = [int.from_bytes(row.translate(_TO_LEVELS), "little") for row in channel_of(png, _OPACITY)]
    return [tuple(rows[at : at + height]) for at in range(0, len(rows), height)]


def _is_carried(mark: str) -> bool:
    """Return whether the font has a letter: Latin, Greek, Cyrillic and the usual marks."""
    return mark < "\u0530" or "\u1e00" <= mark <= "\u206f"


def _edge(size: int) -> int:
    """Return the room round words for what reaches beyond their own."""
    return ceil(size / 6)


def _baseline(size: int) -> int:
    return size + _edge(size) // 2


def _height(size: int) -> int:
    return _baseline(size) + ceil(size * 0.3)
