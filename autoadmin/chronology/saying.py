"""Whether a recorded fact says in its own words what an event's label says."""

from __future__ import annotations

import re
from typing import Final

from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.event_codes import label
from autoadmin.domain.identity import fold
from autoadmin.domain.records import Kind

FEWEST: Final = 3  # words of a label: "returned" or "case closed" may be said of something else
NO_EVENT: Final = frozenset({"CIN_START"})  # "Child in need" is a status and names nothing that happened
CLAUSE: Final = re.compile(r"[.;!?]+(?:\s|$)")
WORD: Final = re.compile(r"\w+(?:['’]\w+)?")
UNDONE: Final = re.compile(
    r"\b(?:no|not|never|without|until|before|after|since|if|be|due|booked|planned|postponed|cancelled)\b|n['’]t\b"
)


def says(entry: ChronologyRow, event: ChronologyRow) -> bool:
    """Return whether one clause of a fact holds the words of the event's label in their order, and denies nothing."""
    if entry.kind is not Kind.FACT or event.kind is not None:
        return False
    labels = [WORD.findall(fold(label(code))) for code in event.codes if code not in NO_EVENT]
    clauses = [clause for clause in CLAUSE.split(fold(entry.detail)) if not UNDONE.search(clause)]
    return any(
        len(words) >= FEWEST and _in_order(words, WORD.findall(clause)) for words in labels for clause in clauses
    )


def _in_order(words: list[str], clause: list[str]) -> bool:
    rest = iter(clause)
    return all(word in rest for word in words)
