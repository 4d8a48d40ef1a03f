"""Who did what to which record, and when. Identifiers only, no case content."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

SYSTEM = "autoadmin"


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One thing done: `action` in the past tense ("draft_made"), `subject` an identifier."""

    action: str
    subject: str
    at: datetime
    by: str = SYSTEM
    details: Mapping[str, str] = field(default_factory=dict)
