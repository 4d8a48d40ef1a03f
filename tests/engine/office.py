"""A small office for the engine to work in: a real store, a clock held by hand, and workflows that leave traces."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from autoadmin.domain.audit import AuditEntry
from autoadmin.domain.tasks import Task, TaskState
from autoadmin.engine import run_queued
from autoadmin.store import Store, open_store

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Office:
    """The services of the tests; `clock` stands still until it is moved."""

    store: Store
    clock: Callable[[], datetime]
    wall_clock: Callable[[], datetime]


def open_office(folder: Path, *, at: datetime = NOON) -> Office:
    store = open_store(folder / "office.db")
    store.migrate()
    return Office(store, lambda: at, lambda: datetime.now(UTC))


def later(office: Office, by: timedelta) -> Office:
    """Return the office with its clock moved on."""
    now = office.clock() + by
    return replace(office, clock=lambda: now)


def with_real_time(office: Office, at: datetime) -> Office:
    """Return the office at another moment of real time, its own clock standing as it is."""
    return replace(office, wall_clock=lambda: at)


def retry_at(office: Office) -> datetime:
    """Return when the first task put off is to be tried again."""
    with office.store.read() as store:
        at = store.tasks.next_retry(office.clock())
    assert at is not None
    return at


def queue(office: Office, *tasks: Task) -> None:
    with office.store.begin() as store:
        for task in tasks:
            assert store.tasks.add(task)


def tasks_of(office: Office) -> tuple[Task, ...]:
    with office.store.read() as store:
        return store.tasks.list()


def traces(office: Office) -> list[str]:
    """Return the subjects of the audit entries: what the workflows did."""
    with office.store.read() as store:
        return [entry.subject for entry in store.audit.list()]


def leave_trace(office: Office, *, subject: str) -> None:
    """Leave an audit entry, however often it is called for: once for each time."""
    with office.store.begin() as store:
        store.audit.add(AuditEntry("traced", subject, office.clock()))


def leave_trace_once(office: Office, *, subject: str) -> None:
    """Leave an audit entry where there is none yet: called twice it does nothing more, as every workflow."""
    with office.store.begin() as store:
        if not store.audit.list(subject=subject):
            store.audit.add(AuditEntry("traced", subject, office.clock()))


def linger(office: Office, *, subject: str) -> None:
    """Say that work has begun, and go on for longer than any test waits."""
    leave_trace(office, subject=f"{subject} begun")
    time.sleep(60)
    leave_trace(office, subject=f"{subject} ended")


def wait_for(condition: Callable[[], bool]) -> None:
    """Wait until something is so; fail where it takes more than 20 seconds."""
    give_up_at = time.monotonic() + 90
    while not condition():
        assert time.monotonic() < give_up_at, "waited in vain"
        time.sleep(0.02)


def are_all_done(office: Office) -> bool:
    return all(task.state is TaskState.DONE for task in tasks_of(office))


WORKFLOWS = {"leave_trace": leave_trace, "leave_trace_once": leave_trace_once, "linger": linger}

if __name__ == "__main__":  # another process of the same office
    run_queued(open_office(Path(sys.argv[1])), WORKFLOWS)
