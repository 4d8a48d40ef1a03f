"""A document that would show what is another family's or another child's is held back, and says where."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from autoadmin.domain.audit import AuditEntry
from autoadmin.domain.concerning import concerns
from autoadmin.domain.errors import WrongFamilyError
from autoadmin.domain.identifiers import ChildId, FamilyId
from autoadmin.domain.people import Adult, Child, Family
from autoadmin.domain.records import Discussion, Entry
from autoadmin.domain.templates import DocumentTemplate
from autoadmin.drafting.register import Register
from autoadmin.drafting.request import CompositionRequest
from autoadmin.drafting.strangers import Stranger, find_private, find_strangers
from autoadmin.workflows.requests import DraftRequest
from autoadmin.workflows.services import Services

MOST_TOLD = 5  # places named in the sentence; there may be more


def hold_back_strangers(
    services: Services,
    template: DocumentTemplate,
    request: DraftRequest,
    values: Mapping[str, object],
    *,
    allowed: Sequence[str],
) -> None:
    """Raise WrongFamilyError where a document's values show a stranger; the audit trail has that it was held back."""
    with services.store.read() as store:
        register = services.register.get(store)
    found = list_strangers(register, request.composition, values, allowed=allowed)
    if not found:
        return
    told = "; ".join(str(stranger) for stranger in found[:MOST_TOLD])
    with services.store.begin() as store:
        details = {"template": template.id, "places": str(len(found))}
        store.audit.add(AuditEntry("draft_held_back", request.subject, at=services.clock(), details=details))
    raise WrongFamilyError(
        f"{template.id} for {request.subject}: {told}. Correct the record; or, if these people belong in it, draft it "
        f"with --allow and the id of their family."
    )


def list_strangers(
    register: Register, request: CompositionRequest, values: Mapping[str, object], *, allowed: Sequence[str]
) -> tuple[Stranger, ...]:
    """Return what stands in a document's values that is another family's, or only a brother's or sister's."""
    attendees = [person.name for meeting in request.meetings() for person in meeting.record.attendees]
    strangers = find_strangers(values, register, own=_own(request), workers=attendees, allowed=allowed)
    return strangers + _private(request, values)


def _own(request: CompositionRequest) -> tuple[Family, ...]:
    """Return the families a document is about, with the people its meeting named under each."""
    held = [case.family for case in request.all_cases()]
    meetings = [request.meeting] if request.meeting else []
    return (*held, *(_as_family(found) for meeting in meetings for found in meeting.record.discussions))


def _as_family(found: Discussion) -> Family:
    """Return a discussion's people; whoever a meeting named under a family is no stranger to its documents."""
    children = tuple(Child(child.id or ChildId(""), child.name) for child in found.children)
    adults = tuple(Adult(adult.name) for adult in found.adults)
    return Family(found.family_id or FamilyId(""), found.family_name, adults=adults, children=children)


def _private(request: CompositionRequest, values: Mapping[str, object]) -> tuple[Stranger, ...]:
    """Return where a child's document holds words recorded only about a brother or sister."""
    if request.child is None or request.case is None:
        return ()
    child, family = request.child, request.case.family
    entries = [e for meeting in request.case.meetings if (d := request.case.discussion_at(meeting)) for e in d.entries]
    theirs = [entry for entry in entries if not concerns(entry, child, family)]
    return find_private(values, _words(theirs), _words(entry for entry in entries if concerns(entry, child, family)))


def _words(entries: Iterable[Entry]) -> list[str]:
    return [entry.text for entry in entries]
