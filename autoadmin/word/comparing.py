"""Filters that compare texts with one another: what those hold is counted first, for no clock stops a comparison."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Final

from jinja2 import Environment
from jinja2.filters import make_multi_attrgetter

from autoadmin.word.limits import Meter

_ATTRIBUTE: Final = {"groupby": 0, "max": 1, "min": 1, "sort": 2, "unique": 1}  # where it stands, if it is not named
COMPARING: Final = frozenset({"dictsort", *_ATTRIBUTE})


def count_compared(
    name: str,
    value: Iterable[object],
    arguments: Sequence[object],
    options: Mapping[str, object],
    *,
    environment: Environment,
    meter: Meter,
) -> None:
    """Count the characters of every text that a filter is to compare; `value` can be gone through more than once."""
    if isinstance(value, Mapping):
        texts: Iterable[object] = chain(value, value.values())
    else:
        named = [*arguments, *[None] * 3][_ATTRIBUTE.get(name, -1)]
        attribute = options.get("attribute", named)
        getter = make_multi_attrgetter(environment, attribute if isinstance(attribute, str | int) else None)
        texts = chain.from_iterable(map(getter, value))
    meter.count_made(sum(len(text) for text in texts if isinstance(text, str)))
