"""What the commands answer, as tables for people and as the JSON that other programs rely on (design.md, section 5)."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from autoadmin.word.reading import read_text
from tests.acceptance.offices import answer, autoadmin
from tests.cli.conftest import AT
from tests.workflows.office import SHEET

DOCUMENT = (
    "id template template_version unit family children meeting_on state due_on drafted_at gaps file sha256".split()
)
DUE = "rule title law unit family child started_by started_on due_on state working_days_left template".split()
INTAKE = "file kind outcome taken repaired doubted dropped findings".split()


def test_documents_have_the_keys_of_the_design(office: Path) -> None:
    rows = answer("documents", office=office)
    assert rows
    assert all(set(DOCUMENT) <= set(row) for row in rows)
    assert all(Path(row["file"]).is_file() for row in rows)
    assert answer("documents", "list", office=office) == rows


def test_what_is_due_has_the_keys_of_the_design_and_stands_in_order(office: Path) -> None:
    rows = answer("due", "--at", AT, office=office)
    assert all(set(DUE) <= set(row) for row in rows)
    dates = [row["due_on"] for row in rows if row["state"] in {"due_soon", "running"}]
    assert dates == sorted(dates)
    assert all(row["law"] for row in rows)


def test_only_what_is_due_within_so_many_working_days_is_listed_when_asked(office: Path) -> None:
    rows = answer("due", "--at", AT, "--within", "7", office=office)
    assert "ICPC_15" in {row["rule"] for row in rows}
    assert all(row["working_days_left"] <= 7 for row in rows)
    assert len(answer("due", "--at", AT, "--all", office=office)) > len(rows)


def test_a_clock_is_explained_in_sentences_that_cite_its_law(office: Path) -> None:
    (row,) = (row for row in answer("due", "--at", AT, office=office) if row["rule"] == "ICPC_15")
    story = autoadmin("due", "--at", AT, "--explain", row["id"], office=office)
    assert story.returncode == 0
    assert "7 December 2026" in story.stdout
    assert "Working Together" in story.stdout


def test_intake_answers_with_a_report_for_each_file(office: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(office, tmp_path / "office"))
    good, bad = tmp_path / "again.md", tmp_path / "scan.pdf"
    good.write_text(SHEET.replace("19 November", "26 November"), encoding="utf-8")
    bad.write_bytes(b"%PDF-1.7")
    done = autoadmin("intake", good, bad, "--json", office=copy)
    reports = json.loads(done.stdout)
    assert done.returncode == 1
    assert all(set(INTAKE) <= set(report) for report in reports)
    assert [report["outcome"] for report in reports] == ["taken", "refused"]
    assert all({"severity", "place", "message"} <= set(f) for report in reports for f in report["findings"])
    again = json.loads(autoadmin("intake", good, "--json", office=copy).stdout)
    assert again[0]["outcome"] == "unchanged"


def test_a_document_is_shown_and_exported_and_both_are_in_the_audit_trail(office: Path, tmp_path: Path) -> None:
    minutes = next(row for row in answer("documents", office=office) if row["template"] == "unit-minutes")
    shown = autoadmin("documents", "show", minutes["id"], office=office)
    assert minutes["sha256"] in shown.stdout
    target = tmp_path / "minutes.docx"
    assert autoadmin("documents", "export", minutes["id"], target, office=office).returncode == 0
    assert "all eat at the table" in read_text(target.read_bytes())
    assert target.read_bytes() == Path(minutes["file"]).read_bytes()


def test_a_court_chronology_is_drafted_on_request_and_holds_facts_alone(office: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(office, tmp_path / "office"))
    (row,) = answer("draft", "chronology-court", "--child", "C-9011", office=copy)
    text = read_text(Path(row["file"]).read_bytes())
    assert "Wanda visited at home" in text
    assert "all eat at the table" not in text
    assert "Continue the plan" not in text


def test_a_document_of_a_family_is_drafted_for_each_of_its_children(office: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(office, tmp_path / "office"))
    rows = answer("draft", "chronology-case-file", "--family", "F-9001", office=copy)
    assert [row["children"] for row in rows] == [["C-9011"], ["C-9012"]]


def test_what_nobody_holds_is_one_sentence_and_exit_status_3(office: Path) -> None:
    for words in (("documents", "show", "D-nothing"), ("draft", "unit-minuts"), ("due", "--explain", "nothing")):
        done = autoadmin(*words, office=office)
        assert done.returncode == 3
        assert "Traceback" not in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1


def test_the_templates_are_listed_with_their_law(office: Path) -> None:
    rows = answer("templates", "list", office=office)
    assert {row["id"] for row in rows} == {folder.name for folder in (office / "templates").iterdir()}
    assert all(row["law"] for row in rows if row["id"] == "conference-report")


def test_a_broken_template_is_named_and_the_others_go_on(office: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(office, tmp_path / "office"))
    (copy / "templates" / "unit-minutes" / "template.toml").write_text("title = 3\n", encoding="utf-8")
    listed = autoadmin("templates", "list", office=copy)
    assert listed.returncode == 1
    assert "unit-minutes/template.toml" in listed.stderr
    assert autoadmin("draft", "chronology-court", "--child", "C-9011", office=copy).returncode == 0
    assert autoadmin("doctor", office=copy).returncode == 1


def test_schedules_are_listed_checked_and_told_ahead(office: Path, tmp_path: Path) -> None:
    checked = autoadmin("schedules", "check", office=office)
    assert checked.returncode == 0
    assert "CP_VISIT" in checked.stdout
    assert "child protection visit" in checked.stdout
    assert "Schedules and timescales are right." in checked.stdout
    tried = answer("schedules", "check", "--at", AT, office=office)
    assert "CP_VISIT: Child protection plan started" in " ".join(row["message"] for row in tried)
    ids = {row["id"] for row in answer("schedules", "list", office=office)}
    ahead = answer("schedules", "next", "--at", AT, office=office)
    assert {row["schedule"] for row in ahead} <= ids
    copy = Path(shutil.copytree(office, tmp_path / "office"))
    main = copy / "schedules" / "main.toml"
    main.write_text(
        main.read_text(encoding="utf-8").replace('template = "conference-report"', 'template = "confrence"')
    )
    wrong = autoadmin("schedules", "check", office=copy)
    assert wrong.returncode == 1
    assert "conference-report" in wrong.stdout


def test_the_schema_of_a_discussion_is_published(office: Path) -> None:
    schema = json.loads(autoadmin("schema", "discussion").stdout)
    assert schema["$schema"].endswith("2020-12/schema")
    assert {"unit", "date", "families"} <= set(schema["properties"])


def test_the_doctor_finds_a_sound_office_right(office: Path) -> None:
    done = autoadmin("doctor", office=office)
    assert done.returncode == 0, done.stdout
    assert {row["what"] for row in answer("doctor", office=office)} >= {"Database", "Audit trail", "Templates"}
