"""Which episodes of a 903 return begin care, a placement or a legal status, and when each of those ended.

An episode is a stretch in which nothing changed; RNE says what changed when it began (guide to the SSDA903: S started
to be looked after, L legal status, P placement and carer, T placement, B both, U legal status and placement).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from autoadmin.domain.findings import Severity
from autoadmin.intake.extracts.csv_table import CsvTable
from autoadmin.intake.extracts.dates import DateOrder, read_dates
from autoadmin.intake.extracts.ledger import Ledger
from autoadmin.intake.extracts.parts import widened

STARTS_CARE: Final = frozenset("S")
CHANGES_PLACEMENT: Final = frozenset("SPTBU")
CHANGES_STATUS: Final = frozenset("SLBU")
KNOWN: Final = CHANGES_PLACEMENT | CHANGES_STATUS

UNKNOWN_REASON = "is none of S, L, P, T, B, U: what changed with this episode is not known, and nothing is told of it"
MADE: Final = {
    "entered": "DECOM",
    "placed": "DECOM",
    "moved": "DEC",
    "legal_from": "DECOM",
    "legal_to": "DEC",
    "change_reason": "REASON_PLACE_CHANGE",
}


@dataclass(frozen=True, slots=True)
class _Episode:
    index: int  # of the row
    start_on: date
    reason: str
    ended: str  # as it stands


def with_changes(csv: CsvTable, ledger: Ledger) -> CsvTable:
    """Return the episodes with what began and what ended, each beside the row that says it."""
    made = {name: [""] * len(csv.rows) for name in MADE}
    starts = _column(csv, "decom")
    for episodes in _by_child(csv, ledger).values():
        for episode in episodes:
            if episode.reason in STARTS_CARE:
                made["entered"][episode.index] = starts[episode.index]
        for start, end in _stretches(episodes, CHANGES_PLACEMENT):
            made["placed"][start.index] = starts[start.index]
            made["moved"][end.index] = end.ended
            made["change_reason"][end.index] = _column_at(csv, end.index, "reason_place_change")
        for start, end in _stretches(episodes, CHANGES_STATUS):
            made["legal_from"][start.index] = starts[start.index]
            made["legal_to"][end.index] = end.ended
    return widened(csv, made, MADE)


def _by_child(csv: CsvTable, ledger: Ledger) -> dict[str, list[_Episode]]:
    """Return each child's episodes by the day they began; one without a readable day cannot be put in order."""
    days = read_dates(csv.values("decom"), DateOrder.DMY)
    ends = read_dates(csv.values("dec"), DateOrder.DMY)
    own: dict[str, list[_Episode]] = defaultdict(list)
    for index, (number, _) in enumerate(csv.rows):
        reason = _column_at(csv, index, "rne").strip().upper()
        if reason not in KNOWN:
            ledger.add(Severity.DOUBTED, csv.file, UNKNOWN_REASON, number, csv.title("rne"), reason)
        ended = _column_at(csv, index, "dec")
        if start := days[_column_at(csv, index, "decom")].on:
            is_readable = bool(ended) and ends[ended].on is not None
            own[_column_at(csv, index, "child")].append(_Episode(index, start, reason, ended if is_readable else ""))
    for episodes in own.values():
        episodes.sort(key=lambda episode: (episode.start_on, episode.index))
    return own


def _stretches(episodes: Sequence[_Episode], changes: frozenset[str]) -> list[tuple[_Episode, _Episode]]:
    """Return the first and last episode of each stretch that begins with such a change.

    What went on before the first such episode began in another year's return, and an unknown reason ends what is known.
    """
    stretches: list[tuple[_Episode, _Episode]] = []
    is_known = False
    for episode in episodes:
        if episode.reason in changes:
            stretches.append((episode, episode))
        elif is_known and episode.reason in KNOWN:
            stretches[-1] = (stretches[-1][0], episode)
        is_known = bool(stretches) and episode.reason in KNOWN
    return stretches


def _column(csv: CsvTable, name: str) -> list[str]:
    return [_column_at(csv, index, name) for index in range(len(csv.rows))]


def _column_at(csv: CsvTable, index: int, name: str) -> str:
    place = csv.columns.get(name)
    return "" if place is None else csv.rows[index][1][place]
