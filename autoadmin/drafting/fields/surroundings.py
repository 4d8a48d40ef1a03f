"""The fields that stand around the record: the document itself, the meeting, what is due, the sources."""

from __future__ import annotations

from typing import Final

from autoadmin.domain.fields import Field, FieldKind
from autoadmin.drafting.fields.building import group, listed, number, recorded, text, under
from autoadmin.drafting.fields.people import ATTENDANCE

DOCUMENT: Final = (
    text("title", "title"),
    text("classification", "classification, such as OFFICIAL-SENSITIVE"),
    text("law", "the law or guidance that asks for it"),
    text("drafted_by", "who drafts it"),
    text("signed_by", "who signs it"),
    text("received_by", "who receives it, as one text"),
    listed("to_be_confirmed", "what the council must still confirm, a line each", kind=FieldKind.WORDING, each="line"),
)
COUNCIL: Final = recorded("council", "the council’s name")
UNIT: Final = text("unit", "the unit’s name", FieldKind.FACT)
HELD_UNIT: Final = recorded("unit", "the unit’s name")
DUE: Final = (
    text("child", "names of the children it is due for", FieldKind.FACT),
    text("what", "what is due"),
    text("by", "the day it is due by"),
    text("started", "what it is counted from: “Strategy discussion held on 9 November 2026”", FieldKind.FACT),
    text("length", "how long there is: “15 working days”"),
    text("met", "the day it was done; that the record cannot tell; or nothing", FieldKind.FACT),
    text("law", "the law or guidance that asks for it"),
    text("ref", "its numbers in the list of sources"),
)
SOURCE: Final = (
    number("ref", "the number that the text cites"),
    text("what", "the discussion sheet or extract, with its date"),
    text("where", "the line or row in it"),
)


def document() -> tuple[Field, ...]:
    """Return the field that tells of the document itself, out of its `template.toml`."""
    about = "the document itself, as its template.toml describes it"
    return under("Document", group("document", about, *DOCUMENT, kind=FieldKind.WORDING))


def meeting() -> tuple[Field, ...]:
    """Return the fields of the meeting that a document is drafted from."""
    return under(
        "Meeting",
        COUNCIL,
        UNIT,
        text("date", "the day of the meeting", FieldKind.FACT),
        recorded("chair", "who chaired the meeting"),
        recorded("notes_by", "who took the notes"),
        ATTENDANCE,
    )


def due() -> Field:
    """Return what was due on the day of the meeting, soonest first."""
    return listed(
        "due", "what the law or the council asks for, that was running on the day of the meeting", *DUE, each="item"
    )


def sources() -> tuple[Field, ...]:
    """Return the numbered list of where things were read."""
    what = "where each thing was read, in the order in which the text cites it"
    return under("Sources", listed("sources", what, *SOURCE, kind=FieldKind.WORDING))
