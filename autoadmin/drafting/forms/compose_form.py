"""Composing any form from its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import assert_never

from autoadmin.domain.clocks import Clock, ClockState
from autoadmin.domain.held import Content
from autoadmin.domain.people import Child
from autoadmin.domain.records import Entry
from autoadmin.drafting.changes import changes_of, changes_values
from autoadmin.drafting.chronology_parts import records_to, short_row
from autoadmin.drafting.drawn import drawn_values
from autoadmin.drafting.due import law_words, started_words, title_of
from autoadmin.drafting.evidence import Told as Recorded
from autoadmin.drafting.evidence import may_be_quoted, tells_child_seen
from autoadmin.drafting.forms.form import (
    Agreed,
    Asked,
    Carried,
    Dated,
    Decided,
    Form,
    Mentioning,
    Part,
    Seen,
    Sorted,
    Told,
)
from autoadmin.drafting.forms.form import Content as PartContent
from autoadmin.drafting.forms.material import FamilyRow, Material, material_for
from autoadmin.drafting.forms.topics import Topic, is_about
from autoadmin.drafting.own_status import own_status
from autoadmin.drafting.paper import Paper, new_paper
from autoadmin.drafting.people import adults_values, child_values, family_name
from autoadmin.drafting.request import CompositionRequest
from autoadmin.drafting.statements import action, dated_statement, decision
from autoadmin.drafting.wording import Wording, day_words

VISITS = frozenset({"VISIT_CIN", "VISIT_CP", "VISIT_CLA", "VISIT_PF"})
Composition = Callable[[CompositionRequest], Content]


def composition_of(form: Form) -> Composition:
    """Return the function that composes a form."""
    return lambda request: compose_form(form, request)


def compose_form(form: Form, request: CompositionRequest) -> Content:
    """Return a form as far as it is recorded: each part its recorded words, each with its source, or its gap."""
    case = request.the_case()
    children = case.family.children if form.is_of_family else (request.the_child(),)
    paper = new_paper(request)
    material = material_for(form, request, children)
    values: dict[str, object] = {
        "document": paper.heading(),
        **_head(paper, form, request, material),
        **drawn_values(paper, case, [child.id for child in children], form.pictures),
        **_parts(paper, form, form.parts, material),
    }
    if form.tells_changes:
        values["changes"] = _changes(paper, form, request)
    if form.child_parts:
        values["children"] = [_own_part(paper, form, request, child) for child in children]
    title = Wording.TITLE.format(title=paper.template.title, subject=_subject(form, request))
    listed = paper.sources.listed_without_files()
    return Content(title, {**values, "sources": listed}, tuple(child.id for child in children))


def _changes(paper: Paper, form: Form, request: CompositionRequest) -> dict[str, object]:
    case = request.the_case()
    until = request.at or max((meeting.record.on for meeting in case.meetings), default=date.min)
    child = None if form.is_of_family else request.the_child().id
    return changes_values(paper, changes_of(case, until=until, child=child, is_shown=may_be_quoted))


def _subject(form: Form, request: CompositionRequest) -> str:
    about = request.the_case().family if form.is_of_family else request.the_child()
    return about.name or about.id


def _head(paper: Paper, form: Form, request: CompositionRequest, material: Material) -> dict[str, object]:
    """Return who the document is about and what it answers; ages are those on the day of the last meeting."""
    case, unit = request.the_case(), request.unit or request.the_case().unit
    rows = [found.row for found in material.rows]
    return {
        "council": paper.recorded(unit.council if unit else "", "council"),
        "unit": paper.recorded(unit.name if unit else "", "unit"),
        **_people(paper, form, request),
        "family": family_name(paper, case),
        "adults": adults_values(paper, case.family.adults, "adults"),
        "worker": paper.recorded(case.family.worker, "worker"),
        "records_to": records_to(case, rows),
        "since": day_words(material.since) if material.since else "",
        "due": due(paper, material.clock, request),
    }


def _people(paper: Paper, form: Form, request: CompositionRequest) -> dict[str, object]:
    case = request.the_case()
    on = max((meeting.record.on for meeting in case.meetings), default=None)
    if form.is_of_family:
        everybody = [child_values(paper, child, "children", on) for child in case.family.children]
        return {"children": everybody, "status": paper.recorded(case.family.status, "status")}
    child = request.the_child()
    others = [other for other in case.family.children if other.id != child.id]
    return {
        "child": child_values(paper, child, "child", on),
        "siblings": [child_values(paper, other, "siblings", on) for other in others],
        "status": own_status(paper, case.family.status, case, child),
    }


def due(paper: Paper, clock: Clock | None, request: CompositionRequest) -> dict[str, object]:
    """Return what the document answers: what is due, by when, counted from what; empty where nothing runs."""
    if clock is None:
        return {"what": "", "by": "", "started": "", "length": "", "law": "", "ref": ""}
    rule, started = request.rules.get(clock.rule), started_words(clock)
    if clock.state is ClockState.CANNOT_TELL:
        started = Wording.STARTED_DOUBTED.format(started=started, doubt=Wording.CANNOT_TELL)
    return {
        "what": title_of(clock, rule),
        "by": day_words(clock.due_on),
        "started": started,
        "length": str(rule.length) if rule else "",
        "law": law_words(rule),
        "ref": paper.sources.cite(clock.started_by.source),
    }


def _own_part(paper: Paper, form: Form, request: CompositionRequest, child: Child) -> dict[str, object]:
    case = request.the_case()
    on = max((meeting.record.on for meeting in case.meetings), default=None)
    material = material_for(form, request, (child,))
    return {
        **child_values(paper, child, "children", on),
        **_parts(paper, form, form.child_parts, material, "children."),
    }


def _parts(paper: Paper, form: Form, parts: Iterable[Part], material: Material, at: str = "") -> dict[str, object]:
    values: dict[str, object] = {}
    for part in parts:
        path = f"{at}{part.name}"
        if isinstance(part.content, Asked):
            values[part.name] = paper.gap(path)
        else:
            found = _listed(paper, part.content, material, path, form.headings)
            values |= {part.name: found, f"{part.name}_gap": paper.gap_unless(found, f"{path}_gap")}
    return values


def _listed(
    paper: Paper, content: PartContent, material: Material, path: str, headings: frozenset[str]
) -> Sequence[dict[str, object]]:
    evidence = material.evidence
    match content:
        case Told(sections):
            return _statements(paper, path, evidence.stated(), lambda entry: entry.section in sections)
        case Mentioning(topic, is_since):
            told = (evidence if is_since else material.ever).stated()
            return _statements(paper, path, told, lambda entry: is_about(entry.text, topic))
        case Sorted(group, only):
            return _statements(paper, path, evidence.groups(headings)[group], _of(only))
        case Dated(codes, is_since):
            return _dated(paper, material, lambda found: _has(found, codes), is_since=is_since)
        case Seen():
            return _dated(paper, material, lambda found: _tells_seen(found, material), is_since=True)
        case Decided():
            return [decision(paper, told.entry, path, told.met_on) for told in evidence.decisions(headings)]
        case Agreed(only):
            return [
                action(paper, told.entry, path, told.met_on)
                for told in evidence.open_actions()
                if _of(only)(told.entry)
            ]
        case Carried():
            return [action(paper, told.entry, path, told.met_on) for told in evidence.actions()]
        case Asked():
            return ()
    assert_never(content)


def _of(topic: Topic | None) -> Callable[[Entry], bool]:
    """Return what asks whether an entry is of a topic; of none asked for, every entry is."""
    return lambda entry: topic is None or is_about(entry.text, topic)


def _statements(
    paper: Paper, path: str, told: Iterable[Recorded], is_wanted: Callable[[Entry], bool]
) -> list[dict[str, object]]:
    return [dated_statement(paper, found.entry, path, found.met_on) for found in told if is_wanted(found.entry)]


def _dated(
    paper: Paper, material: Material, is_wanted: Callable[[FamilyRow], bool], *, is_since: bool
) -> list[dict[str, object]]:
    start = material.since if is_since else None
    found = [row for row in material.rows if (start is None or row.row.on >= start) and is_wanted(row)]
    names = len(material.children) > 1
    return [
        {**short_row(paper, each.row), "about": ", ".join(map(paper.name, each.children)) if names else ""}
        for each in found
    ]


def _has(found: FamilyRow, codes: frozenset[str]) -> bool:
    return bool(codes & {*found.row.codes}) if codes else found.row.is_significant


def _tells_seen(found: FamilyRow, material: Material) -> bool:
    if VISITS & {*found.row.codes}:
        return True
    return any(tells_child_seen(found.row.detail, child.name) for child in material.children)
