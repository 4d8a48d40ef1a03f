"""A claimed task stays claimed for as long as it is worked on, however long that takes."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from threading import Event, Thread

from autoadmin.domain.errors import OperationError
from autoadmin.domain.tasks import Task
from autoadmin.store import Store

RENEWALS = 3  # in the time of one lease

log = logging.getLogger(__name__)


@contextmanager
def kept_lease(store: Store, task: Task, lease: timedelta, wall_clock: Callable[[], datetime]) -> Iterator[None]:
    """Renew the lease of a claimed task in the background until the block ends."""
    is_over = Event()
    heartbeat = Thread(target=_keep, args=(store, task, lease, wall_clock, is_over), name="heartbeat", daemon=True)
    heartbeat.start()
    try:
        yield
    finally:
        is_over.set()
        heartbeat.join()


def _keep(store: Store, task: Task, lease: timedelta, wall_clock: Callable[[], datetime], is_over: Event) -> None:
    while not is_over.wait(lease.total_seconds() / RENEWALS):
        try:
            if not _renew(store, task, wall_clock() + lease):
                log.warning("lease_lost task=%s workflow=%s key=%s", task.id, task.workflow, task.key)
                return
        except OperationError:
            # The workflow itself may hold the database; nobody else can claim the task then either.
            log.info("lease_not_renewed task=%s workflow=%s key=%s", task.id, task.workflow, task.key)


def _renew(store: Store, task: Task, until: datetime) -> bool:
    with store.begin() as session:
        return session.tasks.renew(task, until)
