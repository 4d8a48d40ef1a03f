"""Dates of which only the year or the month may be known: earlier orders, written `zz/06/2018` or `zz/zz/2018`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from autoadmin.domain.events import Precision
from autoadmin.intake.extracts.dates import EARLIEST, LATEST, NOTHING, NULLS, YEAR_FIRST, DateOrder, Reading, read_dates

MONTH_ONLY: Final = re.compile(r"[zx]{1,2}[-/.](\d\d?)[-/.](\d{4})", re.ASCII | re.IGNORECASE)
YEAR_ONLY: Final = re.compile(r"(?:[zx]{1,2}[-/.][zx]{1,2}[-/.])?(\d{4})", re.ASCII | re.IGNORECASE)
UNKNOWN: Final = re.compile(r"[zx]{1,2}[-/.][zx]{1,2}[-/.][zx]{2,4}", re.IGNORECASE)


def read_partial_dates(values: Iterable[str]) -> dict[str, Reading]:
    """Return what each value says, with its precision; whole dates are dd/mm/yyyy, as the return asks, or ISO."""
    values = set(values)
    partial = {value: reading for value in values if (reading := _read(value.strip())) is not None}
    iso = {value for value in values - partial.keys() if YEAR_FIRST.fullmatch(value.strip())}
    rest = values - partial.keys() - iso
    return partial | read_dates(iso, DateOrder.YMD) | read_dates(rest, DateOrder.DMY)


def _read(said: str) -> Reading | None:
    """Return a date that is partly known; None where it is whole or no date."""
    if said in NULLS or UNKNOWN.fullmatch(said):
        return NOTHING
    if match := MONTH_ONLY.fullmatch(said):
        month, year, precision = int(match[1]), int(match[2]), Precision.MONTH
    elif match := YEAR_ONLY.fullmatch(said):
        month, year, precision = 1, int(match[1]), Precision.YEAR
    else:
        return None
    if not 1 <= month <= 12 or not EARLIEST <= (on := date(year, month, 1)) < LATEST:
        return None
    return Reading(on, precision=precision)
