"""The chronology for the court: numbered facts, each with the document or witness that proves it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.event_codes import label
from autoadmin.domain.events import Precision
from autoadmin.domain.gaps import NotRecorded
from autoadmin.domain.held import Content
from autoadmin.drafting.chronology_parts import cited, opening, period, reason
from autoadmin.drafting.differences import differences
from autoadmin.drafting.page_limit import within_pages
from autoadmin.drafting.paper import Paper, new_paper
from autoadmin.drafting.request import CompositionRequest
from autoadmin.drafting.wording import Wording, count, day_words, length_words

# Where the council's own work begins: contacts, early help and what merely happened to a child are not counted.
INVOLVEMENT: Final = frozenset(
    {
        *("REFERRAL", "ASSESSMENT_START", "STRATEGY_DISCUSSION", "S47_START", "CIN_START", "CIN_PLAN_START"),
        *("CPP_START", "CLA_START", "PF_NOTIFIED", "PLO_DECISION", "LETTER_BEFORE_PROCEEDINGS", "PROCEEDINGS_ISSUED"),
    }
)


def compose_court_chronology(request: CompositionRequest) -> Content:
    """Return the facts alone, numbered, with how long the council has been involved (Practice Direction 12A).

    Facts that are not to be shared, and anything said, thought or decided, are left out even if the request has them.
    Beyond the pages that the template allows, the lightest rows by the written rule are left out first; each of them is
    listed for the reviewer. Where the records differ about a day, both days stand, and the reviewer's list of what to
    check says so.
    """
    child = request.the_child()
    paper = new_paper(request)
    rows = [row for row in request.court_chronology if row.is_fact and row.is_significant and not row.is_restricted]
    references = [_reference(paper, row) for row in rows]
    kept, out = within_pages(rows, references, paper.template.most_pages)
    numbered = [_row(paper, number, row) for number, row in enumerate(kept, start=1)]
    left_out = [_left_out(paper, row) for row in out]
    values: dict[str, object] = {
        "document": _heading(paper, rows),
        **opening(paper, request),
        "case_number": paper.gap("case_number"),
        "prepared_by": paper.gap("prepared_by"),
        "prepared_on": paper.gap("prepared_on"),
        "involvement": _involvement(paper, rows),
        "period": period(paper, kept),
        "rows": numbered,
        "rows_gap": paper.gap_unless(numbered, "rows_gap"),
        "left_out": left_out,
        "left_out_because": _because(paper, left_out),
        "sources": paper.sources.listed_without_files(),
    }
    title = Wording.TITLE.format(title=paper.template.title, subject=child.name or child.id)
    return Content(title, values, (child.id,), _notes(paper, left_out))


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
    return {
        "number": number,
        "on": day_words(row.on, row.precision, row.on_words),
        "event": row.detail,
        "reference": _reference(paper, row),
        "ref": cited(paper, row),
    }


def _reference(paper: Paper, row: ChronologyRow) -> str:
    reference = "; ".join(dict.fromkeys(paper.sources.reference(source) for source in row.sources))
    return Wording.WITNESSED.format(witness=row.by, reference=reference) if row.by else reference


def _left_out(paper: Paper, row: ChronologyRow) -> dict[str, object]:
    return {
        "on": day_words(row.on, row.precision, row.on_words),
        "event": row.detail,
        "why": reason(row),
        "ref": cited(paper, row),
    }


def _because(paper: Paper, left_out: Sequence[dict[str, object]]) -> str:
    """Return that rows were left out and for which limit; nothing where none was."""
    if not left_out:
        return ""
    pages = count(paper.template.most_pages, "page")
    return Wording.LEFT_OUT_PAGES.format(facts=count(len(left_out), "fact"), pages=pages)


def _notes(paper: Paper, left_out: Sequence[dict[str, object]]) -> tuple[str, ...]:
    told = (Wording.LEFT_OUT_ROW.format(day=row["on"], event=row["event"]) for row in left_out)
    return (_because(paper, left_out), *told) if left_out else ()
