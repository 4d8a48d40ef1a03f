"""The shipped templates in another office program: documents open there, and a layout saved by it still works."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from autoadmin.word import compile_template
from autoadmin.word.reading import read_text
from tests.templates import awkward
from tests.templates.shipped import IDS, compiled, layout, rendered, sample

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"),
]


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of every document, from its sample and from awkward content, as PDF."""
    folder = tmp_path_factory.mktemp("documents")
    for id in IDS:
        (folder / f"{id}.docx").write_bytes(rendered(id).file)
    for name, (id, content) in awkward.cases().items():
        (folder / f"{name}.docx").write_bytes(rendered(id, content).file)
    return converted(folder, "pdf")


@pytest.fixture(scope="module")
def saved_again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of every layout as LibreOffice writes it."""
    folder = tmp_path_factory.mktemp("layouts")
    for id in IDS:
        shutil.copy(layout(id), folder / f"{id}.docx")
    return converted(folder, "docx")


@pytest.mark.parametrize("name", [*IDS, *awkward.cases()])
def test_a_document_opens_in_libreoffice(pdfs: Path, name: str) -> None:
    assert (pdfs / f"{name}.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("id", IDS)
def test_a_layout_edited_in_libreoffice_still_uses_the_same_fields(saved_again: Path, id: str) -> None:
    assert compile_template(saved_again / f"{id}.docx").fields == compiled(id).fields


@pytest.mark.parametrize("id", IDS)
def test_a_layout_edited_in_libreoffice_still_says_the_same(saved_again: Path, id: str) -> None:
    again = compile_template(saved_again / f"{id}.docx").render(sample(id))
    assert read_text(again.file).split() == read_text(rendered(id).file).split()
    assert again.gaps == rendered(id).gaps


def converted(folder: Path, kind: str) -> Path:
    """Return a folder beside the Word files of this one with all of them converted, in one call."""
    out = folder / kind
    files = sorted(str(file) for file in folder.glob("*.docx"))
    own_profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", own_profile, "--headless", "--convert-to", kind, "--outdir", str(out), *files],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return out
