"""A file that cannot be read is refused in one plain sentence; any other bytes are read, and in bounded time."""

from __future__ import annotations

import io
import time
import zipfile

import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autoadmin.domain.errors import IntakeError
from autoadmin.intake import read_sheet
from autoadmin.intake.sheets.sheet import LARGEST
from tests.intake.sheets.typed import CHILDREN, HEAD
from tests.intake.sheets.words import a_document, add_xml, saved

OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def zipped(**parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(f"word/{name}.xml", text)
    return file.getvalue()


def a_picture() -> bytes:
    document = Document()
    add_xml(document, "<w:p><w:r><w:drawing/></w:r></w:p>")
    return saved(document)


def locked() -> bytes:
    """Return a Word file whose parts say that they are encrypted."""
    data = bytearray(saved(a_document()))
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("s.pdf", b"%PDF-1.7", "Files ending in .pdf are not read. Save it as .docx, .md, .txt, .json."),
        ("s.doc", OLD_WORD, "Files ending in .doc are not read."),
        ("s", b"words", "Files ending in nothing are not read."),
        ("s.docx", OLD_WORD, "protected by a password or in the old .doc form"),
        ("s.docx", locked(), "protected by a password"),
        ("s.docx", b"PK\x03\x04 but no more", "not a Word file, or it is damaged"),
        ("s.docx", b"", "not a Word file, or it is damaged"),
        ("s.docx", zipped(styles="<a/>"), "not a Word document"),
        ("s.docx", zipped(document="<a>"), "content is damaged"),
        ("s.docx", zipped(document="<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "declares a document type"),
        ("s.docx", zipped(document="<a>" + " " * 65 * 1024 * 1024 + "</a>"), "far larger than a discussion sheet"),
        ("s.docx", a_picture(), "holds only a picture"),
        ("s.md", b"", "holds no words"),
        ("s.txt", b" \r\n\t\n---\n", "holds no words"),
        ("s.txt", b"x" * (LARGEST + 1), "larger than any discussion sheet"),
        ("s.txt", bytes(range(256)) * 4, "bytes that no text has"),
        ("s.txt", b"Unit 4 meeting\nPresent: Tom", "The day of the meeting is not given."),
        ("s.txt", b"Unit 4 meeting 19 Nov\nPresent: Tom", "Write it near the top with its year"),
        ("s.json", b"{", "does not fit the schema"),
    ],
)
def test_what_cannot_be_read_is_refused_in_plain_words(name: str, data: bytes, told: str) -> None:
    with pytest.raises(IntakeError) as refused:
        read_sheet(name, data)
    assert told in str(refused.value)
    assert str(refused.value).startswith("This file could not be taken in.")
    assert "\n" not in str(refused.value)


def test_the_day_in_the_files_name_is_taken_with_doubt() -> None:
    record = read_sheet("unit-4-2026-11-19.txt", b"Unit 4 meeting\nPresent: Tom")
    assert record.on.isoformat() == "2026-11-19"
    assert any("name of the file" in finding.message for finding in record.findings)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=400), st.sampled_from(["md", "txt", "docx", "json"]), st.booleans())
def test_any_bytes_are_read_or_refused(data: bytes, ending: str, has_head: bool) -> None:
    try:
        read_sheet(f"s.{ending}", HEAD.encode() + data if has_head else data)
    except IntakeError as refused:
        assert str(refused)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=300))
def test_any_text_under_a_heading_is_read(text: str) -> None:
    try:
        read_sheet("s.txt", f"{HEAD}\n## Family: Marsh (F-0412)\n{CHILDREN}\n\n{text}".encode("utf-8", "replace"))
    except IntakeError as refused:
        assert "bytes that no text has" in str(refused)


@pytest.mark.parametrize(
    "heading", ["", "### News\n- ", "### Actions\n- ", "### Decisions\n- ", "Adults: ", "Status: "]
)
@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "'",
        "‘",
        "(",
        "- ",
        "—",
        " ",
        "a",
        "Tom ",
        "Tom and ",
        "12 Nov ",
        "By: ",
        "| a ",
        ": ",
        "[x] ",
        "1/",
        "last week ",
    ],
)
def test_a_line_of_a_hundred_kilobytes_is_read_in_bounded_time(heading: str, piece: str) -> None:
    line = (piece * 100_000)[:100_000]
    started = time.process_time()  # of this process: a busy machine must not fail it
    read_sheet("s.md", f"{HEAD}\n## Family: Marsh (F-0412)\n{CHILDREN}\n{heading}{line}\n".encode())
    assert time.process_time() - started < 20
