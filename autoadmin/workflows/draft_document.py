"""Draft one document: gather what is held, compose its content, fill the template, keep all three together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from autoadmin import __version__
from autoadmin.domain.audit import AuditEntry
from autoadmin.domain.drafts import Draft, DraftState, draft_id
from autoadmin.domain.gaps import Gap
from autoadmin.domain.held import Content
from autoadmin.domain.identifiers import TemplateId, digest
from autoadmin.domain.templates import DocumentTemplate
from autoadmin.drafting.compose import compose
from autoadmin.store import Session
from autoadmin.word import Rendered
from autoadmin.workflows.content_text import content_text, content_values
from autoadmin.workflows.holding_back import hold_back_strangers
from autoadmin.workflows.in_force import InForce, template_in_force
from autoadmin.workflows.outbox import outbox_path
from autoadmin.workflows.pictured import said_by_pictures, with_pictures
from autoadmin.workflows.requests import DraftRequest, gather_request
from autoadmin.workflows.services import Services
from autoadmin.workflows.standing import is_touched, queue_placing, supersede

LEFT_AS_IT_IS = "is in somebody's hands and was left as it is."


def draft_document(
    services: Services,
    *,
    template: str,
    meeting: str = "",
    family: str = "",
    child: str = "",
    unit: str = "",
    clock: str = "",
    meeting_on: str = "",
    role: str = "",
    allowed: Sequence[str] = (),
) -> Draft:
    """Return the draft of a document from the records as they stand; the same records and template make it once.

    An earlier draft that nobody has touched is superseded. One that a person has in hand is left as it is. Where it
    would name somebody of another family it is held back (WrongFamilyError), unless a person said that those of the
    `allowed` families belong in it.
    """
    about = {
        "meeting": meeting,
        "family": family,
        "child": child,
        "unit": unit,
        "clock": clock,
        "meeting_on": meeting_on,
        "role": role,
    }
    shelf = services.shelf
    source = template_in_force(services, TemplateId(template))
    description = source.template
    with services.store.read() as store:
        request = gather_request(store, shelf, description, about, today=services.today())
    content = compose(description.composition, request.composition)
    text = content_text(content.values)
    values = content_values(text)  # from what is kept: it can be made again
    layout = shelf.compiled(description)
    filled = with_pictures(values, layout.fields)
    hold_back_strangers(services, description, request, {**values, **said_by_pictures(filled, values)}, allowed=allowed)
    rendered = layout.render(filled)
    with services.store.begin() as store:
        return _keep(store, services, source, request, content, text, rendered)


def _keep(
    store: Session,
    services: Services,
    source: InForce,
    request: DraftRequest,
    content: Content,
    text: str,
    rendered: Rendered,
) -> Draft:
    template, records_hash = source.template, digest(text)
    before = store.drafts.latest(template.id, request.subject)
    if before and (before.records_hash, before.template_sha256) == (records_hash, template.sha256):
        return _as_it_stands(store, before, request, _notes(rendered, content, request))
    draft = _as_draft(services, source, request, content, rendered, records_hash, before)
    if draft.supersedes and before:
        supersede(store, before)
    store.drafts.add(draft, text, rendered.file)
    queue_placing(store, draft)
    store.audit.add(
        AuditEntry(
            "draft_made",
            draft.id,
            at=draft.drafted_at,
            details={"template": template.id, "version": str(source.version.number)},
        )
    )
    return draft


def _as_draft(
    services: Services,
    source: InForce,
    request: DraftRequest,
    content: Content,
    rendered: Rendered,
    records_hash: str,
    before: Draft | None,
) -> Draft:
    """Return the new draft. Its predecessor is part of its id: a correction that is taken back is a draft again.

    A predecessor that a person has in hand, in review or in Word, is not superseded: this one stands beside it.
    """
    in_hand = before and (before.state is not DraftState.DRAFTED or is_touched(services, before))
    kept = before if in_hand else None
    template = source.template
    made_from = digest(records_hash, before.id if before else "")
    identity = draft_id(template.id, template.sha256, request.subject, made_from)
    draft = Draft(
        id=identity,
        template=template.id,
        template_version=template.version,
        template_sha256=template.sha256,
        subject=request.subject,
        records_hash=records_hash,
        title=content.title,
        drafted_at=services.clock(),
        sha256=sha256(rendered.file).hexdigest(),
        file="",
        unit=request.unit,
        family=request.family,
        children=content.children,
        meeting=request.meeting,
        meeting_on=request.meeting_on,
        due_on=request.due_on or (before.due_on if before else None),
        gaps=tuple(_with_required(gap, template) for gap in rendered.gaps),
        notes=(
            *_notes(rendered, content, request),
            *([f"{kept.id} {LEFT_AS_IT_IS}"] if kept else []),
        ),
        supersedes=before.id if before and not kept else None,
        template_number=source.version.number,
        engine=__version__,
    )
    return replace(draft, file=outbox_path(draft))


def _with_required(gap: Gap, template: DocumentTemplate) -> Gap:
    return replace(gap, is_required=gap.is_required or gap.field in template.required)


def _notes(rendered: Rendered, content: Content, request: DraftRequest) -> tuple[str, ...]:
    return (*rendered.notes, *content.notes, *request.notes)


def _as_it_stands(store: Session, draft: Draft, request: DraftRequest, told: tuple[str, ...]) -> Draft:
    """Return the draft that stands, with the day it is now due and what there is now to know of it."""
    due_on = request.due_on or draft.due_on
    notes = (*told, *(note for note in draft.notes if note.endswith(LEFT_AS_IT_IS)))
    if (due_on, notes) == (draft.due_on, draft.notes):
        return draft
    changed = replace(draft, due_on=due_on, notes=notes)
    store.drafts.save(changed)
    return changed
