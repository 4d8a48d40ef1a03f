"""`autoadmin templates check` as an administrator and as a build system would use it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import docx
import pytest
from jsonschema import validate

from tests.acceptance.offices import autoadmin

SARIF = {  # what SARIF 2.1.0 requires, of what we write
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {"type": "array", "minItems": 1, "items": {
            "type": "object", "required": ["tool", "results"],
            "properties": {
                "tool": {"type": "object", "required": ["driver"], "properties": {"driver": {
                    "type": "object", "required": ["name", "rules"],
                    "properties": {"rules": {"type": "array", "uniqueItems": True, "items": {
                        "type": "object", "required": ["id"]}}}}}},
                "results": {"type": "array", "minItems": 1, "items": {
                    "type": "object", "required": ["ruleId", "level", "message", "locations"],
                    "properties": {
                        "level": {"enum": ["none", "note", "warning", "error"]},
                        "message": {"type": "object", "required": ["text"]},
                        "locations": {"type": "array", "minItems": 1, "items": {
                            "type": "object", "required": ["physicalLocation"],
                            "properties": {
                                "physicalLocation": {"type": "object", "required": ["artifactLocation"]},
                                "logicalLocations": {"type": "array", "items": {
                                    "type": "object", "required": ["fullyQualifiedName"]}}}}}}}}}}},
    },
}  # fmt: skip


@pytest.fixture
def copy(office: Path, tmp_path: Path) -> Path:
    """An office with one template that has an error and one that has a warning."""
    copied = Path(shutil.copytree(office, tmp_path / "office"))
    for name, words in (("unit-minutes", "{{ chiar }}"), ("chronology-court", "{ worker }")):
        layout = copied / "templates" / name / "layout.docx"
        document = docx.Document(str(layout))
        document.add_paragraph(words)
        document.save(str(layout))
    return copied


def test_findings_are_printed_under_their_template_with_what_to_do(copy: Path) -> None:
    done = autoadmin("templates", "check", office=copy)
    assert done.returncode == 1
    said = done.stdout
    assert "unit-minutes: 1 error\n" in said
    assert "chronology-court: 1 warning\n" in said
    assert "discussion-record: nothing wrong was found\n" in said
    assert "There is no field “chiar”.\n    Did you mean “chair”?" in said
    assert said.endswith(" templates: 1 error, 1 warning\n")


def test_only_errors_make_the_status_1(copy: Path) -> None:
    assert autoadmin("templates", "check", "chronology-court", office=copy).returncode == 0
    assert autoadmin("templates", "check", "unit-minutes", office=copy).returncode == 1


def test_as_json_it_is_the_list_of_the_design(copy: Path) -> None:
    done = autoadmin("templates", "check", "--json", office=copy)
    findings = json.loads(done.stdout)
    assert [set(finding) for finding in findings] == [
        {"file", "severity", "code", "place", "message", "suggestion"}
    ] * 2
    assert json.loads(autoadmin("templates", "check", "--format", "json", office=copy).stdout) == findings


def test_as_sarif_it_is_what_other_tools_read(copy: Path) -> None:
    log = json.loads(autoadmin("templates", "check", "--format", "sarif", office=copy).stdout)
    validate(log, SARIF)
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [rules[result["ruleIndex"]] for result in run["results"]] == [result["ruleId"] for result in run["results"]]


def test_a_word_file_is_checked_without_an_office(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("{{ a|nope }}")
    document.save(str(tmp_path / "new.docx"))
    copy = tmp_path / "out" / "said.docx"
    done = autoadmin("templates", "check", str(tmp_path / "new.docx"), "--annotate", str(copy))
    assert done.returncode == 1
    assert "There is no filter “nope”." in done.stdout
    assert len(docx.Document(str(copy)).comments) == 1


def test_annotate_without_a_path_writes_into_the_folder_one_is_in(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    autoadmin("templates", "check", "--annotate", office=copy)
    assert sorted(path.name for path in tmp_path.glob("*.docx")) == [
        "chronology-court-checked.docx",
        "unit-minutes-checked.docx",
    ]


def test_a_template_or_file_that_is_not_there_is_one_sentence(copy: Path) -> None:
    for name in ("unit-mintes", "nowhere.docx"):
        done = autoadmin("templates", "check", name, office=copy)
        assert done.returncode == 3
        assert len(done.stderr.splitlines()) == 1
