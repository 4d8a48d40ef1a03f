"""Nothing that a bell or a hand calls may end the daemon, fail silently, or put case content into the log."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from traceback import walk_tb

from autoadmin.domain.errors import AutoadminError

log = logging.getLogger(__name__)


@dataclass(slots=True)
class Tally:
    """How often each thing was done, found something or failed since the daemon started. Safe from many threads."""

    _counts: Counter[str] = field(default_factory=Counter)
    _lock: Lock = field(default_factory=Lock)

    def add(self, name: str, count: int = 1) -> None:
        """Count something."""
        with self._lock:
            self._counts[name] += count

    def __str__(self) -> str:
        with self._lock:
            return ", ".join(f"{name} {count}" for name, count in sorted(self._counts.items())) or "nothing yet"


def guarded(name: str, call: Callable[[], int | None], tally: Tally) -> Callable[[], None]:
    """Return `call` with what it found counted, and its failures counted and logged: each when it starts and ends,
    not at every ring while, say, a network drive is away.
    """
    failing = ""

    def guard() -> None:
        nonlocal failing
        try:
            found = call()
        except Exception as error:
            tally.add(f"{name} failed")
            if (sentence := _sentence(error)) != failing:
                log.error("%s failed: %s", name, sentence)
            failing = sentence
        else:
            tally.add(name)
            tally.add(f"{name} found", found or 0)
            if failing:
                log.warning("%s works again", name)
            failing = ""

    return guard


def _sentence(error: Exception) -> str:
    """Return what may be logged. An error that is not ours may quote a row of the database: only its kind and place."""
    return str(error) if isinstance(error, AutoadminError) else f"{type(error).__name__} at {_where(error)}"


def _where(error: Exception) -> str:
    """Return the innermost line of ours that the error passed through, or where it began if it passed none."""
    frames = [(frame.f_globals.get("__name__", "?"), line) for frame, line in walk_tb(error.__traceback__)]
    ours = [place for place in frames[1:] if place[0].startswith("autoadmin.")]
    module, line = (ours or frames)[-1]
    return f"{module}, line {line}"
