"""Work out anew the clocks of the children a file told something about, and queue the documents that it owes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from autoadmin.domain.audit import AuditEntry
from autoadmin.domain.drafts import DraftState
from autoadmin.domain.identifiers import ChildId, FamilyId
from autoadmin.domain.people import Child
from autoadmin.domain.tasks import Task
from autoadmin.domain.templates import DocumentTemplate, Subject
from autoadmin.store import Session
from autoadmin.workflows.gathering import clocks_now
from autoadmin.workflows.services import Services
from autoadmin.workflows.standing import supersede
from autoadmin.workflows.subjects import subject_line, subject_parts


def start_clocks(services: Services, *, file: str, meeting: str = "", families: str = "", children: str = "") -> int:
    """Return for how many children clocks were worked out. `families` and `children` are ids joined by commas."""
    now, today = services.clock(), services.today()
    templates = services.shelf.catalogue.templates
    with services.store.begin() as store:
        of_families = [child for family in _split(families) for child in store.children.list(FamilyId(family))]
        touched = [*(child.id for child in of_families), *(ChildId(child) for child in _split(children))]
        for child in touched:
            store.clocks.replace_for_child(child, clocks_now(store, services.shelf, child, at=today))
        owed = _after_meeting(templates, meeting, of_families) if meeting else ()
        renewed = [arguments for child in touched for arguments in _to_be_renewed(store, child)]
        for arguments in (*owed, *renewed):
            key = f"{arguments['template']}:{subject_line(arguments)}@{file}"
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


def _to_be_renewed(store: Session, child: ChildId) -> Iterator[dict[str, str]]:
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
            supersede(store, draft)
            del about["clock"]
        yield {"template": draft.template, **about}
