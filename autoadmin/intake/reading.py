"""One file into one record, whatever kind of file it is."""

from __future__ import annotations

from collections.abc import Mapping

from autoadmin.domain.extracts import ExtractRecord, OwnSpellings
from autoadmin.domain.records import MeetingRecord
from autoadmin.intake.extracts import looks_like_extract, read_extract
from autoadmin.intake.extracts.spellings import fold, kinds, official_answers, own_spellings
from autoadmin.intake.sheets import read_sheet


def read_file(name: str, data: bytes, own: OwnSpellings | None = None) -> MeetingRecord | ExtractRecord:
    """Return the record in a file; IntakeError says in a plain sentence why there is none.

    `own` is what the council says its own spellings of official answers mean.
    """
    if looks_like_extract(name, data):
        with own_spellings(own or {}):
            return read_extract(name, data)
    return read_sheet(name, data)


def checked_spellings(typed: Mapping[str, Mapping[str, str]]) -> tuple[OwnSpellings, tuple[str, ...]]:
    """Return a council's own spellings as they are compared, and a sentence for each that names no official answer."""
    own: dict[str, dict[str, str]] = {}
    problems = []
    for kind, spellings in typed.items():
        official = official_answers(kind)
        if not official:
            problems.append(f"[spellings.{kind}] is no kind of answer; there are: {', '.join(sorted(kinds()))}.")
        for spelling, label in spellings.items() if official else ():
            if fold(label) in official:
                own.setdefault(kind, {})[fold(spelling)] = label
            else:
                known = "; ".join(answer.label for answer in official.values())
                problems.append(f'[spellings.{kind}] "{label}" is no official answer; there are: {known}.')
    return own, tuple(problems)
