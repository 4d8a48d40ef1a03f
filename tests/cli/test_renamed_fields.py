"""A field that a later version renames: templates that use its old name go on working, and every command says so."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from autoadmin.word.reading import read_text

RENAMED = """
from dataclasses import replace
from autoadmin.drafting import fields
from autoadmin.drafting.fields import catalogue

minutes = fields.FIELDS["unit-minutes"]
minutes = [replace(each, aliases=("chaired_by",)) if each.name == "chair" else each for each in minutes]
fields.FIELDS = catalogue.FIELDS = {**fields.FIELDS, "unit-minutes": tuple(minutes)}

from autoadmin.cli.main import main

main()
"""


@pytest.fixture
def own(office: Path, tmp_path: Path) -> Path:
    """An office whose minutes name the chair as an earlier version did."""
    own = Path(shutil.copytree(office, tmp_path / "office"))
    layout = own / "templates" / "unit-minutes" / "layout.docx"
    document = docx.Document(str(layout))
    document.paragraphs[0].add_run(" led by {{ chaired_by }}")
    document.save(str(layout))
    return own


def later_autoadmin(*arguments: str | Path, office: Path) -> subprocess.CompletedProcess[str]:
    """Return what the command answers in a version in which `chaired_by` has become `chair`."""
    command = [sys.executable, "-c", RENAMED, "--config", str(office / "config.toml"), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)


def test_the_check_warns_of_the_old_name_and_the_template_can_be_published(own: Path) -> None:
    done = later_autoadmin("templates", "check", "unit-minutes", "--json", office=own)
    found = {row["code"]: row for row in json.loads(done.stdout)}
    assert done.returncode == 0, done.stdout
    assert found["renamed_field"]["severity"] == "warning"
    assert "The field chaired_by is now called chair. It still works." in found["renamed_field"]["message"]
    assert found["renamed_field"]["suggestion"] == "Write chair."


def test_documents_are_filled_from_the_new_name_and_the_old_one_can_be_replaced_everywhere(own: Path) -> None:
    sample = json.loads((own / "templates" / "unit-minutes" / "sample.json").read_text("utf-8"))
    done = later_autoadmin("templates", "preview", "unit-minutes", "--to", own / "previews", office=own)
    assert done.returncode == 0, done.stderr
    (preview,) = (own / "previews").glob("*-sample.docx")
    assert f"led by {sample['chair']}" in read_text(preview.read_bytes())
    done = later_autoadmin("templates", "replace", "chaired_by", "chair", "--apply", "--json", office=own)
    (row,) = json.loads(done.stdout)
    assert [change["after"] for change in row["changes"]] == ["{{ chair }}"]
    copied = own / "templates" / "unit-minutes" / "layout.replaced.docx"
    shutil.move(copied, copied.with_name("layout.docx"))
    done = later_autoadmin("templates", "check", "unit-minutes", "--json", office=own)
    assert "renamed_field" not in {row["code"] for row in json.loads(done.stdout)}
