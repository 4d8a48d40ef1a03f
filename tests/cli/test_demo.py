"""The demo says how to look closer, with commands that give what it showed whatever day it is."""

from __future__ import annotations

from pathlib import Path

from tests.acceptance.offices import AT, autoadmin


def test_what_to_look_at_next_is_as_at_the_demos_own_day(tmp_path: Path) -> None:
    done = autoadmin("demo", tmp_path / "demo")
    assert done.returncode == 0, done.stderr
    hints = [line for line in done.stdout.splitlines() if line.startswith("  autoadmin") and " due " in line]
    assert len(hints) == 2
    assert all(f"--at {AT}" in hint for hint in hints)
