"""Put a draft's Word file where people find it, whole or not at all; doing it twice changes nothing."""

from __future__ import annotations

from autoadmin.domain.identifiers import DraftId
from autoadmin.workflows.outbox import current_place
from autoadmin.workflows.placing import write_whole
from autoadmin.workflows.services import Services


def place_document(services: Services, *, draft: str) -> None:
    """Write the file to the outbox; a superseded draft's file moves out of the tray."""
    with services.store.read() as store:
        held, data = store.drafts.get(DraftId(draft)), store.drafts.get_file(DraftId(draft))
    place = services.places.outbox / current_place(held)
    if not (place.is_file() and place.read_bytes() == data):
        write_whole(place, data)
    if current_place(held) != held.file:
        (services.places.outbox / held.file).unlink(missing_ok=True)
