"""Which files are extracts, and what is said of those that cannot be read."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from autoadmin.domain.errors import IntakeError
from autoadmin.intake.extracts import looks_like_extract, read_bundle, read_extract
from tests.intake.extracts.bundles import MANIFEST, a_bundle, a_child, a_csv, a_referral, a_zip
from tests.intake.extracts.censuses import a_census

PERSON = {"ssd_person.csv": a_csv(a_child())}
WORD = {"[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>"}


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("census.xml", a_census()),
        ("CENSUS.XML", a_census()),
        ("bundle.zip", a_bundle({})),
        ("bundle.zip", a_zip(PERSON)),
        ("bundle.zip", a_zip({"folder/manifest.json": "{}"})),
        ("damaged.zip", b"PK\x03\x04 and no more"),
    ],
)
def test_census_returns_and_zipped_bundles_are_extracts(name: str, data: bytes) -> None:
    assert looks_like_extract(name, data)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("sheet.docx", a_zip(WORD)),
        ("sheet.zip", a_zip(WORD)),
        ("sheet.json", b'{"meeting": {}}'),
        ("sheet.md", b"# Unit meeting\n<Message> from school\n"),
        ("sheet.txt", b""),
        ("pictures.zip", a_zip({"a.png": "x"})),
    ],
)
def test_discussion_sheets_and_other_files_are_not(name: str, data: bytes) -> None:
    assert not looks_like_extract(name, data)


@pytest.mark.parametrize(
    ("files", "why"),
    [
        (PERSON, "has no manifest.json"),
        ({**PERSON, "manifest.json": "{"}, "manifest.json, line 1: not readable as JSON"),
        ({**PERSON, "manifest.json": "[]"}, "not a list of names and values"),
        ({**PERSON, "manifest.json": "{}"}, "extract_date is missing"),
        ({**PERSON, "manifest.json": json.dumps(MANIFEST | {"extract_date": "24/11/2026"})}, "extract_date is missing"),
        ({**PERSON, "manifest.json": json.dumps(MANIFEST | {"date_format": ""})}, "date_format is missing"),
        ({"manifest.json": json.dumps(MANIFEST)}, "holds no SSD table"),
        (
            {**PERSON, "SSD_PERSON.CSV": "x", "manifest.json": json.dumps(MANIFEST)},
            "two files for the table ssd_person",
        ),
        ({"a/ssd_person.csv": "x", "b/ssd_person.csv": "x"}, "two files called ssd_person.csv"),
    ],
)
def test_a_bundle_that_cannot_be_read_is_refused_and_says_what_to_do(files: dict[str, str], why: str) -> None:
    with pytest.raises(IntakeError, match=why):
        read_extract("bundle.zip", a_zip(files))


def test_a_quotation_mark_that_never_closes_is_refused_with_its_line() -> None:
    content = a_csv(a_child(), a_child("C-2")) + 'C-3,"Ada,Vane\r\n'
    with pytest.raises(IntakeError, match=r"ssd_person.csv, near line \d+: a quotation mark"):
        read_extract("bundle.zip", a_bundle({"ssd_person": content}))


def test_a_zip_that_unpacks_to_too_much_is_refused() -> None:
    with pytest.raises(IntakeError, match="more than 500 files"):
        read_extract("bundle.zip", a_zip({f"{n}.csv": "" for n in range(501)}))


def test_a_file_of_another_kind_is_refused() -> None:
    with pytest.raises(IntakeError, match="no extract that is read here"):
        read_extract("notes.txt", b"hello")


def test_files_that_are_no_tables_are_noted() -> None:
    files = {"manifest.json": json.dumps(MANIFEST), **PERSON, "README.txt": "hello", "staff.csv": "a\n1\n"}
    record = read_extract("bundle.zip", a_zip(files))
    assert [finding.place.file for finding in record.findings] == ["README.txt", "staff.csv"]


def test_a_folder_is_read_as_its_files(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(json.dumps(MANIFEST))
    (tmp_path / "ssd_cin_episodes.csv").write_text(a_csv(a_referral()))
    (tmp_path / ".DS_Store").write_bytes(os.urandom(10))
    assert len(read_bundle(tmp_path).events) == 1


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="cannot be read"):
        read_bundle(tmp_path / "gone")
