"""Put a draft's Word file where people find it, whole or not at all; doing it twice changes nothing."""

from __future__ import annotations

from autoadmin.domain.identifiers import DraftId
from autoadmin.workflows.outbox import current_place
from autoadmin.workflows.placing import write_whole
from autoadmin.workflows.services import Services
from autoadmin.workflows.standing import is_touched


def place_document(services: Services, *, draft: str) -> None:
    """Write the file to the outbox; a superseded draft's file moves out of the tray.

    A file that differs from what was drafted is somebody's work: it is never written over and never taken away.
    """
    with services.store.read() as store:
        held, data = store.drafts.get(DraftId(draft)), store.drafts.get_file(DraftId(draft))
    place = services.places.outbox / current_place(held)
    if not place.exists():
        write_whole(place, data)
    before = services.places.outbox / held.file
    if place != before and not is_touched(services, held):
        before.unlink(missing_ok=True)
