"""Work waiting to be done: one row each, keyed so that asking twice makes one task."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

MOST_ATTEMPTS = 5
FIRST_RETRY = timedelta(seconds=30)


class TaskState(StrEnum):
    """Where a task stands. A claimed task whose lease has run out is open again."""

    QUEUED = "queued"
    CLAIMED = "claimed"
    DONE = "done"
    FAILED = "failed"  # tried as often as is sensible, or not worth trying again; a person must look


@dataclass(frozen=True, slots=True)
class Task:
    """One call of a workflow. `arguments` are plain strings; identifiers and paths, never case content."""

    workflow: str
    key: str
    arguments: Mapping[str, str] = field(default_factory=dict)
    not_before: datetime | None = None
    state: TaskState = TaskState.QUEUED
    attempts: int = 0
    claimed_by: str = ""
    lease_until: datetime | None = None
    error: str = ""  # one plain sentence, no case content
    id: int | None = None  # given by the store; tasks are done in this order


def retry_after(attempts: int) -> timedelta:
    """Return how long to wait after so many failed attempts: 30 s, then twice as long each time."""
    return FIRST_RETRY * (1 << max(attempts - 1, 0))
