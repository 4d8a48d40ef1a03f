"""Composing any form from its parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from autoadmin.domain.clocks import Clock, ClockState
from autoadmin.domain.held import Content
from autoadmin.domain.people import Child
from autoadmin.drafting.changes import changes_of, changes_values
from autoadmin.drafting.chronology_parts import records_to
from autoadmin.drafting.drawn import drawn_values
from autoadmin.drafting.due import law_words, started_words, title_of
from autoadmin.drafting.evidence import may_be_quoted
from autoadmin.drafting.forms.form import Form, Part, Single
from autoadmin.drafting.forms.listing import listed
from autoadmin.drafting.forms.material import Material, material_for
from autoadmin.drafting.forms.single import single_values
from autoadmin.drafting.own_status import own_status
from autoadmin.drafting.paper import Paper, new_paper
from autoadmin.drafting.people import adults_values, child_values, family_name
from autoadmin.drafting.request import CompositionRequest
from autoadmin.drafting.wording import Wording, day_words

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
    if form.holds_back:
        values["held_back"] = material.held_back
    if form.tells_changes:
        values["changes"] = _changes(paper, form, request)
    if form.child_parts:
        values |= _of_children(paper, form, request, material)
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


def _of_children(paper: Paper, form: Form, request: CompositionRequest, material: Material) -> dict[str, object]:
    """Return each child's own parts, and what is about several of them where that stands once."""
    values: dict[str, object] = {}
    if form.tells_together:
        several = material.together()
        values["together"] = {
            part.name: listed(paper, part.content, several, f"together.{part.name}", form.headings)
            for part in form.child_parts
            if not isinstance(part.content, Single)
        }
    own = [_own_part(paper, form, request, child, material) for child in material.children]
    return values | {"children": own}


def _own_part(
    paper: Paper, form: Form, request: CompositionRequest, child: Child, everything: Material
) -> dict[str, object]:
    case = request.the_case()
    on = max((meeting.record.on for meeting in case.meetings), default=None)
    material = material_for(form, request, (child,))
    parts = _parts(paper, form, form.child_parts, material, "children.")
    if form.tells_together:  # a gap only where nothing is told of the child at all
        alone = _parts(paper, form, form.child_parts, everything.alone(child), "children.")
        parts = alone | {name: value for name, value in parts.items() if name.endswith("_gap")}
    return {**child_values(paper, child, "children", on), **parts}


def _parts(paper: Paper, form: Form, parts: Iterable[Part], material: Material, at: str = "") -> dict[str, object]:
    values: dict[str, object] = {}
    for part in parts:
        path = f"{at}{part.name}"
        if isinstance(part.content, Single):
            values |= single_values(paper, part.name, part.content, material, path)
        else:
            found = listed(paper, part.content, material, path, form.headings)
            values |= {part.name: found, f"{part.name}_gap": paper.gap_unless(found, f"{path}_gap")}
    return values
