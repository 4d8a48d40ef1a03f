"""`autoadmin demo`: an invented council goes through the main job, from its records to its documents."""

from __future__ import annotations

import os
import shutil
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import Annotated, Final
from zoneinfo import ZoneInfo

import typer

from autoadmin.cli.documents import print_documents
from autoadmin.cli.due import print_due
from autoadmin.cli.office import run_office_once
from autoadmin.cli.office_door import Door, who

AT: Final = datetime(2026, 11, 27, 9, 0, tzinfo=ZoneInfo("Europe/London"))
WEEK: Final = 7 * 24 * 60 * 60  # seconds
ON_REQUEST: Final = {"template": "chronology-court", "child": "C-70311"}  # nothing is drafted for a court by itself
COUNCIL: Final = Path(__file__).parent / "demo_council"


def demo(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where to make it.")] = Path("demo"),
) -> None:
    """Make a small invented council, take everything in, draft all that is due, and print what was made and where."""
    from autoadmin.workflows.draft_document import draft_document
    from autoadmin.workflows.found_office import SETTINGS, found_office
    from autoadmin.workflows.list_documents import list_documents
    from autoadmin.workflows.list_due import list_due
    from autoadmin.workflows.place_document import place_document

    began = perf_counter()
    found_office(folder)
    _drop_records(folder / "inbox")
    with Door(folder / SETTINGS).open(at=AT) as services:
        run_office_once(services)
        made = draft_document(services, **ON_REQUEST)
        place_document(services, draft=made.id)
        rows, due = list_documents(services, by=who()), list_due(services, by=who())
    print_documents(rows)
    print()
    print_due(due, today=AT.date())
    seconds = perf_counter() - began
    print(
        f"\n{len(rows)} documents in {seconds:.1f} seconds, in {folder / 'outbox'}. All people and cases are invented,"
    )
    print(f"and the clock was set to {AT:%-d %B %Y, %H:%M}. Look closer:")
    for command in (
        "documents show ID",
        f"due --at {AT:%Y-%m-%dT%H:%M}",
        f"due --explain ID --at {AT:%Y-%m-%dT%H:%M}",
        "doctor",
    ):
        print(f"  autoadmin --config {folder / SETTINGS} {command}")


def _drop_records(inbox: Path) -> None:
    """Put the council's records into the inbox, unless an earlier run of the demo has taken them in."""
    for source in sorted(COUNCIL.iterdir()):
        target = inbox / source.name
        if source.name == "README.md" or target.exists() or any((inbox / "taken").glob(f"*-{source.name}")):
            continue
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copyfile(source, target)
        _settle(target)


def _settle(record: Path) -> None:
    """Date a record back to the meeting's week, so that nobody waits to see whether it is still being written."""
    for path in [record, *(record.iterdir() if record.is_dir() else ())]:
        os.utime(path, (AT.timestamp() - WEEK, AT.timestamp() - WEEK))
