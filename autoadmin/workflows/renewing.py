"""The drafts that stand and that a change makes old: they are drafted anew, unless a person has them in hand."""

from __future__ import annotations

from collections.abc import Iterator

from autoadmin.domain.drafts import DraftState
from autoadmin.domain.identifiers import ChildId
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


def _standing(store: Session, child: ChildId) -> Iterator[dict[str, str]]:
    family = store.children.get(child).family
    theirs = store.drafts.list(family=family, states=(DraftState.DRAFTED,)) if family else ()
    own = store.drafts.list(child=child, states=(DraftState.DRAFTED,))
    for draft in {draft.id: draft for draft in (*own, *theirs)}.values():
        about = subject_parts(draft.subject)
        if draft.meeting is None and (about.get("child") == child or (family and about.get("family") == family)):
            yield {"template": draft.template, **about}
