"""What was recorded before it was corrected."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from autoadmin.domain.identifiers import ChildId, FamilyId
from autoadmin.domain.records import Discussion


@dataclass(frozen=True, slots=True)
class DiscussionVersion:
    """One version of a discussion; the first is number 1, and one of them is current."""

    version: int
    discussion: Discussion
    sha256: str  # of the file it came from
    recorded_at: datetime
    is_current: bool


@dataclass(frozen=True, slots=True)
class EventChanges:
    """What a newer statement of the events of one origin changed, and about whom."""

    added: int = 0
    retired: int = 0
    children: frozenset[ChildId] = frozenset()
    families: frozenset[FamilyId] = frozenset()
