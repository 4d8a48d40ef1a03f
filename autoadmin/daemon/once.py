"""What is due is done once, then it ends: the same as the daemon, without the waiting."""

from __future__ import annotations

from collections.abc import Callable
from time import sleep

PAUSE = 0.1  # seconds, while a file is still being written


def run_once(*, look: Callable[[], int], ring: Callable[[], int], work: Callable[[], int]) -> int:
    """Return how many tasks were done.

    `look` receives what lies in the inbox and returns how many files there are still being written; `ring` queues what
    schedules say is due and returns how many tasks that were; `work` does what is queued and returns how many.
    """
    done = 0
    while True:
        unsettled = look()
        done += (worked := work())
        rung = ring()
        done += work()
        if not (unsettled or worked or rung):
            return done
        if unsettled:
            sleep(PAUSE)
