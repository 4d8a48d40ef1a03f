"""The engine of one machine: any number of processes and threads share the queue in the database."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from threading import Event
from typing import Protocol

from autoadmin.domain.errors import OperationError
from autoadmin.domain.tasks import Task, TaskState
from autoadmin.engine.claimants import is_gone, this_claimant
from autoadmin.engine.judging import GiveUp, Retry, judge
from autoadmin.engine.leases import kept_lease
from autoadmin.store import Store

LEASE = timedelta(minutes=5)
POLL = timedelta(seconds=1)
MOST_INTERRUPTIONS = 25  # a task that ended its process so often is given up, lest it do so for ever

Workflow = Callable[..., object]

log = logging.getLogger(__name__)


class Services(Protocol):
    """What the engine needs of the services that it hands to each workflow."""

    @property
    def store(self) -> Store:
        """Return where the tasks are."""

    @property
    def clock(self) -> Callable[[], datetime]:
        """Return the office's clock, which says what is due; it may be held still."""

    @property
    def wall_clock(self) -> Callable[[], datetime]:
        """Return the real clock, by which leases run out and tasks put off are tried again."""


def run_queued(
    services: Services,
    workflows: Mapping[str, Workflow],
    *,
    stop: Event | None = None,
    lease: timedelta = LEASE,
    patience: timedelta = timedelta(0),
    on_end: Callable[[Task], None] | None = None,
) -> int:
    """Do queued tasks until none is due, or `stop` is set; return how many were worked on.

    Each workflow is called as `workflow(services, **task.arguments)`. A task put off until later counts as well; it is
    waited for where it is to be tried again within `patience`. `on_end` is told of every task after it was worked on.
    What the store itself cannot do is raised.
    """
    worked_on = 0
    stop = stop or Event()
    while not stop.is_set():
        task = _claim(services, lease)
        if task is None and _waited_for_retry(services, patience, stop):
            continue
        if task is None:
            break
        _work_on(task, services, workflows, lease)
        worked_on += 1
        if on_end:
            on_end(task)
    return worked_on


def run_forever(
    services: Services,
    workflows: Mapping[str, Workflow],
    *,
    stop: Event,
    lease: timedelta = LEASE,
    poll: timedelta = POLL,
) -> None:
    """Do queued tasks as they become due, until `stop` is set; the task in hand is finished first."""
    while not stop.is_set():
        run_queued(services, workflows, stop=stop, lease=lease)
        stop.wait(poll.total_seconds())


def _claim(services: Services, lease: timedelta) -> Task | None:
    now, wall_now = services.clock(), services.wall_clock()
    with services.store.read() as store:
        in_hand = store.tasks.list({TaskState.CLAIMED})
        has_claimable = store.tasks.has_claimable(now=now, wall_now=wall_now)
    gone = {task.claimed_by for task in in_hand if is_gone(task.claimed_by)}
    has_expired = any(task.lease_until and task.lease_until < wall_now for task in in_hand)
    if not (gone or has_expired or has_claimable):
        return None
    with services.store.begin() as store:
        if gone or has_expired:
            released = store.tasks.release_claims_of(gone) + store.tasks.release_expired(wall_now)
            given_up = store.tasks.fail_interrupted(MOST_INTERRUPTIONS)
            log.warning("tasks_released released=%d given_up=%d", released, given_up)
        return store.tasks.claim(this_claimant(), now=now, wall_now=wall_now, lease_until=wall_now + lease)


def _waited_for_retry(services: Services, patience: timedelta, stop: Event) -> bool:
    """Wait until the first task put off may be tried again; return False at once where that is too long, or never."""
    with services.store.read() as store:
        retry_at = store.tasks.next_retry(services.clock())
    if retry_at is None or (wait := retry_at - services.wall_clock()) > patience:
        return False
    stop.wait(max(wait.total_seconds(), 0))
    return True


def _work_on(task: Task, services: Services, workflows: Mapping[str, Workflow], lease: timedelta) -> None:
    """Call the task's workflow, and settle the task in a transaction after the workflow's own.

    A crash between the two has the workflow run again, which changes nothing.
    """
    log.info("task_started task=%s workflow=%s", task.id, task.workflow)
    error: Exception | None = None
    try:
        with kept_lease(services.store, task, lease, services.wall_clock):
            _workflow_of(task, workflows)(services, **task.arguments)
    except Exception as failure:
        error = failure
    _settle(task, services, error)


def _workflow_of(task: Task, workflows: Mapping[str, Workflow]) -> Workflow:
    if task.workflow not in workflows:
        raise OperationError(f"No workflow is called {task.workflow}.")
    return workflows[task.workflow]


def _settle(task: Task, services: Services, error: Exception | None) -> None:
    verdict = judge(error, task, wall_now=services.wall_clock()) if error else None
    with services.store.begin() as store:
        match verdict:
            case None:
                action, is_held = "task_done", store.tasks.finish(task)
            case Retry(at, sentence):
                action, is_held = "task_put_off", store.tasks.retry(task, retry_at=at, error=sentence)
            case GiveUp(sentence):
                action, is_held = "task_failed", store.tasks.fail(task, error=sentence)
    action = action if is_held else "task_taken_over"
    level = logging.INFO if verdict is None else logging.WARNING
    log.log(level, "%s task=%s workflow=%s", action, task.id, task.workflow)
