"""What a line about a visit says of the child: seen or not, alone or not."""

from __future__ import annotations

import re

_SEEN = re.compile(r"\b(?:seen|saw)\b", re.IGNORECASE)
_UNSEEN = re.compile(
    r"\b(?:not|never|n['’]t|nor|without being)\s+(?:\w+\s+)?(?:seen|see|saw)\b(?! alone)", re.IGNORECASE
)
_NOT_ALONE = re.compile(r"\b(?:not|never|n['’]t)\s+(?:been\s+)?(?:seen|saw|see)\s+alone\b", re.IGNORECASE)
_ALONE = re.compile(r"\b(?:seen|saw)\b[^.;]*\balone\b", re.IGNORECASE)


def seen_fields(text: str) -> dict[str, str]:
    """Return what a line about a visit says of the child: seen or not, alone or not; nothing that it does not say."""
    if _NOT_ALONE.search(text):
        return {"seen_alone": "no"}
    if _UNSEEN.search(text):
        return {"seen": "no"}
    if _ALONE.search(text):
        return {"seen": "yes", "seen_alone": "yes"}
    return {"seen": "yes"} if _SEEN.search(text) else {}
