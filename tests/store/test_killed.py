"""A process killed while it writes leaves all of a transaction or nothing of it, and nobody waits for it."""

from __future__ import annotations

import subprocess
import sys
import time

import pytest

from autoadmin.domain.audit import AuditEntry
from autoadmin.store import Store, open_store
from tests.store.examples import NOON

WRITE_AND_WAIT = """
import sys, time
from datetime import UTC, datetime
from autoadmin.domain.audit import AuditEntry
from autoadmin.domain.tasks import Task
from autoadmin.store import open_store

with open_store(sys.argv[1]).begin() as session:
    session.tasks.add(Task("take_in", key="1"))
    session.audit.add(AuditEntry("file_taken_in", "sheet", datetime.now(UTC)))
    print("written", flush=True)
    time.sleep(60)
"""
MIGRATE = "import sys; from autoadmin.store import open_store; print(1, flush=True); open_store(sys.argv[1]).migrate()"


def start(script: str, database: str) -> subprocess.Popen[bytes]:
    process = subprocess.Popen([sys.executable, "-c", script, database], stdout=subprocess.PIPE)
    assert process.stdout
    process.stdout.readline()
    return process


def kill(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.communicate()


def test_a_process_killed_before_its_commit_leaves_nothing_and_keeps_nobody_waiting(store: Store) -> None:
    kill(start(WRITE_AND_WAIT, store.where))
    started = time.monotonic()
    with store.begin() as session:
        assert session.tasks.list() == ()
        session.audit.add(AuditEntry("file_taken_in", "sheet", NOON))
        assert session.audit.verify() is None
    assert time.monotonic() - started < 60
    assert store.list_damage() == ()


@pytest.mark.parametrize("seconds", [0.0, 0.1, 0.2, 0.25, 0.3, 0.4])
def test_a_process_killed_while_it_makes_the_tables_leaves_what_can_be_migrated(
    empty_database: str, seconds: float
) -> None:
    process = start(MIGRATE, empty_database)
    time.sleep(seconds)
    kill(process)
    opened = open_store(empty_database)
    opened.migrate()
    assert opened.is_current()
    assert opened.list_damage() == ()
