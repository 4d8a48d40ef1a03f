"""Values as canonical JSON: the same value gives the same text, so that contents compare by their digest."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from autoadmin.domain.identifiers import digest

# Where something stood in a file is not what was recorded: a line moved is not a correction.
WHEREABOUTS = frozenset({"place", "file", "sha256", "findings"})
# Came later: left out where it is empty, so that what was recorded before still compares equal.
CAME_LATER = frozenset({"on_words"})


def to_json(kind: Any, value: object) -> str:
    """Return `value`, of the type `kind`, as JSON with sorted keys and no needless space."""
    return _text(_plain(kind, value))


def to_plain_json(kind: Any, value: object) -> str:
    """Return `value` as JSON in the order of its fields, a tenth of the work of `to_json`.

    The same value gives the same text as long as nothing in it is a set or a mapping in another order.
    """
    text: bytes = _adapter(kind).dump_json(value)
    return text.decode()


def from_json(kind: Any, text: str) -> Any:
    """Return the value of the type `kind` that `to_json` wrote."""
    return _adapter(kind).validate_json(text)


def content_hash(kind: Any, value: object) -> str:
    """Return the digest of what was recorded, whatever file and line it stood in."""
    return digest(_text(_without_whereabouts(_plain(kind, value))))


def _plain(kind: Any, value: object) -> Any:
    plain = _adapter(kind).dump_python(value, mode="json")
    is_set = isinstance(value, frozenset | set)
    return sorted(plain) if is_set else plain


def _text(plain: Any) -> str:
    return json.dumps(plain, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _without_whereabouts(plain: Any) -> Any:
    if isinstance(plain, dict):
        return {key: _without_whereabouts(value) for key, value in plain.items() if _counts(key, value)}
    if isinstance(plain, list):
        return [_without_whereabouts(value) for value in plain]
    return plain


def _counts(key: str, value: Any) -> bool:
    return key not in WHEREABOUTS and not (key in CAME_LATER and not value)


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
