"""manifest.json: what a bundle says of itself. How its dates are written is declared here and never guessed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from autoadmin.domain.errors import IntakeError
from autoadmin.domain.findings import Severity
from autoadmin.intake.extracts.dates import DateOrder, date_order, iso_day
from autoadmin.intake.extracts.ledger import Ledger

NAME = "manifest.json"
KEYS = ("council", "extract_date", "vendor", "ssd_version", "window_years", "encoding", "date_format")
ASK = 'Put a manifest.json in it with council, extract_date ("2026-11-20"), vendor and date_format ("YYYY-MM-DD").'


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a bundle says of itself; empty where it does not."""

    council: str
    extract_on: date
    vendor: str
    encoding: str
    date_format: str
    order: DateOrder


def read_manifest(name: str, files: Mapping[str, bytes], ledger: Ledger) -> Manifest:
    """Return the manifest; without a date of the extract and a date format the bundle is refused."""
    said = read_json(name, files)
    for key in (key for key in said if key not in KEYS):
        ledger.add(
            Severity.NOTE, NAME, "a key that the manifest does not have: not read", column=key, raw=str(said[key])
        )
    for key in ("council", "vendor"):
        if not word(said, key):
            ledger.add(Severity.DOUBTED, NAME, "is not said in the manifest", column=key)
    extract_on = iso_day(word(said, "extract_date"))
    if extract_on is None:
        raise IntakeError(f"{name}, {NAME}: extract_date is missing or no date like 2026-11-20. {ASK}")
    date_format = word(said, "date_format")
    order = date_order(date_format)
    if order is None:
        raise IntakeError(
            f"{name}, {NAME}: date_format is missing or not one of YYYY-MM-DD, DD/MM/YYYY, MM/DD/YYYY. {ASK}"
        )
    return Manifest(word(said, "council"), extract_on, word(said, "vendor"), word(said, "encoding"), date_format, order)


def read_json(name: str, files: Mapping[str, bytes]) -> dict[str, object]:
    """Return what the manifest holds; one that is not readable is refused."""
    raw = next((data for file, data in files.items() if file.casefold() == NAME), None)
    if raw is None:
        raise IntakeError(f"{name} has no manifest.json. {ASK}")
    try:
        said = json.loads(raw.decode(json.detect_encoding(raw)))
    except (ValueError, RecursionError) as fault:
        line = getattr(fault, "lineno", None)
        where = f", line {line}" if line else ""
        raise IntakeError(f"{name}, {NAME}{where}: not readable as JSON. {ASK}") from fault
    if not isinstance(said, dict):
        raise IntakeError(f"{name}, {NAME}: not a list of names and values in braces. {ASK}")
    return said


def word(said: Mapping[str, object], key: str) -> str:
    """Return what is said under a key, as text; empty where nothing is."""
    value = said.get(key)
    return str(value).strip() if isinstance(value, str | int | float) else ""
