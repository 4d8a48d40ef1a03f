"""Every rule tried on invented children, so that an administrator sees what a change of a rule does."""

from __future__ import annotations

from autoadmin.domain.errors import CatalogueError
from autoadmin.domain.trials import Trial
from autoadmin.timescales import try_rules as try_on_invented
from autoadmin.workflows.services import Services


def try_rules(services: Services) -> tuple[Trial, ...]:
    """Return what each rule gives for an invented child today; nothing where the rules cannot be read at all."""
    try:
        rules = services.shelf.rules.values()
    except CatalogueError:
        return ()
    return try_on_invented(rules, services.shelf.calendars, on=services.today())
