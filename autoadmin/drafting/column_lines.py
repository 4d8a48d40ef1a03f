"""How many lines some words take in a column of a table, in the font of the layouts."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final

# Advances of Arial, and of the fonts made to its measure, in thousandths of its size.
_LETTERS: Final[Mapping[int, str]] = {
    222: "ijl‘’",
    278: " !,./:;I[\\]ft\xa0",
    333: "()-`r“”'{}\"",
    500: "Jcksvxyz|*•°^",
    556: "#$0123456789?L_abdeghnopqu–£§",
    584: "+<=>~",
    611: "FTZ",
    667: "&ABEKPSVXY",
    722: "CDHNRUw",
    778: "GOQ",
    833: "Mm½",
    944: "W%",
}
_WIDTHS: Final[Mapping[str, int]] = {letter: width for width, letters in _LETTERS.items() for letter in letters}
_WIDEST: Final = 1020  # any other letter, for certain


def lines_in(words: str, room: int) -> int:
    """Return how many lines words take in so much room, in thousandths of the font's size; at least one.

    A word breaks only where it is wider than the column, and then perhaps a line earlier than it must.
    """
    lines, used = 1, 0
    for word in words.split():
        width = _width(word)
        if used and used + _WIDTHS[" "] + width <= room:
            used += _WIDTHS[" "] + width
            continue
        lines += bool(used)
        more, used = divmod(width, room)
        lines += more + 1 if more else 0
    return lines


def _width(word: str) -> int:
    letters = (letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
    return sum(_WIDTHS.get(letter, _WIDEST) for letter in letters)
