"""Work out every child's clocks anew: what nothing touched may be late by now."""

from __future__ import annotations

from autoadmin.workflows.gathering import clocks_now
from autoadmin.workflows.services import Services

CHILDREN_AT_ONCE = 250


def restate_clocks(services: Services) -> int:
    """Return how many children's clocks changed. Committed in parts: each child's clocks are whole at any moment."""
    today = services.today()
    with services.store.read() as store:
        children = store.events.list_children_with_events()
    changed = 0
    for start in range(0, len(children), CHILDREN_AT_ONCE):
        with services.store.begin() as store:
            for child in children[start : start + CHILDREN_AT_ONCE]:
                clocks = clocks_now(store, services.shelf, child, at=today)
                changed += store.clocks.replace_for_child(child, clocks)
    return changed
