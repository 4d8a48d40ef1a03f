"""Every document can be made again byte for byte, whatever has been published since."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from autoadmin.domain.errors import UnknownIdError
from autoadmin.domain.gaps import NotRecorded
from autoadmin.word.shown import shown_pictures
from autoadmin.workflows.content_text import content_text, content_values
from autoadmin.workflows.list_documents import list_documents
from autoadmin.workflows.propose_template import propose_template
from autoadmin.workflows.publish_template import publish_template
from autoadmin.workflows.remake_document import remake_document
from tests.drafting.pellow import TEMPLATES
from tests.workflows.office import SHEET, Office
from tests.workflows.test_template_versions import type_into


def test_documents_made_before_and_after_a_publish_are_made_again_byte_for_byte(office: Office, tmp_path: Path) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    for template in ("unit-minutes", "discussion-record"):
        type_into(office, "Closing words", template)
        propose_template(office.services, template, by="Ana", account="a")
        publish_template(office.services, template, by="Ben", account="b")
    office.drop("sheet.md", SHEET.replace("new bed", "new desk"))
    office.run()
    rows = list_documents(office.services, by="test", is_all=True)
    assert {row.draft.template_number for row in rows} == {1, 2}
    for number, row in enumerate(rows):
        target = tmp_path / f"{number}.docx"
        remade = remake_document(office.services, row.draft.id, target, by="sam")
        assert remade.is_same, row.draft.template
        with office.services.store.read() as store:
            assert target.read_bytes() == store.drafts.get_file(row.draft.id)
            assert store.audit.list(subject=row.draft.id)[-1].action == "draft_remade"


def test_a_picture_that_would_be_drawn_otherwise_today_is_read_back_from_the_document(
    office: Office, tmp_path: Path
) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    record = office.drafts("discussion-record")[0]
    with office.services.store.begin() as store:
        as_drawn_then = changed(store.drafts.get_file(record.id), b"Genogram of the", b"Genogram of our")
        store.drafts._connection.exec_driver_sql(
            "UPDATE draft_files SET file = ? WHERE draft = ?", (as_drawn_then, record.id)
        )
    remake_document(office.services, record.id, tmp_path / "a.docx", by="sam")
    before, after = shown_pictures(as_drawn_then), shown_pictures((tmp_path / "a.docx").read_bytes())
    assert before == after
    assert before[0].alt.startswith("Genogram of our ")


def changed(file: bytes, old: bytes, new: bytes) -> bytes:
    """Return a Word file with other words in its main text."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            copy.writestr(name, source.read(name).replace(old, new) if name.startswith("word/d") else source.read(name))
    return target.getvalue()


def test_bytes_that_another_engine_made_are_said_to_differ_and_the_words_compared(
    office: Office, tmp_path: Path
) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    (minutes,) = office.drafts("unit-minutes")
    other = (TEMPLATES / "unit-minutes" / "layout.docx").read_bytes()
    with office.services.store.begin() as store:
        connection = store.drafts._connection
        connection.exec_driver_sql("UPDATE drafts SET engine = '0.0.9', sha256 = 'other'")
    remade = remake_document(office.services, minutes.id, tmp_path / "a.docx", by="sam")
    assert (remade.is_same, remade.has_same_words) == (False, True)
    assert "drafted by autoadmin 0.0.9" in remade.says
    assert "the words are the same" in remade.says
    with office.services.store.begin() as store:
        store.drafts._connection.exec_driver_sql("UPDATE draft_files SET file = ?", (other,))
    assert "some words differ" in remake_document(office.services, minutes.id, tmp_path / "b.docx", by="sam").says


def test_what_was_drafted_before_versions_were_kept_is_made_again_from_a_folder_that_holds_the_same(
    office: Office, tmp_path: Path
) -> None:
    office.drop("sheet.md", SHEET)
    office.run()
    (minutes,) = office.drafts("unit-minutes")
    with office.services.store.begin() as store:
        store.drafts._connection.exec_driver_sql("UPDATE drafts SET template_sha256 = 'gone' WHERE family IS NOT NULL")
        store.drafts._connection.exec_driver_sql("DELETE FROM template_versions")
        store.drafts._connection.exec_driver_sql("DELETE FROM template_bodies")
    type_into(office, "Closing words", "unit-minutes")
    assert remake_document(office.services, minutes.id, tmp_path / "a.docx", by="sam").is_same
    record = office.drafts("discussion-record")[0]
    with pytest.raises(UnknownIdError, match="documents export"):
        remake_document(office.services, record.id, tmp_path / "b.docx", by="sam")


def test_content_comes_back_from_its_text_as_it_went_in() -> None:
    values = {"a": [NotRecorded("who", True), None, 1.5, True], "on": date(2026, 11, 19), "b": {"c": "é {{ x }}"}}
    assert content_values(content_text(values)) == values
