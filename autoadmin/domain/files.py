"""Files that were taken in or refused, and what each extract among them covered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from autoadmin.domain.findings import IntakeReport, Outcome
from autoadmin.domain.identifiers import ChildId


@dataclass(frozen=True, slots=True)
class TakenFile:
    """One file as it came, known by the digest of its bytes; `name` is what it was called."""

    sha256: str
    name: str
    kind: str
    outcome: Outcome
    taken_at: datetime
    report: IntakeReport


@dataclass(frozen=True, slots=True)
class TakenExtract:
    """What one extract could tell: which kinds of event it carries, about which children, from which day on.

    `since` is the first day of its window, None where it holds the whole history.
    """

    sha256: str  # of the taken file
    kind: str
    council: str
    extract_on: date
    taken_at: datetime
    carries: frozenset[str] = frozenset()
    children: frozenset[ChildId] = frozenset()
    since: date | None = None
