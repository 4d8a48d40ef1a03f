"""What an event's source said beside the date, in words a chronology can carry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# Words in the name of a field -> what to call it. Identifiers, addresses and codes of other systems stay out.
PARTICULARS: Final[dict[str, str]] = {
    "category": "category",
    "primary_need": "primary need",
    "legal_status": "legal status",
    "placement_type": "placement",
    "referral_source": "source",
    "reason": "reason",
    "seen_alone": "seen alone",
    "seen": "seen",
}
OUTCOME: Final = "outcome"


def particulars(fields: Mapping[str, str]) -> tuple[str, ...]:
    """Return "category: neglect" and the like, in the order of the list above, as the source had the values."""
    said: dict[str, str] = {}
    for name, value in sorted(fields.items()):
        what = next((PARTICULARS[word] for word in PARTICULARS if word in name.casefold()), None)
        if what and what not in said and _is_plain(value):
            said[what] = value
    return tuple(f"{what}: {said[what]}" for what in PARTICULARS.values() if what in said)


def outcome(fields: Mapping[str, str]) -> str:
    """Return what the source gives as the outcome; empty where it gives none."""
    found = (value for name, value in sorted(fields.items()) if OUTCOME in name.casefold() and _is_plain(value))
    return next(found, "")


def _is_plain(value: str) -> bool:
    """Return whether a value is words rather than nothing or a structure of another system."""
    return bool(value.strip()) and not value.lstrip().startswith(("{", "["))
