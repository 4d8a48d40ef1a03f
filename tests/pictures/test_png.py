"""PNG from the same sheet as the SVG: sharp enough, and it says what it could not draw."""

from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path

import pytest

from autoadmin.domain.errors import OperationError
from autoadmin.domain.kinship import Genogram, Person
from autoadmin.pictures import draw_genogram
from autoadmin.pictures.png import EMPTY_BOXES, dots_of, png_of
from tests.pictures.families import three_generations
from tests.pictures.unpacking import channel_of


def test_the_same_sheet_is_the_same_bytes_twice_as_fine() -> None:
    drawn = draw_genogram(three_generations())
    png = png_of(drawn.sheet)
    assert png == png_of(drawn.sheet)
    assert struct.unpack(">2L", png[16:24]) == (2 * drawn.sheet.width, 2 * drawn.sheet.height)


@pytest.mark.parametrize("name", ["\ue000\ue001", "Zo\u0378"])
def test_letters_that_no_font_has_are_empty_boxes_and_the_picture_says_so(name: str) -> None:
    sheet = draw_genogram(Genogram("A", (Person("a", name),))).sheet
    plain = draw_genogram(Genogram("A", (Person("a", "Zoe"),))).sheet
    height = struct.unpack(">L", png_of(sheet)[20:24])[0]
    assert height == 2 * (sheet.height + 24)
    assert ink(png_of(sheet)) > ink(png_of(replace(sheet, words=sheet.words[1:])))
    assert struct.unpack(">L", png_of(plain)[20:24])[0] == 2 * plain.height
    assert "description" in EMPTY_BOXES


def test_a_missing_font_is_told_and_never_a_picture_without_names(tmp_path: Path) -> None:
    with pytest.raises(OperationError, match="font of pictures is missing"):
        dots_of(draw_genogram(three_generations()).svg, tmp_path / "none.ttf")


def test_words_are_drawn_in_letters() -> None:
    sheet = draw_genogram(three_generations()).sheet
    assert ink(png_of(sheet)) > ink(png_of(replace(sheet, words=()))) + 2_000


def ink(png: bytes) -> int:
    """Return how many dots of the picture are dark."""
    return sum(dot < 128 for row in channel_of(png, 0) for dot in row)
