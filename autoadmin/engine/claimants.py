"""Who has a task in hand: a process, known so well that one long dead is never taken for a new one of its number."""

from __future__ import annotations

import os
import socket
from pathlib import Path

PROCESSES = Path("/proc")
DEAD_STATES = frozenset({"Z", "X"})  # ended, and only waiting for its parent to notice


def this_claimant() -> str:
    """Return what this process is called in the queue: host, process number and when it started."""
    return f"{socket.gethostname()}/{os.getpid()}/{_birth(os.getpid())}"


def is_gone(claimant: str) -> bool:
    """Return whether a claimant is a process of this host that no longer lives; of another host nobody can tell."""
    host, _, process = claimant.partition("/")
    number, _, birth = process.partition("/")
    return host == socket.gethostname() and number.isdigit() and _birth(int(number)) != birth


def _birth(process: int) -> str | None:
    """Return when a living process started, in clock ticks since the machine did; None where it does not live.

    Where the system does not tell (no `/proc`), the empty string stands for "some time".
    """
    if not (PROCESSES / "self" / "stat").exists():
        return "" if _exists(process) else None
    try:
        stat = (PROCESSES / str(process) / "stat").read_text(errors="replace")
    except (FileNotFoundError, ProcessLookupError):
        return None
    state, *others = stat.rpartition(")")[2].split()  # the name before the bracket may hold anything
    return None if state in DEAD_STATES else others[18]


def _exists(process: int) -> bool:
    try:
        os.kill(process, 0)  # signal 0 only asks
    except ProcessLookupError:
        return False
    except PermissionError:
        pass  # it lives, and is somebody else's
    return True
