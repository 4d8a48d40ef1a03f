"""How wide words are in the font that pictures are written in, and words broken into lines."""

from __future__ import annotations

import unicodedata
from math import ceil
from typing import Final

# Advances of Roboto Regular from space to tilde, in thousandths of its size.
_ADVANCES: Final = (
    248, 258, 320, 616, 562, 732, 622, 175, 342, 348, 431, 567, 197, 276, 264, 413, 562, 562, 562, 562, 562, 562, 562,
    562, 562, 562, 242, 211, 508, 549, 523, 473, 898, 652, 623, 651, 656, 568, 553, 681, 713, 272, 552, 627, 539, 873,
    713, 688, 631, 688, 616, 594, 597, 648, 637, 887, 627, 601, 599, 265, 411, 265, 418, 451, 309, 544, 562, 523, 564,
    530, 348, 562, 551, 243, 239, 507, 243, 877, 552, 570, 562, 568, 339, 516, 327, 551, 484, 751, 496, 473, 496, 338,
    244, 338, 680,
)  # fmt: skip
_WIDE: Final = 1100  # any other letter, for certain


def width_of(words: str, size: float) -> int:
    """Return the width of some words in pixels, rounded up; accents take no room."""
    advances = (_advance(mark) for mark in unicodedata.normalize("NFD", words))
    return ceil(sum(advances) * size / 1000)


def lines_of(words: str, size: float, width: int) -> tuple[str, ...]:
    """Return words in lines no wider than `width`, as far as they break between words; none is left out."""
    lines: list[str] = []
    for word in words.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(joined, size) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return tuple(lines)


def _advance(mark: str) -> int:
    if " " <= mark <= "~":
        return _ADVANCES[ord(mark) - 32]
    return 0 if unicodedata.combining(mark) else _WIDE
