"""Queue everything that is due by now: each firing is a task keyed by its instant, so it happens once."""

from __future__ import annotations

from autoadmin.domain.audit import AuditEntry
from autoadmin.domain.tasks import Task
from autoadmin.domain.timetable import firings_between
from autoadmin.workflows.diary import open_diary
from autoadmin.workflows.services import Services


def fire_schedules(services: Services) -> int:
    """Return how many tasks were queued. A schedule never seen before starts to count from now."""
    now = services.clock()
    schedules = services.shelf.schedules.schedules
    queued = 0
    with services.store.begin() as store:
        diary = open_diary(store, services)
        for schedule in schedules:
            after = store.schedules.get(schedule.id) or now
            for firing in firings_between([schedule], after, now, diary):
                if store.tasks.add(Task(firing.workflow, firing.key, firing.arguments)):
                    store.audit.add(AuditEntry("schedule_fired", firing.key, at=now))
                    queued += 1
            if after <= now:
                store.schedules.set(schedule.id, now)
    return queued
