"""A template is looked at before it is in force: with invented cases, and against what was drafted with real ones."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from docx import Document

from autoadmin.domain.errors import CatalogueError, TemplateError
from autoadmin.word.reading import read_text
from autoadmin.word.shown import shown_pictures
from autoadmin.workflows.compare_with_past import compare_with_past
from autoadmin.workflows.list_documents import list_documents
from autoadmin.workflows.preview_template import preview_template
from autoadmin.workflows.propose_template import propose_template
from tests.word.packages import replaced
from tests.workflows.office import SHEET, Office
from tests.workflows.test_template_versions import take_out, type_into


@pytest.fixture
def held(office: Office) -> Office:
    office.drop("sheet.md", SHEET)
    office.run()
    return office


def test_the_working_copy_is_filled_with_its_samples_and_awkward_cases(office: Office, tmp_path: Path) -> None:
    type_into(office, "Closing words", "unit-minutes")
    folder = office.folder / "templates" / "unit-minutes"
    (folder / "samples").mkdir(exist_ok=True)
    (folder / "samples" / "new-chair.json").write_text(json.dumps({"chair": "Tove Lind"}), encoding="utf-8")
    made = preview_template(office.services, "unit-minutes", to=tmp_path / "previews")
    assert not [preview.problem for preview in made.previews if preview.problem]
    words = {one.case: read_text(one.file.read_bytes()) for one in made.previews if one.file}
    assert {"sample", "new chair", "every list empty", "nothing recorded"} <= set(words)
    assert all("Closing words" in text for text in words.values())
    assert "Tove Lind" in words["new chair"]
    assert all(path.name.startswith("PREVIEW-unit-minutes-") for path in (tmp_path / "previews").iterdir())


def test_a_preview_is_no_document_and_is_in_no_list_and_no_audit_of_documents(held: Office, tmp_path: Path) -> None:
    def kept() -> tuple[object, ...]:
        with held.services.store.read() as store:
            return store.drafts.list(), store.audit.list(), store.tasks.list()

    before, outbox = kept(), held.files("outbox")
    preview_template(held.services, "unit-minutes", to=tmp_path)
    assert (kept(), held.files("outbox")) == (before, outbox)


def test_one_sample_of_ones_own_is_filled_in_alone_and_what_does_not_fit_is_said(
    office: Office, tmp_path: Path
) -> None:
    mine = tmp_path / "mine.json"
    mine.write_text("{}", encoding="utf-8")
    (preview,) = preview_template(office.services, "unit-minutes", to=tmp_path, sample=mine).previews
    assert preview.file is None
    assert "no field" in preview.problem
    mine.write_text("{", encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"mine\.json cannot be read as JSON"):
        preview_template(office.services, "unit-minutes", to=tmp_path, sample=mine)
    type_into(office, "{% if %}", "unit-minutes")
    with pytest.raises(TemplateError):
        preview_template(office.services, "unit-minutes", to=tmp_path)


def test_the_second_person_can_look_at_what_was_proposed_rather_than_the_folder(office: Office, tmp_path: Path) -> None:
    type_into(office, "Closing words", "unit-minutes")
    version = propose_template(office.services, "unit-minutes", by="Ana", account="a")
    type_into(office, "Typed later", "unit-minutes")
    made = preview_template(office.services, "unit-minutes", to=tmp_path, number=version.number)
    assert made.previews[0].file and made.previews[0].file.name == "PREVIEW-unit-minutes-v1-sample.docx"
    assert "Typed later" not in read_text(made.previews[0].file.read_bytes())


def test_without_libreoffice_the_word_files_are_there_and_one_sentence_says_so(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    made = preview_template(office.services, "unit-minutes", to=tmp_path, as_pdf=True)
    assert made.note.startswith("LibreOffice is not installed")
    assert all(one.file and one.file.is_file() and one.pdf is None for one in made.previews)


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_with_libreoffice_each_preview_is_there_as_pdf_too(office: Office, tmp_path: Path) -> None:
    sample = office.folder / "templates" / "unit-minutes" / "sample.json"
    made = preview_template(office.services, "unit-minutes", to=tmp_path, sample=sample, as_pdf=True)
    assert made.note == ""
    assert [one.pdf and one.pdf.read_bytes()[:5] for one in made.previews] == [b"%PDF-"]


def test_real_documents_are_compared_text_by_text_and_each_look_is_recorded(held: Office) -> None:
    type_into(held, "Closing words", "discussion-record")
    compared = compare_with_past(held.services, "discussion-record", 2, by="sam")
    newest = [
        row.draft.id for row in list_documents(held.services, by="t") if row.draft.template == "discussion-record"
    ]
    assert [one.draft.id for one in compared] == newest[::-1][:2]
    for one in compared:
        assert [(d.part, d.before, d.after) for d in one.differences] == [("main text", None, "Closing words")]
        with held.services.store.read() as store:
            last = store.audit.list(subject=one.draft.id)[-1]
        assert (last.action, last.by, last.details) == ("draft_seen", "sam", {"for": "template preview"})
    (same,) = compare_with_past(held.services, "unit-minutes", 5, by="sam")
    assert (same.differences, same.problem) == ((), "")


def test_documents_that_hold_a_picture_are_compared_with_it_and_one_taken_out_is_told(held: Office) -> None:
    type_into(held, "Closing words", "discussion-record")
    for one in compare_with_past(held.services, "discussion-record", 9, by="sam"):
        assert [(d.part, d.after) for d in one.differences] == [("main text", "Closing words")]
        with held.services.store.read() as store:
            assert shown_pictures(store.drafts.get_file(one.draft.id))[0].alt.startswith("Genogram of the ")
    layout = held.folder / "templates" / "discussion-record" / "layout.docx"
    document = Document(str(layout))
    for paragraph in document.paragraphs:
        if paragraph.text == "{{ genogram }}":
            take_out(paragraph._p)
    document.save(str(layout))
    for one in compare_with_past(held.services, "discussion-record", 9, by="sam"):
        (lost,) = (each for each in one.differences if each.part == "pictures")
        assert (lost.before or "").startswith("Genogram of the ")
        assert lost.after is None


def test_the_page_number_that_a_layout_was_saved_with_is_no_difference(held: Office) -> None:
    layout = held.folder / "templates" / "unit-minutes" / "layout.docx"
    layout.write_bytes(replaced(layout.read_bytes(), "word/footer1.xml", "<w:t>1</w:t>", "<w:t>7</w:t>"))
    compared = compare_with_past(held.services, "unit-minutes", 5, by="sam")
    assert [one.differences for one in compared] == [()]


def test_content_that_old_documents_lack_is_said_for_each_and_is_no_crash(held: Office) -> None:
    type_into(held, "{{ case_number_of_the_court }}", "discussion-record")
    compared = compare_with_past(held.services, "discussion-record", 9, by="sam")
    assert len(compared) == 3
    assert all("case_number_of_the_court" in one.problem and not one.differences for one in compared)
