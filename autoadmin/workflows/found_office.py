"""A new office: a folder with settings, templates, schedules, inbox and outbox, ready to edit."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

from autoadmin.domain.errors import OperationError

SETTINGS = "config.toml"
EXAMPLE = "config.example.toml"
FOLDERS = ("templates", "schedules")
EMPTY_FOLDERS = ("inbox", "outbox")


def found_office(folder: Path) -> None:
    """Make the office in `folder`; what is there already is left as it is, and a half-made one is completed."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in FOLDERS:
            _copy_missing(shipped(name), folder / name)
        for name in EMPTY_FOLDERS:
            (folder / name).mkdir(exist_ok=True)
        _copy_file(shipped(EXAMPLE), folder / SETTINGS)
    except OSError as error:
        raise OperationError(f"{folder} cannot be set up ({error.strerror}).") from error


def shipped(name: str) -> Path:
    """Return where a file or folder that comes with autoadmin lies: in the package, or beside it in a checkout."""
    package = Path(str(files("autoadmin")))
    inside = package / name
    return inside if inside.exists() else package.parent / name


def _copy_missing(source: Path, target: Path) -> None:
    for path in sorted(source.rglob("*")):
        if path.is_file() and not path.name.startswith(("~$", ".")):
            _copy_file(path, target / path.relative_to(source))


def _copy_file(source: Path, target: Path) -> None:
    """Copy by way of a temporary name, so that a copy cut short is not taken for the file."""
    if target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    partial = target.with_name(f".{target.name}.part")
    shutil.copyfile(source, partial)
    partial.replace(target)
