"""What the codes of the national returns mean, in words that a document can carry."""

from __future__ import annotations

import re
from typing import Final

from autoadmin.domain.field_tests import NO, YES

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
