"""The social worker's report to the initial or review child protection conference, for one child."""

from __future__ import annotations

from datetime import date

from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.held import CaseFile, Content
from autoadmin.domain.people import Child
from autoadmin.drafting.changes import changes_of, changes_values
from autoadmin.drafting.chronology_parts import opening, records_to, short_row
from autoadmin.drafting.conference import Conference, conference_for, conference_values
from autoadmin.drafting.drawn import GENOGRAM, drawn_values
from autoadmin.drafting.evidence import Evidence, evidence_for, may_be_quoted, tells_child_seen
from autoadmin.drafting.own_status import own_status
from autoadmin.drafting.paper import Paper, new_paper
from autoadmin.drafting.people import child_values, family_values
from autoadmin.drafting.request import CompositionRequest
from autoadmin.drafting.statements import action, dated_statement, decision
from autoadmin.drafting.wording import Wording, day_words

VISITS = frozenset({"VISIT_CIN", "VISIT_CP", "VISIT_CLA"})
CORE_GROUPS = frozenset({"CORE_GROUP_HELD"})


def compose_conference_report(request: CompositionRequest) -> Content:
    """Return the report as far as it is recorded; nobody's hypothesis is in it, nor what is not to be shared.

    Analysis, harm, threshold and recommendation hold what a meeting recorded as somebody's view or as a decision, with
    name and date, and are gaps otherwise.
    """
    case, child = request.the_case(), request.the_child()
    paper = new_paper(request)
    conference = conference_for(request)
    evidence = evidence_for(case, (child,), since=conference.since)
    rows = [row for row in request.chronology if not row.is_restricted]
    values: dict[str, object] = {
        "document": paper.heading(),
        **opening(paper, request),
        **_people(paper, case, child),
        **drawn_values(paper, case, (child.id,), (GENOGRAM,)),
        "conference": conference_values(paper, conference, request),
        "status": own_status(paper, case.family.status, case, child),
        "records_to": records_to(case, rows),
        **_told(paper, evidence),
        **_dated(paper, rows, conference, child.name),
        "needs": paper.gap("needs"),
        "parenting": paper.gap("parenting"),
        "environment": paper.gap("environment"),
        **_plan(paper, evidence),
        **_progress(paper, evidence, conference),
        "changes": changes_values(paper, changes_of(case, until=_last(case), child=child.id, is_shown=may_be_quoted)),
    }
    title = Wording.TITLE.format(title=paper.template.title, subject=child.name or child.id)
    return Content(title, {**values, "sources": paper.sources.listed_without_files()}, (child.id,))


def _people(paper: Paper, case: CaseFile, child: Child) -> dict[str, object]:
    """Return the family, with each child's age on the day of the last meeting and that day beside it."""
    on = max((meeting.record.on for meeting in case.meetings), default=None)
    others = [other for other in case.family.children if other.id != child.id]
    return {
        **family_values(paper, case, child, None),
        "child": _with_day(child_values(paper, child, "child", on), on),
        "siblings": [_with_day(child_values(paper, other, "siblings", on), on) for other in others],
    }


def _with_day(values: dict[str, object], on: date | None) -> dict[str, object]:
    if not on or not values["age"]:
        return values
    return values | {"age": Wording.AGE_ON.format(age=values["age"], day=day_words(on))}


def _told(paper: Paper, evidence: Evidence) -> dict[str, object]:
    """Return what was said and seen, and the judgements that a meeting recorded, each list with its gap."""
    values: dict[str, object] = {}
    for name, found in evidence.groups().items():
        values[name] = [dated_statement(paper, told.entry, name, told.met_on) for told in found]
        if name != "different_views":
            values[f"{name}_gap"] = paper.gap_unless(values[name], f"{name}_gap")
    return values


def _dated(paper: Paper, rows: list[ChronologyRow], conference: Conference, name: str) -> dict[str, object]:
    facts = [row for row in rows if row.is_fact]
    since = [row for row in facts if _is_since(row, conference.since)]
    seen = [row for row in since if VISITS & {*row.codes} or tells_child_seen(row.detail, name)]
    chronology = [short_row(paper, row) for row in facts if row.is_significant]
    return {
        "chronology": chronology,
        "chronology_gap": paper.gap_unless(chronology, "chronology_gap"),
        "seen": [short_row(paper, row) for row in seen],
        "seen_gap": paper.gap_unless(seen, "seen_gap"),
        **_work_since(paper, since, conference),
    }


def _work_since(paper: Paper, since: list[ChronologyRow], conference: Conference) -> dict[str, object]:
    """Return visits and core groups since the last conference; an initial report has no such part."""
    values: dict[str, object] = {}
    for name, codes in (("visits", VISITS), ("core_groups", CORE_GROUPS)):
        found = [row for row in since if codes & {*row.codes}] if conference.is_review else []
        values[name] = [short_row(paper, row) for row in found]
        values[f"{name}_gap"] = paper.gap_unless(found or not conference.is_review, f"{name}_gap")
    return values


def _plan(paper: Paper, evidence: Evidence) -> dict[str, object]:
    decisions = [decision(paper, told.entry, "decisions", told.met_on) for told in evidence.decisions()]
    actions = [action(paper, told.entry, "plan", told.met_on) for told in evidence.open_actions()]
    return {
        "decisions": decisions,
        "decisions_gap": paper.gap_unless(decisions, "decisions_gap"),
        "plan": actions,
        "plan_gap": paper.gap_unless(actions, "plan_gap"),
    }


def _progress(paper: Paper, evidence: Evidence, conference: Conference) -> dict[str, object]:
    found = evidence.since() if conference.is_review else []
    return {
        "progress": [dated_statement(paper, told.entry, "progress", told.met_on) for told in found],
        "progress_gap": paper.gap_unless(found or not conference.is_review, "progress_gap"),
    }


def _last(case: CaseFile) -> date:
    return max((meeting.record.on for meeting in case.meetings), default=date.min)


def _is_since(row: ChronologyRow, since: date | None) -> bool:
    return since is None or row.on >= since
