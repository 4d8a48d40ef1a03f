"""A draft changes its state, and its file follows."""

from __future__ import annotations

from autoadmin.domain.drafts import Draft, DraftState, move
from autoadmin.domain.tasks import Task
from autoadmin.store import Session


def supersede(store: Session, draft: Draft) -> None:
    """Save a draft as superseded and queue its file to leave the tray."""
    superseded = move(draft, DraftState.SUPERSEDED)
    store.drafts.save(superseded)
    queue_placing(store, superseded)


def queue_placing(store: Session, draft: Draft) -> None:
    """Queue a draft's file to be put where its state says it belongs."""
    store.tasks.add(Task("place_document", key=f"{draft.id}:{draft.state.value}", arguments={"draft": draft.id}))
