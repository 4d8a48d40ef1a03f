"""Where a draft's file lies below the outbox: by unit, day and family, in ids only; no path holds a name."""

from __future__ import annotations

import re

from autoadmin.domain.drafts import Draft, DraftState
from autoadmin.workflows.subjects import subject_parts

SUPERSEDED = "superseded"


def outbox_path(draft: Draft) -> str:
    """Return the path below the outbox, with `/` between its parts.

    A child's id is in it only where the document is about that child, not where a meeting spoke of one alone.
    """
    day = draft.meeting_on.isoformat() if draft.meeting_on else "as-due"
    folders = [draft.unit or "no-unit", day, *([draft.family] if draft.family else [])]
    child = subject_parts(draft.subject).get("child", "")
    name = "_".join(part for part in (draft.template, child, draft.id) if part)
    return "/".join([*(_safe(folder) for folder in folders), f"{_safe(name)}.docx"])


def current_place(draft: Draft) -> str:
    """Return where the file belongs in the draft's present state: one that was replaced leaves the tray."""
    return f"{SUPERSEDED}/{draft.file}" if draft.state is DraftState.SUPERSEDED else draft.file


def _safe(part: str) -> str:
    return re.sub(r"[^\w.-]+", "-", part).strip(".-") or "x"
