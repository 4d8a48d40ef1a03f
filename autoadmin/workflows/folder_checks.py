"""What is wrong in the administrators' folders, looked for before a document needs them."""

from __future__ import annotations

from collections.abc import Collection

from autoadmin.catalogue.schedules import KnownNames, read_schedules
from autoadmin.catalogue.templates import TemplateCatalogue
from autoadmin.domain.errors import CatalogueError
from autoadmin.domain.templates import DocumentTemplate
from autoadmin.workflows.in_force import list_versions, templates_to_draft
from autoadmin.workflows.services import Services
from autoadmin.workflows.shelf import Shelf
from autoadmin.workflows.template_checks import ERROR, check_template


def checked_templates(services: Services) -> TemplateCatalogue:
    """Return the templates that can be published, and a sentence for each thing that keeps another from it.

    What is shipped or was published was checked then; only what somebody has edited since is looked at.
    """
    shelf, catalogue = services.shelf, services.shelf.catalogue
    known = {template.sha256 for template in shelf.shipped.values()} | {
        version.sha256 for version in list_versions(services) if version.published_at
    }
    wrong = {
        template.id: () if template.sha256 in known else template_errors(shelf, template)
        for template in catalogue.templates
    }
    return TemplateCatalogue(
        tuple(template for template in catalogue.templates if not wrong[template.id]),
        (*catalogue.problems, *(problem for problems in wrong.values() for problem in problems)),
    )


def template_errors(shelf: Shelf, template: DocumentTemplate) -> tuple[str, ...]:
    """Return a sentence for each thing that keeps a template from being published; none if it can be."""
    checked = check_template(template, shelf.templates_folder / template.id)
    return tuple(str(finding) for finding in checked.findings if finding.severity == ERROR)


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
