"""Taking turns: every way runs once in each round, so that a busy machine is as hard on one as on another.

Processor time is counted, not the clock on the wall: what else the machine does is nobody's merit or fault.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from statistics import median

_QUICK = 0.01  # seconds; what takes less is run several times in its turn
_TIMES = 10
_ROUNDS = 3


def take_turns(ways: Mapping[str, Callable[[], object]], *, seconds: float) -> dict[str, float]:
    """Return the median seconds of one call of each way, from at least three rounds and about so many seconds."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    turns = {name: _TIMES if _once(work) < _QUICK else 1 for name, work in ways.items()}
    end, rounds = time.perf_counter() + seconds, 0
    while rounds < _ROUNDS or time.perf_counter() < end:
        rounds += 1
        for name, work in ways.items():
            times[name] += [_once(work) for _ in range(turns[name])]
    return {name: median(taken) for name, taken in times.items()}


def _once(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began
