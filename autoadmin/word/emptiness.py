"""Fields that exist but that hardly anybody records: a layout that prints them prints gaps."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from autoadmin.domain.gaps import NotRecorded
from autoadmin.word.errors import Problem
from autoadmin.word.leftovers import warning
from autoadmin.word.proofs import Proof
from autoadmin.word.uses import Use

_FEW: Final = 3  # places in the examples, below which nothing can be said


def mostly_empty(
    proof: Proof, uses: Sequence[Use], expected: Collection[str], examples: Sequence[Mapping[str, object]]
) -> Iterator[Problem]:
    """Yield each field that a part prints and that the examples leave unrecorded in more than half of their places.

    Not of those, named without `[]`, that are expected to be gaps, nor of what the part itself asks after.
    """
    seen = {use.path for use in uses if not proof.tags[use.tag].is_print}
    for use in uses:
        if use.path in seen or use.path.replace("[]", "") in expected:
            continue
        seen.add(use.path)
        values = [value for example in examples for value in values_at(example, use.path)]
        empty = sum(1 for value in values if value is None or isinstance(value, NotRecorded))
        if len(values) >= _FEW and empty * 2 > len(values):
            tag = proof.tags[use.tag]
            message = f"Nobody recorded “{use.written}” in {empty} of {len(values)} places of the samples."
            meant = "Print it only where it is there, with an if; if the gap is meant, give it its plain words."
            yield warning("mostly_empty", message, tag.place, tag.typed, meant)


def values_at(example: Mapping[str, object], path: str) -> Iterator[object]:
    """Yield every value that an example has at a path such as `decisions[].why`."""
    return _values(example, path.replace("[]", ".[]").split("."))


def _values(value: object, steps: Sequence[str]) -> Iterator[object]:
    if not steps:
        yield value
    elif steps[0] == "[]" and isinstance(value, list | tuple):
        for item in value:
            yield from _values(item, steps[1:])
    elif steps[0] == "[]" and isinstance(value, Mapping):  # said once for every entry of a list
        yield from _values(value, steps[1:])
    elif isinstance(value, Mapping) and steps[0] in value:
        yield from _values(value[steps[0]], steps[1:])
