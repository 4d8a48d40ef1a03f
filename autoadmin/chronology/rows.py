"""One child's chronology from the family's file, and the part of it that may stand before a court."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

from autoadmin.chronology.from_entries import entry_rows
from autoadmin.chronology.from_events import event_rows
from autoadmin.chronology.joining import join_same
from autoadmin.chronology.telling import tellings_of
from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.event_codes import LABELS
from autoadmin.domain.events import Precision
from autoadmin.domain.held import CaseFile
from autoadmin.domain.identifiers import ChildId

CODE_ORDER = {code: place for place, code in enumerate(LABELS)}
PRECISION_ORDER = {Precision.YEAR: 0, Precision.MONTH: 1, Precision.DAY: 2, Precision.TIME: 2}


def build_chronology(case: CaseFile, child: ChildId) -> tuple[ChronologyRow, ...]:
    """Return the child's rows, oldest first, routine ones among them; the order of the file's events does not matter.

    What is only about another child of the family is not among them, nor is any hypothesis or opinion.
    """
    tellings = tellings_of(case)
    in_words = tuple(entry_rows(tellings, child, case.family))
    rows = sorted((*in_words, *event_rows(tellings, child, case.family, in_words)), key=_order)
    return tuple(sorted(join_same(rows), key=_order))


def court_rows(rows: tuple[ChronologyRow, ...]) -> tuple[ChronologyRow, ...]:
    """Return the significant facts alone: nothing said, thought or decided, nothing that is not to be shared.

    A court chronology is succinct and neutral (Practice Direction 12A): impact and action are taken off.
    """
    kept = (row for row in rows if row.is_fact and row.is_significant and not row.is_restricted)
    return tuple(replace(row, impact="", action="") for row in kept)


def _order(row: ChronologyRow) -> tuple[object, ...]:
    """Return where a row stands: by day, the vaguer date first, then by hour, by code and by where it was read."""
    code = min((CODE_ORDER.get(code, len(CODE_ORDER)) for code in row.codes), default=len(CODE_ORDER))
    first = row.sources[0].place
    read = (first.file, first.row or 0, _natural(first.where))
    return (row.on, PRECISION_ORDER[row.precision], row.at_time or time.min, code, *read, row.detail)


def _natural(words: str) -> tuple[tuple[int, str], ...]:
    """Return a key under which "line 9" comes before "line 10"."""
    return tuple((int(word), "") if word.isdecimal() else (-1, word) for word in words.replace(",", " ").split())
