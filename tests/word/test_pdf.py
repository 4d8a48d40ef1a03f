"""LibreOffice is waited for only so long, and what it started is gone with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from autoadmin.domain.errors import OperationError
from autoadmin.word.pdf import make_pdf


def a_program(folder: Path, script: str) -> None:
    """Put a program called soffice where the path finds it."""
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


def test_one_that_hangs_is_stopped_with_what_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_program(tmp_path, f"(/bin/sleep 600; /bin/touch {tmp_path}/late) & /bin/sleep 600")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(OperationError, match=r"made no PDF within 0\.5 seconds, and was stopped"):
        make_pdf(tmp_path / "a.docx", seconds=0.5)


def test_one_that_makes_nothing_is_said_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_program(tmp_path, "exit 0")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(OperationError, match=r"made no PDF of a\.docx"):
        make_pdf(tmp_path / "a.docx")


def test_where_there_is_none_it_is_said_plainly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(OperationError, match="LibreOffice is not installed"):
        make_pdf(tmp_path / "a.docx")
