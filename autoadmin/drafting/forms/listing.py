"""The rows of one part of a form, each with its source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import assert_never

from autoadmin.domain.records import Entry
from autoadmin.drafting.chronology_parts import short_row
from autoadmin.drafting.evidence import Told as Recorded
from autoadmin.drafting.evidence import tells_child_seen
from autoadmin.drafting.forms.form import (
    Agreed,
    Asked,
    Carried,
    Content,
    Dated,
    Decided,
    Mentioning,
    Seen,
    Sorted,
    Told,
)
from autoadmin.drafting.forms.material import FamilyRow, Material
from autoadmin.drafting.forms.topics import Topic, is_about
from autoadmin.drafting.paper import Paper
from autoadmin.drafting.statements import action, dated_statement, decision

VISITS = frozenset({"VISIT_CIN", "VISIT_CP", "VISIT_CLA", "VISIT_PF"})


def listed(
    paper: Paper, content: Content, material: Material, path: str, headings: frozenset[str]
) -> Sequence[dict[str, object]]:
    """Return the rows of one part of a form, from what is held."""
    evidence = material.evidence
    match content:
        case Told(sections):
            return _statements(paper, path, evidence.stated(), lambda entry: entry.section in sections)
        case Mentioning(topic, is_since):
            told = (evidence if is_since else material.ever).stated()
            return _statements(paper, path, told, lambda entry: is_about(entry.text, topic))
        case Sorted(group, only):
            return _statements(paper, path, evidence.groups(headings)[group], _of(only))
        case Dated(codes, is_since, besides):
            return _dated(paper, material, lambda found: _has(found, codes, besides), is_since=is_since)
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


def _has(found: FamilyRow, codes: frozenset[str], besides: frozenset[str]) -> bool:
    told = {*found.row.codes}
    if besides & told:
        return False
    return bool(codes & told) if codes else found.row.is_significant


def _tells_seen(found: FamilyRow, material: Material) -> bool:
    if VISITS & {*found.row.codes}:
        return True
    return any(tells_child_seen(found.row.detail, child.name) for child in material.children)
