"""Mistakes in the administrators' folders are told before a document needs them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from docx import Document

from tests.acceptance.offices import autoadmin


@pytest.fixture
def copy(office: Path, tmp_path: Path) -> Path:
    """An office whose folders a test may spoil."""
    return Path(shutil.copytree(office, tmp_path / "office"))


def type_into(layout: Path, words: str) -> None:
    """Add a paragraph to a Word file, as an administrator would."""
    document = Document(str(layout))
    document.add_paragraph(words)
    document.save(str(layout))


def test_a_layout_that_its_own_sample_does_not_fit_is_named_with_the_place(copy: Path) -> None:
    type_into(copy / "templates/chronology-court/layout.docx", "{{ chlid.name }}")
    type_into(copy / "templates/unit-minutes/layout.docx", "{%p if worker %}")
    for command in (("templates", "list"), ("doctor",)):
        done = autoadmin(*command, "--json", office=copy)
        said = done.stderr + " ".join(check["says"] for check in json.loads(done.stdout) if "says" in check)
        assert done.returncode == 1
        assert "chronology-court/layout.docx: In the main text" in said
        assert "There is no field “chlid.name”. Did you mean “child.name”?" in said
        assert "unit-minutes/layout.docx: In the main text" in said
        assert "never closed" in said


def test_what_is_wrong_in_a_folder_leaves_the_version_in_force_as_it_is(copy: Path) -> None:
    type_into(copy / "templates/chronology-court/layout.docx", "{{ chlid.name }}")
    done = autoadmin("templates", "list", "--json", office=copy)
    assert done.returncode == 1
    (court,) = [row for row in json.loads(done.stdout) if row["id"] == "chronology-court"]
    assert (court["in_force"]["number"], court["edited_since"]) == (1, True)
    assert autoadmin("draft", "chronology-court", "--child", "C-9011", office=copy).returncode == 0


def test_listing_schedules_ends_with_status_1_where_one_is_wrong(copy: Path) -> None:
    (copy / "schedules" / "more.toml").write_text('[[schedule]]\nid = "x"\n', encoding="utf-8")
    done = autoadmin("schedules", "list", office=copy)
    assert done.returncode == 1
    assert "more.toml, line 1" in done.stderr


def test_the_doctor_checks_what_schedules_name(copy: Path) -> None:
    more = '[[schedule]]\nid = "x"\ncron = "0 8 * * *"\nworkflow = "draft_documnt"\n'
    (copy / "schedules" / "more.toml").write_text(more, encoding="utf-8")
    done = autoadmin("doctor", office=copy)
    assert done.returncode == 1
    assert "draft_document" in done.stdout


def test_the_doctor_tells_what_lies_in_the_inbox_and_is_not_taken(copy: Path) -> None:
    (copy / "inbox" / "from Kim").mkdir()
    checks = json.loads(autoadmin("doctor", "--json", office=copy).stdout)
    (left,) = [check for check in checks if check["what"] == "In the inbox but not taken"]
    assert (left["right"], left["says"].partition(":")[0]) == (False, "from Kim")
