"""The main job on records nobody here wrote: three sheets as people type them, and a census of 332 children."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.offices import AT, a_settled_file, answer, autoadmin, outbox_of
from tests.external.shared import shared

RECORDS = (
    "examples/unit-meeting-2026-11-18.docx",
    "examples/unit-meeting-2026-11-19.md",
    "examples/hurried-notes.txt",
    "data/cin/fake_CIN_data.xml",
)


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office into whose inbox the records were dropped, after one run."""
    sources = [shared(record) for record in RECORDS]
    office = tmp_path_factory.mktemp("judged") / "office"
    assert autoadmin("init", office).returncode == 0
    for source in sources:
        copy = office / "inbox" / source.name
        copy.write_bytes(source.read_bytes())
        a_settled_file(copy)
    done = autoadmin("run", "--once", "--at", AT, office=office)
    assert done.returncode == 0, done.stderr
    return office


@pytest.fixture(scope="module")
def due(office: Path) -> list[dict[str, Any]]:
    return list(answer("due", "--at", AT, office=office))


@pytest.fixture(scope="module")
def documents(office: Path) -> list[dict[str, Any]]:
    return list(answer("documents", office=office))


def test_every_record_is_taken_in(office: Path) -> None:
    left = {path.name for path in (office / "inbox").iterdir()}
    assert left == {"taken"}
    assert len(list((office / "inbox" / "taken").iterdir())) == len(RECORDS)


def test_zaras_first_looked_after_review_is_due_on_30_november(due: list[dict[str, Any]]) -> None:
    review = one(due, rule="LAC_REV_1", child="C-20871")
    assert (review["due_on"], review["state"]) == ("2026-11-30", "due_soon")
    assert (review["family"], review["unit"]) == ("F-0377", "Unit 4")


def test_the_twins_initial_conference_is_due_on_30_november(due: list[dict[str, Any]]) -> None:
    for child in ("C-41007", "C-41008"):
        conference = one(due, rule="ICPC_15", child=child)
        assert (conference["started_on"], conference["due_on"]) == ("2026-11-09", "2026-11-30")
        assert (conference["family"], conference["template"]) == ("F-1180", "conference-report")


def test_zaras_placement_plan_is_overdue_as_recorded_and_nobody_can_tell_of_her_care_plan(
    due: list[dict[str, Any]],
) -> None:
    assert one(due, rule="PLACE_PLAN", child="C-20871")["due_on"] == "2026-11-09"
    assert one(due, rule="PLACE_PLAN", child="C-20871")["state"] == "overdue"
    care_plan = one(due, rule="CARE_PLAN", child="C-20871")
    assert (care_plan["due_on"], care_plan["state"]) == ("2026-11-16", "cannot_tell")
    assert "Records held here begin on 19 November 2026." in care_plan["notes"]


def test_ellas_review_conference_is_due_within_three_months_of_her_plan(due: list[dict[str, Any]]) -> None:
    assert one(due, rule="RCPC_1", child="C-22019")["due_on"] == "2026-12-14"


def test_what_only_an_old_extract_tells_is_not_called_late(due: list[dict[str, Any]]) -> None:
    from_census = [row for row in due if row["child"].startswith("RND")]
    assert from_census
    assert {row["state"] for row in from_census} == {"cannot_tell"}


def test_each_meeting_has_minutes_and_each_child_a_record_of_its_own(documents: list[dict[str, Any]]) -> None:
    minutes = sorted(row["meeting_on"] for row in documents if row["template"] == "unit-minutes")
    assert minutes == ["2026-11-18", "2026-11-19", "2026-11-26"]
    records = [row for row in documents if row["template"] == "discussion-record"]
    assert all(len(row["children"]) == 1 for row in records)
    assert {row["children"][0] for row in records} == {
        *("C-22019", "C-22020", "C-20871", "C-20872", "C-19333", "C-41007", "C-41008"),
    }


def test_conference_reports_are_drafted_for_the_twins_and_for_ella(documents: list[dict[str, Any]]) -> None:
    reports = {row["children"][0]: row["due_on"] for row in documents if row["template"] == "conference-report"}
    assert reports == {"C-41007": "2026-11-30", "C-41008": "2026-11-30", "C-22019": "2026-12-14"}


def test_running_it_again_makes_nothing_new(office: Path, documents: list[dict[str, Any]]) -> None:
    files = outbox_of(office)
    for source in RECORDS:
        copy = office / "inbox" / Path(source).name
        shutil.copyfile(shared(source), copy)
        a_settled_file(copy)
    assert autoadmin("run", "--once", "--at", AT, office=office).returncode == 0
    assert answer("documents", office=office) == documents
    assert outbox_of(office) == files


def one(rows: list[dict[str, Any]], **wanted: str) -> dict[str, Any]:
    found = [row for row in rows if all(row[name] == value for name, value in wanted.items())]
    assert len(found) == 1, f"{len(found)} rows are {wanted}"
    return found[0]
