"""What is wrong with a layout, where it stands and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass

from autoadmin.domain.errors import TemplateError


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a layout something stands, in the words that somebody looking at it in Word would use."""

    part: str = ""  # "main text", "header 1"
    heading: str = ""  # the nearest heading above it
    cell: str = ""  # "table 2, row 3, cell 1"
    words: str = ""  # how its paragraph begins

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

    def __str__(self) -> str:
        where = f"In the {self.place}. " if self.place.part else ""
        typed = f"{self.typed}: " if self.typed else ""
        return f"{where}{typed}{self.message} {self.suggestion}".strip()


class LayoutError(TemplateError):
    """This template cannot be used as it is."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem
