"""Outcome columns: JSON in some systems (often cut off or not escaped), a sentence in others."""

from __future__ import annotations

import re
from typing import Final

# Keys of the outcome columns, with or without "OUTCOME_" before them -> the event field that they fill.
FLAGS: Final[dict[str, str]] = {
    "NFA_FLAG": "nfa",
    "CP_CONFERENCE_FLAG": "cp_conference_flag",
    "CP_FLAG": "outcome_cp_flag",
    "STRATEGY_DISCUSSION_FLAG": "strategy_discussion_flag",
    "SINGLE_ASSESSMENT_FLAG": "single_assessment_flag",
}
# Read flag by flag, because unescaped comments break the whole and long ones cut its end off.
FLAG: Final = re.compile(r'"(?:OUTCOME_)?([A-Z_0-9]+_FLAG)"\s*:\s*"?([A-Za-z0-9]+)"?', re.ASCII)


def read_flags(outcome: str) -> dict[str, str]:
    """Return the known flags in an outcome column by event field; none where it is no JSON."""
    if not outcome.startswith(("{", "[")):
        return {}
    found = FLAG.findall(outcome)
    return {FLAGS[key]: said for key, said in found if key in FLAGS and said.casefold() != "null"}
