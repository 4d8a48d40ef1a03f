"""The fields of the report to a child protection conference."""

from __future__ import annotations

from typing import Final

from autoadmin.domain.fields import Field, FieldKind
from autoadmin.drafting.fields.building import group, recorded, text, under, with_gap, yes_no
from autoadmin.drafting.fields.changes import CHANGES
from autoadmin.drafting.fields.chronologies import RECORDS_TO, short_rows
from autoadmin.drafting.fields.people import GENOGRAM, STATUS, WORKER, adults, family, siblings, the_child
from autoadmin.drafting.fields.statements import actions, decisions, statements
from autoadmin.drafting.fields.surroundings import COUNCIL, HELD_UNIT, document, sources

CONFERENCE: Final = group(
    "conference",
    "the conference that the report is for",
    text("kind", "initial or review child protection conference", FieldKind.FACT),
    yes_no("is_review", "whether it reviews a plan in force, to be asked for in an {% if %}", FieldKind.FACT),
    recorded("due", "the day it is due by"),
    recorded("basis", "a sentence: the day, and what it is counted from"),
    text("law", "the guidance that sets the day"),
    text("held", "the day it was held, if it was", FieldKind.FACT),
    text("ref", "its numbers in the list of sources"),
)
CONFERENCE_REPORT: Final[tuple[Field, ...]] = (
    *document(),
    *under("Conference", CONFERENCE),
    *under("Child", the_child()),
    *under("Family", COUNCIL, HELD_UNIT, family(), siblings(), adults(), WORKER, STATUS, RECORDS_TO, GENOGRAM),
    *under(
        "What was recorded",
        *with_gap(statements("reason", "the reason for the conference")),
        *with_gap(statements("daily_life", "the child’s daily life")),
        *with_gap(statements("child_words", "the child’s own words", FieldKind.SAID)),
        *with_gap(statements("parents_words", "the parents’ and family’s own words", FieldKind.SAID)),
        *with_gap(statements("goals", "what the family wants to change")),
        *with_gap(statements("worries", "what people are worried about")),
        *with_gap(statements("strengths", "strengths and what has protected the child")),
        statements("different_views", "where people see it differently"),
    ),
    *under(
        "Judgement, as a meeting recorded it",
        *with_gap(statements("harm", "how the child has been harmed or is likely to be")),
        *with_gap(statements("analysis", "the analysis")),
        *with_gap(statements("threshold", "whether the threshold is met")),
        *with_gap(statements("recommendation", "the recommendation")),
    ),
    *under(
        "Assessment",
        recorded("needs", "the child’s developmental needs; always “not recorded”: only the assessment can say"),
        recorded("parenting", "parenting capacity; always “not recorded”: only the assessment can say"),
        recorded("environment", "family and environment; always “not recorded”: only the assessment can say"),
    ),
    *under(
        "Chronology",
        *with_gap(short_rows("chronology", "the significant facts, oldest first")),
        *with_gap(short_rows("seen", "when the child was seen, since the work began")),
    ),
    *under("Decisions", *with_gap(decisions("decisions", "the unit’s decisions that are no judgements"))),
    *under("Actions", *with_gap(actions("plan", "the open actions, for the draft plan"))),
    *under(
        "Since the last conference (review only)",
        *with_gap(statements("progress", "what has happened since")),
        *with_gap(short_rows("visits", "visits to the child")),
        *with_gap(short_rows("core_groups", "core groups")),
    ),
    *under("Since the last meeting", CHANGES),
    *sources(),
)
