"""The templates folder: right ones are read, wrong ones are explained."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from autoadmin.catalogue.templates import load_template, load_templates, read_catalogue
from autoadmin.domain.errors import CatalogueError
from autoadmin.domain.templates import Subject

REPOSITORY = Path(__file__).parents[2]
DESCRIPTION = """
title = "Social worker's report to conference"
version = "1.2"
subject = "family"
law = "Working Together to Safeguard Children"
answers = ["ICPC_15", "RCPC_1"]
drafted_after_meeting = true
required = ["children"]
received_by = ["conference chair"]

[fields]
children = "the children the conference is about"
"""
LAYOUT = b"PK\x03\x04 as Word saved it"


def a_template_folder(
    folder: Path,
    name: str = "conference-report",
    *,
    description: str = DESCRIPTION,
    layout: bytes = LAYOUT,
    sample: str = '{"children": ["Ada"]}',
) -> Path:
    """Return a new folder of one template below `folder`."""
    made = folder / name
    made.mkdir()
    (made / "template.toml").write_text(description, encoding="utf-8")
    (made / "layout.docx").write_bytes(layout)
    (made / "sample.json").write_text(sample, encoding="utf-8")
    return made


def problems_of(folder: Path) -> list[str]:
    """Return the sentences a template is refused with."""
    with pytest.raises(CatalogueError) as caught:
        load_template(folder)
    return caught.value.detail.splitlines()


def test_a_template_holds_its_description_layout_and_sample(tmp_path: Path) -> None:
    template = load_template(a_template_folder(tmp_path))
    assert template.id == template.composition == "conference-report"
    assert (template.title, template.version) == ("Social worker's report to conference", "1.2")
    assert template.subject is Subject.FAMILY
    assert template.answers == ("ICPC_15", "RCPC_1")
    assert template.drafted_after_meeting
    assert template.labels == {"children": "the children the conference is about"}
    assert template.classification == "OFFICIAL-SENSITIVE"
    assert template.layout == LAYOUT
    assert template.sample == {"children": ["Ada"]}


def test_the_hash_follows_description_and_layout_but_not_comments_or_sample(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("as-is", "commented", "resampled", "retitled", "redrawn")]
    for folder in folders:
        folder.mkdir()
    as_is, commented, resampled, retitled, redrawn = (
        load_template(made).sha256
        for made in (
            a_template_folder(folders[0]),
            a_template_folder(folders[1], description=f"# For conferences.\n{DESCRIPTION}"),
            a_template_folder(folders[2], sample="{}"),
            a_template_folder(folders[3], description=DESCRIPTION.replace("report to", "account for")),
            a_template_folder(folders[4], layout=LAYOUT + b"again"),
        )
    )
    assert as_is == commented == resampled
    assert len({as_is, retitled, redrawn}) == 3


def test_a_default_typed_out_leaves_the_hash_as_it_is(tmp_path: Path) -> None:
    shorter = load_template(a_template_folder(tmp_path))
    (tmp_path / "second").mkdir()
    typed_out = 'classification = "OFFICIAL-SENSITIVE"\nto_be_confirmed = []\n' + DESCRIPTION
    assert load_template(a_template_folder(tmp_path / "second", description=typed_out)).sha256 == shorter.sha256


def test_everything_wrong_with_a_template_is_said_at_once(tmp_path: Path) -> None:
    folder = a_template_folder(
        tmp_path,
        description='id = "report"\ntitel = "Report"\nversion = 2\nsubject = "famly"\nanswers = "ICPC_15"\n',
        layout=b"{\\rtf1 not a Word file}",
        sample='{"children": \n]',
    )
    assert problems_of(folder) == [
        'conference-report/template.toml: "titel" is not known here; did you mean "title"?',
        'conference-report/template.toml: id is "report" but the folder is called "conference-report"; '
        "they must be the same.",
        "conference-report/template.toml: title is missing.",
        "conference-report/template.toml: version must be text in quotes, not 2.",
        'conference-report/template.toml: subject is "famly"; did you mean "family"?',
        'conference-report/template.toml: answers must be a list of texts, like ["one", "two"], not "ICPC_15".',
        "conference-report/layout.docx is not a Word file (.docx).",
        "conference-report/sample.json cannot be read as JSON: line 2: Expecting value.",
    ]


def test_what_does_not_belong_into_the_file_cannot_be_typed_there(tmp_path: Path) -> None:
    folder = a_template_folder(tmp_path, description='sha256 = "0"\n' + DESCRIPTION)
    assert problems_of(folder)[0].startswith('conference-report/template.toml: "sha256" is not known here')


def test_a_file_that_is_not_toml_is_named_with_its_line(tmp_path: Path) -> None:
    folder = a_template_folder(tmp_path, description='title = "Report"\nversion = 1.2.3\n')
    (problem,) = problems_of(folder)
    assert problem.startswith("conference-report/template.toml cannot be read as TOML")
    assert "line 2" in problem


def test_a_file_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    assert load_template(a_template_folder(tmp_path, description="\ufeff" + DESCRIPTION)).version == "1.2"


def test_a_file_saved_in_another_encoding_is_explained(tmp_path: Path) -> None:
    folder = a_template_folder(tmp_path)
    (folder / "template.toml").write_bytes(DESCRIPTION.replace("worker's", "worker’s").encode("cp1252"))
    assert problems_of(folder) == ["conference-report/template.toml is not saved as UTF-8 text."]


@pytest.mark.parametrize("missing", ["template.toml", "layout.docx", "sample.json"])
def test_a_missing_file_is_named(tmp_path: Path, missing: str) -> None:
    folder = a_template_folder(tmp_path)
    (folder / missing).unlink()
    (problem,) = problems_of(folder)
    there_is_none = "There is no such file. Copy that of another template and change it."
    assert problem == f"conference-report/{missing} cannot be opened: {there_is_none}"


def test_one_broken_folder_stops_no_other(tmp_path: Path) -> None:
    a_template_folder(tmp_path, "a-good-one")
    a_template_folder(tmp_path, "broken", sample=json.dumps([1]))
    (tmp_path / ".hidden").mkdir()
    catalogue = read_catalogue(tmp_path)
    assert [template.id for template in catalogue.templates] == ["a-good-one"]
    assert catalogue.problems == ("broken/sample.json must hold one object, { ... }.",)
    with pytest.raises(CatalogueError, match=r"broken/sample\.json"):
        load_templates(tmp_path)


def test_a_folder_that_is_not_there_is_a_problem_not_an_empty_catalogue(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="is not there"):
        load_templates(tmp_path / "templates")


def test_the_templates_that_come_with_autoadmin_are_right() -> None:
    templates = load_templates(REPOSITORY / "templates")
    assert {"unit-minutes", "conference-report", "next-meeting-sheet"} <= {template.id for template in templates}
    assert len({template.sha256 for template in templates}) == len(templates)
