"""The chronology on the child's file: date, event, source, impact on the child, analysis, action or outcome."""

from __future__ import annotations

from typing import Final

from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.held import Content
from autoadmin.drafting.chronology_parts import (
    changed,
    kind_label,
    left_out,
    opening,
    period,
    reason,
    records_to,
    words,
)
from autoadmin.drafting.paper import Paper, new_paper
from autoadmin.drafting.request import CompositionRequest
from autoadmin.drafting.wording import Wording, day_words

DASH: Final = Wording.NONE_RECORDED.value


def compose_case_file_chronology(request: CompositionRequest) -> Content:
    """Return the significant rows; a dash for impact, analysis or action that nobody recorded, one gap for all dashes.

    Two hundred marks would hide the few that matter: the dash is explained once, and the gap says how many there are.
    """
    case, child = request.the_case(), request.the_child()
    paper = new_paper(request)
    significant = [row for row in request.chronology if row.is_significant]
    rows = [_row(paper, row) for row in significant]
    without_impact = sum(1 for row in significant if not row.impact)
    without_analysis = sum(1 for row in significant if not row.analysis)
    without_action = sum(1 for row in significant if not row.action)
    values: dict[str, object] = {
        "document": paper.heading(),
        **opening(paper, request),
        "period": period(paper, significant),
        "records_to": records_to(case, significant),
        "rows": rows,
        "rows_gap": paper.gap_unless(rows, "rows_gap"),
        "impact_gap": paper.gap_unless(not without_impact, "impact_gap"),
        "impact_missing": without_impact,
        "analysis_gap": paper.gap_unless(not without_analysis, "analysis_gap"),
        "analysis_missing": without_analysis,
        "action_gap": paper.gap_unless(not without_action, "action_gap"),
        "action_missing": without_action,
        "left_out": left_out(request.chronology, request.withheld),
        "sources": paper.sources.listed(),
    }
    title = Wording.TITLE.format(title=paper.template.title, subject=child.name or child.id)
    return Content(title, values, (child.id,))


def _row(paper: Paper, row: ChronologyRow) -> dict[str, object]:
    source, numbers = paper.sources.cite_in_words(row.sources)
    return {
        "on": day_words(row.on, row.precision, row.on_words),
        "event": words(row),
        "kind": row.kind.value if row.kind else "event",
        "label": kind_label(row),
        "by": row.by,
        "source": source,
        "impact": row.impact or DASH,
        "analysis": row.analysis or DASH,
        "action": row.action or DASH,
        "ref": numbers,
        "why": reason(row),
        "changed": changed(row),
        "mark": Wording.DO_NOT_SHARE.value if row.is_restricted else "",
    }
