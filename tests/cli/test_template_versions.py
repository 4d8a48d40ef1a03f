"""From an edit to documents on the command line: proposed, looked at, published by another, rolled back, made again."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import docx
import pytest

from tests.acceptance.offices import answer, autoadmin

RECORD = "discussion-record"
VERSION = {
    *("number", "state", "author", "proposed_at", "note", "publisher", "published_at", "in_force_from"),
    *("confirmed", "restores", "sha256"),
}


@pytest.fixture
def own(office: Path, tmp_path: Path) -> Path:
    """An office whose templates this test may change."""
    return Path(shutil.copytree(office, tmp_path / "office"))


def edit(office: Path, old: str, new: str) -> None:
    """Change the words of the first paragraph that has some, as an administrator does in Word."""
    layout = office / "templates" / RECORD / "layout.docx"
    document = docx.Document(str(layout))
    paragraph = next(each for each in document.paragraphs if old in each.text)
    paragraph.text = paragraph.text.replace(old, new)
    document.save(str(layout))


def propose(office: Path) -> None:
    done = autoadmin("templates", "propose", RECORD, "--note", "clearer", "--by", "Margaret Hale", office=office)
    assert (done.returncode, done.stderr) == (0, "")
    assert "version 2 is proposed by Margaret Hale. Documents do not change yet." in done.stdout


def history(office: Path) -> Any:
    rows = answer("templates", "history", RECORD, office=office)
    assert all(set(row) == VERSION | {"in_force", "documents", "last_used_at"} for row in rows)
    return [(row["number"], row["state"], row["in_force"]) for row in rows]


def test_a_second_person_publishes_what_one_proposed_and_either_takes_it_back(own: Path) -> None:
    edit(own, "How to read this", "How this is read")
    propose(own)
    for name in ("Margaret Hale", "margaret  hale"):
        alone = autoadmin("templates", "publish", RECORD, "--by", name, office=own)
        assert alone.returncode == 3
        assert "was proposed by Margaret Hale: a second person publishes." in alone.stderr
    told = answer("templates", "publish", RECORD, "--by", "Paul Oduya", office=own)
    assert set(told) == {"published", "version", "breaking_changes", "documents", "last_used_at", "notes"}
    assert set(told["version"]) == VERSION
    assert (told["published"], told["version"]["publisher"], told["breaking_changes"]) == (True, "Paul Oduya", [])
    assert autoadmin("templates", "publish", RECORD, "--by", "Paul Oduya", office=own).returncode == 3
    assert history(own) == [(2, "published", True), (1, "published", False)]
    back = autoadmin("templates", "rollback", RECORD, "--by", "Paul Oduya", "--note", "too soon", office=own)
    assert back.returncode == 0
    assert "is back to what version 1 holds; the history has it as version 3." in back.stdout
    assert [row[2] for row in history(own)] == [True, False, False]
    assert autoadmin("templates", "rollback", RECORD, "--to", "9", office=own).returncode == 3


def test_what_would_be_lost_is_confirmed_by_name_and_nothing_happens_before(own: Path) -> None:
    edit(own, "{{ minutes }}", "as minuted")
    propose(own)
    refused = autoadmin("templates", "publish", RECORD, "--by", "Paul Oduya", office=own)
    assert refused.returncode == 1
    assert "minutes would not be filled any more." in refused.stdout
    assert f"autoadmin templates publish {RECORD} --confirm minutes" in refused.stdout
    asked = autoadmin("templates", "publish", RECORD, "--by", "Paul Oduya", "--json", office=own)
    told = json.loads(asked.stdout)
    assert (asked.returncode, told["published"]) == (1, False)
    assert (told["version"]["state"], told["version"]["publisher"]) == ("proposed", None)
    (change,) = told["breaking_changes"]
    assert set(change) == {"kind", "name", "place", "message", "confirmed"}
    assert (change["kind"], change["name"], change["confirmed"]) == ("field", "minutes", False)
    assert history(own) == [(2, "proposed", False), (1, "published", True)]
    words = ("--by", "Paul Oduya", "--confirm", "minutes", "--from", "2099-01-04")
    told = answer("templates", "publish", RECORD, *words, office=own)
    assert (told["version"]["confirmed"], told["version"]["in_force_from"]) == (["minutes"], "2099-01-04")
    assert history(own) == [(2, "published", False), (1, "published", True)]


def test_what_has_an_error_cannot_be_proposed(own: Path) -> None:
    edit(own, "{{ minutes }}", "{{ mintes }}")
    done = autoadmin("templates", "propose", RECORD, "--by", "Margaret Hale", office=own)
    assert done.returncode == 3
    assert "There is no field “mintes”." in done.stderr
    assert history(own) == [(1, "published", True)]


def test_a_preview_is_a_file_for_each_case_with_gaps_called_as_in_documents(own: Path, tmp_path: Path) -> None:
    rows = answer("templates", "preview", RECORD, "--to", tmp_path / "seen", office=own)
    assert all(set(row) == {"case", "file", "pdf", "gaps", "problem", "note"} for row in rows)
    assert {"sample", "nothing recorded", "very long text"} <= {row["case"] for row in rows}
    assert all(Path(row["file"]).name.startswith("PREVIEW-") and not row["problem"] for row in rows)
    document = docx.Document(next(row["file"] for row in rows if row["case"] == "nothing recorded"))
    words = " ".join(cell.text for table in document.tables for cell in table._cells)
    assert "[not recorded: reason for the decision]" in words and "[not recorded: why]" not in words


def test_a_preview_with_a_mistake_says_so_and_its_status_is_1_or_3(own: Path, tmp_path: Path) -> None:
    edit(own, "{{ minutes }}", "{{ minutes + 1 }}")
    done = autoadmin("templates", "preview", RECORD, "--to", tmp_path, office=own)
    assert done.returncode == 1
    assert "{{ minutes + 1 }}" in done.stdout
    assert autoadmin("templates", "preview", "no-such-template", office=own).returncode == 3


def test_real_documents_are_shown_with_what_they_would_say_otherwise(own: Path) -> None:
    assert all(
        not row["differences"] for row in answer("templates", "preview", RECORD, "--against-past", "2", office=own)
    )
    edit(own, "How to read this", "How this is read")
    rows = answer("templates", "preview", RECORD, "--against-past", "2", office=own)
    assert rows and all(set(row) == {"id", "template_number", "problem", "differences"} for row in rows)
    for row in rows:
        (difference,) = row["differences"]
        assert set(difference) == {"part", "paragraph", "before", "after"}
        assert difference["before"].startswith("How to read this") and difference["after"].startswith("How this is")


def test_a_document_is_made_again_byte_for_byte_whatever_became_of_its_template(own: Path, tmp_path: Path) -> None:
    draft = next(each for each in answer("documents", office=own) if each["template"] == RECORD)["id"]
    assert autoadmin("documents", "export", draft, tmp_path / "made.docx", office=own).returncode == 0
    edit(own, "How to read this", "How this is read")
    propose(own)
    assert autoadmin("templates", "publish", RECORD, "--by", "Paul Oduya", office=own).returncode == 0
    told = answer("documents", "remake", draft, tmp_path / "again.docx", office=own)
    assert set(told) == {"id", "file", "sha256", "same", "same_words", "engine"}
    assert (told["same"], told["same_words"]) == (True, True)
    assert (tmp_path / "again.docx").read_bytes() == (tmp_path / "made.docx").read_bytes()
    assert autoadmin("documents", "remake", "D-none", tmp_path / "none.docx", office=own).returncode == 3
