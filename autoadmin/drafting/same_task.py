"""The words by which an action is known again at the next meeting: those of the task, not of where it stands."""

from __future__ import annotations

import re
from typing import Final

from autoadmin.domain.identity import fold
from autoadmin.domain.records import Entry, Kind

_STANDING: Final = re.compile(
    r"(?:[\s,;:(–—-]+(?:was due\b.*|done|completed?|closed|late|overdue|outstanding|still open|dropped))+[\s.,;)!]*$",
    re.IGNORECASE | re.DOTALL,
)


def known_words(entry: Entry) -> str:
    """Return an entry's words, folded; of an action without "done", "late" or "was due 9 November" at the end."""
    text = _STANDING.sub("", entry.text) if entry.kind is Kind.ACTION else entry.text
    return re.sub(r"[^\w ]+", "", fold(text or entry.text)).strip()
