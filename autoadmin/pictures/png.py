"""An SVG as PNG, in the font that autoadmin carries: the same bytes on every machine."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

FONT: Final = Path(__file__).parent / "fonts" / "Roboto-Regular.ttf"


def png_of(svg: str, *, sharpness: float = 2.0) -> bytes:
    """Return the picture as PNG, with so many dots for each pixel of the SVG.

    Letters that the carried font does not have (Arabic, Chinese...) are taken from the machine's own fonts.
    """
    import resvg_py

    return resvg_py.svg_to_bytes(
        svg_string=svg,
        zoom=sharpness,
        font_files=[_font()],
        font_family="Roboto",
        sans_serif_family="Roboto",
        skip_system_fonts=all(_is_carried(mark) for mark in svg),
    )


@cache
def _font() -> str:
    return str(FONT)


def _is_carried(mark: str) -> bool:
    """Return whether the font has a letter: Latin, Greek, Cyrillic and the usual marks."""
    return mark < "\u0530" or "\u1e00" <= mark <= "\u206f"
