"""The drafts that stand and that a change makes old: they are drafted anew, unless a person has them in hand."""

from __future__ import annotations

from collections.abc import Iterator

from autoadmin.domain.drafts import DraftState
from autoadmin.domain.identifiers import ChildId, FamilyId
from autoadmin.domain.tasks import Task
from autoadmin.store import Session
from autoadmin.workflows.subjects import subject_line, subject_parts


def queue_renewals(store: Session, child: ChildId, *, because: str) -> int:
    """Queue the child's and the family's drafts that no one meeting bounds to be drafted anew; return how many.

    Drafting leaves what a person has in hand as it is, and makes nothing new where nothing changed. `because` names
    the change, so that it queues each once.
    """
    queued = 0
    for arguments in _standing(store, child):
        key = f"{arguments['template']}:{subject_line(arguments)}@{because}"
        queued += store.tasks.add(Task("draft_document", key=key, arguments=arguments))
    return queued


def of_family(store: Session, family: FamilyId) -> Iterator[dict[str, str]]:
    """Yield what to ask for so that each draft about a whole family that no one meeting bounds is made anew."""
    for draft in store.drafts.list(family=family, states=(DraftState.DRAFTED,)):
        about = subject_parts(draft.subject)
        if draft.meeting is None and about.get("family") == family:
            yield {"template": draft.template, **about}


def _standing(store: Session, child: ChildId) -> Iterator[dict[str, str]]:
    if family := store.children.get(child).family:
        yield from of_family(store, family)
    for draft in store.drafts.list(child=child, states=(DraftState.DRAFTED,)):
        about = subject_parts(draft.subject)
        if draft.meeting is None and about.get("child") == child:
            yield {"template": draft.template, **about}
