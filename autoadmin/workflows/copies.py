"""Copies of a chronology for somebody: a child's own, or the family's for the agencies that work with it."""

from __future__ import annotations

from collections.abc import Mapping

from autoadmin.chronology import Copy, family_rows, redact, with_agencies
from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.errors import WrongUseError
from autoadmin.domain.held import CaseFile
from autoadmin.domain.identifiers import ChildId
from autoadmin.domain.sharing import Role


def role_asked(name: str, composition: str) -> Role | None:
    """Return the role that a copy is asked for; WrongUseError for one that there is not, or no chronology."""
    if not name:
        return None
    if name not in set(Role):
        raise WrongUseError(f'There is no role "{name}". There are: {", ".join(Role)}.')
    if not composition.startswith("chronology-"):
        raise WrongUseError("Only a chronology is copied for a role.")
    return Role(name)


def copy_for(case: CaseFile, rows: tuple[ChronologyRow, ...], role: Role | None) -> Copy:
    """Return the rows as a role may have them, those that are left out behind; unchanged where no role is asked for."""
    if role is None:
        return Copy(rows, {})
    others = tuple(adult.name for adult in case.family.adults if not adult.has_pr)
    copied = redact((row for row in rows if row.is_significant), role, others)
    return Copy((*copied.rows, *(row for row in rows if not row.is_significant)), copied.withheld)


def shared_copy(
    case: CaseFile, chronologies: Mapping[ChildId, tuple[ChronologyRow, ...]], role: Role | None = None
) -> Copy:
    """Return the children's rows as one, each with its agency, as agencies may have them or as another role may."""
    roles = {person.name: person.role for meeting in case.meetings for person in meeting.record.attendees}
    return copy_for(case, with_agencies(family_rows(chronologies), roles), role or Role.AGENCY)
