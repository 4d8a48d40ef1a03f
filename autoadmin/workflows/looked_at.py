"""What a person wants to look at before it is in force: the working copy of a template, or a version by its number."""

from __future__ import annotations

from autoadmin.domain.identifiers import TemplateId
from autoadmin.domain.templates import DocumentTemplate
from autoadmin.workflows.in_force import body_of
from autoadmin.workflows.services import Services


def looked_at(services: Services, template: str, number: int | None) -> DocumentTemplate:
    """Return the working copy, or what version `number` holds; TemplateError where the folder is not right."""
    wanted = TemplateId(template)
    if number is None:
        return services.shelf.working_copy(wanted)
    with services.store.read() as store:
        version = store.templates.get(wanted, number)
    return body_of(services, version.sha256)
