"""Killed at any moment and started again, the engine ends with every task done, and each done once."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from autoadmin.domain.tasks import Task
from tests.engine.office import Office, are_all_done, open_office, queue, traces, wait_for

ROOT = Path(__file__).resolve().parents[2]
KILLS = 10


def kill_at_work(folder: Path, office: Office, *, after: float) -> None:
    """Start a process, and kill it so many seconds after it has done something."""
    done_before = len(traces(office))
    process = subprocess.Popen([sys.executable, "-m", "tests.engine.office", folder], cwd=ROOT)
    wait_for(lambda: len(traces(office)) > done_before or process.poll() is not None)
    time.sleep(after)
    process.kill()
    process.wait()


@pytest.mark.slow
def test_nothing_is_lost_and_nothing_done_twice_however_often_the_process_is_killed(tmp_path: Path) -> None:
    office = open_office(tmp_path)
    keys = [f"{number:03}" for number in range(300)]
    queue(office, *(Task("leave_trace_once", key, {"subject": key}) for key in keys))
    for kill in range(KILLS):
        kill_at_work(tmp_path, office, after=0.003 * kill)
    assert 0 < len(traces(office)) < len(keys)
    subprocess.run([sys.executable, "-m", "tests.engine.office", tmp_path], cwd=ROOT, check=True)
    assert traces(office) == keys
    assert are_all_done(office)
    assert office.store.list_damage() == ()
