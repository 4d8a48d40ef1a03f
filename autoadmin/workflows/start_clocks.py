"""Work out anew the clocks of the children a file told something about, and queue the documents that it owes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from autoadmin.domain.audit import AuditEntry
from autoadmin.domain.drafts import DraftState
from autoadmin.domain.identifiers import ChildId, FamilyId, MeetingId
from autoadmin.domain.people import Child
from autoadmin.domain.tasks import Task
from autoadmin.domain.templates import DocumentTemplate, Subject
from autoadmin.store import Session
from autoadmin.workflows.gathering import clocks_now
from autoadmin.workflows.in_force import templates_to_draft
from autoadmin.workflows.renewing import of_family
from autoadmin.workflows.services import Services
from autoadmin.workflows.standing import is_touched, supersede
from autoadmin.workflows.subjects import subject_line, subject_parts


def start_clocks(
    services: Services,
    *,
    file: str,
    drop: str,
    meeting: str = "",
    families: str = "",
    retired: str = "",
    children: str = "",
) -> int:
    """Return for how many children clocks were worked out. `families`, `retired`, `children`: ids joined by commas."""
    now, today = services.clock(), services.today()
    templates = templates_to_draft(services) if meeting else ()
    with services.store.begin() as store:
        of_families = [child for family in _split(families) for child in store.children.list(FamilyId(family))]
        left = [child for family in _split(retired) for child in store.children.list(FamilyId(family))]
        told = [*(child.id for child in (*of_families, *left)), *(ChildId(child) for child in _split(children))]
        touched = list(dict.fromkeys(told))
        for child in touched:
            store.clocks.replace_for_child(child, clocks_now(store, services.shelf, child, at=today))
        owed = _after_meeting(templates, meeting, of_families)
        _supersede_meeting(store, services, meeting, left)
        renewed = [arguments for child in touched for arguments in _to_be_renewed(store, services, child)]
        renewed += [arguments for family in _families_of(store, touched) for arguments in of_family(store, family)]
        renewed += _packs_to_be_renewed(store, meeting, after=today)
        for arguments in (*owed, *renewed):
            key = f"{arguments['template']}:{subject_line(arguments)}@{file}:{drop}"
            store.tasks.add(Task("draft_document", key=key, arguments=arguments))
        store.audit.add(AuditEntry("clocks_started", file, at=now, details={"children": str(len(touched))}))
    return len(touched)


def _split(ids: str) -> list[str]:
    return [one for one in ids.split(",") if one]


def _after_meeting(
    templates: Iterable[DocumentTemplate], meeting: str, children: Sequence[Child]
) -> Iterator[dict[str, str]]:
    """Yield what to draft of a meeting: its minutes, and a record of its own for each family or child discussed."""
    families = dict.fromkeys(child.family for child in children if child.family)
    for template in templates:
        about = {"template": template.id, "meeting": meeting}
        match template.subject if template.drafted_after_meeting else None:
            case Subject.MEETING:
                yield about
            case Subject.FAMILY:
                yield from ({**about, "family": family} for family in families)
            case Subject.CHILD:
                yield from ({**about, "child": child.id} for child in children)


def _families_of(store: Session, children: Iterable[ChildId]) -> list[FamilyId]:
    families = [store.children.get(child).family for child in children]
    return [family for family in dict.fromkeys(families) if family]


def _supersede_meeting(store: Session, services: Services, meeting: str, children: Sequence[Child]) -> None:
    """Supersede what was drafted of a meeting for children whose family its corrected sheet no longer tells of."""
    for child in children:
        for draft in store.drafts.list(child=child.id, meeting=MeetingId(meeting), states=(DraftState.DRAFTED,)):
            if subject_parts(draft.subject).get("child") == child.id and not is_touched(services, draft):
                supersede(store, draft)


def _packs_to_be_renewed(store: Session, meeting: str, *, after: date) -> list[dict[str, str]]:
    """Return the agenda packs of the unit for meetings still to come: what they carry over may have changed."""
    held = store.meetings.find(MeetingId(meeting)) if meeting else None
    if held is None:
        return []
    drafts = store.drafts.list(unit=held.unit.id, states=(DraftState.DRAFTED,))
    packs = [draft for draft in drafts if draft.meeting is None and draft.family is None and draft.meeting_on]
    return [
        {"template": draft.template, **subject_parts(draft.subject)}
        for draft in packs
        if draft.meeting_on and draft.meeting_on > after
    ]


def _to_be_renewed(store: Session, services: Services, child: ChildId) -> Iterator[dict[str, str]]:
    """Yield the drafts about a child that nobody has touched and that no one meeting bounds.

    One that answered a clock which no longer stands, because what started it was corrected, is superseded, and the
    document is asked for anew.
    """
    clocks = {clock.id for clock in store.clocks.list(child=child)}
    for draft in store.drafts.list(child=child, states=(DraftState.DRAFTED,)):
        about = subject_parts(draft.subject)
        if draft.meeting is not None or about.get("child") != child:
            continue
        if about.get("clock") and about["clock"] not in clocks:
            if not is_touched(services, draft):
                supersede(store, draft)
            del about["clock"]
        yield {"template": draft.template, **about}
