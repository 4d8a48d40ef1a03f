"""What an event's source said beside the date, in words a chronology can carry."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from autoadmin.domain.field_tests import NO, YES

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
ORDER: Final = {name: place for place, name in enumerate(PARTICULARS)}
# Said only where it is so.
FLAGS: Final[dict[str, str]] = {"nfa": "no further action", "transfer_in": "transferred in"}

# Children in need census: categories of abuse and reasons for closure.
CODE_WORDS: Final[dict[str, str]] = {
    "NEG": "neglect",
    "PHY": "physical abuse",
    "SAB": "sexual abuse",
    "EMO": "emotional abuse",
    "MUL": "multiple",
    "RC1": "adopted",
    "RC2": "died",
    "RC3": "child arrangements order",
    "RC4": "special guardianship order",
    "RC5": "moved to another local authority",
    "RC6": "moved to adult social care",
    "RC7": "other, including no longer in need",
    "RC8": "closed after assessment, no further action",
    "RC9": "closed after assessment, referred to early help",
    # Looked-after children return: legal status.
    "C1": "interim care order",
    "C2": "full care order",
    "D1": "freed for adoption",
    "E1": "placement order",
    "V2": "accommodated under section 20",
    "L1": "under police protection",
    "L2": "emergency protection order",
    "L3": "child assessment order",
}
YES_OR_NO: Final = YES | NO
A_CODE: Final = re.compile(r"[A-Z]{0,3}\d{1,3}[A-Z]?")
LONGEST_CODE: Final = max(7, *map(len, YES_OR_NO), *map(len, CODE_WORDS))  # 7 letters: the longest that A_CODE fits


def particulars(fields: Mapping[str, str]) -> tuple[str, ...]:
    """Return "category: neglect" and the like, in the order of the lists above.

    A code that this file has no words for is left out: its source says where to look it up.
    """
    if not fields:
        return ()
    named = [name for name in fields if name in ORDER]
    if len(named) > 1:
        named.sort(key=ORDER.__getitem__)
    said: dict[str, str] = {}
    for name in named:
        if value := in_words(fields[name]):
            said.setdefault(PARTICULARS[name], value)
    flagged = [words for name, words in FLAGS.items() if name in fields and fields[name].strip().casefold() in YES]
    return (*[f"{what}: {value}" for what, value in said.items()], *flagged)


def outcome(fields: Mapping[str, str]) -> str:
    """Return what the source gives as the outcome; empty where it gives none in words."""
    return in_words(fields["outcome"]) if "outcome" in fields else ""


def in_words(value: str) -> str:
    """Return a recorded value as words: known codes spelt out, other codes and other systems' structures left out."""
    plain = value.strip()
    if len(plain) > LONGEST_CODE and not plain.startswith(("{", "[")):
        return plain
    if (folded := plain.casefold()) in YES_OR_NO:
        return "yes" if folded in YES else "no"
    if plain in CODE_WORDS:
        return CODE_WORDS[plain]
    return "" if plain.startswith(("{", "[")) or A_CODE.fullmatch(plain) else plain
