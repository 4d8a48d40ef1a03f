"""What a file changed once it was joined to what is held."""

from __future__ import annotations

from dataclasses import dataclass

from autoadmin.domain.findings import IntakeReport
from autoadmin.domain.identifiers import ChildId, FamilyId, MeetingId


@dataclass(frozen=True, slots=True)
class Joined:
    """The report, and about whom the file said something: a meeting's families, or an extract's children.

    `retired` are families that the corrected sheet of the meeting no longer tells of.
    """

    report: IntakeReport
    meeting: MeetingId | None = None
    families: tuple[FamilyId, ...] = ()
    retired: tuple[FamilyId, ...] = ()
    children: tuple[ChildId, ...] = ()
    is_changed: bool = True
