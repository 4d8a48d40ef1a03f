"""Offices for whole-run tests: made by the real command, run in a process of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

AT = "2026-11-27T09:00"


def autoadmin(*arguments: str | Path, office: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Return what the command answered; `office` is the folder whose settings it works with."""
    words = [sys.executable, "-m", "autoadmin"]
    if office is not None:
        words += ["--config", str(office / "config.toml")]
    return subprocess.run([*words, *map(str, arguments)], capture_output=True, text=True, timeout=300, check=False)


def answer(*arguments: str | Path, office: Path) -> Any:
    """Return the JSON the command answered."""
    done = autoadmin(*arguments, "--json", office=office)
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


def a_settled_file(path: Path) -> None:
    """Make a file look as if it had been dropped a while ago, so that nobody waits for it to settle."""
    parts = [path, *path.iterdir()] if path.is_dir() else [path]
    for part in parts:
        os.utime(part, (1_790_000_000, 1_790_000_000))


def outbox_of(office: Path) -> dict[str, bytes]:
    """Return every file of the outbox by its path in it."""
    outbox = office / "outbox"
    return {str(path.relative_to(outbox)): path.read_bytes() for path in sorted(outbox.rglob("*")) if path.is_file()}
