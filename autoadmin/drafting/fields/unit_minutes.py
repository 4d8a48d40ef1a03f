"""The fields of the minutes of a unit meeting."""

from __future__ import annotations

from typing import Final

from autoadmin.domain.fields import Field, FieldKind
from autoadmin.drafting.fields.building import listed, number, recorded, text, under, with_gap
from autoadmin.drafting.fields.changes import CHANGES
from autoadmin.drafting.fields.people import CHILD_OF_A_LIST, STATUS, WORKER, adults
from autoadmin.drafting.fields.statements import HYPOTHESES_TOO, actions, decisions, sections, statements
from autoadmin.drafting.fields.surroundings import document, due, meeting, sources

DISCUSSION: Final = listed(
    "discussions",
    "each family’s discussion, in the order discussed",
    text("family", "the family’s name", FieldKind.FACT),
    text("family_id", "the council’s own number, if the sheet gave it", FieldKind.FACT),
    listed("children", "the children of the family", *CHILD_OF_A_LIST, each="child"),
    adults(),
    WORKER,
    STATUS,
    recorded("minutes", "minutes spent on the family: “25 minutes”"),
    sections("sections", "the headings that were used; lived experience always first"),
    recorded("nothing_under", "the usual headings with nothing under them, in one “not recorded”", FieldKind.MIXED),
    *with_gap(decisions("decisions", "the family’s decisions")),
    *with_gap(actions("actions", "the family’s actions")),
    CHANGES,
    due(),
    kind=FieldKind.MIXED,
)
UNIT_MINUTES: Final[tuple[Field, ...]] = (
    *document(),
    *meeting(),
    *under(
        "Meeting",
        number("families_discussed", "how many families were discussed"),
        recorded("time_spent", "“55 minutes over 3 families”, as far as it was recorded"),
        statements("not_discussed", "families recorded as not discussed", FieldKind.FACT),
        listed(
            "other",
            "what was recorded and belongs to no family",
            *HYPOTHESES_TOO,
            kind=FieldKind.MIXED,
            each="statement",
        ),
    ),
    *under("Discussion", DISCUSSION),
    *under(
        "Actions",
        *with_gap(
            actions(
                "actions",
                "every action of the meeting once more, in one list",
                text("family", "the family’s name", FieldKind.FACT),
            )
        ),
    ),
    *sources(),
)
