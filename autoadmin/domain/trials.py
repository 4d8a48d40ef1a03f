"""What a rule gave for an invented child, for the administrator who changed it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from autoadmin.domain.identifiers import RuleId


@dataclass(frozen=True, slots=True)
class Trial:
    """What a rule gave for an invented child: when due, and whether the work met it. `problem` is what went wrong."""

    rule: RuleId
    started_by: str
    started_on: date
    due_on: date | None = None
    met_by: str = ""
    note: str = ""  # why it could not be counted, which is no mistake in the rule
    problem: str = ""

    def __str__(self) -> str:
        if self.problem:
            return f"{self.rule}: {self.problem}"
        due = f"due {_in_words(self.due_on)}, met by {self.met_by}" if self.due_on else self.note
        return f"{self.rule}: {self.started_by} {_in_words(self.started_on)}; {due}"


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
