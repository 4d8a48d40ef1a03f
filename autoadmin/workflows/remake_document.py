"""Make a document again from what is kept of it: its content, and the version of the template that it was made from."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from autoadmin import __version__
from autoadmin.domain.audit import AuditEntry
from autoadmin.domain.drafts import Draft
from autoadmin.domain.errors import OperationError, UnknownIdError
from autoadmin.domain.fields import named_as_today
from autoadmin.domain.identifiers import DraftId
from autoadmin.domain.templates import DocumentTemplate
from autoadmin.word.reading import read_parts
from autoadmin.word.shown import shown_pictures
from autoadmin.workflows.content_text import content_values
from autoadmin.workflows.in_force import body_of
from autoadmin.workflows.pictured import with_pictures
from autoadmin.workflows.placing import write_whole
from autoadmin.workflows.services import Services
from autoadmin.workflows.todays_names import aliases_of


@dataclass(frozen=True, slots=True)
class Remade:
    """A document made again; where the bytes are others, whether the words at least are the same."""

    draft: Draft
    sha256: str
    has_same_words: bool

    @property
    def is_same(self) -> bool:
        """Return whether the file is the one that was drafted, byte for byte."""
        return self.sha256 == self.draft.sha256

    @property
    def says(self) -> str:
        """Return in one sentence how the file compares with the one that was drafted."""
        if self.is_same:
            return "It is the file that was drafted, byte for byte."
        words = "the words are the same" if self.has_same_words else "some words differ"
        engine = self.draft.engine or "an earlier version"
        return f"It is not the file that was drafted by autoadmin {engine}; this is {__version__}: {words}."


def remake_document(services: Services, draft: str, target: Path, *, by: str) -> Remade:
    """Write a draft's Word file to `target`, made anew; that it was made is recorded.

    UnknownIdError where there is no such draft, or what made it was never kept.
    """
    with services.store.begin() as store:
        held = store.drafts.get(DraftId(draft))
        text, before = store.drafts.get_content(held.id), store.drafts.get_file(held.id)
        store.audit.add(AuditEntry("draft_remade", held.id, at=services.clock(), by=by))
    template = _made_from(services, held)
    values = named_as_today(content_values(text), aliases_of(template.composition))
    layout = services.shelf.compiled(template)
    data = layout.render(with_pictures(values, layout.fields, shown_pictures(before))).file
    try:
        write_whole(target, data)
    except OSError as error:
        raise OperationError(f"{target} cannot be written ({error.strerror}).") from error
    return Remade(held, sha256(data).hexdigest(), has_same_words=read_parts(data) == read_parts(before))


def _made_from(services: Services, draft: Draft) -> DocumentTemplate:
    """Return the template that a draft was made from: the version kept, or a folder that still holds the same."""
    try:
        return body_of(services, draft.template_sha256)
    except UnknownIdError:
        folders = (*services.shelf.catalogue.templates, *services.shelf.shipped.values())
        for template in folders:
            if template.sha256 == draft.template_sha256:
                return template
        raise UnknownIdError(
            f"{draft.id} was drafted before versions of templates were kept, and its template has changed since. "
            f"`autoadmin documents export {draft.id} FILE` writes the file that was drafted."
        ) from None
