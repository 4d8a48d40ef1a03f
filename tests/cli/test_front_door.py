"""The command answers at once, and says in one sentence what it could not do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from autoadmin import __version__
from tests.acceptance.offices import autoadmin


def test_help_lists_every_command_of_the_design() -> None:
    done = autoadmin("--help")
    assert done.returncode == 0
    for command in ("demo", "init", "run", "intake", "due", "draft", "documents", "templates", "schedules"):
        assert f" {command} " in done.stdout
    for command in ("doctor", "schema", "version"):
        assert f" {command} " in done.stdout


def test_help_imports_nothing_that_is_slow() -> None:
    heavy = "sqlalchemy|lxml|docx|pydantic|apscheduler|alembic|jinja2"
    code = f"import autoadmin.cli.main, sys; print([m for m in '{heavy}'.split('|') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_version_is_printed() -> None:
    assert autoadmin("version").stdout.strip() == f"autoadmin {__version__}"


def test_missing_settings_are_one_sentence_and_exit_status_3(tmp_path: Path) -> None:
    done = autoadmin("due", office=tmp_path)
    assert done.returncode == 3
    assert "autoadmin init" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_wrong_option_is_exit_status_2() -> None:
    assert autoadmin("due", "--no-such-option").returncode == 2


def test_a_time_that_is_none_is_exit_status_2_and_says_how_to_write_one(tmp_path: Path) -> None:
    done = autoadmin("run", "--once", "--at", "thursday", office=tmp_path)
    assert done.returncode == 2
    assert "2026-11-26T09:00" in done.stderr
