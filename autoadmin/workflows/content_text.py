"""A document's content as text that is the same for equal content, to keep and to compare."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from autoadmin.domain.gaps import NotRecorded
from autoadmin.domain.kinship import Ecomap, Genogram
from autoadmin.workflows.pictured import kept_picture


def content_text(values: Mapping[str, object]) -> str:
    """Return canonical JSON.

    A gap is `{"not_recorded": what, "required": bool}`, a date `{"date_value": iso}`, a picture what it is drawn from.
    """
    return json.dumps(values, default=_plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def content_values(text: str) -> Mapping[str, object]:
    """Return the values that `content_text` wrote, gaps as gaps and dates as dates."""
    values: Mapping[str, object] = json.loads(text, object_hook=_as_value)
    return values


def _as_value(read: dict[str, object]) -> object:
    if read.keys() == {"not_recorded", "required"}:
        return NotRecorded(str(read["not_recorded"]), bool(read["required"]))
    if read.keys() == {"date_value"}:
        return date.fromisoformat(str(read["date_value"]))
    return read


def _plain(value: object) -> object:
    match value:
        case NotRecorded(what, is_required):
            return {"not_recorded": what, "required": is_required}
        case Genogram() | Ecomap():
            return kept_picture(value)
        case date():
            return {"date_value": value.isoformat()}
        case Mapping():
            return dict(value)
    raise TypeError(f"{type(value).__name__} has no place in a document's content")
