"""The fields of a form, read from the form itself: its parts are its fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, assert_never

from autoadmin.domain.fields import Field, FieldKind
from autoadmin.drafting.fields.building import group, listed, recorded, text, under, with_gap
from autoadmin.drafting.fields.changes import CHANGES
from autoadmin.drafting.fields.chronologies import RECORDS_TO, SHORT_ROW
from autoadmin.drafting.fields.people import CHILD, PICTURES, STATUS, WORKER, adults, family, siblings, the_child
from autoadmin.drafting.fields.statements import REF, actions, decisions, statements
from autoadmin.drafting.fields.surroundings import COUNCIL, HELD_UNIT, document, sources
from autoadmin.drafting.forms.form import (
    Agreed,
    Asked,
    Carried,
    Dated,
    Decided,
    Form,
    Mentioning,
    Met,
    Noted,
    Part,
    Seen,
    Sorted,
    Told,
)

DUE: Final = group(
    "due",
    "what the document answers: the first clock that is running for it; all empty where none is",
    text("what", "what is due"),
    text("by", "the day it is due by"),
    text("started", "what it is counted from: “Strategy discussion held on 9 November 2026”", FieldKind.FACT),
    text("length", "how long there is: “15 working days”"),
    text("law", "the law or guidance that asks for it"),
    text("ref", REF),
)
SINCE: Final = text(
    "since", "the day from which its work counts; empty where it is the whole record or the last meeting"
)
HELD_BACK: Final = text("held_back", "a sentence: how many entries are left for a person to tell; empty where none is")
FORM_ROW: Final = (*SHORT_ROW, text("about", "names of the children it is about, in a document of a whole family"))
WORDS_OF: Final = {"child_words": FieldKind.SAID, "parents_words": FieldKind.SAID}


def form_fields(form: Form) -> tuple[Field, ...]:
    """Return the fields of a form, as a tree."""
    own = tuple(_fields(form.child_parts))
    who = (
        listed("children", "the children of the family", *CHILD, *own, each="child")
        if form.is_of_family
        else the_child()
    )
    return (
        *document(),
        *under(
            "Child" if not form.is_of_family else "Children", who, *([_together(form)] if form.tells_together else [])
        ),
        *under("Family", COUNCIL, HELD_UNIT, family(), *([] if form.is_of_family else [siblings()]), adults()),
        *under("Family", WORKER, STATUS, RECORDS_TO, *(PICTURES[name] for name in form.pictures)),
        *under("Due", DUE, SINCE),
        *under("Since the last meeting", *([CHANGES] if form.tells_changes else [])),
        *under("Parts of the form", *_fields(form.parts), *([HELD_BACK] if form.holds_back else [])),
        *sources(),
    )


def _together(form: Form) -> Field:
    return group("together", "what is about several of the children, told once", *map(_list, form.child_parts))


def _fields(parts: tuple[Part, ...]) -> Iterator[Field]:
    for part in parts:
        if isinstance(part.content, Asked):
            yield recorded(part.name, f"{part.meaning}; always “not recorded”, for a person to fill")
        elif isinstance(part.content, Noted):
            yield from (recorded(part.name, part.meaning), text(f"{part.name}_ref", REF))
        elif isinstance(part.content, Met):
            yield recorded(part.name, part.meaning)
        else:
            yield from with_gap(_list(part))


def _list(part: Part) -> Field:
    match part.content:
        case Told() | Mentioning():
            return statements(part.name, part.meaning)
        case Sorted(group, _):
            return statements(part.name, part.meaning, WORDS_OF.get(group, FieldKind.MIXED))
        case Dated() | Seen():
            return listed(part.name, part.meaning, *FORM_ROW, each="row")
        case Decided():
            return decisions(part.name, part.meaning)
        case Agreed() | Carried():
            return actions(part.name, part.meaning)
        case Asked() | Met() | Noted():
            return recorded(part.name, part.meaning)
    assert_never(part.content)
