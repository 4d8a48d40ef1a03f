"""What is wrong in the administrators' folders, looked for before a document needs them."""

from __future__ import annotations

from collections.abc import Collection

from autoadmin.catalogue.schedules import KnownNames, read_schedules
from autoadmin.catalogue.templates import LAYOUT, TemplateCatalogue
from autoadmin.domain.errors import CatalogueError, TemplateError
from autoadmin.domain.templates import DocumentTemplate
from autoadmin.workflows.in_force import templates_to_draft
from autoadmin.workflows.services import Services
from autoadmin.workflows.shelf import Shelf


def checked_templates(shelf: Shelf) -> TemplateCatalogue:
    """Return the templates whose layout takes their own sample, and a sentence for each thing wrong with another."""
    catalogue = shelf.catalogue
    wrong = {template.id: layout_problem(shelf, template) for template in catalogue.templates}
    return TemplateCatalogue(
        tuple(template for template in catalogue.templates if not wrong[template.id]),
        (*catalogue.problems, *(problem for problem in wrong.values() if problem)),
    )


def schedule_problems(services: Services, workflows: Collection[str]) -> tuple[str, ...]:
    """Return a sentence for everything wrong in the schedules folder, rules among it; empty if all is right."""
    problems: list[str] = []
    rules: Collection[str] | None = None
    try:
        rules = services.shelf.rules
    except CatalogueError as error:
        problems += error.detail.splitlines()
    templates = [template.id for template in templates_to_draft(services)]
    known = KnownNames(workflows=workflows, templates=templates, rules=rules)
    problems += read_schedules(services.places.schedules, known).problems
    return tuple(problems)


def layout_problem(shelf: Shelf, template: DocumentTemplate) -> str:
    """Return what is wrong first in a layout, with its place; empty where it compiles and its sample fills it."""
    try:
        shelf.compiled(template).render(template.sample)
    except TemplateError as error:
        return f"{template.id}/{LAYOUT}: {error.detail}"
    return ""
