"""The chronology that agencies share: date, agency, event in that agency's words, source record, basis to share it."""

from __future__ import annotations

from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.held import Content
from autoadmin.drafting.chronology_parts import cited, kind_label, left_out, period, records_to, words
from autoadmin.drafting.paper import Paper, new_paper
from autoadmin.drafting.people import child_values, family_name
from autoadmin.drafting.request import CompositionRequest
from autoadmin.drafting.wording import Wording, day_words


def compose_multi_agency_chronology(request: CompositionRequest) -> Content:
    """Return the children's significant rows as agencies may have them, each once, naming its children and its agency.

    On which consent or legal basis a row is shared is for a person to say: a dash, and one gap for all the dashes.
    """
    case = request.the_case()
    children = [request.the_child()] if len(request.chronologies) == 1 and request.child else case.family.children
    unit = request.unit or case.unit
    paper = new_paper(request)
    shared = [row for row in request.shared if row.is_significant]
    rows = [_row(paper, row, len(children)) for row in shared]
    without_impact = sum(1 for row in shared if not row.impact)
    values: dict[str, object] = {
        "document": paper.heading(),
        "council": paper.recorded(unit.council if unit else "", "council"),
        "unit": paper.recorded(unit.name if unit else "", "unit"),
        "family": family_name(paper, case),
        "children": [child_values(paper, child, "children") for child in children],
        "worker": paper.recorded(case.family.worker, "worker"),
        "period": period(paper, shared),
        "records_to": records_to(case, shared),
        "rows": rows,
        "rows_gap": paper.gap_unless(rows, "rows_gap"),
        "impact_gap": paper.gap_unless(not without_impact, "impact_gap"),
        "impact_missing": without_impact,
        "basis_gap": paper.gap_unless(not rows, "basis_gap"),
        "left_out": left_out(request.shared, request.withheld),
        "sources": paper.sources.listed_without_files(),
    }
    title = Wording.TITLE.format(title=paper.template.title, subject=case.family.name or case.family.id)
    return Content(title, values, tuple(child.id for child in children))


def _row(paper: Paper, row: ChronologyRow, children: int) -> dict[str, object]:
    return {
        "on": day_words(row.on, row.precision, row.on_words),
        "agency": row.agency,
        "about": paper.names_of(row.about, children),
        "event": words(row),
        "kind": row.kind.value if row.kind else "event",
        "label": kind_label(row),
        "by": row.by,
        "impact": row.impact or Wording.NONE_RECORDED.value,
        "record": "; ".join(dict.fromkeys(paper.sources.reference(source) for source in row.sources)),
        "basis": Wording.NONE_RECORDED.value,
        "ref": cited(paper, row),
    }
