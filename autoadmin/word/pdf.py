"""Word files as PDF, by LibreOffice where it is installed: a process and a profile of its own, within a set time."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from autoadmin.domain.errors import OperationError

SECONDS: Final = 45.0  # LibreOffice hangs now and then, and never ends laying out some very long table cells


def find_office() -> str | None:
    """Return where LibreOffice is, or None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def make_pdf(file: Path, *, seconds: float = SECONDS) -> Path:
    """Write a PDF beside a Word file and return it; OperationError where LibreOffice is absent, fails or hangs."""
    office = find_office()
    if office is None:
        raise OperationError("LibreOffice is not installed, so there is no PDF; the Word files are made all the same.")
    with tempfile.TemporaryDirectory(prefix="autoadmin-pdf-", ignore_cleanup_errors=True) as scratch:
        profile = (Path(scratch) / "profile").as_uri()
        words = [office, "--headless", "--norestore", f"-env:UserInstallation={profile}", "--convert-to", "pdf"]
        _run([*words, "--outdir", scratch, str(file)], seconds)
        return _taken(Path(scratch) / f"{file.stem}.pdf", file.with_suffix(".pdf"))


def _run(words: Sequence[str], seconds: float) -> None:
    """Run LibreOffice, and end it with all that it started where it takes too long."""
    with subprocess.Popen(  # noqa: S603  # the program found on the path, and files that we wrote
        words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            process.wait(timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise OperationError(f"LibreOffice made no PDF within {seconds:g} seconds, and was stopped.") from None


def _taken(made: Path, target: Path) -> Path:
    if not made.is_file():
        raise OperationError(f"LibreOffice made no PDF of {target.with_suffix('.docx').name}.")
    shutil.move(made, target)
    return target
