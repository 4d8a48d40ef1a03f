"""Telling a document that autoadmin drafted from a sheet that somebody typed: what was drafted is no new record.

Its words stand in the record already, and a statement for the court may feed no other document.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from autoadmin.domain.errors import IntakeError
from autoadmin.intake.sheets.lines import Line

_GAP: Final = "[not recorded:"
MOST_GAPS: Final = 2  # that somebody may have carried over into a sheet
_FIXED: Final = (  # wording of the shipped templates that no sheet has
    "draft for review: not yet signed",
    "nothing here was made up by a computer",
)


def refuse_what_was_drafted(lines: Sequence[Line]) -> None:
    """Raise IntakeError where the lines are those of a document drafted here, signed or not."""
    for line in lines:
        if any(words in line.text.casefold() for words in _FIXED):
            raise _refusal(line.where)
    marked = [line.where for line in lines if _GAP in line.text.casefold()]
    if len(marked) > MOST_GAPS:
        raise _refusal(marked[0])


def _refusal(where: str) -> IntakeError:
    return IntakeError(
        f"This is a document that autoadmin drafted, not a discussion sheet ({where} shows it). Its words are held "
        "already: put corrections into the sheet it was drafted from, and send that."
    )
