"""The drafts and documents, for a list, for one of them in full, and for its Word file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from autoadmin.domain.audit import AuditEntry
from autoadmin.domain.drafts import Draft, DraftState
from autoadmin.domain.errors import OperationError
from autoadmin.domain.identifiers import ChildId, DraftId, FamilyId
from autoadmin.workflows.outbox import current_place
from autoadmin.workflows.placing import write_whole
from autoadmin.workflows.services import Services

OUT_OF_USE = frozenset({DraftState.SUPERSEDED, DraftState.WITHDRAWN})


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A draft, what its family and unit are called, and where its file lies."""

    draft: Draft
    place: Path
    family_name: str = ""
    unit_name: str = ""


def list_documents(
    services: Services, *, by: str, family: str = "", child: str = "", is_all: bool = False
) -> tuple[DocumentRow, ...]:
    """Return the drafts in use, in the order they were made; with `is_all` also those replaced or withdrawn.

    The list names families, so `by` whom it was seen is recorded.

    UnknownIdError where a family or child is asked for that nobody holds.
    """
    with services.store.begin() as store:
        if family:
            store.families.get(FamilyId(family))
        if child:
            store.children.get(ChildId(child))
        drafts = store.drafts.list(family=FamilyId(family) if family else None, child=ChildId(child) if child else None)
        families = {held.id: held.name for held in store.families.list()}
        units = {unit.id: unit.name for unit in store.units.list()}
        subject = child or family or "documents"
        store.audit.add(AuditEntry("documents_seen", subject, at=services.clock(), by=by))
    return tuple(
        DocumentRow(
            draft,
            services.places.outbox / current_place(draft),
            families.get(draft.family, "") if draft.family else "",
            units.get(draft.unit, "") if draft.unit else "",
        )
        for draft in drafts
        if is_all or draft.state not in OUT_OF_USE
    )


def show_document(services: Services, draft: str, *, by: str) -> DocumentRow:
    """Return one draft in full; every look is recorded."""
    with services.store.begin() as store:
        held = store.drafts.get(DraftId(draft))
        family = store.families.find(held.family) if held.family else None
        unit = store.units.find(held.unit) if held.unit else None
        store.audit.add(AuditEntry("draft_seen", held.id, at=services.clock(), by=by))
    place = services.places.outbox / current_place(held)
    return DocumentRow(held, place, family.name if family else "", unit.name if unit else "")


def export_document(services: Services, draft: str, target: Path, *, by: str) -> Draft:
    """Write a draft's Word file, as it was drafted, to `target`; every export is recorded."""
    with services.store.begin() as store:
        held, data = store.drafts.get(DraftId(draft)), store.drafts.get_file(DraftId(draft))
        store.audit.add(AuditEntry("draft_exported", held.id, at=services.clock(), by=by))
    try:
        write_whole(target, data)
    except OSError as error:
        raise OperationError(f"{target} cannot be written ({error.strerror}).") from error
    return held
