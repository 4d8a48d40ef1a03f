"""What intake noticed, where it stood and what was done about it: nothing is dropped silently."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters to the person who reads the report."""

    NOTE = "note"  # read as this; worth a glance
    REPAIRED = "repaired"  # changed on the way in; the raw value is kept
    DOUBTED = "doubted"  # kept, but a person should look
    DROPPED = "dropped"  # not taken; the raw value is here


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stood: a line of a sheet, a cell of a table, a row and column of an extract."""

    file: str
    where: str = ""  # in words: "line 23", "table 2, row 3", "row 14, column pers_dob"
    row: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        return f"{self.file}, {self.where}" if self.where else self.file


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing intake noticed. `message` is a plain sentence; `raw` is the value as it stood."""

    severity: Severity
    place: Place
    message: str
    raw: str = ""


class Outcome(StrEnum):
    """What became of a file."""

    RECEIVED = "received"  # its bytes are safe; nobody has read it yet
    TAKEN = "taken"
    UNCHANGED = "unchanged"  # the same content was taken in before
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class IntakeReport:
    """The end of every intake: how much of the file was taken and everything noticed on the way."""

    file: str
    kind: str  # "discussion sheet", "children-in-need census", "SSD bundle"
    outcome: Outcome
    taken: int = 0
    findings: tuple[Finding, ...] = field(default=())

    def count(self, severity: Severity) -> int:
        """Return how many findings there are of one severity."""
        return sum(1 for finding in self.findings if finding.severity is severity)
