"""What would be lost if one version of a template took another's place, and whether a version can be used at all."""

from __future__ import annotations

from autoadmin.domain.errors import TemplateError
from autoadmin.domain.template_changes import BreakingChange, Footprint, breaking_changes
from autoadmin.domain.templates import DocumentTemplate
from autoadmin.word.outline import outline_of
from autoadmin.workflows.folder_checks import template_errors
from autoadmin.workflows.shelf import Shelf


def changes_between(shelf: Shelf, before: DocumentTemplate, after: DocumentTemplate) -> tuple[BreakingChange, ...]:
    """Return what documents made from `before` have and those made from `after` would not."""
    return breaking_changes(_footprint(shelf, before), _footprint(shelf, after))


def require_sound(shelf: Shelf, template: DocumentTemplate) -> None:
    """Raise TemplateError, with a line for each error that the check of templates finds, if it finds any."""
    if errors := template_errors(shelf, template):
        raise TemplateError("\n".join(errors))


def _footprint(shelf: Shelf, template: DocumentTemplate) -> Footprint:
    outline = outline_of(shelf.compiled(template), template.layout)
    return Footprint(outline.fields, outline.sections, template.required, template.labels)
