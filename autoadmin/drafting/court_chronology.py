"""The chronology for the court: numbered facts, each with the document or witness that proves it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.event_codes import label
from autoadmin.domain.events import Precision
from autoadmin.domain.gaps import NotRecorded
from autoadmin.domain.held import Content
from autoadmin.drafting.chronology_parts import cited, opening, period
from autoadmin.drafting.differences import differences
from autoadmin.drafting.paper import Paper, new_paper
from autoadmin.drafting.request import CompositionRequest
from autoadmin.drafting.wording import Wording, day_words, length_words

# Where the council's own work begins: contacts, early help and what merely happened to a child are not counted.
INVOLVEMENT: Final = frozenset(
    {"REFERRAL", "ASSESSMENT_START", "S47_START", "CIN_START", "CIN_PLAN_START", "CPP_START", "CLA_START"}
)


def compose_court_chronology(request: CompositionRequest) -> Content:
    """Return the facts alone, numbered, with how long the council has been involved (Practice Direction 12A).

    Facts that are not to be shared, and anything said, thought or decided, are left out even if the request has them.
    Where the records differ about a day, both days stand, and the reviewer's list of what to check says so.
    """
    child = request.the_child()
    paper = new_paper(request)
    rows = [row for row in request.court_chronology if row.is_fact and row.is_significant and not row.is_restricted]
    numbered = [_row(paper, number, row) for number, row in enumerate(rows, start=1)]
    values: dict[str, object] = {
        "document": _heading(paper, rows),
        **opening(paper, request),
        "case_number": paper.gap("case_number"),
        "prepared_by": paper.gap("prepared_by"),
        "prepared_on": paper.gap("prepared_on"),
        "involvement": _involvement(paper, rows),
        "period": period(paper, rows),
        "rows": numbered,
        "rows_gap": paper.gap_unless(numbered, "rows_gap"),
        "sources": paper.sources.listed_without_files(),
    }
    title = Wording.TITLE.format(title=paper.template.title, subject=child.name or child.id)
    return Content(title, values, (child.id,))


def _heading(paper: Paper, rows: Sequence[ChronologyRow]) -> dict[str, object]:
    return paper.heading() | {"to_be_confirmed": [*paper.template.to_be_confirmed, *differences(paper, rows)]}


def _involvement(paper: Paper, rows: Sequence[ChronologyRow]) -> str | NotRecorded:
    """Return since when the council has been involved, and how long that is where both days are known."""
    involved = ((row, code) for row in rows for code in row.codes if code in INVOLVEMENT)
    first, code = next(involved, (None, ""))
    if first is None:
        return paper.gap("involvement")
    last = rows[-1]
    sentence = Wording.INVOLVEMENT.format(
        first=day_words(first.on, first.precision, first.on_words),
        event=label(code),
        last=day_words(last.on, last.precision, last.on_words),
    )
    if {first.precision, last.precision} & {
        Precision.MONTH,
        Precision.YEAR,
        Precision.APPROXIMATE,
    } or first.on == last.on:
        return sentence
    return Wording.INVOLVEMENT_LENGTH.format(sentence=sentence, length=length_words(first.on, last.on))


def _row(paper: Paper, number: int, row: ChronologyRow) -> dict[str, object]:
    reference = "; ".join(dict.fromkeys(paper.sources.reference(source) for source in row.sources))
    return {
        "number": number,
        "on": day_words(row.on, row.precision, row.on_words),
        "event": row.detail,
        "reference": Wording.WITNESSED.format(witness=row.by, reference=reference) if row.by else reference,
        "ref": cited(paper, row),
    }
