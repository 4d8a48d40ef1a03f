"""Children who may be one and are held under two ids: shown to a person, never put together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from autoadmin.domain.extracts import KnownPerson
from autoadmin.domain.findings import Finding, Severity
from autoadmin.domain.identifiers import ChildId
from autoadmin.domain.identity import fold
from autoadmin.store import Session

Names = Mapping[tuple[str, date], list[ChildId]]


def names_held(store: Session) -> Names:
    """Return the ids of the children held, by name and date of birth."""
    names: dict[tuple[str, date], list[ChildId]] = defaultdict(list)
    for child in store.children.list():
        if child.name and child.born_on:
            names[fold(child.name), child.born_on].append(child.id)
    return names


def doubt_namesakes(names: Names, person: KnownPerson) -> list[Finding]:
    """Return a doubt where a child who is new has the name and the date of birth of one held under another id."""
    held = names.get((fold(person.name), person.born_on), []) if person.name and person.born_on else []
    return [
        Finding(
            Severity.DOUBTED,
            person.source.place,
            f"Child {person.id} has the name and date of birth of child {other}. They were not put together. "
            "Please check.",
        )
        for other in held
    ]
