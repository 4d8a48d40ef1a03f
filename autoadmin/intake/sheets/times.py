"""Times of day as people type them."""

from __future__ import annotations

import re
from datetime import time

_CLOCK = re.compile(r"(?<![\d:])(\d{1,2}):(\d{2})(?![\d:])\s*(am|pm)?", re.IGNORECASE)
_TWELVE_HOUR = re.compile(r"(?<![\d.:])(\d{1,2})(?:\.(\d{2}))?\s*(am|pm)\b", re.IGNORECASE)
_HOURS = re.compile(r"(?<!\d)(\d{2})(\d{2})\s*(?:hrs|hours)\b", re.IGNORECASE)


def find_time(text: str) -> time | None:
    """Return the first time of day in `text`: 23:10, 7.40pm, 11am, 2310hrs; None where there is none."""
    for form in (_CLOCK, _TWELVE_HOUR, _HOURS):
        for match in form.finditer(text):
            hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] if form is not _HOURS else None)
            if half:
                hour = hour % 12 + (12 if half.lower() == "pm" else 0)
            if hour < 24 and minute < 60:
                return time(hour, minute)
    return None
