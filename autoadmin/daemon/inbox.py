"""Watching a folder for files that somebody has finished putting there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

UNFINISHED = frozenset({".part", ".partial", ".tmp", ".crdownload", ".filepart"})

Look = tuple[tuple[str, int, int], ...]  # name, size and time of every file of one thing in the folder


@dataclass(slots=True)
class InboxWatch:
    """Calls `collect` when something new in the folder looks the same at two looks running.

    Its date alone says little: a copy over the network may carry the date of its original from the first byte on. The
    folders named in `leave` are autoadmin's own; any other folder is one thing, settled when all that is in it is.
    """

    folder: Path
    collect: Callable[[], int]
    leave: frozenset[str] = frozenset({"refused", "taken"})
    _last: dict[str, Look] = field(default_factory=dict)
    _told: dict[str, Look] = field(default_factory=dict)

    def __call__(self) -> int:
        """Return how many files were collected; nothing is called while nothing new has settled.

        What settled counts as new until a call collected something, so that a failure is made good at the next look.
        """
        now = dict(self._things())
        settled = {name: look for name, look in now.items() if self._last.get(name) == look}
        self._last = now
        self._told = {name: look for name, look in self._told.items() if now.get(name) == look}
        if settled.items() <= self._told.items():
            return 0
        if collected := self.collect():
            self._told.update(settled)
        return collected

    def _things(self) -> Iterator[tuple[str, Look]]:
        for path in self.folder.iterdir() if self.folder.is_dir() else ():
            if path.name in self.leave or path.name.startswith((".", "~$")) or path.suffix.lower() in UNFINISHED:
                continue
            try:
                yield path.name, _look_at(path)
            except FileNotFoundError:
                continue  # taken away while we looked


def _look_at(path: Path) -> Look:
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    looks = ((file.relative_to(path.parent).as_posix(), file.stat()) for file in files)
    return tuple((name, stat.st_size, stat.st_mtime_ns) for name, stat in looks)
