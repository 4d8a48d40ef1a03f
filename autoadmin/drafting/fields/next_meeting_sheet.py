"""The fields of the sheet for a unit's next meeting. It is a form: what is not known is left empty, never a gap."""

from __future__ import annotations

from typing import Final

from autoadmin.domain.fields import Field, FieldKind
from autoadmin.drafting.fields.building import listed, text, under
from autoadmin.drafting.fields.surroundings import UNIT, document, sources

CARRIED: Final = (
    text("label", "Last time, Due, Coming up, Open action, Overdue action"),
    text("text", "the words to print after the label and a colon", FieldKind.MIXED),
)
FAMILY: Final = listed(
    "families",
    "each family, in the order last discussed",
    text("heading", "name and number: “Marsh (F-0412)”", FieldKind.FACT),
    text("children", "the children in one line, as they are typed", FieldKind.FACT),
    text("adults", "the adults in one line, as they are typed", FieldKind.FACT),
    text("worker", "the family’s social worker", FieldKind.FACT),
    text("status", "legal status or plan", FieldKind.FACT),
    listed(
        "carried", "what is due and open, and what was decided last time", *CARRIED, kind=FieldKind.MIXED, each="line"
    ),
    each="family",
)
NEXT_MEETING_SHEET: Final[tuple[Field, ...]] = (
    *document(),
    *under(
        "Meeting",
        text("council", "the council’s name", FieldKind.FACT),
        UNIT,
        text("heading", "the sheet’s first line: “Unit meeting: Unit 4 (Hull)”", FieldKind.FACT),
        text("date", "the day of the next meeting", FieldKind.FACT),
        listed("carried", "when the unit last met, who chaired and who was there", *CARRIED, each="line"),
        listed("sections", "the headings to type under, a line each", kind=FieldKind.WORDING, each="section"),
    ),
    *under("Family", FAMILY),
    *sources(),
)
