"""One file into one record, whatever kind of file it is."""

from __future__ import annotations

from autoadmin.domain.extracts import ExtractRecord
from autoadmin.domain.records import MeetingRecord
from autoadmin.intake.extracts import looks_like_extract, read_extract
from autoadmin.intake.sheets import read_sheet


def read_file(name: str, data: bytes) -> MeetingRecord | ExtractRecord:
    """Return the record in a file; IntakeError says in a plain sentence why there is none."""
    if looks_like_extract(name, data):
        return read_extract(name, data)
    return read_sheet(name, data)
