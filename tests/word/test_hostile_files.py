"""Files that are no templates, or mean harm, are refused with one plain sentence."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from autoadmin.domain.errors import TemplateError
from autoadmin.word import compile_template
from autoadmin.word.errors import LayoutError
from tests.word.layouts import a_layout, rendered, with_main_part


def with_part(file: bytes, name: str, data: bytes) -> bytes:
    changed = io.BytesIO(file)
    with zipfile.ZipFile(changed, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return changed.getvalue()


def with_types(file: bytes, old: str, new: str) -> bytes:
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as archive, zipfile.ZipFile(changed, "w") as copy:
        for name in archive.namelist():
            data = archive.read(name)
            copy.writestr(name, data.replace(old.encode(), new.encode()) if name == "[Content_Types].xml" else data)
    return changed.getvalue()


LAYOUT = a_layout("Dear {{ name }}")
MAIN = "wordprocessingml.document.main+xml"
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><w:document'


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (b"", "not_word"),
        (b"plain text", "not_word"),
        (LAYOUT[: len(LAYOUT) // 2], "not_word"),
        (LAYOUT[:-30], "not_word"),
        (bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600, "protected"),
        (with_part(LAYOUT, "word/vbaProject.bin", b"x"), "macros"),
        (
            with_types(
                LAYOUT, f"vnd.openxmlformats-officedocument.{MAIN}", "vnd.ms-word.document.macroEnabled.main+xml"
            ),
            "macros",
        ),
        (with_types(LAYOUT, MAIN, "spreadsheetml.sheet.main+xml"), "not_word"),
        (with_part(LAYOUT, "../../outside.xml", b"x"), "not_word"),
        (with_part(LAYOUT, "/etc/outside.xml", b"x"), "not_word"),
        (with_part(LAYOUT, "word/media/bomb.png", bytes(70 * 2**20)), "too_large"),
        (with_main_part(LAYOUT, "<w:document", LAUGHS), "damaged"),
        (with_main_part(LAYOUT, "</w:body>", ""), "damaged"),
        (with_main_part(LAYOUT, "/wordprocessingml/2006/main", "/wordprocessingml/1906/main"), "damaged"),
    ],
)
def test_a_file_that_is_no_template_is_refused(file: bytes, code: str) -> None:
    with pytest.raises(LayoutError) as caught:
        compile_template(file)
    assert caught.value.problem.code == code
    assert str(caught.value).count("\n") == 0


def test_a_file_that_is_not_there_is_a_template_error(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"The file layout\.docx cannot be read"):
        compile_template(tmp_path / "layout.docx")


def test_a_word_template_gives_a_document() -> None:
    layout = with_types(LAYOUT, MAIN, "wordprocessingml.template.main+xml")
    assert rendered(layout, {"name": "Kelly"}) == "Dear Kelly"


def test_a_path_may_be_given_as_text(tmp_path: Path) -> None:
    path = tmp_path / "layout.docx"
    path.write_bytes(LAYOUT)
    template = compile_template(str(path))
    path.unlink()
    assert template.render({"name": "Kelly"}).file
