"""A file or folder changes its place and never lands on another: what lies there already stays."""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path


def numbered(path: Path) -> Iterator[Path]:
    """Yield a path, then "sheet-2.md", "sheet-3.md" and so on beside it."""
    yield path
    for number in count(2):
        yield path.with_name(f"{path.stem}-{number}{path.suffix}")


def move_to_free(path: Path, wanted: Path) -> Path:
    """Move a file or folder to `wanted`, or to the first numbered name that is free, and return where it lies."""
    return next(place for place in numbered(wanted) if _is_moved(path, place))


def is_there(path: Path) -> bool:
    """Return whether anything has that name, a link to nowhere included."""
    return os.path.lexists(path)


def _is_moved(path: Path, target: Path) -> bool:
    """Move and return True, or return False where something lies at the target, even if it came this very moment."""
    if is_there(target):
        return False
    if path.is_dir():
        return _is_renamed(path, target)
    try:
        target.hardlink_to(path)  # unlike a rename, it never replaces a file
    except FileExistsError:
        return False
    except OSError:  # a file system without hard links
        return _is_renamed(path, target)
    path.unlink()
    return True


def _is_renamed(path: Path, target: Path) -> bool:
    try:
        path.rename(target)
    except OSError:
        if is_there(target):
            return False
        raise
    return True
