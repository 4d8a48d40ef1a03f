"""The children a sheet names meet those held of the family: on ids, or on a name no other child of it has."""

from __future__ import annotations

from dataclasses import replace

from autoadmin.domain.concerning import is_named
from autoadmin.domain.findings import Finding, Severity
from autoadmin.domain.identifiers import ChildId, digest
from autoadmin.domain.identity import fold
from autoadmin.domain.people import Child, Family
from autoadmin.domain.records import Discussion, RecordedChild
from autoadmin.store import Session


def join_children(
    store: Session, family: Family, discussion: Discussion
) -> tuple[Discussion, tuple[Child, ...], list[Finding]]:
    """Return the discussion with an id for each of its children, and every child of the family as now known."""
    findings: list[Finding] = []
    children = {child.id: child for child in family.children}
    recorded = []
    for named in discussion.children:
        child_id, doubt = _id_of(named, family)
        held = store.children.find(child_id) or Child(child_id)
        findings += [
            Finding(Severity.DOUBTED, discussion.place, sentence) for sentence in (doubt, *_moves(held, family))
        ]
        findings += [Finding(Severity.DOUBTED, discussion.place, sentence) for sentence in _differences(held, named)]
        children[child_id] = _completed(held, named, family)
        recorded.append(replace(named, id=child_id))
    findings = [finding for finding in findings if finding.message]
    return replace(discussion, children=tuple(recorded)), tuple(children.values()), findings


def _id_of(named: RecordedChild, family: Family) -> tuple[ChildId, str]:
    """Return the child's id, and what a person should know of how it was found."""
    if named.id:
        return named.id, ""
    meant = [child for child in family.children if is_named(child.id, named.name, family)]
    if len(meant) == 1:
        return meant[0].id, f"{named.name} has no id here; taken as {meant[0].id}, the only such child of the family."
    provisional = ChildId(f"{family.id}-{digest(fold(named.name))[:6]}")  # no name: it stands in paths
    return provisional, f'{named.name} has no id; kept as "{provisional}" until one is given.'


def _moves(held: Child, family: Family) -> list[str]:
    if held.family in (None, family.id):
        return []
    return [f"{held.id} was held in family {held.family} and is named in {family.id} here; moved. Please check."]


def _differences(held: Child, named: RecordedChild) -> list[str]:
    pairs = (("date of birth", held.born_on, named.born_on), ("expected date", held.expected_on, named.expected_on))
    return [
        f"{held.id}: the {what} here is not the one held before. The newer one is used; please check which is right."
        for what, ours, theirs in pairs
        if ours and theirs and ours != theirs
    ]


def _completed(held: Child, named: RecordedChild, family: Family) -> Child:
    born_on = named.born_on or held.born_on
    return replace(
        held,
        name=named.name or held.name,
        family=family.id,
        born_on=born_on,
        expected_on=None if born_on else named.expected_on or held.expected_on,
    )
