"""The queue: one row for each task, claimed by one worker at a time for as long as its lease runs."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    and_,
    exists,
    func,
    or_,
    select,
    update,
)

from autoadmin.domain.tasks import Task, TaskState
from autoadmin.store.columns import Json, OneOf, UtcDateTime, metadata
from autoadmin.store.rows import insert_once, values_of

tasks = Table(
    "tasks",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("workflow", String, nullable=False),
    Column("key", String, nullable=False),
    Column("arguments", Json(Mapping[str, str]), nullable=False),
    Column("not_before", UtcDateTime, nullable=True),
    Column("state", OneOf(TaskState), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("retry_at", UtcDateTime, nullable=True),
    Column("interruptions", Integer, nullable=False, default=0, server_default="0"),
    Column("claimed_by", String, nullable=False),
    Column("lease_until", UtcDateTime, nullable=True),
    Column("error", Text, nullable=False),
    UniqueConstraint("workflow", "key"),
    Index("ix_tasks_state_id", "state", "id"),
)

INTERRUPTED = "The process that worked on it ended, or lost touch, too many times."


class Tasks:
    """Work waiting, in hand and done."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, task: Task) -> bool:
        """Queue a task; return False, changing nothing, where its workflow was asked for under that key before."""
        return insert_once(self._connection, tasks, values_of(task, without={"id"}))

    def has(self, workflow: str, key: str) -> bool:
        """Return whether a workflow was ever asked for under that key."""
        asked = select(tasks.c.id).where(tasks.c.workflow == workflow, tasks.c.key == key)
        return self._connection.execute(asked).first() is not None

    def retry_now(self) -> int:
        """Let what was put off be tried at once, because a person asks for it; return how many tasks that are."""
        put_off = and_(tasks.c.state == TaskState.QUEUED, tasks.c.retry_at.is_not(None))
        return self._connection.execute(update(tasks).where(put_off).values(retry_at=None)).rowcount

    def has_claimable(self, *, now: datetime, wall_now: datetime) -> bool:
        """Return whether `claim` would find a task, without waiting for anybody who is writing."""
        return bool(self._connection.execute(select(exists().where(_is_open(now, wall_now)))).scalar_one())

    def claim(self, claimant: str, *, now: datetime, wall_now: datetime, lease_until: datetime) -> Task | None:
        """Return the first task that is due at `now`, claimed until `lease_until`; None where there is none.

        The office's clock (`now`) says what is due; real time (`wall_now`) when a task put off may be tried again.
        """
        first = select(tasks.c.id).where(_is_open(now, wall_now)).order_by(tasks.c.id).limit(1)
        task = self._connection.execute(first.with_for_update(skip_locked=True)).scalar_one_or_none()
        if task is None:
            return None
        claimed = {"state": TaskState.CLAIMED, "claimed_by": claimant, "lease_until": lease_until}
        self._connection.execute(update(tasks).where(tasks.c.id == task).values(claimed))
        return self._tasks(tasks.c.id == task)[0]

    def renew(self, task: Task, lease_until: datetime) -> bool:
        """Move the end of a claimed task's lease; return False where its claimant does not hold it any more."""
        return self._change_held(task, lease_until=lease_until)

    def finish(self, task: Task) -> bool:
        """Mark a claimed task as done; return False, changing nothing, where its claimant does not hold it any more."""
        return self._change_held(task, state=TaskState.DONE, error="", **_RELEASED)

    def retry(self, task: Task, *, retry_at: datetime, error: str) -> bool:
        """Put a claimed task off until then, in real time, one attempt more on its count; False where not held."""
        later = {"state": TaskState.QUEUED, "retry_at": retry_at, "error": error}
        return self._change_held(task, attempts=tasks.c.attempts + 1, **later, **_RELEASED)

    def fail(self, task: Task, *, error: str) -> bool:
        """Give a claimed task up, with one plain sentence that says why; False where it is not held any more."""
        given_up = {"state": TaskState.FAILED, "error": error}
        return self._change_held(task, attempts=tasks.c.attempts + 1, **given_up, **_RELEASED)

    def next_retry(self, now: datetime) -> datetime | None:
        """Return when, in real time, the first task put off and due at `now` may be tried again; None without any."""
        put_off = select(tasks.c.retry_at).where(tasks.c.state == TaskState.QUEUED, _is_due(now))
        earliest = put_off.where(tasks.c.retry_at.is_not(None)).order_by(tasks.c.retry_at).limit(1)
        return self._connection.execute(earliest).scalar_one_or_none()

    def release_claims_of(self, claimants: Collection[str]) -> int:
        """Queue again at once what these claimants, who are gone, had in hand; return how many tasks that were."""
        return self._release(tasks.c.claimed_by.in_(claimants))

    def release_expired(self, wall_now: datetime) -> int:
        """Queue again what is claimed under a lease that has run out; return how many tasks that were."""
        return self._release(tasks.c.lease_until < wall_now)

    def fail_interrupted(self, most: int) -> int:
        """Give up what ended its process more than `most` times, lest it do so for ever; return how many those were."""
        is_deadly = and_(tasks.c.state == TaskState.QUEUED, tasks.c.interruptions > most)
        given_up = {"state": TaskState.FAILED, "error": INTERRUPTED}
        return self._connection.execute(update(tasks).where(is_deadly).values(given_up)).rowcount

    def list(self, states: Collection[TaskState] | None = None) -> tuple[Task, ...]:
        """Return the tasks in these states, or all of them, in the order they were added."""
        return self._tasks(tasks.c.id.is_not(None) if states is None else tasks.c.state.in_(states))

    def counts(self) -> dict[TaskState, int]:
        """Return how many tasks there are in each state."""
        counted = select(tasks.c.state, func.count().label("number")).group_by(tasks.c.state)
        found = {row.state: row.number for row in self._connection.execute(counted)}
        return {state: found.get(state, 0) for state in TaskState}

    def claimants(self) -> frozenset[str]:
        """Return who has a task in hand."""
        held = select(tasks.c.claimed_by).where(tasks.c.state == TaskState.CLAIMED).distinct()
        return frozenset(self._connection.execute(held).scalars())

    def _change_held(self, task: Task, **values: Any) -> bool:
        is_claimed = and_(tasks.c.id == task.id, tasks.c.state == TaskState.CLAIMED)
        is_held = and_(is_claimed, tasks.c.claimed_by == task.claimed_by)
        return self._connection.execute(update(tasks).where(is_held).values(values)).rowcount > 0

    def _release(self, is_left: ColumnElement[bool]) -> int:
        is_left = and_(tasks.c.state == TaskState.CLAIMED, is_left)
        released = {"state": TaskState.QUEUED, "interruptions": tasks.c.interruptions + 1, **_RELEASED}
        return self._connection.execute(update(tasks).where(is_left).values(released)).rowcount

    def _tasks(self, is_wanted: ColumnElement[bool]) -> tuple[Task, ...]:
        rows = self._connection.execute(_TASKS.where(is_wanted).order_by(tasks.c.id))
        return tuple(Task(**row._asdict()) for row in rows)


_TASKS = select(*(column for column in tasks.c if column.name not in {"retry_at", "interruptions"}))
_RELEASED: dict[str, Any] = {"claimed_by": "", "lease_until": None}


def _is_open(now: datetime, wall_now: datetime) -> ColumnElement[bool]:
    is_rested = or_(tasks.c.retry_at.is_(None), tasks.c.retry_at <= wall_now)
    return and_(tasks.c.state == TaskState.QUEUED, _is_due(now), is_rested)


def _is_due(now: datetime) -> ColumnElement[bool]:
    return or_(tasks.c.not_before.is_(None), tasks.c.not_before <= now)
