"""The fields of what a meeting recorded: statements, decisions, actions, the headings they stand under."""

from __future__ import annotations

from typing import Final

from autoadmin.domain.fields import Field, FieldKind
from autoadmin.drafting.fields.building import listed, recorded, text

ABOUT: Final = "names of the children it is about; empty for the whole family"
REF: Final = "its numbers in the list of sources: “3”, or “3, 4”"
MARK: Final = "“Do not share”, or nothing"


def statement_rows(kind: FieldKind = FieldKind.MIXED, *, tests_hypotheses: bool = False) -> tuple[Field, ...]:
    """Return the fields of one statement: a fact, something said, a view or a hypothesis, in its own words."""
    to_test = recorded if tests_hypotheses else text
    return (
        text("text", "the words, as recorded", kind),
        text("kind", "fact, said, opinion, hypothesis or decision, to be asked for in an {% if %}"),
        text("label", "the kind in plain words: “Fact”, “Ella said”, “Dr Fox’s view”, “Tom’s hypothesis”"),
        text("by", "who said, saw or thought it", kind),
        text("on", "its date", kind),
        text("about", ABOUT, kind),
        to_test("to_test", "what would test a hypothesis; empty for everything else", FieldKind.HYPOTHESIS),
        text("ref", REF),
        text("mark", MARK),
    )


STATEMENT: Final = statement_rows()
HYPOTHESES_TOO: Final = statement_rows(tests_hypotheses=True)

DECISION: Final = (
    text("text", "the decision, as recorded", FieldKind.DECISION),
    text("kind", "always “decision”"),
    text("label", "always “Decision”"),
    recorded("why", "the reason for it", FieldKind.DECISION),
    recorded("by", "who decided", FieldKind.DECISION),
    text("owner", "who carries it out, or a dash: the action that follows must say", FieldKind.DECISION),
    text("due", "by when, if a day was set", FieldKind.DECISION),
    text("on", "the day it was made", FieldKind.DECISION),
    text("about", ABOUT, FieldKind.DECISION),
    text("ref", REF),
    text("mark", MARK),
)

ACTION: Final = (
    text("text", "what is to be done, as recorded", FieldKind.ACTION),
    text("kind", "always “action”"),
    text("label", "always “Action”"),
    recorded("owner", "who does it", FieldKind.ACTION),
    recorded("due", "by when", FieldKind.ACTION),
    text("status", "Open, Done, Late or Dropped, or a dash", FieldKind.ACTION),
    text("on", "the day of the meeting that recorded it", FieldKind.ACTION),
    text("about", ABOUT, FieldKind.ACTION),
    text("ref", REF),
    text("mark", MARK),
)

SECTION: Final = (
    text("id", "the heading’s short name, to be asked for in an {% if %}: lived_experience, worries..."),
    text("title", "the heading"),
    listed("statements", "what was recorded under it", *HYPOTHESES_TOO, kind=FieldKind.MIXED),
    recorded("gap", "“not recorded”, where nothing stands under it; else nothing", FieldKind.MIXED),
)


def statements(name: str, meaning: str, kind: FieldKind = FieldKind.MIXED) -> Field:
    """Return a list of statements that are no hypotheses."""
    return listed(name, meaning, *statement_rows(kind), kind=kind, each="statement")


def decisions(name: str, meaning: str) -> Field:
    """Return a list of decisions."""
    return listed(name, meaning, *DECISION, kind=FieldKind.DECISION, each="decision")


def actions(name: str, meaning: str, *more: Field) -> Field:
    """Return a list of actions, each with some more fields."""
    return listed(name, meaning, *more, *ACTION, kind=FieldKind.ACTION, each="action")


def sections(name: str, meaning: str) -> Field:
    """Return a list of headings with what was recorded under each."""
    return listed(name, meaning, *SECTION, kind=FieldKind.MIXED, each="section")
