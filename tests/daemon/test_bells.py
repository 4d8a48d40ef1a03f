"""The bells ring at once, go on ringing, and never twice at once."""

from __future__ import annotations

from datetime import timedelta
from threading import Event, Lock
from time import monotonic, sleep

from autoadmin.daemon.bells import Bell, hang_bells

OFTEN = timedelta(milliseconds=20)


def test_a_bell_rings_at_once_and_again() -> None:
    rung: list[float] = []
    enough = Event()

    def ring() -> None:
        rung.append(monotonic())
        if len(rung) == 3:
            enough.set()

    started = monotonic()
    bells = hang_bells(Bell("ring", ring, timedelta(milliseconds=400)))
    assert enough.wait(5)
    bells.shutdown(wait=True)
    assert rung[0] - started < 0.4
    assert rung[2] - rung[0] > 0.7


def test_a_bell_told_to_wait_waits() -> None:
    rung = Event()
    bells = hang_bells(Bell("later", rung.set, timedelta(hours=1), first_after=timedelta(hours=1)))
    assert not rung.wait(0.1)
    bells.shutdown(wait=True)


def test_a_bell_that_takes_long_never_rings_twice_at_once_and_holds_up_no_other() -> None:
    at_once, most, others = 0, 0, 0
    lock = Lock()

    def slow() -> None:
        nonlocal at_once, most
        with lock:
            at_once += 1
            most = max(most, at_once)
        sleep(0.2)
        with lock:
            at_once -= 1

    def other() -> None:
        nonlocal others
        others += 1

    bells = hang_bells(Bell("slow", slow, OFTEN), Bell("other", other, OFTEN))
    sleep(0.5)
    bells.shutdown(wait=True)
    assert most == 1
    assert others > 2
    assert at_once == 0  # shutting down waits for the ring in hand
