"""What the coordinators' page says can be typed is drawn: each phrase of it is tried."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.drafting.kin.test_kin import read

PAGE = Path(__file__).parents[3] / "docs" / "coordinators.md"
ADULTS = ("Kelly Marsh: mother", "Dean Holt: Noah's father")
KNOWN = (*ADULTS, "Mo Khan: mother's partner", "Jean Marsh: maternal grandmother", "Alf Marsh: maternal grandfather")


def phrases(column: int) -> list[str]:
    """Return what stands in code in one column of the table on genograms."""
    rows = [line for line in PAGE.read_text("utf-8").partition("the genogram draws")[2].splitlines() if "|" in line]
    found = [phrase for row in rows[2:] for phrase in re.findall(r"`([^`]+)`", row.split("|")[column])]
    return [phrase for phrase in found if "C-22019" not in phrase]


@pytest.mark.parametrize("typed", phrases(2))
def test_an_adult_typed_as_the_page_says_has_a_place(typed: str) -> None:
    name, _, words = typed.rstrip(")").partition(" (")
    others = [adult for adult in ADULTS if not adult.startswith(name)]
    genogram = read(*others, f"{name}: {words}")
    assert genogram.unplaced == ()
    assert genogram != read(*others)


@pytest.mark.parametrize("typed", phrases(3))
def test_a_line_typed_as_the_page_says_is_drawn(typed: str) -> None:
    genogram = read(*KNOWN, lines=(typed,))
    assert genogram.unplaced == ()
    if "pregnant" not in typed:  # Noah is expected already
        assert genogram != read(*KNOWN)


def test_the_page_has_phrases() -> None:
    assert (len(phrases(2)), len(phrases(3))) == (13, 13)
