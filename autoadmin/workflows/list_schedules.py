"""The schedules, whether they are right, and what comes next."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice

from autoadmin.catalogue.schedules import ScheduleCatalogue
from autoadmin.domain.schedules import Firing
from autoadmin.domain.timetable import upcoming
from autoadmin.workflows.diary import open_diary
from autoadmin.workflows.folder_checks import schedule_problems
from autoadmin.workflows.services import Services

LOOK_AHEAD = 50  # firings of one schedule; a cron of every minute would go on for ever


def list_schedules(services: Services) -> ScheduleCatalogue:
    """Return the schedules in force, and a sentence for each that is not right."""
    return services.shelf.schedules


def check_schedules(services: Services, *, workflows: Collection[str]) -> tuple[str, ...]:
    """Return a sentence for everything wrong in the schedules folder, rules among it; empty if all is right."""
    return schedule_problems(services, workflows)


def next_firings(services: Services, *, most: int) -> tuple[Firing, ...]:
    """Return what fires next, earliest first, at most so many."""
    now = services.clock()
    with services.store.read() as store:
        diary = open_diary(store, services)
    planned = [
        firing
        for schedule in services.shelf.schedules.schedules
        if schedule.is_on
        for firing in islice(upcoming(schedule, now, diary), LOOK_AHEAD)
    ]
    return tuple(sorted(planned, key=lambda firing: firing.at)[:most])
