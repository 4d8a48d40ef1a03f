"""PNG from the same marks as the SVG: it shows the same, in few bytes, and says what it could not draw."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import resvg_py

from autoadmin.domain.errors import OperationError
from autoadmin.domain.kinship import Ecomap, Feeling, Genogram, Outside, Person, Relation, Support
from autoadmin.pictures import Drawn, draw_ecomap, draw_genogram
from autoadmin.pictures.canvas import FULL, LEVELS
from autoadmin.pictures.letters import FONT, draw_pieces
from autoadmin.pictures.png import EMPTY_BOXES, png_of
from autoadmin.pictures.unpacking import channel_of
from tests.pictures.families import three_generations

BLOCK = 16  # dots


def test_symbols_lines_frames_and_relationships_are_drawn_in_the_png_as_in_the_svg() -> None:
    pairs = (("alf", "theo"), ("edna", "baby"), ("simon", "menna"), ("edna", "simon"), ("menna", "baby"))
    relations = tuple(Relation(*pair, feeling) for pair, feeling in zip(pairs, Feeling, strict=True))
    shows_the_same(draw_genogram(replace(three_generations(), relations=relations)))


def test_an_ecomap_is_drawn_in_the_png_as_in_the_svg() -> None:
    around = tuple(Outside(f"Worker {support.value}", "nurse", support) for support in Support)
    shows_the_same(draw_ecomap(Ecomap("Marsh", ("Ella",), around)))


def test_the_same_sheet_is_the_same_bytes_twice_as_fine_and_a_third_of_what_full_colour_takes() -> None:
    drawn = draw_genogram(three_generations())
    png = png_of(drawn.sheet)
    assert png == png_of(drawn.sheet)
    assert struct.unpack(">2L", png[16:24]) == (2 * drawn.sheet.width, 2 * drawn.sheet.height)
    assert len(png) < len(resvg_py.svg_to_bytes(svg_string=drawn.svg, font_files=[str(FONT)], zoom=2)) / 2


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
        draw_pieces(["Ann"], 24, tmp_path / "none.ttf")


def test_words_are_drawn_in_letters() -> None:
    sheet = draw_genogram(three_generations()).sheet
    assert ink(png_of(sheet)) > ink(png_of(replace(sheet, words=()))) + 2_000


def shows_the_same(drawn: Drawn) -> None:
    """Check that each small part of the PNG is about as dark as that of the SVG, drawn by resvg."""
    png = resvg_py.svg_to_bytes(
        svg_string=drawn.svg.replace(' stroke="#ffffff" stroke-width="2.5"', ""),
        font_files=[str(FONT)],
        zoom=2,
        skip_system_fonts=all(mark < "\u0530" or mark == "’" for mark in drawn.svg),
    )
    theirs = [bytes(255 - dot for dot in row) for row in channel_of(png, 0)]
    red = [255 - part for part in png_of(drawn.sheet)[41 : 41 + 3 * 4 * LEVELS : 3]]
    ours = [bytes(red[dot] for dot in row) for row in rows_of(png_of(drawn.sheet))]
    assert len(ours) == len(theirs)
    for y in range(0, len(ours) - BLOCK, BLOCK):
        for x in range(0, len(ours[0]) - BLOCK, BLOCK):
            one, other = (sum(sum(row[x : x + BLOCK]) for row in rows[y : y + BLOCK]) for rows in (ours, theirs))
            assert abs(one - other) < 0.3 * 255 * BLOCK * BLOCK, (x, y)


def ink(png: bytes) -> int:
    """Return how many dots of the picture are not white."""
    return sum(dot % LEVELS > FULL // 2 for row in rows_of(png) for dot in row)


def rows_of(png: bytes) -> list[bytes]:
    packed = b"".join(content for kind, content in chunks(png) if kind == b"IDAT")
    width = struct.unpack(">L", png[16:20])[0] + 1
    data, found = zlib.decompress(packed), [b""]
    for at in range(0, len(data), width):
        found.append(found[-1] if data[at] == 2 else data[at + 1 : at + width])
    return found[1:]


def chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at < len(png):
        length = struct.unpack(">L", png[at : at + 4])[0]
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += length + 12
