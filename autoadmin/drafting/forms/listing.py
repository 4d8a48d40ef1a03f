"""The rows of one part of a form, each with its source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import assert_never

from autoadmin.domain.records import Entry
from autoadmin.drafting.chronology_parts import short_row
from autoadmin.drafting.evidence import tells_child_seen
from autoadmin.drafting.forms.choosing import FromEntries, told_under
from autoadmin.drafting.forms.form import (
    Agreed,
    Carried,
    Dated,
    Decided,
    Listed,
    Mentioning,
    Seen,
    Sorted,
    Told,
)
from autoadmin.drafting.forms.material import FamilyRow, Material
from autoadmin.drafting.paper import Paper
from autoadmin.drafting.statements import action, dated_statement, decision

VISITS = frozenset({"VISIT_CIN", "VISIT_CP", "VISIT_CLA", "VISIT_PF"})


def listed(
    paper: Paper, content: Listed, material: Material, path: str, headings: frozenset[str]
) -> Sequence[dict[str, object]]:
    """Return the rows of one part of a form, from what is held."""
    match content:
        case Dated(codes, is_since):
            is_wanted = _told_of if is_since and not codes and material.since is None else _has
            return _dated(paper, material, lambda found: is_wanted(found, content, material), is_since=is_since)
        case Seen():
            return _dated(paper, material, lambda found: _tells_seen(found, material), is_since=True)
        case Told() | Mentioning() | Sorted() | Decided() | Agreed() | Carried():
            found = told_under(content, material.evidence, headings, material.ever)
            row = _row(content)
            return [row(paper, told.entry, path, told.met_on) for told in found]
    assert_never(content)


def _row(content: FromEntries) -> Callable[[Paper, Entry, str, date], dict[str, object]]:
    match content:
        case Decided():
            return decision
        case Agreed() | Carried():
            return action
        case Told() | Mentioning() | Sorted():
            return dated_statement
    assert_never(content)


def _dated(
    paper: Paper, material: Material, is_wanted: Callable[[FamilyRow], bool], *, is_since: bool
) -> list[dict[str, object]]:
    start = material.since if is_since else None
    found = [row for row in material.rows if (start is None or row.row.on >= start) and is_wanted(row)]
    names = len(material.children) > 1
    return [
        {**short_row(paper, each.row), "about": paper.names_of(each.children, len(material.children)) if names else ""}
        for each in found
    ]


def _has(found: FamilyRow, content: Dated, material: Material) -> bool:
    told = {*found.row.codes}
    if content.besides & told:
        return False
    return bool(content.codes & told) if content.codes else found.row.is_significant


def _told_of(found: FamilyRow, content: Dated, material: Material) -> bool:
    """Return whether what is drawn on tells it: where no start is recorded, not everything ever is part of the work."""
    is_told = any(told.entry.id in found.row.entries for told in material.evidence.told)
    return is_told and _has(found, content, material)


def _tells_seen(found: FamilyRow, material: Material) -> bool:
    if VISITS & {*found.row.codes}:
        return True
    return any(tells_child_seen(found.row.detail, child.name) for child in material.children)
