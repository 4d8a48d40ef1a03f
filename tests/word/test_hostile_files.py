"""Files that are no templates, or mean harm, are refused with one plain sentence."""

from __future__ import annotations

import io
import tracemalloc
import warnings
import zipfile
from pathlib import Path

import pytest

from autoadmin.domain.errors import TemplateError
from autoadmin.word import compile_template
from autoadmin.word.errors import LayoutError
from tests.word.layouts import a_layout, rendered
from tests.word.packages import packed, parts_of, replaced, with_parts

LAYOUT = a_layout("Dear {{ name }}")
TYPES = "[Content_Types].xml"
MAIN = "wordprocessingml.document.main+xml"
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x SYSTEM "file:///etc/hostname">'
DECLARING = ("word/document.xml", "word/styles.xml", "_rels/.rels", "docProps/core.xml", TYPES)
COMPOUND = bytes.fromhex("D0CF11E0A1B11AE1")


def declaring(name: str, document_type: str) -> bytes:
    """Return the layout with a document type in one of its parts."""
    data = parts_of(LAYOUT)[name]
    end = data.index(b"?>") + 2
    return with_parts(LAYOUT, {name: data[:end] + document_type.encode() + data[end:]})


def twice(*names: str) -> bytes:
    """Return the layout with two more parts, whatever their names."""
    file = io.BytesIO(LAYOUT)
    with zipfile.ZipFile(file, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in names:
            archive.writestr(name, b"x")
    return file.getvalue()


def overlapping() -> bytes:
    """Return the layout with a second line in its directory for bytes that are another part's already."""
    file = io.BytesIO(LAYOUT)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("word/x.xml", b"<x/>")
        archive.getinfo("word/x.xml").header_offset = archive.getinfo("word/styles.xml").header_offset
    return file.getvalue()


def lying(by: int) -> bytes:
    """Return the layout with one part saying another size than it has."""
    file = io.BytesIO(LAYOUT)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("word/x.xml", b"<x/>")
        archive.getinfo("word/x.xml").file_size += by
    return file.getvalue()


@pytest.mark.parametrize(
    ("file", "code", "words"),
    [
        (b"", "not_word", "The file is empty"),
        (b"plain text", "not_word", "not a Word document"),
        (b"{\\rtf1 Dear}", "not_word", "Rich Text Format"),
        (b"<!DOCTYPE html><p>Dear", "not_word", "a web page"),
        (b"\xef\xbb\xbf <html>", "not_word", "a web page"),
        ("\ufeff<html>".encode("utf-16"), "not_word", "a web page"),
        (b"%PDF-1.7", "not_word", "a PDF file"),
        (b"<?xml version='1.0'?><w:wordDocument/>", "not_word", "plain XML"),
        (packed({"mimetype": b"x", "content.xml": b"<x/>"}), "not_word", "OpenDocument"),
        (packed({TYPES: b"<x/>", "_rels/.rels": b"<x/>", "xl/workbook.xml": b"<x/>"}), "not_word", "Excel"),
        (packed({"notes.txt": b"x"}), "not_word", "a zip file"),
        (COMPOUND + b"\0" * 600, "protected", "old .doc kind"),
        (COMPOUND + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "protected", "protected with a password"),
        (LAYOUT[: len(LAYOUT) // 2], "not_word", "cut short or damaged"),
        (LAYOUT[:-30], "not_word", "cut short or damaged"),
        (LAYOUT[:-6] + b"\xff\xff\xff\x7f\0\0", "not_word", "cut short or damaged"),
        (LAYOUT.replace(b"PK\x01\x02", b"PK\x01\x03"), "not_word", "cut short or damaged"),
        (LAYOUT[:60] + bytes(40) + LAYOUT[100:], "not_word", "cut short or damaged"),
        (packed(parts_of(LAYOUT), zipfile.ZIP_LZMA), "not_word", "cut short or damaged"),
        (lying(1), "not_word", "cut short or damaged"),
        (lying(-1), "not_word", "cut short or damaged"),
        (overlapping(), "not_word", "cut short or damaged"),
        (twice("word/x.xml", "word/x.xml"), "not_word", "two parts of the same name"),
        (twice("word/x.xml", "word/X.xml"), "not_word", "two parts of the same name"),
        (twice("../../outside.xml"), "not_word", "names that no Word document has"),
        (twice("/etc/outside.xml"), "not_word", "names that no Word document has"),
        (twice("word/%2e%2e/%2e%2e/outside.xml"), "not_word", "names that no Word document has"),
        (twice("C:/outside.xml"), "not_word", "names that no Word document has"),
        (twice("word\\outside.xml"), "not_word", "names that no Word document has"),
        (with_parts(LAYOUT, {"_rels/.rels": None}), "not_word", "a zip file"),
        (with_parts(LAYOUT, {TYPES: None}), "not_word", "a zip file"),
        (with_parts(LAYOUT, {"word/document.xml": None}), "damaged", "needs a part that is not in the file"),
        (replaced(LAYOUT, TYPES, MAIN, "spreadsheetml.sheet.main+xml"), "not_word", "not a Word document"),
        *((declaring(name, LAUGHS), "damaged", "declares a document type") for name in DECLARING),
        *((declaring(name, OUTSIDE), "damaged", "declares a document type") for name in DECLARING),
        (replaced(LAYOUT, "word/document.xml", "</w:body>", ""), "damaged", "is damaged"),
        (
            replaced(LAYOUT, "word/document.xml", "/wordprocessingml/2006/main", "/wordprocessingml/1906/main"),
            "damaged",
            "usual form",
        ),
    ],
)
def test_a_file_that_is_no_template_is_refused(file: bytes, code: str, words: str) -> None:
    with pytest.raises(LayoutError) as caught:
        compile_template(file)
    assert words in str(caught.value)
    assert caught.value.problem.suggestion
    assert caught.value.problem.code == code
    assert str(caught.value).count("\n") == 0


def test_a_file_that_is_not_there_is_a_template_error(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match=r"The file layout\.docx cannot be read"):
        compile_template(tmp_path / "layout.docx")


def test_a_word_template_gives_a_document() -> None:
    layout = replaced(LAYOUT, TYPES, MAIN, "wordprocessingml.template.main+xml")
    assert rendered(layout, {"name": "Kelly"}) == "Dear Kelly"


def test_a_path_may_be_given_as_text(tmp_path: Path) -> None:
    path = tmp_path / "layout.docx"
    path.write_bytes(LAYOUT)
    template = compile_template(str(path))
    path.unlink()
    assert template.render({"name": "Kelly"}).file


def test_parts_in_another_encoding_of_unicode_are_read() -> None:
    text = parts_of(LAYOUT)["word/document.xml"].decode().replace("UTF-8", "UTF-16")
    assert rendered(with_parts(LAYOUT, {"word/document.xml": text.encode("utf-16")}), {"name": "Kelly"}) == "Dear Kelly"


def test_a_file_too_large_to_be_a_template_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "layout.docx"
    with path.open("wb") as file:
        file.truncate(200 * 2**20)
    tracemalloc.start()
    with pytest.raises(LayoutError, match="larger than 50 MB"):
        compile_template(path)
    assert tracemalloc.get_traced_memory()[1] < 2**20
    tracemalloc.stop()


def test_a_folder_is_not_a_template(tmp_path: Path) -> None:
    with pytest.raises(LayoutError, match="is not a file"):
        compile_template(tmp_path)
