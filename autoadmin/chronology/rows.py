"""One child's chronology from the family's file, and the part of it that may stand before a court."""

from __future__ import annotations

from dataclasses import replace

from autoadmin.chronology.from_entries import entry_rows
from autoadmin.chronology.from_events import event_rows
from autoadmin.chronology.joining import join_same
from autoadmin.chronology.telling import tellings_of
from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.held import CaseFile
from autoadmin.domain.identifiers import ChildId


def build_chronology(case: CaseFile, child: ChildId) -> tuple[ChronologyRow, ...]:
    """Return the child's rows, oldest first, routine ones among them; the order of the file's events does not matter.

    What is only about another child of the family is not among them, nor is any hypothesis or opinion.
    """
    tellings = tellings_of(case)
    in_words = tuple(entry_rows(tellings, child, case.family))
    return tuple(join_same((*in_words, *event_rows(tellings, child, case.family, in_words))))


def court_rows(rows: tuple[ChronologyRow, ...]) -> tuple[ChronologyRow, ...]:
    """Return the significant facts alone: nothing said, thought or decided, nothing that is not to be shared.

    A court chronology is succinct and neutral (Practice Direction 12A): impact, analysis and action are taken off.
    """
    kept = (row for row in rows if row.is_fact and row.is_significant and not row.is_restricted)
    return tuple(replace(row, impact="", analysis="", action="") for row in kept)
