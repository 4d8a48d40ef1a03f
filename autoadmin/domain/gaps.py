"""What nobody recorded: shown in its place in a document, and listed beside it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NotRecorded:
    """Stands in a document's content where nobody recorded a value; prints as *[not recorded: what]*, highlighted.

    `what` is plain words for a person ("the child's wishes"). A required one must be filled before signing.
    """

    what: str
    is_required: bool = False

    def __bool__(self) -> bool:
        """Return False, so that `{% if value %}` in a template means "if anybody recorded it"."""
        return False


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing a draft lacks: `field` is the template's name for it, `what` the words a person reads."""

    field: str
    what: str
    is_required: bool = False
