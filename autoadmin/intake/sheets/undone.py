"""Words which say that something has not happened, or only may."""

from __future__ import annotations

import re
from typing import Final

NOT_DONE: Final = re.compile(
    r"\b(?:not|never|no|nobody|without|to be|will|would|should|shall|going to|cancelled|postponed|requested|booked|"
    r"arranged|planned|bring|brought forward|offered|declined|refused|due|awaiting|waiting|waits?|next|if|unless|"
    r"before|until|stopped going|last|previous|ready for|draft(?:ed)?|except)\b|n['’]t\b",
    re.IGNORECASE,
)
