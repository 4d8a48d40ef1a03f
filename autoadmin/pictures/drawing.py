"""The doors of the room: a genogram or an ecomap drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from autoadmin.domain.kinship import Ecomap, Genogram
from autoadmin.pictures.ecomap import lay_out_ecomap
from autoadmin.pictures.fitting import LEAST, MM_PER_PIXEL, fits, fitted
from autoadmin.pictures.saying import all_in_words, ecomap_in_words, genogram_in_words
from autoadmin.pictures.shapes import Sheet
from autoadmin.pictures.sheet import lay_out
from autoadmin.pictures.svg import svg_of

TOO_LARGE: Final = "The family is too large to be drawn on a page so that names can be read. In words: "
TOO_MANY: Final = "There are too many around the family to be drawn on a page so that names can be read. In words: "


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture, and what it shows in words for those who cannot see it."""

    sheet: Sheet
    title: str
    alt: str

    @property
    def svg(self) -> str:
        """Return it as SVG."""
        return svg_of(self.sheet, self.title, self.alt)

    @property
    def width(self) -> float:
        """Return how wide it is on paper, in millimetres, for names to be nine points high."""
        return round(self.sheet.width * MM_PER_PIXEL, 1)

    @property
    def least_width(self) -> float:
        """Return how wide it must be on paper, in millimetres, for every letter to be seven points high.

        It is 0 where no page has room for that.
        """
        return round(self.sheet.width * MM_PER_PIXEL * LEAST, 1) if fits(self.sheet) else 0


def draw_genogram(genogram: Genogram) -> Drawn:
    """Return the picture of a whole family, as large as it must be; the same genogram gives the same picture."""
    return _genogram(genogram, lay_out(genogram))


def draw_genogram_for_page(genogram: Genogram) -> Drawn | str:
    """Return the picture as a page has room for it: who is farther off is told under it; in words alone, if it must be.

    No letter in it is printed lower than seven points.
    """
    sheet = fitted(genogram)
    return _genogram(genogram, sheet) if sheet else TOO_LARGE + all_in_words(genogram)


def draw_ecomap(ecomap: Ecomap) -> Drawn:
    """Return the picture of a family and what is around it; the same ecomap gives the same picture."""
    return Drawn(lay_out_ecomap(ecomap), f"Ecomap: {ecomap.family}", ecomap_in_words(ecomap))


def draw_ecomap_for_page(ecomap: Ecomap) -> Drawn | str:
    """Return the ecomap where a page has room for it, else its words alone."""
    drawn = draw_ecomap(ecomap)
    return drawn if fits(drawn.sheet) else TOO_MANY + drawn.alt


def _genogram(genogram: Genogram, sheet: Sheet) -> Drawn:
    return Drawn(sheet, f"Genogram: {genogram.family}", genogram_in_words(genogram))
