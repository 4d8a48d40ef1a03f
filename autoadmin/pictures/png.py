"""A sheet as PNG, in the font that autoadmin carries: the same bytes on a machine with other fonts, or none."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Final

from autoadmin.domain.errors import OperationError
from autoadmin.pictures.shapes import Sheet, Words
from autoadmin.pictures.svg import svg_of

FONT: Final = Path(__file__).parent / "fonts" / "Roboto-Regular.ttf"
SHARPNESS: Final = 2  # dots to each pixel of the sheet: about 195 to the inch as documents print it
EMPTY_BOXES: Final = "Empty boxes stand for letters that no font here has. The names are in the description."
_IN_NO_FONT: Final = "\u0378"  # drawn as what stands for a letter that is not there


def png_of(sheet: Sheet) -> bytes:
    """Return the picture as PNG. A letter that no font of this machine has is an empty box, and that is said below.

    OperationError where the font that autoadmin carries is missing.
    """
    if _has_undrawn(sheet):
        foot = Words(EMPTY_BOXES, 24, sheet.height, 11)
        sheet = replace(sheet, height=sheet.height + 24, words=(*sheet.words, foot))
    return dots_of(svg_of(sheet, "", ""))


def dots_of(svg: str, font: Path = FONT) -> bytes:
    """Return an SVG as PNG. Letters that the carried font lacks (Arabic, Chinese...) are taken from the machine's."""
    import resvg_py

    if not font.is_file():  # resvg would leave the names out and say nothing
        raise OperationError("The font of pictures is missing from this installation: install autoadmin again.")
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        zoom=SHARPNESS,
        font_files=[str(font)],
        font_family="Roboto",
        sans_serif_family="Roboto",
        skip_system_fonts=all(map(_is_carried, svg)),
    )


def _has_undrawn(sheet: Sheet) -> bool:
    odd = {mark for each in sheet.words if not each.words.isascii() for mark in each.words if not mark.isascii()}
    return any(_letter(mark) == _letter(_IN_NO_FONT) for mark in odd if not mark.isspace())


@lru_cache(maxsize=512)
def _letter(mark: str) -> bytes:
    """Return one letter as PNG."""
    words = f'<text x="12" y="36" font-family="Roboto" font-size="24">{escape(mark)}</text>'
    return dots_of(f'<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48">{words}</svg>')


def _is_carried(mark: str) -> bool:
    """Return whether the font has a letter: Latin, Greek, Cyrillic and the usual marks."""
    return mark < "\u0530" or "\u1e00" <= mark <= "\u206f"
