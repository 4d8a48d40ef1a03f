"""The fields of people: children, adults, and who was at a meeting."""

from __future__ import annotations

from typing import Final

from autoadmin.domain.fields import Field, FieldKind
from autoadmin.drafting.fields.building import group, listed, picture, recorded, text

BORN: Final = (
    "date of birth: “born 3 April 2015”, with the day of death where there is one, or “expected 12 February 2027”"
)

CHILD: Final = (
    text("name", "full name; the id where no name is held", FieldKind.FACT),
    text("id", "the council’s own number", FieldKind.FACT),
    recorded("born", BORN),
    text("age", "age on the day of the meeting; empty for an unborn child", FieldKind.FACT),
)
CHILD_OF_A_LIST: Final = (
    recorded("name", "full name; “not recorded”, alone in the list, where no child is"),
    *CHILD[1:],
)
ADULT: Final = (
    recorded("name", "full name; “not recorded”, alone in the list, where no adult is"),
    text("relationship", "mother, father, grandmother..., as recorded", FieldKind.FACT),
    recorded("pr", "whether they have parental responsibility"),
)
FAMILY: Final = (
    recorded("name", "the family’s name"),
    text("id", "the council’s own number", FieldKind.FACT),
)
WORKER: Final = recorded("worker", "the family’s social worker")
STATUS: Final = recorded("status", "legal status or plan, as recorded")

GENOGRAM: Final = picture(
    "genogram", "the family drawn as far as it is recorded: who is whose child, who lives together"
)
ECOMAP: Final = picture("ecomap", "the family and the people and services recorded around it, drawn")
PICTURES: Final = {"genogram": GENOGRAM, "ecomap": ECOMAP}

_NAME = text("name", "full name", FieldKind.FACT)
_FIRST_NAME = recorded("name", "full name; “not recorded”, alone in the list, where nobody is")
_REST = (recorded("role", "role"), text("remark", "what was noted beside the name", FieldKind.FACT))
PERSON: Final = (_NAME, *_REST)
ATTENDANCE: Final = group(
    "attendance",
    "who was at the meeting",
    listed("present", "those who were there", _FIRST_NAME, *_REST, each="person"),
    listed("guests", "those who were there for a part", *PERSON, each="person"),
    listed("apologies", "those who sent apologies", *PERSON, each="person"),
    listed("absent", "those who were expected and did not come", *PERSON, each="person"),
    recorded("clinician", "a sentence: whether a clinician was present"),
)


def the_child() -> Field:
    """Return the child that the document is about."""
    return group("child", "the child whom this document is about", *CHILD)


def siblings() -> Field:
    """Return the other children of the family."""
    return listed("siblings", "the other children of the family", *CHILD)


def adults() -> Field:
    """Return the adults of the family."""
    return listed("adults", "the adults of the family", *ADULT)


def family() -> Field:
    """Return the family of a document about one child."""
    return group("family", "the child’s family", *FAMILY)
