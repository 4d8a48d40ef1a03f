"""A run that dies of SIGKILL and is started again ends with the same documents: none lost, none twice."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from autoadmin.cli.demo import COUNCIL
from tests.acceptance.offices import AT, a_settled_file, answer, autoadmin, outbox_of

PLACES = 20
RUN = ("run", "--once", "--at", AT)


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office whose inbox is full and which has never run."""
    office = tmp_path_factory.mktemp("offices") / "untouched"
    assert autoadmin("init", office).returncode == 0
    for record in COUNCIL.iterdir():
        if record.name != "README.md":
            copy = shutil.copytree if record.is_dir() else shutil.copyfile
            copy(record, office / "inbox" / record.name)
            a_settled_file(office / "inbox" / record.name)
    return office


@pytest.fixture(scope="module")
def undisturbed(untouched: Path) -> tuple[Path, int]:
    """An office that ran to its end undisturbed, and through how many moments it went."""
    office = a_copy_of(untouched, "undisturbed")
    count = office / "moments.txt"
    done = run_and_die(office, count, at=0)
    assert done.returncode == 0, done.stderr
    return office, int(count.read_text())


@pytest.mark.parametrize("place", range(1, PLACES + 1))
def test_a_run_killed_anywhere_and_started_again_ends_with_the_same_documents(
    place: int, untouched: Path, undisturbed: tuple[Path, int]
) -> None:
    reference, moments = undisturbed
    office = a_copy_of(untouched, f"killed-{place}")
    fatal = max(1, moments * place // (PLACES + 1))
    assert run_and_die(office, office / "unused.txt", at=fatal).returncode == -9

    again = autoadmin(*RUN, office=office)

    assert again.returncode == 0, again.stderr
    assert documents_of(office) == documents_of(reference)
    assert outbox_of(office) == outbox_of(reference)
    assert left_in_inbox(office) == []
    assert autoadmin("doctor", office=office).returncode == 0
    shutil.rmtree(office)


def test_a_second_run_makes_nothing_new(untouched: Path) -> None:
    office = a_copy_of(untouched, "twice")
    assert autoadmin(*RUN, office=office).returncode == 0
    first, files = documents_of(office), outbox_of(office)
    assert autoadmin(*RUN, office=office).returncode == 0
    assert documents_of(office) == first
    assert outbox_of(office) == files


def a_copy_of(office: Path, name: str) -> Path:
    return Path(shutil.copytree(office, office.parent / name))


def run_and_die(office: Path, count: Path, *, at: int) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-m", "tests.acceptance.killing", str(count), str(at)]
    words += ["--config", str(office / "config.toml"), *RUN]
    return subprocess.run(words, capture_output=True, text=True, timeout=300, check=False)


def documents_of(office: Path) -> list[tuple[str, ...]]:
    """Return what identifies each document, whatever the office is called."""
    rows = answer("documents", "list", office=office)
    return sorted((row["id"], row["template"], str(row["children"]), row["sha256"], row["state"]) for row in rows)


def left_in_inbox(office: Path) -> list[str]:
    return [path.name for path in (office / "inbox").iterdir() if path.name not in {"taken", "refused"}]
