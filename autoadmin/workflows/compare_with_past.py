"""What the last real documents of a kind would say, were they made with another version of their template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from autoadmin.domain.audit import AuditEntry
from autoadmin.domain.drafts import Draft, DraftState
from autoadmin.domain.errors import TemplateError
from autoadmin.domain.fields import named_as_today
from autoadmin.word import Picture, Template
from autoadmin.word.differing import Difference, differences
from autoadmin.word.reading import read_lasting_parts
from autoadmin.word.shown import shown_pictures
from autoadmin.workflows.content_text import content_values
from autoadmin.workflows.looked_at import looked_at
from autoadmin.workflows.pictured import with_pictures
from autoadmin.workflows.services import Services
from autoadmin.workflows.todays_names import aliases_of

PICTURES: Final = "pictures"
IN_USE = frozenset(DraftState) - {DraftState.SUPERSEDED, DraftState.WITHDRAWN}


@dataclass(frozen=True, slots=True)
class ComparedDraft:
    """One document and how it would differ; `problem` says what the template needs that its content has not."""

    draft: Draft
    differences: tuple[Difference, ...] = ()
    problem: str = ""


def compare_with_past(
    services: Services, template: str, last: int, *, by: str, number: int | None = None
) -> tuple[ComparedDraft, ...]:
    """Return how the last so many documents in use would differ, the newest first. It is a look at cases: recorded.

    They are compared with the working copy of the template, or with version `number`. Nothing is drafted.
    """
    body = looked_at(services, template, number)
    compiled = services.shelf.compiled(body)
    renamed = aliases_of(body.composition)
    with services.store.begin() as store:
        drafts = store.drafts.list(template=body.id, states=IN_USE)[::-1][:last]
        kept = [(draft, store.drafts.get_content(draft.id), store.drafts.get_file(draft.id)) for draft in drafts]
        for draft in drafts:
            details = {"for": "template preview"}
            store.audit.add(AuditEntry("draft_seen", draft.id, at=services.clock(), by=by, details=details))
    return tuple(_compared(compiled, draft, text, file, renamed) for draft, text, file in kept)


def _compared(compiled: Template, draft: Draft, text: str, file: bytes, renamed: Mapping[str, str]) -> ComparedDraft:
    """Return how a document would differ. Its own pictures stand: how they are drawn is not the template's."""
    pictures = shown_pictures(file)
    try:
        values = named_as_today(content_values(text), renamed)
        made = compiled.render(with_pictures(values, compiled.fields, pictures)).file
    except TemplateError as error:
        return ComparedDraft(draft, problem=error.detail)
    return ComparedDraft(draft, differences(_read(file, pictures), _read(made, shown_pictures(made))))


def _read(file: bytes, pictures: tuple[Picture, ...]) -> dict[str, str]:
    """Return the words of a document by part, those for its pictures too."""
    return {**read_lasting_parts(file), PICTURES: "\n".join(picture.alt for picture in pictures)}
