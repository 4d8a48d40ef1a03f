"""The fields of the chronologies, and of the short rows that other documents quote from one."""

from __future__ import annotations

from typing import Final

from autoadmin.domain.fields import Field, FieldKind
from autoadmin.drafting.fields.building import listed, number, recorded, text, under, with_gap
from autoadmin.drafting.fields.people import CHILD, WORKER, family, the_child
from autoadmin.drafting.fields.statements import MARK, REF
from autoadmin.drafting.fields.surroundings import COUNCIL, HELD_UNIT, document, sources

ON: Final = text("on", "the date, or as much of it as is known", FieldKind.FACT)
SHORT_ROW: Final = (
    ON,
    text("event", "what happened", FieldKind.FACT),
    text("by", "who told of it", FieldKind.FACT),
    text("ref", REF),
)
CASE_FILE_ROW: Final = (
    ON,
    text("event", "what happened, was said or decided; words said in quotation marks", FieldKind.MIXED),
    text("kind", "fact, said, decision or event, to be asked for in an {% if %}"),
    text("label", "the kind in plain words: “Fact”, “Event”, “Ella said”"),
    text("by", "who told of it", FieldKind.MIXED),
    text("source", "the sheet or extract, with its date"),
    text("impact", "the impact on the child, in recorded words, or a dash", FieldKind.MIXED),
    text("analysis", "what it means, in recorded words kept apart from the event, or a dash", FieldKind.MIXED),
    text("action", "the action or outcome, in recorded words, or a dash", FieldKind.MIXED),
    text("why", "why the row is in: the written rule’s reason, or who put it in, when and why", FieldKind.MIXED),
    text("changed", "what the record read when somebody put the row in, if it was changed since", FieldKind.MIXED),
    text("ref", REF),
    text("mark", MARK),
)
COURT_ROW: Final = (
    number("number", "the row’s serial number"),
    ON,
    text("event", "what happened, in plain words", FieldKind.FACT),
    text("reference", "the witness or document that proves it"),
    text("ref", REF),
)
LEFT_OUT_ROW: Final = (
    ON,
    text("event", "what happened, in plain words", FieldKind.FACT),
    text("why", "why the written rule counts it, or who put it in", FieldKind.MIXED),
    text("ref", REF),
)
SHARED_ROW: Final = (
    ON,
    text("agency", "the agency that tells it, as far as the record says; else children’s social care"),
    text("about", "the names of the children it is about", FieldKind.FACT),
    text("event", "what happened, in that agency’s own words; a mark where words are withheld", FieldKind.MIXED),
    text("kind", "fact, said, decision or event, to be asked for in an {% if %}"),
    text("label", "the kind in plain words: “Fact”, “Event”, “Ella said”"),
    text("by", "who told of it", FieldKind.MIXED),
    text("impact", "the impact on the child, in recorded words, or a dash", FieldKind.MIXED),
    text("record", "the source record: what it is, its date, and where in it"),
    text("basis", "the consent or legal basis to share it: always a dash, for a person to fill"),
    text("ref", REF),
)
PERIOD: Final = recorded("period", "the first and last date covered")
RECORDS_TO: Final = text("records_to", "the date of the newest record drawn on", FieldKind.FACT)

CASE_FILE_CHRONOLOGY: Final[tuple[Field, ...]] = (
    *document(),
    *under("Child", the_child()),
    *under("Family", COUNCIL, HELD_UNIT, family(), WORKER),
    *under(
        "Chronology",
        PERIOD,
        RECORDS_TO,
        *with_gap(listed("rows", "the significant events, oldest first", *CASE_FILE_ROW, kind=FieldKind.MIXED)),
        recorded("impact_gap", "one “not recorded” for all rows that show a dash for the impact", FieldKind.MIXED),
        number("impact_missing", "how many rows show a dash for the impact"),
        recorded("analysis_gap", "one “not recorded” for all rows that show a dash for the analysis", FieldKind.MIXED),
        number("analysis_missing", "how many rows show a dash for the analysis"),
        recorded("action_gap", "one “not recorded” for all rows that show a dash for the action", FieldKind.MIXED),
        number("action_missing", "how many rows show a dash for the action"),
        text("left_out", "how many events are left out, as routine and by people, and what is withheld, if any"),
    ),
    *sources(),
)
COURT_CHRONOLOGY: Final[tuple[Field, ...]] = (
    *document(),
    *under("Child", the_child()),
    *under("Family", COUNCIL, HELD_UNIT, family(), WORKER),
    *under(
        "Court",
        recorded("case_number", "the court’s case number; always “not recorded”, for a person to fill"),
        recorded("prepared_by", "who prepared it; always “not recorded”, for a person to fill"),
        recorded("prepared_on", "when it was prepared; always “not recorded”, for a person to fill"),
        recorded("involvement", "since when the council has been involved, and how long that is"),
    ),
    *under(
        "Chronology",
        PERIOD,
        *with_gap(listed("rows", "the facts, numbered, oldest first", *COURT_ROW)),
        listed("left_out", "the facts left out to keep within the pages, oldest first", *LEFT_OUT_ROW, each="one"),
        text("left_out_because", "how many facts are left out for how many pages, if any"),
    ),
    *sources(),
)

MULTI_AGENCY_CHRONOLOGY: Final[tuple[Field, ...]] = (
    *document(),
    *under(
        "Family",
        COUNCIL,
        HELD_UNIT,
        family(),
        listed("children", "the children it is about", *CHILD, each="child"),
        WORKER,
    ),
    *under(
        "Chronology",
        PERIOD,
        RECORDS_TO,
        *with_gap(
            listed("rows", "the significant events of all agencies, oldest first", *SHARED_ROW, kind=FieldKind.MIXED)
        ),
        recorded("impact_gap", "one “not recorded” for all rows that show a dash for the impact", FieldKind.MIXED),
        number("impact_missing", "how many rows show a dash for the impact"),
        recorded("basis_gap", "one “not recorded” for the consent or legal basis of all rows", FieldKind.MIXED),
        text("left_out", "how many events are left out, and what is withheld from this copy, if any"),
    ),
    *sources(),
)


def short_rows(name: str, meaning: str) -> Field:
    """Return a list of facts as other documents quote them from the chronology."""
    return listed(name, meaning, *SHORT_ROW, each="row")
