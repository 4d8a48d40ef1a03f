"""What becomes of a task that went wrong: tried again later, or given up for a person to look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from traceback import walk_tb

from autoadmin.domain.errors import AutoadminError, CatalogueError, OperationError, TemplateError
from autoadmin.domain.identifiers import digest
from autoadmin.domain.tasks import MOST_ATTEMPTS, Task, retry_after

HOUSE = Path(__file__).resolve().parents[1]
SPREAD = 0.2  # up to a fifth longer, so that tasks which failed together are not tried together


@dataclass(frozen=True, slots=True)
class Retry:
    """Try again, not before that instant of real time."""

    at: datetime
    sentence: str


@dataclass(frozen=True, slots=True)
class GiveUp:
    """Nobody but a person can mend this, or it was tried often enough."""

    sentence: str


WAIT_FOR_ADMINISTRATOR = timedelta(minutes=5)


def judge(error: Exception, task: Task, *, wall_now: datetime) -> Retry | GiveUp:
    """Return what becomes of a task after this error, with one sentence that holds no case content."""
    failed = task.attempts + 1
    sentence = _sentence(error)
    if isinstance(error, TemplateError | CatalogueError):
        return Retry(wall_now + WAIT_FOR_ADMINISTRATOR, sentence)  # nothing is lost while a template is being mended
    if not _may_pass(error) or failed >= MOST_ATTEMPTS:
        return GiveUp(sentence)
    share = int(digest(task.workflow, task.key)[:4], 16) / 0xFFFF
    return Retry(wall_now + retry_after(failed) * (1 + SPREAD * share), sentence)


def _may_pass(error: Exception) -> bool:
    """Return whether trying again may help: the machine was busy, or nobody knows what it was."""
    return error.temporary if isinstance(error, OperationError) else not isinstance(error, AutoadminError)


def _sentence(error: Exception) -> str:
    """Return what an operator may read. The message of an unexpected error is left out: it may quote a case."""
    if isinstance(error, AutoadminError):
        return str(error)
    return f"Unexpected {type(error).__name__} at {_place(error)}."


def _place(error: Exception) -> str:
    """Return the innermost line of our own that the error passed through, or where it began if it passed none."""
    frames = [(Path(frame.f_code.co_filename), line) for frame, line in walk_tb(error.__traceback__)]
    below_engine = [(path, line) for path, line in frames if path.is_relative_to(HOUSE)][1:]
    path, line = (below_engine or frames)[-1]
    name = path.relative_to(HOUSE.parent) if path.is_relative_to(HOUSE) else path.name
    return f"{name}, line {line}"
