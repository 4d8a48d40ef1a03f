"""Work out every child's clocks anew: what nothing touched may be late by now."""

from __future__ import annotations

from functools import partial

from autoadmin.store import Session
from autoadmin.store.clocks import ClockChanges
from autoadmin.workflows.many_clocks import Counting, clocks_of_many, counting_of
from autoadmin.workflows.services import Services
from autoadmin.workflows.side_by_side import PROCESSES, Part, parts_of, sharing


def restate_clocks(services: Services) -> int:
    """Return how many children's clocks changed. Committed in parts: each child's clocks are whole at any moment.

    A part is read while nobody else can write, so that no newer count is overwritten with an older one.
    """
    counting = counting_of(services.shelf, services.today())
    with services.store.read() as store:
        held = {child.id: child for child in store.children.list()}
        children = [held[child] for child in store.events.list_children_with_events()]
    changed, parts = 0, parts_of(children)
    with sharing(services.store, partial(_changes, counting), len(children)) as share:
        for start in range(0, len(parts), PROCESSES):
            with services.store.begin() as store:
                for changes in share(parts[start : start + PROCESSES]):
                    store.clocks.apply(changes)
                    changed += len(changes.children)
    return changed


def _changes(counting: Counting, store: Session, part: Part) -> ClockChanges:
    counted = {child.id: clocks for child, clocks in clocks_of_many(store, part, counting)}
    return store.clocks.compare(counted)
