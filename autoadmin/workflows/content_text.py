"""A document's content as text that is the same for equal content, to keep and to compare."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

from autoadmin.domain.gaps import NotRecorded


def content_text(values: Mapping[str, object]) -> str:
    """Return canonical JSON; a gap is `{"not_recorded": what, "required": bool}`."""
    return json.dumps(values, default=_plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _plain(value: object) -> object:
    match value:
        case NotRecorded(what, is_required):
            return {"not_recorded": what, "required": is_required}
        case date():
            return value.isoformat()
        case Mapping():
            return dict(value)
    raise TypeError(f"{type(value).__name__} has no place in a document's content")
