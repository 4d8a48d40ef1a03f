"""What a new version of a template no longer does: each such change is confirmed by name before it is published."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from autoadmin.domain.identity import fold


class Loss(StrEnum):
    """What can get lost between two versions."""

    REQUIRED_FIELD = "required field"
    FIELD = "field"
    SECTION = "section"
    LABEL = "label"
    REQUIREMENT = "requirement"


@dataclass(frozen=True, slots=True)
class Footprint:
    """What a version does, as far as somebody could miss it: its fields and sections, each with where it stands."""

    fields: Mapping[str, str] = field(default_factory=dict)  # path -> place; the place of one not printed is empty
    sections: Mapping[str, str] = field(default_factory=dict)  # words of a heading -> place
    required: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BreakingChange:
    """One thing lost. `name` is what a person confirms; `place` is where it stood in the version before."""

    loss: Loss
    name: str
    place: str = ""

    def __str__(self) -> str:
        return (
            f"{_SENTENCES[self.loss].format(name=self.name)}{f' It stood in the {self.place}.' if self.place else ''}"
        )


_SENTENCES = {
    Loss.REQUIRED_FIELD: "{name} must be filled before signing, and would not be printed any more.",
    Loss.FIELD: "{name} would not be filled any more.",
    Loss.SECTION: "The section “{name}” would be gone.",
    Loss.LABEL: "The plain words for {name} would be gone.",
    Loss.REQUIREMENT: "{name} need not be filled before signing any more.",
}


def breaking_changes(before: Footprint, after: Footprint) -> tuple[BreakingChange, ...]:
    """Return what the version before did and the one after does not; a field that goes takes its label with it."""
    found: dict[tuple[str, bool], BreakingChange] = {}
    for change in _losses(before, after):
        found.setdefault((_key(change.name), change.loss is Loss.SECTION), change)
    return tuple(found.values())


def unconfirmed(changes: Collection[BreakingChange], confirmed: Collection[str]) -> tuple[BreakingChange, ...]:
    """Return the changes that nobody has confirmed by name; case, spacing and `[]` in a path do not matter."""
    given = {_key(name) for name in confirmed}
    return tuple(change for change in changes if _key(change.name) not in given)


def _losses(before: Footprint, after: Footprint) -> Iterator[BreakingChange]:
    used, required = {_key(path) for path in after.fields}, {_key(path) for path in before.required}
    for path, place in before.fields.items():
        if _key(path) not in used:
            yield BreakingChange(Loss.REQUIRED_FIELD if _key(path) in required else Loss.FIELD, path, place)
    for words, place in before.sections.items():
        if fold(words) not in {fold(other) for other in after.sections}:
            yield BreakingChange(Loss.SECTION, words, place)
    for path in before.required:
        if path not in after.required:
            yield BreakingChange(Loss.REQUIREMENT, path)
    for path in before.labels:
        if path not in after.labels:
            yield BreakingChange(Loss.LABEL, path)


def _key(name: str) -> str:
    return fold(name.replace("[]", ""))
