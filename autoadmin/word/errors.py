"""What is wrong with a layout, where it stands and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from autoadmin.domain.errors import TemplateError


class Severity(StrEnum):
    """What a problem means for the layout: with an error it cannot be published; with the others it can."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"  # something was put right, or is worth knowing


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a layout something stands, in the words that somebody looking at it in Word would use."""

    part: str = ""  # "main text", "header 1"
    heading: str = ""  # the nearest heading above it
    cell: str = ""  # "table 2, row 3, cell 1"
    words: str = ""  # how its paragraph begins
    name: str = field(default="", repr=False)  # the part's name in the file: "word/document.xml"
    paragraph: int = field(default=-1, repr=False)  # which paragraph of that part it is, from 0, as Word saved it

    def __str__(self) -> str:
        known = [self.part, self.heading and f"under “{self.heading}”", self.cell]
        where = ", ".join(filter(None, known))
        return f"{where}: “{self.words}”" if self.words else where


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with a layout. `code` is for machines; the rest are words for the administrator."""

    code: str
    message: str
    place: Spot = Spot()
    typed: str = ""
    suggestion: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        where = f"In the {self.place}. " if self.place.part else ""
        typed = f"{self.typed}: " if self.typed else ""
        return f"{where}{typed}{self.message} {self.suggestion}".strip()


class LayoutError(TemplateError):
    """This template cannot be used as it is."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems

    @property
    def problem(self) -> Problem:
        """Return the first of the problems; there is always one."""
        return self.problems[0]
