"""A small office for tests: real folders, a real database, sheets of an invented unit."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from autoadmin.bootstrap import load_settings, open_office
from autoadmin.domain.drafts import Draft, DraftState
from autoadmin.domain.findings import IntakeReport
from autoadmin.engine import run_queued
from autoadmin.store import open_store
from autoadmin.workflows.collect_inbox import collect_inbox
from autoadmin.workflows.fire_schedules import fire_schedules
from autoadmin.workflows.found_office import found_office
from autoadmin.workflows.list_documents import list_documents
from autoadmin.workflows.registry import WORKFLOWS
from autoadmin.workflows.services import Services

LONG_AGO = 1_700_000_000


@dataclass(slots=True)
class Office:
    """An office in a folder, and the day it is there."""

    folder: Path
    services: Services

    def drop(self, name: str, content: str | bytes) -> None:
        """Put a file into the inbox, as if it had been there for a while."""
        path = self.folder / "inbox" / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        os.utime(path, (LONG_AGO, LONG_AGO))

    def run(self) -> None:
        """Do everything due, as `autoadmin run --once` does."""
        while collect_inbox(self.services).received and run_queued(self.services, WORKFLOWS):
            pass
        while fire_schedules(self.services):
            run_queued(self.services, WORKFLOWS)

    def at(self, day: str) -> Office:
        """Return the same office on another day, at nine in the morning."""
        instant = datetime.fromisoformat(f"{day}T09:00").replace(tzinfo=UTC)
        return Office(self.folder, replace(self.services, clock=lambda: instant))

    def drafts(self, template: str, child: str = "", *, states: tuple[DraftState, ...] | None = None) -> list[Draft]:
        """Return the drafts of a template in use, or in the given states."""
        rows = list_documents(self.services, by="test", child=child, is_all=True)
        in_use = states or (DraftState.DRAFTED, DraftState.IN_REVIEW)
        return [row.draft for row in rows if row.draft.template == template and row.draft.state in in_use]

    def text(self, draft: Draft) -> str:
        """Return the words of a draft's Word file."""
        from autoadmin.word.reading import read_text

        with self.services.store.read() as store:
            return read_text(store.drafts.get_file(draft.id))

    def reports(self) -> list[IntakeReport]:
        """Return the intake reports, oldest first."""
        with self.services.store.read() as store:
            return [file.report for file in store.files.list()]

    def files(self, below: str) -> set[str]:
        """Return the names of the files in a folder of the office."""
        return {path.name for path in (self.folder / below).rglob("*") if path.is_file()}


@contextmanager
def an_office(folder: Path, day: str = "2026-11-20", database: str = "") -> Iterator[Office]:
    """Yield an office that has never run; its records are in `database`, else in a file of the folder."""
    found_office(folder)
    services = open_office(load_settings(folder / "config.toml"))
    if database:
        services.store.close()
        services = replace(services, store=open_store(database))
        services.store.migrate()
    try:
        yield Office(folder, services).at(day)
    finally:
        services.store.close()


HEAD = """# Unit meeting: Unit 9 (Invented)
Date: 19 November 2026
Chair: Rosa Lead
Present: Rosa Lead (consultant social worker), Wanda Worker (social worker), Dr Ife Okoro (clinician)
"""

PENROSE = """
## Family: Penrose (F-9001)
Children: Ada Penrose (C-9011, born 3 April 2015); Ben Penrose (C-9012, born 11 August 2019)
Adults: Cleo Penrose (mother, PR)
Worker: Wanda Worker
Status: child protection plan (neglect) from 14 September 2026

### Child's lived experience
- Ada told Wanda: "I like it when we all eat at the table." (17 Nov)
- Ben has a new bed.
### What has happened since
- 12 Nov: Wanda visited at home. Ada seen alone.
### Decisions
- Continue the plan. Why: it is early days. By: Rosa Lead.
### Actions
- Wanda Worker to see the health visitor by 27 November 2026
"""

QUILL = """
## Family: Quill (F-9002)
Children: Dot Quill (C-9021, born 1 May 2012)
Adults: Eli Quill (father, PR)
Worker: Wanda Worker
Status: section 47 enquiry started at the strategy discussion on Monday 16 November 2026

### What has happened since
- 17 Nov: Wanda saw Dot alone at school.
### Actions
- Wanda Worker to finish the enquiry by 27 November 2026
"""

SHEET = HEAD + PENROSE + QUILL
