"""Do what is queued, with a progress bar where somebody watches."""

from __future__ import annotations

import sys
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from autoadmin.domain.tasks import Task
    from autoadmin.workflows.services import Services

PATIENCE = timedelta(minutes=1)  # how long to wait for a task that another process has to make possible
COUNT_EVERY = 20  # tasks; how often the bar looks how many are still to come


def work_until_idle(services: Services) -> int:
    """Return how many tasks were worked on; those that could not be done yet stay queued for later."""
    from autoadmin.engine import run_queued
    from autoadmin.workflows.registry import WORKFLOWS

    if not sys.stderr.isatty():
        return run_queued(services, WORKFLOWS, patience=PATIENCE)

    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("Working", total=None)
        done = 0

        def advance(task: Task) -> None:
            nonlocal done
            done += 1
            total = done + _waiting(services) if done % COUNT_EVERY == 1 else None
            progress.update(bar, advance=1, total=total, description=task.workflow.replace("_", " "))

        return run_queued(services, WORKFLOWS, patience=PATIENCE, on_end=advance)


def _waiting(services: Services) -> int:
    from autoadmin.domain.tasks import TaskState

    with services.store.read() as store:
        return store.tasks.counts().get(TaskState.QUEUED, 0)
