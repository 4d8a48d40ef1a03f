"""The formats that other programs may write for us, as JSON Schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from autoadmin.domain.errors import UnknownIdError
from autoadmin.intake import discussion_schema

SCHEMAS: Mapping[str, Callable[[], Mapping[str, object]]] = {"discussion": discussion_schema}


def publish_schema(name: str) -> Mapping[str, object]:
    """Return one schema; UnknownIdError names those there are."""
    if name not in SCHEMAS:
        raise UnknownIdError(f'There is no schema "{name}". There are: {", ".join(SCHEMAS)}.')
    return SCHEMAS[name]()
