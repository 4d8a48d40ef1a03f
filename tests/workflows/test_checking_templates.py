"""Checking templates: the shipped ones are right, and an administrator's are told of everything at once."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import docx
import pytest

from autoadmin.domain.errors import WrongUseError
from autoadmin.word.reading import read_text
from autoadmin.workflows.annotate_templates import annotate_templates
from autoadmin.workflows.check_templates import check_path
from autoadmin.workflows.template_checks import CheckedFile

SHIPPED = Path(__file__).parents[2] / "templates"
IDS = sorted(folder.name for folder in SHIPPED.iterdir() if folder.is_dir())


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    """The folder of the minutes, for a test to spoil."""
    return Path(shutil.copytree(SHIPPED / "unit-minutes", tmp_path / "unit-minutes"))


def type_into(folder: Path, *paragraphs: str) -> None:
    layout = folder / "layout.docx"
    document = docx.Document(str(layout))
    for words in paragraphs:
        document.add_paragraph(words)
    document.save(str(layout))


def found(checked: CheckedFile) -> list[tuple[str, str]]:
    return [(finding.severity, finding.code) for finding in checked.findings]


@pytest.mark.parametrize("template", IDS)
def test_nothing_is_found_in_a_shipped_template(template: str) -> None:
    assert not check_path(SHIPPED / template).findings


@pytest.mark.parametrize("template", IDS)
def test_a_field_that_no_document_is_given_is_found_in_every_template(template: str, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SHIPPED / template, tmp_path / template))
    type_into(folder, "{{ documnt.title }}")
    (finding,) = check_path(folder).findings
    assert (finding.file, finding.severity, finding.code) == (f"{template}/layout.docx", "error", "unknown_field")
    assert (finding.message, finding.suggestion) == (
        "{{ documnt.title }}: There is no field “documnt.title”.",
        "Did you mean “document.title”?",
    )


def test_a_layout_is_tried_with_every_sample_beside_its_own(minutes: Path) -> None:
    type_into(minutes, "{{ discussions[0].children[1].name }}")
    assert "With the sample “only child”: There is no entry number 2." in check_path(minutes).findings[0].message


def test_what_only_an_unlikely_case_breaks_is_a_warning(minutes: Path) -> None:
    type_into(minutes, "{{ discussions[0].family }}")
    checked = check_path(minutes)
    assert found(checked) == [("warning", "nothing_there")]
    assert not checked.has_errors


def test_a_folder_whose_description_is_wrong_still_has_its_layout_checked(minutes: Path) -> None:
    (minutes / "template.toml").write_text("titel = 3", encoding="utf-8")
    (minutes / "sample.json").write_text("[", encoding="utf-8")
    type_into(minutes, "{% if chair %}")
    files = [finding.file for finding in check_path(minutes).findings]
    assert {"unit-minutes/template.toml", "unit-minutes/layout.docx"} <= set(files)


def test_the_warning_of_emptiness_counts_only_what_the_samples_say(minutes: Path) -> None:
    type_into(minutes, "{{ families_discussed }}")
    for number in range(3):
        (minutes / "samples" / f"{number}.json").write_text('{"families_discussed": null}', encoding="utf-8")
    warned = [finding.message for finding in check_path(minutes).findings if finding.code == "mostly_empty"]
    assert warned and all("Nobody recorded “families_discussed” in 3 of 4 places" in message for message in warned)


def test_plain_words_for_a_field_that_is_not_there_are_told_of_the_description(minutes: Path) -> None:
    with (minutes / "template.toml").open("a", encoding="utf-8") as description:
        description.write('\nchiar = "who chaired"\n')
    (finding,) = check_path(minutes).findings
    assert (finding.file, finding.code) == ("unit-minutes/template.toml", "label_unknown")


def test_a_layout_in_its_folder_is_checked_by_what_the_folder_says(minutes: Path) -> None:
    type_into(minutes, "{{ chiar }}")
    assert found(check_path(minutes / "layout.docx")) == [("error", "unknown_field")]


def test_a_word_file_in_no_folder_is_checked_as_far_as_can_be(minutes: Path, tmp_path: Path) -> None:
    type_into(minutes, "{{ chiar }}", "{{ chair|nope }}")
    shutil.move(minutes / "layout.docx", tmp_path / "Minutes new.docx")
    checked = check_path(tmp_path / "Minutes new.docx")
    assert (checked.name, found(checked)) == ("Minutes new.docx", [("error", "unknown_filter")])


def test_a_copy_with_comments_is_written_and_the_layout_is_not_touched(minutes: Path, tmp_path: Path) -> None:
    type_into(minutes, "{{ chiar }}")
    before = (minutes / "layout.docx").read_bytes()
    (path,) = annotate_templates([check_path(minutes)], tmp_path / "copies")
    assert path == tmp_path / "copies" / "unit-minutes-checked.docx"
    assert [comment.author for comment in docx.Document(io.BytesIO(path.read_bytes())).comments] == ["autoadmin"]
    assert read_text(path.read_bytes()) == read_text(before)
    assert (minutes / "layout.docx").read_bytes() == before


def test_a_copy_is_never_written_over_the_layout(minutes: Path) -> None:
    type_into(minutes, "{{ chiar }}")
    before = (minutes / "layout.docx").read_bytes()
    with pytest.raises(WrongUseError):
        annotate_templates([check_path(minutes)], minutes / "layout.docx")
    assert (minutes / "layout.docx").read_bytes() == before


def test_findings_of_a_sample_say_nothing_of_its_values(minutes: Path) -> None:
    type_into(minutes, "{{ chair + 1 }}", "{{ discussions }}")
    said = json.dumps([str(finding) for finding in check_path(minutes).findings])
    assert "Farida" not in said and "Pellow" not in said
