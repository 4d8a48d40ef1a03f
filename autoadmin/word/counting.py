"""How many tags a layout may have: more than anybody writes."""

from __future__ import annotations

from typing import Final

from autoadmin.word.errors import LayoutError, Problem, Spot

TOO_MUCH: Final = "too_much"
MAX_TAGS: Final = 5_000  # of a whole layout


def check_count(count: int, place: Spot) -> None:
    """Raise LayoutError where a layout has so many tags that reading them would take minutes."""
    if count > MAX_TAGS:
        message = f"The file has more than {MAX_TAGS:,} tags by here."
        raise LayoutError(Problem(TOO_MUCH, message, place, suggestion="Repeat with a for what recurs."))
