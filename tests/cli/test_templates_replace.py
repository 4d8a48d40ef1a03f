"""`templates replace`: shown first, written into copies, never into a template in use."""

from __future__ import annotations

import json
import shutil
import tomllib
from pathlib import Path

import pytest

from autoadmin.word import compile_template
from tests.acceptance.offices import answer, autoadmin

USING = {"conference-report", "discussion-record"}  # among the templates that name decisions[].why


@pytest.fixture
def own(office: Path, tmp_path: Path) -> Path:
    """An office whose templates this test may change."""
    return Path(shutil.copytree(office, tmp_path / "office"))


def test_without_apply_every_change_is_shown_and_nothing_is_written(own: Path) -> None:
    files = {path: path.read_bytes() for path in (own / "templates").rglob("*") if path.is_file()}
    shown = autoadmin("templates", "replace", "decisions.why", "decisions[].by", office=own)
    assert shown.returncode == 0, shown.stderr
    assert "before: {{ d.why }}" in shown.stdout and "after:  {{ d.by }}" in shown.stdout
    assert "left alone, template.toml, line " in shown.stdout
    assert {path: path.read_bytes() for path in (own / "templates").rglob("*") if path.is_file()} == files


def test_with_apply_each_template_that_names_the_field_has_a_copy_beside_it(own: Path) -> None:
    rows = answer("templates", "replace", "{{ decisions[].why }}", "decisions.by", "--apply", office=own)
    assert {row["template"] for row in rows} >= USING
    for row in rows:
        if row["copy"] is None:
            continue
        copy = compile_template(Path(row["copy"]))
        layout = compile_template(own / "templates" / row["template"] / "layout.docx")
        assert set(layout.fields) - set(copy.fields) == {"decisions[].why"}
    again = autoadmin("templates", "replace", "decisions.why", "decisions.by", "--apply", office=own)
    assert again.returncode == 3
    assert "There is a copy already" in again.stderr


def test_the_copies_may_go_into_a_folder_and_one_template_may_be_chosen(own: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    only = ("--template", "discussion-record", "--to", folder, "--apply")
    assert autoadmin("templates", "replace", "decisions.why", "decisions.by", *only, office=own).returncode == 0
    assert [path.name for path in folder.iterdir()] == ["discussion-record.docx"]


def test_the_description_and_the_sample_are_copied_with_the_new_name(own: Path) -> None:
    folder = own / "templates" / "discussion-record"
    description, sample = (folder / name for name in ("template.toml", "sample.json"))
    description.write_text(description.read_text("utf-8").replace("worker = ", "unit = "), "utf-8")
    content = json.loads(sample.read_text("utf-8"))
    del content["worker"]
    sample.write_text(json.dumps(content, ensure_ascii=False, indent=2), "utf-8")
    (row,) = answer(
        *("templates", "replace", "unit", "worker", "--template", "discussion-record", "--apply"), office=own
    )
    copies = {Path(copy).name: Path(copy) for copy in row["copies"]}
    assert set(copies) == {"layout.replaced.docx", "template.replaced.toml", "sample.replaced.json"}
    fields = tomllib.loads(copies["template.replaced.toml"].read_text("utf-8"))["fields"]
    assert "worker" in fields and "unit" not in fields
    assert json.loads(copies["sample.replaced.json"].read_text("utf-8"))["worker"] == content["unit"]
    assert {each["place"].partition(",")[0] for each in row["changes"]} >= {"template.toml", "sample.json"}
    assert json.loads(sample.read_text("utf-8")) == content


def test_a_new_field_that_the_document_has_not_is_said_with_what_may_be_meant(office: Path) -> None:
    done = autoadmin("templates", "replace", "decisions.why", "decisions[].owners", office=office)
    assert done.returncode == 1
    assert 'no field "decisions[].owners"' in done.stdout
    assert 'Did you mean "decisions[].owner"?' in done.stdout
    assert done.stdout.count("so nothing was changed") == 1  # for all the templates that it is true of


def test_a_field_that_no_template_names_is_said_to_be_none(office: Path) -> None:
    done = autoadmin("templates", "replace", "chlid.name", "child.name", office=office)
    assert (done.returncode, done.stdout.strip()) == (1, "No template names chlid.name.")


def test_what_is_no_field_at_all_is_wrong_use(office: Path) -> None:
    done = autoadmin("templates", "replace", "child name", "child.name", office=office)
    assert done.returncode == 2
    assert "is no field" in done.stderr
