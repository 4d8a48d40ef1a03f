"""The bells: APScheduler, told in full what its defaults leave to surprise. Nothing else knows it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.background import BackgroundScheduler


@dataclass(frozen=True, slots=True)
class Bell:
    """Something called at fixed intervals, first after `first_after`: at once, unless it says otherwise."""

    id: str
    call: Callable[[], None]
    every: timedelta
    first_after: timedelta = timedelta()


def hang_bells(*bells: Bell) -> BackgroundScheduler:
    """Return the bells ringing, each in its turn: never twice at once, and once for all the times it was held up."""
    logging.getLogger("apscheduler").setLevel(logging.WARNING)  # at "info" it writes two lines for every ring
    scheduler = BackgroundScheduler(
        jobstores={"default": MemoryJobStore()},
        executors={"default": ThreadPoolExecutor(len(bells))},
        job_defaults={
            "coalesce": True,
            "max_instances": 1,
            "misfire_grace_time": None,  # however late: a laptop that slept for a weekend rings when it wakes
        },
        timezone=UTC,
    )
    for bell in bells:
        scheduler.add_job(
            bell.call,
            "interval",
            id=bell.id,
            seconds=bell.every.total_seconds(),
            next_run_time=datetime.now(UTC) + bell.first_after,
            replace_existing=True,
        )
    scheduler.start()
    return scheduler
