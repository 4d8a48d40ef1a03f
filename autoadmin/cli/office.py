"""Commands about the office itself: make one, run it, look after it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from autoadmin import __version__
from autoadmin.cli.office_door import AsJson, At, Config, door
from autoadmin.cli.printing import print_json, print_table
from autoadmin.domain.errors import OperationError

if TYPE_CHECKING:
    from autoadmin.workflows.services import Services

NOT_RIGHT = 1


def init(folder: Annotated[Path, typer.Argument(metavar="DIR", help="Made if it is not there.")]) -> None:
    """Make an office: settings, templates, schedules, inbox and outbox, ready to edit."""
    from autoadmin.workflows.found_office import SETTINGS, found_office

    found_office(folder)
    print(f"The office is in {folder}. Drop discussion sheets and extracts into {folder / 'inbox'}, then:")
    print(f"  autoadmin --config {folder / SETTINGS} run")


def run(
    context: typer.Context,
    once: Annotated[bool, typer.Option("--once", help="Do what is due, then end.")] = False,
    at: At = None,
    config: Config = None,
) -> None:
    """Run the daemon: schedules, inbox and engine, until told to stop; the work in hand is finished first."""
    if at and not once:
        raise typer.BadParameter("--at goes with --once.")
    with door(context).open(config, at=at) as services:
        _require_inbox(services)
        if once:
            run_office_once(services)
        else:
            _run_daemon(services)


def run_office_once(services: Services) -> None:
    """Do everything due, and say how much that was and what failed."""
    from autoadmin.cli.working import work_until_idle
    from autoadmin.daemon.once import run_once
    from autoadmin.domain.tasks import TaskState
    from autoadmin.workflows.collect_inbox import collect_inbox
    from autoadmin.workflows.fire_schedules import fire_schedules

    with services.store.begin() as store:
        store.tasks.retry_now()
    done = run_once(
        look=lambda: collect_inbox(services).unsettled,
        ring=lambda: fire_schedules(services),
        work=lambda: work_until_idle(services),
    )
    with services.store.read() as store:
        troubled = [task for task in store.tasks.list((TaskState.FAILED, TaskState.QUEUED)) if task.error]
    print(f"{done} tasks done.")
    for task in troubled:
        how = "Failed" if task.state is TaskState.FAILED else "Not done yet"
        print(f"{how}: {task.workflow} (task {task.id}): {task.error}", file=sys.stderr)
    if troubled:
        raise typer.Exit(NOT_RIGHT)


def _require_inbox(services: Services) -> None:
    """Refuse to wait for files in a folder that is not there: a share may be gone, or the settings name another."""
    inbox = services.places.inbox
    if not inbox.is_dir():
        raise OperationError(f"There is no inbox folder {inbox}. Make it, or put paths.inbox in the settings right.")


def _run_daemon(services: Services) -> None:
    import logging

    from autoadmin.daemon.inbox import InboxWatch
    from autoadmin.daemon.run import run_daemon
    from autoadmin.engine import run_forever
    from autoadmin.workflows.collect_inbox import collect_inbox
    from autoadmin.workflows.fire_schedules import fire_schedules
    from autoadmin.workflows.registry import WORKFLOWS

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    places = services.places
    raise typer.Exit(
        run_daemon(
            ring=lambda: fire_schedules(services),
            look=InboxWatch(places.inbox, lambda: collect_inbox(services).received),
            work=lambda stop: run_forever(services, WORKFLOWS, stop=stop),
        )
    )


def doctor(context: typer.Context, as_json: AsJson = False, config: Config = None) -> None:
    """Look at everything that could stop the office from working, and say what to put right."""
    from autoadmin.workflows.check_office import check_office
    from autoadmin.workflows.registry import SCHEDULED

    with door(context).open(config) as services:
        checks = check_office(services, workflows=SCHEDULED)
    if as_json:
        print_json([{"what": check.what, "right": check.is_right, "says": check.says} for check in checks])
    else:
        marks = {True: "right", False: "WRONG", None: ""}
        print_table("Doctor", ("", "what", ""), [(marks[c.is_right], c.what, c.says) for c in checks])
    if any(check.is_right is False for check in checks):
        raise typer.Exit(NOT_RIGHT)


def schema(name: Annotated[str, typer.Argument(metavar="NAME", help="discussion")]) -> None:
    """Print the JSON Schema of a format that other programs may write for autoadmin."""
    from autoadmin.workflows.publish_schema import publish_schema

    print_json(publish_schema(name))


def version(as_json: AsJson = False) -> None:
    """Print the version."""
    if as_json:
        print_json({"version": __version__})
    else:
        print(f"autoadmin {__version__}")
