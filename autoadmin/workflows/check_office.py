"""Whether the office can work: each thing that could stop it, looked at now."""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from autoadmin.domain.errors import AutoadminError
from autoadmin.domain.tasks import TaskState
from autoadmin.workflows.folder_checks import schedule_problems
from autoadmin.workflows.left_lying import list_left_lying
from autoadmin.workflows.list_templates import list_templates
from autoadmin.workflows.services import Services

LITTLE_SPACE = 1024**3  # bytes


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at. `is_right` is None for what is only worth knowing."""

    what: str
    is_right: bool | None
    says: str


def check_office(services: Services, *, workflows: Collection[str]) -> tuple[Check, ...]:
    """Return every check, in the order a person would put things right; `workflows` are those a schedule may name."""
    return (
        *_folders(services),
        _left_lying(services),
        *_database(services),
        *_catalogue(services, workflows),
        *_tasks(services),
        _pdf(),
    )


def _folders(services: Services) -> Iterator[Check]:
    places = services.places
    for what, folder in (("Inbox", places.inbox), ("Outbox", places.outbox)):
        is_right = folder.is_dir() and os.access(folder, os.W_OK)
        yield Check(what, is_right, str(folder) if is_right else f"{folder} is not a folder that can be written to.")
    free = shutil.disk_usage(places.outbox.parent).free
    yield Check("Disk space", free > LITTLE_SPACE, f"{free / 1024**3:.1f} GiB free")


def _left_lying(services: Services) -> Check:
    left = [f"{name}: {why}" for name, why in list_left_lying(services.places.inbox)]
    return Check("In the inbox but not taken", not left, "\n".join(left) or "nothing")


def _database(services: Services) -> Iterator[Check]:
    damage = services.store.list_damage()
    yield Check("Database", not damage, " ".join(damage) or "sound, and of this version")
    with services.store.read() as store:
        broken = store.audit.verify()
    says = "unbroken" if broken is None else f"entry {broken} is not as it was written."
    yield Check("Audit trail", broken is None, says)


def _catalogue(services: Services, workflows: Collection[str]) -> Iterator[Check]:
    templates = list_templates(services)
    wrong = [*templates.problems, *(row.awaited for row in templates.rows if row.awaited)]
    yield Check("Templates", not wrong, "\n".join(wrong) or f"{len(templates.rows)} in force")
    problems = schedule_problems(services, workflows)
    yield Check("Schedules", not problems, "\n".join(problems) or f"{len(services.shelf.schedules.schedules)} in use")
    try:
        yield Check("Timescales", True, f"{len(services.shelf.rules)} rules")
    except AutoadminError as error:
        yield Check("Timescales", False, str(error))


def _tasks(services: Services) -> Iterator[Check]:
    with services.store.read() as store:
        counts = store.tasks.counts()
        failed = store.tasks.list((TaskState.FAILED,))
    waiting = counts.get(TaskState.QUEUED, 0)
    yield Check("Work waiting", None, f"{waiting} tasks")
    says = "; ".join(f"{task.workflow} (task {task.id}): {task.error}" for task in failed[:10])
    yield Check("Work that failed", not failed, says or "none")


def _pdf() -> Check:
    found = shutil.which("soffice") or shutil.which("libreoffice")
    return Check("LibreOffice, for PDF", None, found or "not installed; Word files are made all the same")
