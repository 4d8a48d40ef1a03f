"""The doors of the room: a genogram or an ecomap drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from autoadmin.domain.kinship import Ecomap, Genogram
from autoadmin.pictures.ecomap import lay_out_ecomap
from autoadmin.pictures.saying import ecomap_in_words, genogram_in_words
from autoadmin.pictures.shapes import Sheet
from autoadmin.pictures.sheet import lay_out
from autoadmin.pictures.svg import svg_of

MM_PER_PIXEL: Final = 0.26  # a name is then about nine points high
WIDEST: Final = 160.0  # millimetres: the text of an A4 page


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture: as SVG, in words for those who cannot see it, and how wide it is on paper, in millimetres."""

    svg: str
    alt: str
    width: float


def draw_genogram(genogram: Genogram) -> Drawn:
    """Return the picture of a family; the same genogram gives the same picture."""
    return _drawn(lay_out(genogram), f"Genogram: {genogram.family}", genogram_in_words(genogram))


def draw_ecomap(ecomap: Ecomap) -> Drawn:
    """Return the picture of a family and what is around it; the same ecomap gives the same picture."""
    return _drawn(lay_out_ecomap(ecomap), f"Ecomap: {ecomap.family}", ecomap_in_words(ecomap))


def _drawn(sheet: Sheet, title: str, alt: str) -> Drawn:
    return Drawn(svg_of(sheet, title, alt), alt, min(WIDEST, round(sheet.width * MM_PER_PIXEL, 1)))
