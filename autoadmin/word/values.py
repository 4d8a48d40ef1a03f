"""How plain values read in a document: dates as people write them, yes and no, numbers as they are."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from typing import Final

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def words_of(value: object) -> str | None:
    """Return a plain value in words: `19 November 2026`, `Yes`, `61.5`; None for what is no plain value."""
    match value:
        case str():
            return str.__str__(value)
        case bool():
            return "Yes" if value else "No"
        case int() | float() | Decimal():
            return str(value)
        case datetime():
            return f"{_day(value)}, {value:%H:%M}"
        case date():
            return _day(value)
        case time():
            return f"{value:%H:%M}"
        case _:
            return None


def plain_words(path: str) -> str:
    """Return what a field is in plain words: `date of birth` for `child.date_of_birth`."""
    return path.replace("[]", "").rpartition(".")[2].replace("_", " ").strip() or "this"


def _day(value: date) -> str:
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"
