"""Numbers that Word wants each of its drawings to have for itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

_NUMBERED: Final = re.compile(rb'<wp:docPr\s(?:[^>]*?\s)?id="(\d+)"')
_RANGE: Final = 10_000_000
_OF_A_PART: Final = 100_000


def first_numbers(parts: Mapping[str, bytes], names: list[str]) -> dict[str, int]:
    """Return for each of these parts a number beyond which the layout uses none, some way from those of the others."""
    taken = {int(number) // _RANGE for name in names for number in _NUMBERED.findall(parts[name])} | {0}
    start = next(number for number in range(len(taken) + 1) if number not in taken) * _RANGE
    return {name: start + place * _OF_A_PART for place, name in enumerate(names)}
