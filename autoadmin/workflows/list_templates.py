"""The templates an administrator has, and what is wrong with any of them."""

from __future__ import annotations

from autoadmin.catalogue.templates import TemplateCatalogue
from autoadmin.workflows.folder_checks import checked_templates
from autoadmin.workflows.services import Services


def list_templates(services: Services) -> TemplateCatalogue:
    """Return the templates that can be used and a sentence for each thing that is wrong with another."""
    return checked_templates(services.shelf)
