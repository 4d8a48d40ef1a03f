"""Look into the inbox: whatever has settled is received, extracts first, then sheets by the day they tell of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from autoadmin.domain.errors import IntakeError
from autoadmin.domain.tasks import Task
from autoadmin.intake import looks_like_extract, read_sheet
from autoadmin.workflows.left_lying import list_dropped, load, write_notes
from autoadmin.workflows.received import keep_file, kept_name
from autoadmin.workflows.services import Services


@dataclass(frozen=True, slots=True)
class Collected:
    """What a look into the inbox found: how many files were received, and how many are still being written."""

    received: int
    unsettled: int


def collect_inbox(services: Services) -> Collected:
    """Receive every settled file or bundle folder of the inbox, each in a transaction of its own.

    What cannot be taken in stays where it lies, and a note in `refused/` says why.
    """
    paths = list_dropped(services.places.inbox)
    settled = [path for path in paths if _is_settled(path, services)]
    loaded, left = _read(settled)
    for item in sorted(loaded, key=lambda item: item.order):
        _receive(services, item)
    write_notes(services.places, left)
    return Collected(len(loaded), len(paths) - len(settled))


@dataclass(frozen=True, slots=True)
class _Dropped:
    path: Path
    data: bytes
    dropped_ns: int  # when it came to lie there; another drop of the same file is another putting away

    @property
    def order(self) -> tuple[int, date, str]:
        """Return what puts extracts before sheets and older meetings before newer, so that names meet ids."""
        name = kept_name(self.path)
        if looks_like_extract(name, self.data):
            return (0, date.min, name)
        try:
            return (1, read_sheet(name, self.data).on, name)
        except IntakeError:
            return (2, date.max, name)


def _is_settled(path: Path, services: Services) -> bool:
    """Return whether nothing in it has changed for as long as the settings say, in real time.

    A time that lies ahead comes from a clock that is wrong, and nobody should wait for it.
    """
    try:
        parts = [path, *path.iterdir()] if path.is_dir() and not path.is_symlink() else [path]
        newest = max(part.lstat().st_mtime for part in parts)
    except FileNotFoundError:
        return False  # put away by another process meanwhile
    except PermissionError:
        return True  # it will not become readable by waiting
    return abs(services.wall_clock().timestamp() - newest) >= services.settle_seconds


def _read(paths: list[Path]) -> tuple[list[_Dropped], dict[str, str]]:
    """Return what was read, and by its name why anything else was not."""
    loaded: list[_Dropped] = []
    left: dict[str, str] = {}
    for path in paths:
        try:
            loaded.append(_Dropped(path, load(path), path.stat().st_ctime_ns))
        except FileNotFoundError:
            continue  # put away by another process meanwhile
        except IntakeError as error:
            left[path.name] = error.detail
    return loaded, left


def _receive(services: Services, item: _Dropped) -> None:
    now = services.clock()
    with services.store.begin() as store:
        file = keep_file(store, kept_name(item.path), item.data, drop=str(item.dropped_ns), at=now)
        key = f"put_away:{file.sha256}:{item.path.name}:{item.dropped_ns}"
        store.tasks.add(Task("put_away", key=key, arguments={"file": file.sha256, "name": item.path.name}))
