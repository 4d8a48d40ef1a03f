"""Units, families and people as they are held: what sheets and extracts have said so far, joined on ids."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from autoadmin.domain.identifiers import ChildId, FamilyId, MemberId, UnitId


@dataclass(frozen=True, slots=True)
class Unit:
    """A small team that shares every family. `council` is empty where no record names it."""

    id: UnitId
    name: str
    council: str = ""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody who works in a unit; `role` is the last one recorded, in lower case."""

    id: MemberId
    unit: UnitId
    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Adult:
    """A parent, carer or relative as last recorded; `has_pr` is None where nobody recorded parental responsibility."""

    name: str
    relationship: str = ""
    has_pr: bool | None = None


@dataclass(frozen=True, slots=True)
class Child:
    """A child as held. `name` is empty where only an extract without names knows the child."""

    id: ChildId
    name: str = ""
    family: FamilyId | None = None
    born_on: date | None = None
    expected_on: date | None = None
    died_on: date | None = None

    @property
    def is_unborn(self) -> bool:
        """Return whether only an expected date of birth is held."""
        return self.born_on is None and self.expected_on is not None


@dataclass(frozen=True, slots=True)
class Family:
    """A family as held: its unit, its adults as last recorded, the worker last named."""

    id: FamilyId
    name: str
    unit: UnitId | None = None
    worker: str = ""
    status: str = ""
    adults: tuple[Adult, ...] = ()
    children: tuple[Child, ...] = ()
