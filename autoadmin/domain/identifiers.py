"""Identifiers, each its own type so that a child's is never taken for a family's."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import NewType

ChildId = NewType("ChildId", str)
FamilyId = NewType("FamilyId", str)
UnitId = NewType("UnitId", str)
MemberId = NewType("MemberId", str)
MeetingId = NewType("MeetingId", str)
DraftId = NewType("DraftId", str)
TemplateId = NewType("TemplateId", str)
RuleId = NewType("RuleId", str)


def slug(text: str) -> str:
    """Return `text` in lower case with one hyphen for each run of anything that is no letter or digit."""
    return re.sub(r"[\W_]+", "-", text.casefold()).strip("-")


def digest(*parts: str | bytes) -> str:
    """Return the SHA-256 of the parts, each framed by its length so that no two lists share one."""
    raw = [part.encode() if isinstance(part, str) else part for part in parts]
    return sha256(b"".join([framed for one in raw for framed in (len(one).to_bytes(8, "big"), one)])).hexdigest()
