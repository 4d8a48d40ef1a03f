"""The daemon: rings and works until it is told to stop, then finishes what is in hand."""

from __future__ import annotations

import logging
import os
import signal
from collections.abc import Callable
from datetime import timedelta
from queue import SimpleQueue
from threading import Event, Thread
from types import FrameType

from autoadmin.daemon.bells import Bell, hang_bells
from autoadmin.daemon.guard import Tally, guarded

STOPPING = (signal.SIGTERM, signal.SIGINT)
REST_AFTER_FAILURE = timedelta(seconds=5)
HEARTBEAT_EVERY = timedelta(hours=1)

log = logging.getLogger(__name__)


def run_daemon(
    *,
    ring: Callable[[], int],
    look: Callable[[], int],
    work: Callable[[Event], None],
    hands: int = 1,
    ring_every: timedelta = timedelta(seconds=30),
    look_every: timedelta = timedelta(seconds=2),
    heartbeat_every: timedelta = HEARTBEAT_EVERY,
) -> int:
    """Return the exit status, 0, after SIGTERM or SIGINT and the end of every task in hand.

    `ring` queues what the schedules have due and returns how many tasks that made; `look` looks into the inbox and
    returns how many files it took; `work` does queued tasks, one after the other, until the event is set, and is run
    by so many `hands` at once. A failure of any of them is logged and it is called again. A second signal ends the
    process at once, with status 128 and the signal's number: whatever is lost by that is done again from its row.
    """
    stop, tally = Event(), Tally()
    told = _listen()
    bells = hang_bells(
        Bell("ring", guarded("ring", ring, tally), ring_every),
        Bell("look", guarded("look", look, tally), look_every),
        Bell("heartbeat", lambda: log.info("heartbeat: %s", tally), heartbeat_every, heartbeat_every),
    )
    workers = [Thread(target=_keep_working, args=(work, stop, tally), name=f"hand-{i + 1}") for i in range(hands)]
    for worker in workers:
        worker.start()
    log.info("started: %d hands, ringing every %d s", hands, ring_every.total_seconds())
    number = told.get()
    log.info("%s: finishing what is in hand", signal.Signals(number).name)
    stop.set()
    bells.shutdown(wait=True)
    for worker in workers:
        worker.join()
    log.info("stopped: %s", tally)
    return 0


def _listen() -> SimpleQueue[int]:
    """Return where the first signal to stop arrives; a queue, because setting an event in a handler can deadlock."""
    told: SimpleQueue[int] = SimpleQueue()

    def stop(number: int, _frame: FrameType | None) -> None:
        for each in STOPPING:
            signal.signal(each, _leave)
        told.put(number)

    for each in STOPPING:
        signal.signal(each, stop)
    return told


def _leave(number: int, _frame: FrameType | None) -> None:
    os._exit(128 + number)


def _keep_working(work: Callable[[Event], None], stop: Event, tally: Tally) -> None:
    """Work until told to stop. A hand that fails or returns early starts again after a rest: nobody would notice."""
    task = guarded("work", lambda: work(stop), tally)
    while not stop.is_set():
        task()
        stop.wait(REST_AFTER_FAILURE.total_seconds())
