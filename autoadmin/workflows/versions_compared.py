"""What would be lost if one version of a template took another's place, and whether a version can be used at all."""

from __future__ import annotations

from autoadmin.domain.errors import TemplateError
from autoadmin.domain.template_changes import BreakingChange, Footprint, breaking_changes
from autoadmin.domain.templates import DocumentTemplate
from autoadmin.word.outline import outline_of
from autoadmin.workflows.folder_checks import layout_problem
from autoadmin.workflows.shelf import Shelf


def changes_between(shelf: Shelf, before: DocumentTemplate, after: DocumentTemplate) -> tuple[BreakingChange, ...]:
    """Return what documents made from `before` have and those made from `after` would not."""
    return breaking_changes(_footprint(shelf, before), _footprint(shelf, after))


def require_sound(shelf: Shelf, template: DocumentTemplate) -> None:
    """Raise TemplateError where the layout does not compile, or its own sample does not fill it."""
    if problem := layout_problem(shelf, template):
        raise TemplateError(problem)


def _footprint(shelf: Shelf, template: DocumentTemplate) -> Footprint:
    outline = outline_of(shelf.compiled(template), template.layout)
    return Footprint(outline.fields, outline.sections, template.required, template.labels)
