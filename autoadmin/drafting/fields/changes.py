"""The fields of what changed since the last meeting."""

from __future__ import annotations

from typing import Final

from autoadmin.domain.fields import Field, FieldKind
from autoadmin.drafting.fields.building import group, listed, text
from autoadmin.drafting.fields.statements import MARK, REF, actions

_ROW: Final = (
    text("heading", "the heading it was recorded under"),
    text("text", "the words, as recorded", FieldKind.MIXED),
    text("on", "the day of the meeting that recorded it", FieldKind.MIXED),
    text("ref", REF),
    text("mark", MARK),
)
CHANGES: Final[Field] = group(
    "changes",
    "what changed since the meeting before",
    text("compared", "a sentence: with which meeting this one is compared"),
    listed("new", "what is new", *_ROW, kind=FieldKind.MIXED),
    listed("unchanged", "what three meetings recorded in the same words", *_ROW, kind=FieldKind.MIXED),
    listed("dropped", "what nobody mentioned any more", *_ROW, kind=FieldKind.MIXED),
    actions("overdue", "actions whose day has passed"),
    kind=FieldKind.MIXED,
)
