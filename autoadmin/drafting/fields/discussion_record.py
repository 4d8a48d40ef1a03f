"""The fields of one family's discussion, for one child's file."""

from __future__ import annotations

from typing import Final

from autoadmin.domain.fields import Field
from autoadmin.drafting.fields.building import recorded, text, under, with_gap
from autoadmin.drafting.fields.changes import CHANGES
from autoadmin.drafting.fields.people import GENOGRAM, STATUS, WORKER, adults, family, siblings, the_child
from autoadmin.drafting.fields.statements import actions, decisions, sections
from autoadmin.drafting.fields.surroundings import document, due, meeting, sources

DISCUSSION_RECORD: Final[tuple[Field, ...]] = (
    *document(),
    *meeting(),
    *under("Child", the_child()),
    *under("Family", family(), siblings(), adults(), WORKER, STATUS, GENOGRAM),
    *under(
        "Discussion",
        recorded("minutes", "minutes spent on the family: “25 minutes”"),
        sections("sections", "every usual heading, and the others that were used"),
        text("left_out", "how many entries are only about another child, if any"),
    ),
    *under("Decisions", *with_gap(decisions("decisions", "what was decided"))),
    *under("Actions", *with_gap(actions("actions", "who does what by when"))),
    *under("Since the last meeting", CHANGES),
    *under("What is due", due()),
    *sources(),
)
