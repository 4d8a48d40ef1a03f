"""What cannot be done as it was asked is one plain sentence: exit status 2 for wrong use, 3 for what nobody holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.offices import answer, autoadmin
from tests.cli.conftest import AT

WRONG_USE = [
    (("draft", "next-meeting-sheet", "--unit", "unit-9", "--on", "friday"), "2026-11-26"),
    (("draft", "conference-report"), "--child or --family"),
    (("draft", "next-meeting-sheet"), "unit-9"),
    (("draft", "unit-minutes"), "--meeting"),
    (("draft", "conference-report", "--family", "F-9001", "--child", "C-9021"), "not a child of the family F-9001"),
    (("draft", "unit-minutes", "--family", "F-9001", "--child", "C-9021"), "not a child of the family F-9001"),
]
NOT_HELD = [
    ("draft", "unit-minutes", "--unit", "unit-99"),
    ("draft", "next-meeting-sheet", "--unit", "unit-99"),
    ("draft", "unit-minutes", "--family", "nope"),
    ("draft", "conference-report", "--child", "nope"),
    ("documents", "--family", "nope"),
    ("documents", "list", "--child", "nope"),
]


@pytest.mark.parametrize(("words", "said"), WRONG_USE)
def test_wrong_use_says_what_to_give_instead(office: Path, words: tuple[str, ...], said: str) -> None:
    done = autoadmin(*words, office=office)
    assert done.returncode == 2, done.stderr
    assert said in unboxed(done.stderr)
    assert "The machine could not" not in done.stderr


def unboxed(answer: str) -> str:
    """Return an answer without the box that it may be printed in."""
    return " ".join(answer.replace("│", " ").split())


@pytest.mark.parametrize("words", NOT_HELD)
def test_what_nobody_holds_is_said_to_be_unknown(office: Path, words: tuple[str, ...]) -> None:
    done = autoadmin(*words, office=office)
    assert (done.returncode, done.stdout) == (3, "")
    assert "Nothing is held under that name." in done.stderr


def test_a_draft_is_not_exported_onto_a_folder_or_where_nothing_can_be_written(office: Path, tmp_path: Path) -> None:
    draft = answer("documents", office=office)[0]["id"]
    onto_folder = autoadmin("documents", "export", draft, tmp_path, office=office)
    assert onto_folder.returncode == 2
    assert "is a directory" in unboxed(onto_folder.stderr)
    file = tmp_path / "file"
    file.write_text("")
    nowhere = autoadmin("documents", "export", draft, file / "draft.docx", office=office)
    assert nowhere.returncode == 3
    assert "cannot be written" in nowhere.stderr


def test_a_clock_that_has_not_begun_is_said_not_to_have_begun(office: Path) -> None:
    rows = answer("due", "--at", AT, office=office)
    row = next(row for row in rows if row["rule"] == "ICPC_15" and row["started_on"] == "2026-11-16")
    told = answer("due", "--explain", row["id"], "--at", "2026-11-02T09:00", office=office)
    assert told["id"] == row["id"]
    assert told["story"].endswith(
        "On 2 November 2026 this clock had not begun: Strategy discussion held on 16 November 2026."
    )


def test_without_its_inbox_the_office_does_not_run(tmp_path: Path) -> None:
    office = tmp_path / "office"
    autoadmin("init", office)
    (office / "inbox").rmdir()
    for words in (("run", "--once"), ("run",)):
        done = autoadmin(*words, office=office)
        assert done.returncode == 3
        assert f"no inbox folder {office / 'inbox'}" in done.stderr
