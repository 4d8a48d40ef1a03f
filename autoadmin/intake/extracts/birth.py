"""Whether a child is born: one rule for what every system writes differently.

SystemC moves an estimated date of birth into the expected date, Mosaic moves a future date of birth there, Eclipse
fills both with the due date. So: unborn only if the sole known date is after the extract; a past one is a question.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from autoadmin.domain.findings import Severity

SEXES = {"M": "M", "F": "F", "U": "U", "1": "M", "2": "F", "0": "U", "9": "U", "MALE": "M", "FEMALE": "F"}
SEXES |= {"UNKNOWN": "U", "I": "U"}

NO_DATE = "neither a date of birth nor an expected date: the child's age is not known"
NOT_BORN_YET = "a date of birth after the extract: read as the expected date of an unborn child"
SAME_FUTURE = "date of birth and expected date are the same future date: read as the expected date of an unborn child"
ESTIMATED = "the expected date is past and there is no date of birth: it may be an estimated date of birth; ask"
BOTH = "both a date of birth and an expected date: the date of birth is used; check that the child is born"
BOTH_FUTURE = "two different dates after the extract: the expected date is used; check"
SEXED_UNBORN = "an unborn child with a recorded sex: check whether the child is born"


@dataclass(frozen=True, slots=True)
class Birth:
    """What is taken for the child's birth; `severity` and `message` say what was odd, if anything."""

    born_on: date | None = None
    expected_on: date | None = None
    is_estimated: bool = False
    severity: Severity | None = None
    message: str = ""


def read_birth(born_on: date | None, expected_on: date | None, extract_on: date) -> Birth:
    """Return the one date that counts, and the doubt that goes with it."""
    if born_on is None:
        return _without_birth(expected_on, extract_on)
    if born_on <= extract_on:
        return Birth(born_on) if expected_on is None else Birth(born_on, severity=Severity.DOUBTED, message=BOTH)
    if expected_on is None:
        return Birth(expected_on=born_on, severity=Severity.REPAIRED, message=NOT_BORN_YET)
    if expected_on == born_on:
        return Birth(expected_on=expected_on, severity=Severity.REPAIRED, message=SAME_FUTURE)
    unsure = expected_on <= extract_on
    return Birth(expected_on=expected_on, is_estimated=unsure, severity=Severity.DOUBTED, message=BOTH_FUTURE)


def _without_birth(expected_on: date | None, extract_on: date) -> Birth:
    if expected_on is None:
        return Birth(severity=Severity.DOUBTED, message=NO_DATE)
    if expected_on > extract_on:
        return Birth(expected_on=expected_on)
    return Birth(expected_on=expected_on, is_estimated=True, severity=Severity.DOUBTED, message=ESTIMATED)
