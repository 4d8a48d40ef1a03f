"""A file appears whole or not at all."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from autoadmin.workflows.placing import write_whole


def test_a_file_is_written_and_nothing_else_is_left(tmp_path: Path) -> None:
    write_whole(tmp_path / "new folder" / "draft.docx", b"words")
    assert [path.name for path in (tmp_path / "new folder").iterdir()] == ["draft.docx"]
    assert (tmp_path / "new folder" / "draft.docx").read_bytes() == b"words"


def test_what_a_dead_process_left_of_the_same_file_is_swept_away(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    (tmp_path / f".draft.docx.{dead.pid}-1.tmp").write_bytes(b"wo")
    write_whole(tmp_path / "draft.docx", b"words")
    assert [path.name for path in tmp_path.iterdir()] == ["draft.docx"]


def test_what_a_living_process_is_writing_is_left_alone(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as alive:
        being_written = tmp_path / f".draft.docx.{alive.pid}-1.tmp"
        being_written.write_bytes(b"wo")
        write_whole(tmp_path / "draft.docx", b"words")
        assert being_written.exists()
        alive.communicate(b"\n")
