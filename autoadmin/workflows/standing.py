"""A draft changes its state, and its file follows."""

from __future__ import annotations

from hashlib import sha256

from autoadmin.domain.drafts import Draft, DraftState, move
from autoadmin.domain.tasks import Task
from autoadmin.store import Session
from autoadmin.workflows.services import Services


def is_touched(services: Services, draft: Draft) -> bool:
    """Return whether somebody has worked on the draft: its Word file in the outbox is not the one that was drafted."""
    place = services.places.outbox / draft.file
    try:
        return sha256(place.read_bytes()).hexdigest() != draft.sha256
    except FileNotFoundError:
        return False  # not placed yet, or taken away to be worked on elsewhere


def supersede(store: Session, draft: Draft) -> None:
    """Save a draft as superseded and queue its file to leave the tray."""
    superseded = move(draft, DraftState.SUPERSEDED)
    store.drafts.save(superseded)
    queue_placing(store, superseded)


def queue_placing(store: Session, draft: Draft) -> None:
    """Queue a draft's file to be put where its state says it belongs."""
    store.tasks.add(Task("place_document", key=f"{draft.id}:{draft.state.value}", arguments={"draft": draft.id}))
