"""More samples of a template: `samples/only-child.json` says only in what that case differs from `sample.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from autoadmin.catalogue.tables import shown

SAMPLES = "samples"
Content = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Samples:
    """The cases by name ("only child"), whole and as typed, and a sentence for each file that cannot be read."""

    cases: Mapping[str, Content] = field(default_factory=dict)
    typed: Mapping[str, Content] = field(default_factory=dict)
    problems: tuple[str, ...] = ()


def load_samples(folder: Path, sample: Content) -> Samples:
    """Return the cases beside a template's sample, in the order of their names; none where there is no such folder."""
    typed: dict[str, Content] = {}
    problems: list[str] = []
    for path in sorted((folder / SAMPLES).glob("*.json")):
        try:
            differs = json.loads(path.read_bytes().decode("utf-8-sig"))
        except (OSError, ValueError):
            problems.append(f"{folder.name}/{SAMPLES}/{path.name} cannot be read as JSON.")
            continue
        if isinstance(differs, dict):
            typed[path.stem.replace("-", " ")] = differs
        else:
            problems.append(f"{shown(path)} must hold one object, {{ ... }}.")
    cases = {name: {**sample, **_differing(sample, differs)} for name, differs in typed.items()}
    return Samples(cases, typed, tuple(problems))


def _differing(value: object, differs: Mapping[str, object]) -> dict[str, object]:
    """Return the fields of a group in which a case differs, each whole."""
    group = value if isinstance(value, Mapping) else {}
    return {name: _changed(group.get(name), change) for name, change in differs.items()}


def _changed(value: object, change: object) -> object:
    """Return a value changed: a group field by field; where a list is given a group, each of its entries."""
    if not isinstance(change, Mapping):
        return change
    if isinstance(value, list):
        return [_changed(item, change) for item in value]
    return {**(value if isinstance(value, Mapping) else {}), **_differing(value, change)}
