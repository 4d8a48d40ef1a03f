"""`templates fields`: what an administrator sees of the field catalogue, on the screen, as JSON and in Word."""

from __future__ import annotations

import io
from pathlib import Path

import docx

from autoadmin.word.reading import read_text
from tests.acceptance.offices import answer, autoadmin

KEYS = {
    "path",
    "heading",
    "meaning",
    "kind",
    "shape",
    "can_be_gap",
    "tag",
    "closing_tag",
    "example",
    "used_in",
    "aliases",
}


def test_all_documents_are_listed_briefly_with_their_headings(office: Path) -> None:
    found = {row["template"]: row for row in answer("templates", "fields", office=office)}
    assert found["discussion-record"]["headings"][:4] == ["Document", "Meeting", "Child", "Family"]
    assert "discussion-record" in autoadmin("templates", "fields", office=office).stdout


def test_a_field_has_its_meaning_an_example_its_kind_the_tag_to_copy_and_where_it_is_used(office: Path) -> None:
    rows = answer("templates", "fields", "discussion-record", office=office)
    assert all(set(row) == KEYS for row in rows)
    (born,) = [row for row in rows if row["path"] == "child.born"]
    assert (born["heading"], born["kind"], born["tag"]) == ("Child", "fact", "{{ child.born }}")
    assert born["example"] == "born 9 May 2014"
    assert {"discussion-record", "conference-report"} <= set(born["used_in"])
    (actions,) = [row for row in rows if row["path"] == "actions"]
    assert (actions["tag"], actions["closing_tag"]) == ("{%tr for action in actions %}", "{%tr endfor %}")


def test_the_tree_shows_the_rows_of_a_list_between_its_two_tags(office: Path) -> None:
    printed = autoadmin("templates", "fields", "discussion-record", office=office).stdout
    after = printed[printed.index("{%tr for action in actions %}") :]
    assert "  {{ action.owner }}" in after[: after.index("{%tr endfor %}")]
    assert "who does it" in after


def test_the_word_document_holds_every_tag_and_opens(office: Path, tmp_path: Path) -> None:
    file = tmp_path / "fields.docx"
    done = autoadmin("templates", "fields", "unit-minutes", "--word", file, office=office)
    assert done.returncode == 0, done.stderr
    text = read_text(file.read_bytes())
    rows = answer("templates", "fields", "unit-minutes", office=office)
    assert all(row["tag"] in text and row["meaning"].casefold() in text.casefold() for row in rows)
    document = docx.Document(io.BytesIO(file.read_bytes()))
    assert all(table.rows[0].cells[0].text == "Tag to copy" for table in document.tables)
    assert all(table.rows[0]._tr.xpath("w:trPr/w:tblHeader") for table in document.tables)
    headings = [p.text for p in document.paragraphs if p.style is not None and p.style.name == "Heading 1"]
    assert headings == ["Document", "Meeting", "Discussion", "Actions", "Sources"]


def test_a_word_document_is_about_one_template(office: Path, tmp_path: Path) -> None:
    done = autoadmin("templates", "fields", "--word", tmp_path / "fields.docx", office=office)
    assert done.returncode == 2
    assert "which template" in done.stderr


def test_a_template_that_there_is_not_is_named_with_those_that_there_are(office: Path) -> None:
    done = autoadmin("templates", "fields", "unit-minuets", office=office)
    assert done.returncode == 3
    assert "unit-minutes" in done.stderr


def test_a_file_that_cannot_be_written_is_said_in_one_sentence(office: Path, tmp_path: Path) -> None:
    done = autoadmin("templates", "fields", "unit-minutes", "--word", tmp_path / "no" / "x.docx", office=office)
    assert done.returncode == 3
    assert "cannot be written" in done.stderr
    assert done.stdout == ""
