"""The whole daemon in a process of its own, with real signals."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

PROGRAM = """
import logging, sys
from datetime import timedelta
from pathlib import Path
from time import sleep

from autoadmin.daemon.inbox import InboxWatch
from autoadmin.daemon.run import run_daemon

logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(message)s")
folder, seconds = Path(sys.argv[1]), float(sys.argv[2])
diary = folder / "diary"


def write(line):
    with diary.open("a") as file:
        file.write(line + "\\n")


def ring():
    write("ring " + (folder / "schedule").read_text().strip())
    return 1


def collect():
    write("collected")
    return 1


def work(stop):
    while not stop.is_set():
        write("task begun")
        sleep(seconds)
        write("task ended")
        stop.wait(30)


sys.exit(
    run_daemon(
        ring=ring,
        look=InboxWatch(folder / "inbox", collect),
        work=work,
        ring_every=timedelta(milliseconds=50),
        look_every=timedelta(milliseconds=50),
        heartbeat_every=timedelta(milliseconds=300),
    )
)
"""


@contextmanager
def a_daemon(folder: Path, *, task_takes: float = 0.0) -> Iterator[subprocess.Popen[str]]:
    """Run a daemon whose one task takes so many seconds; whatever is left of it at the end is killed."""
    (folder / "inbox").mkdir()
    (folder / "schedule").write_text("first")
    (folder / "diary").touch()
    command = [sys.executable, "-c", PROGRAM, str(folder), str(task_takes)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=Path(__file__).parents[2])
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def wait_until(is_so: Callable[[], bool]) -> None:
    """Wait until something is so; ten seconds are too long."""
    end = monotonic() + 60
    while not is_so():
        assert monotonic() < end, "it did not happen in a minute"
        sleep(0.02)


def diary_of(folder: Path) -> list[str]:
    """Return what the daemon has done so far."""
    return (folder / "diary").read_text().splitlines()


def test_sigterm_finishes_the_task_in_hand_and_leaves_with_nought(tmp_path: Path) -> None:
    with a_daemon(tmp_path, task_takes=1.5) as process:
        wait_until(lambda: "task begun" in diary_of(tmp_path))
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
        assert diary_of(tmp_path).count("task ended") == 1
        log = process.stderr.read() if process.stderr else ""
    assert "SIGTERM: finishing what is in hand" in log
    assert "stopped: " in log


def test_ctrl_c_ends_an_idle_daemon_at_once(tmp_path: Path) -> None:
    with a_daemon(tmp_path) as process:
        wait_until(lambda: "task ended" in diary_of(tmp_path))
        told = monotonic()
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0
        assert monotonic() - told < 30


def test_a_second_signal_ends_it_without_waiting(tmp_path: Path) -> None:
    with a_daemon(tmp_path, task_takes=60) as process:
        wait_until(lambda: "task begun" in diary_of(tmp_path))
        process.send_signal(signal.SIGTERM)
        sleep(0.3)
        assert process.poll() is None
        process.send_signal(signal.SIGTERM)
        assert process.wait(5) == 128 + signal.SIGTERM
        assert "task ended" not in diary_of(tmp_path)


def test_a_changed_file_is_gone_by_at_the_next_ring(tmp_path: Path) -> None:
    with a_daemon(tmp_path):
        wait_until(lambda: "ring first" in diary_of(tmp_path))
        (tmp_path / "schedule").write_text("second")
        wait_until(lambda: "ring second" in diary_of(tmp_path))


def test_a_ring_that_fails_rings_again(tmp_path: Path) -> None:
    with a_daemon(tmp_path):
        wait_until(lambda: "ring first" in diary_of(tmp_path))
        (tmp_path / "schedule").rename(tmp_path / "elsewhere")
        sleep(0.3)
        (tmp_path / "schedule").write_text("back again")
        wait_until(lambda: "ring back again" in diary_of(tmp_path))


def test_a_file_dropped_into_the_inbox_is_collected_once_while_it_lies_there(tmp_path: Path) -> None:
    with a_daemon(tmp_path):
        wait_until(lambda: "ring first" in diary_of(tmp_path))
        (tmp_path / "inbox" / "sheet.md").write_text("# Unit meeting")
        wait_until(lambda: "collected" in diary_of(tmp_path))
        sleep(0.3)
        assert diary_of(tmp_path).count("collected") == 1


def test_the_heart_beats_into_the_log(tmp_path: Path) -> None:
    with a_daemon(tmp_path) as process:
        wait_until(lambda: len(diary_of(tmp_path)) > 20)
        process.send_signal(signal.SIGTERM)
        process.wait(10)
        log = process.stderr.read() if process.stderr else ""
    assert "heartbeat: look " in log
    assert "Running job" not in log  # a line for every ring would bury what matters
