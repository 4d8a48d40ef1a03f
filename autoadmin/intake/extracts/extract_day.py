"""The day whose state an extract shows, where its files do not say it: in its name or a manifest, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from autoadmin.domain.errors import IntakeError
from autoadmin.intake.extracts.dates import DateOrder, iso_day
from autoadmin.intake.extracts.manifest import NAME, Manifest, read_json, word

ISO: Final = re.compile(r"(?<!\d)(20\d\d)([-_. ]?)(\d\d)\2(\d\d)(?!\d)", re.ASCII)
BRITISH: Final = re.compile(r"(?<!\d)(\d\d)[-_. ](\d\d)[-_. ](20\d\d)(?!\d)", re.ASCII)
YEAR: Final = re.compile(r"(?<!\d)20(\d\d)[-_. ](?:20)?(\d\d)(?![-_. ]?\d)", re.ASCII)

ASK: Final = (
    "does not say the day whose state it shows. Put the day into its name, as in {example}, or send it in a zip with a "
    'manifest.json that holds council and extract_date ("2026-03-31").'
)


def day_in_name(name: str) -> date | None:
    """Return the day in a file's name: 2026-03-31, 31-03-2026, or the end of the collection year 2025-26."""
    if (match := ISO.search(name)) and (on := _day(match[1], match[3], match[4])):
        return on
    if (match := BRITISH.search(name)) and (on := _day(match[3], match[2], match[1])):
        return on
    if (match := YEAR.search(name)) and int(match[2]) == int(match[1]) + 1:
        return date(2000 + int(match[2]), 3, 31)
    return None


def manifest_of(name: str, files: Mapping[str, bytes], order: DateOrder, example: str) -> Manifest:
    """Return what a return says of itself: by its manifest if there is one, else by its name or its files' names."""
    said = read_json(name, files) if any(file.casefold() == NAME for file in files) else {}
    on = iso_day(word(said, "extract_date")) or day_in_name(name) or _latest(map(day_in_name, files))
    if on is None:
        raise IntakeError(f"{name} {ASK.format(example=example)}")
    return Manifest(word(said, "council"), on, word(said, "vendor"), word(said, "encoding"), "", order)


def _latest(days: Iterable[date | None]) -> date | None:
    return max((day for day in days if day), default=None)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
