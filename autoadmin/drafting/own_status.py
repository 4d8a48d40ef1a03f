"""A family's status line as it may stand in one child's document."""

from __future__ import annotations

import re

from autoadmin.domain.gaps import NotRecorded
from autoadmin.domain.held import CaseFile
from autoadmin.domain.identity import fold, name_words
from autoadmin.domain.people import Child
from autoadmin.drafting.paper import Paper


def own_status(paper: Paper, status: str, case: CaseFile, child: Child) -> str | NotRecorded:
    """Return the status as typed, without the parts between semicolons that name only a brother or sister."""
    parts = [part.strip() for part in status.split(";")]
    return paper.recorded("; ".join(part for part in parts if not _only_another(part, case, child)), "status")


def _only_another(part: str, case: CaseFile, child: Child) -> bool:
    named = [other.id for other in case.family.children if _names(part, other)]
    return bool(named) and child.id not in named


def _names(part: str, child: Child) -> bool:
    words = name_words(child.name)
    return bool(words) and bool(re.search(rf"\b{re.escape(words[0])}\b", fold(part)))
