"""What an event's source said beside the date, in words a chronology can carry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from autoadmin.domain.code_words import in_words
from autoadmin.domain.field_tests import YES

# Fields of an event -> what to call them. Identifiers, postcodes, workers' ids and counts stay out.
PARTICULARS: Final[dict[str, str]] = {
    "category": "category",
    "status": "status",
    "type": "type",
    "carer": "carer",
    "provider": "provider",
    "source_words": "source",
    "source": "source",
    "reason": "reason",
    "seen": "seen",
    "seen_alone": "seen alone",
    "continue_cp": "plan continues",
    "interview_offered": "return interview offered",
    "interview_accepted": "return interview accepted",
}
# Said only where it is so.
FLAGS: Final[dict[str, str]] = {"nfa": "no further action", "transfer_in": "transferred in"}


def particulars(fields: Mapping[str, str]) -> str:
    """Return "category: neglect; seen: yes" and the like, in the order of the lists above.

    A code that this file has no words for is left out: its source says where to look it up.
    """
    if not fields:
        return ""
    said: dict[str, str] = {}
    for name in fields if len(fields) == 1 else [name for name in PARTICULARS if name in fields]:
        what = PARTICULARS.get(name)
        if what and what not in said and (value := in_words(fields[name])):
            said[what] = f"{what}: {value}"
    if FLAGS.keys().isdisjoint(fields):
        return "; ".join(said.values())
    flagged = (words for name, words in FLAGS.items() if name in fields and fields[name].strip().casefold() in YES)
    return "; ".join((*said.values(), *flagged))


def outcome(fields: Mapping[str, str]) -> str:
    """Return what the source gives as the outcome; empty where it gives none in words."""
    return in_words(fields["outcome"]) if "outcome" in fields else ""
