"""Pictures in a document's content: kept as what is recorded, drawn when the document is filled."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from functools import lru_cache
from typing import Final

from pydantic import TypeAdapter, ValidationError

from autoadmin.domain.errors import TemplateError
from autoadmin.domain.kinship import Ecomap, Genogram
from autoadmin.pictures import Drawn, draw_ecomap_for_page, draw_genogram_for_page
from autoadmin.pictures.png import png_of
from autoadmin.word import Picture

KEPT: Final = {"picture_of", "recorded"}
_GENOGRAM: Final = TypeAdapter(Genogram)
_ECOMAP: Final = TypeAdapter(Ecomap)


def kept_picture(recorded: Genogram | Ecomap) -> Mapping[str, object]:
    """Return a picture as content keeps it: which one, and what it is drawn from, as plain JSON."""
    if isinstance(recorded, Genogram):
        return {
            "picture_of": "genogram",
            "recorded": _GENOGRAM.dump_python(recorded, mode="json", exclude_defaults=True),
        }
    return {"picture_of": "ecomap", "recorded": _ECOMAP.dump_python(recorded, mode="json", exclude_defaults=True)}


def with_pictures(
    values: Mapping[str, object], used: Collection[str] | None = None, made: Collection[Picture] = ()
) -> dict[str, object]:
    """Return content with each kept picture drawn; with `used`, those that a layout uses, and the others left as kept.

    TemplateError where what is kept, in a sample that somebody typed, is no picture. The same content gives the same
    pictures. Where the document was `made` before, its own pictures stand, however they would be drawn today.
    """
    drawn: dict[str, object] = {}
    for name, value in values.items():
        is_used = used is None or name in used
        if is_used and isinstance(value, Mapping) and value.keys() == KEPT:
            before = (each for each in made if each.alt.startswith(f"{str(value['picture_of']).title()} of "))
            drawn[name] = next(before, None) or _picture(name, value)
        else:
            drawn[name] = value
    return drawn


def said_by_pictures(filled: Mapping[str, object], values: Mapping[str, object]) -> dict[str, str]:
    """Return in words what the kept pictures among some values show, by their names, once they are drawn."""
    drawn = {name: filled[name] for name, kept in values.items() if filled[name] is not kept}
    return {f"{name}, in words": each.alt if isinstance(each, Picture) else str(each) for name, each in drawn.items()}


def drawn_of(kept: Mapping[str, object]) -> Drawn | str:
    """Return a kept picture drawn, or in words where no page has room for it; ValidationError where it is none."""
    if kept["picture_of"] == "ecomap":
        return draw_ecomap_for_page(_ECOMAP.validate_python(kept["recorded"]))
    return draw_genogram_for_page(_GENOGRAM.validate_python(kept["recorded"]))


def _picture(name: str, kept: Mapping[str, object]) -> Picture | str:
    try:
        return _made(json.dumps(kept, sort_keys=True))
    except (ValidationError, LookupError, StopIteration, TypeError) as error:  # a sample that somebody typed
        raise TemplateError(f"{name}: what stands there cannot be drawn. Copy it from the shipped sample.") from error


@lru_cache(maxsize=256)
def _made(kept: str) -> Picture | str:
    """Return a kept picture as documents hold it; the documents of a meeting that show the same share it."""
    drawn = drawn_of(json.loads(kept))
    if isinstance(drawn, str):
        return drawn
    return Picture(png_of(drawn.sheet), drawn.alt, width=drawn.width, least_width=drawn.least_width)
