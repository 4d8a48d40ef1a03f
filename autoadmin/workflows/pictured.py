"""Pictures in a document's content: kept as what is recorded, drawn when the document is filled."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Final

from pydantic import TypeAdapter, ValidationError

from autoadmin.domain.errors import TemplateError
from autoadmin.domain.kinship import Ecomap, Genogram
from autoadmin.pictures import Drawn, draw_ecomap, draw_genogram
from autoadmin.pictures.png import png_of
from autoadmin.word import Picture

KEPT: Final = {"picture_of", "recorded"}
DOTS: Final = 1500  # across the page; on paper more cannot be seen
_GENOGRAM: Final = TypeAdapter(Genogram)
_ECOMAP: Final = TypeAdapter(Ecomap)


def kept_picture(recorded: Genogram | Ecomap) -> Mapping[str, object]:
    """Return a picture as content keeps it: which one, and what it is drawn from, as plain JSON."""
    if isinstance(recorded, Genogram):
        return {"picture_of": "genogram", "recorded": _GENOGRAM.dump_python(recorded, mode="json")}
    return {"picture_of": "ecomap", "recorded": _ECOMAP.dump_python(recorded, mode="json")}


def with_pictures(values: Mapping[str, object], used: Collection[str] | None = None) -> dict[str, object]:
    """Return content with each kept picture drawn; with `used`, those that a layout uses, and the others left as kept.

    TemplateError where what is kept, in a sample that somebody typed, is no picture. The same content gives the same
    pictures.
    """
    drawn: dict[str, object] = {}
    for name, value in values.items():
        is_used = used is None or name in used
        if is_used and isinstance(value, Mapping) and value.keys() == KEPT:
            drawn[name] = _picture(name, value)
        else:
            drawn[name] = value
    return drawn


def drawn_of(kept: Mapping[str, object]) -> Drawn:
    """Return a kept picture drawn; ValidationError where it is none."""
    if kept["picture_of"] == "ecomap":
        return draw_ecomap(_ECOMAP.validate_python(kept["recorded"]))
    return draw_genogram(_GENOGRAM.validate_python(kept["recorded"]))


def _picture(name: str, kept: Mapping[str, object]) -> Picture:
    try:
        drawn = drawn_of(kept)
    except (ValidationError, LookupError, StopIteration) as error:  # a sample that somebody typed
        raise TemplateError(f"{name}: what stands there cannot be drawn. Copy it from the shipped sample.") from error
    return Picture(_png(drawn.svg, DOTS), drawn.alt, width=drawn.width)


@lru_cache(maxsize=64)
def _png(svg: str, dots: int) -> bytes:
    """Return the picture so many dots across, never coarser than the SVG nor finer than twice."""
    across = float(svg.partition(' width="')[2].partition('"')[0])
    return png_of(svg, sharpness=min(2.0, max(1.0, dots / across)))
