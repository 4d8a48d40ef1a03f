"""The schedules folder: right ones are read, wrong ones are explained with file and line."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from autoadmin.catalogue.rules import load_rules
from autoadmin.catalogue.schedules import KnownNames, load_schedules, read_schedules
from autoadmin.domain.errors import CatalogueError
from autoadmin.domain.identifiers import RuleId
from autoadmin.domain.schedules import BeforeDue, BeforeMeeting, CatchUp, Cron, Schedule

REPOSITORY = Path(__file__).parents[2]
KNOWN = KnownNames(
    workflows={"collect_inbox", "draft_document", "restate_clocks"},
    templates={"conference-report", "next-meeting-sheet", "chronology-case-file"},
    rules={"ICPC_15", "RCPC_1", "RCPC_N"},
)


def a_schedules_folder(folder: Path, text: str, name: str = "main.toml") -> Path:
    """Return a folder with one schedules file in it."""
    made = folder / "schedules"
    made.mkdir(exist_ok=True)
    (made / name).write_text(text, encoding="utf-8")
    return made


def problems_of(folder: Path, text: str) -> list[str]:
    """Return the sentences a schedules file is refused with."""
    with pytest.raises(CatalogueError) as caught:
        load_schedules(a_schedules_folder(folder, text), KNOWN)
    return caught.value.detail.splitlines()


def test_the_three_kinds_of_when_are_read(tmp_path: Path) -> None:
    text = """
[[schedule]]
id = "morning"
title = "Every working morning"
cron = "0 7 * * mon-fri"
workflow = "restate_clocks"

[[schedule]]
id = "sheet"
before_meeting = { working_days = 1, at = "15:00" }
workflow = "draft_document"
with = { template = "next-meeting-sheet", copies = 2 }
catch_up = "none"
on = false

[[schedule]]
id = "report"
before_due = { rules = ["ICPC_15"], working_days = 8, at = 07:30:00 }
workflow = "draft_document"
with = { template = "conference-report" }
"""
    assert load_schedules(a_schedules_folder(tmp_path, text), KNOWN) == (
        Schedule("morning", "Every working morning", Cron("0 7 * * mon-fri"), "restate_clocks", file="main.toml"),
        Schedule(
            "sheet",
            "sheet",
            BeforeMeeting(1, time(15)),
            "draft_document",
            {"template": "next-meeting-sheet", "copies": "2"},
            CatchUp.NONE,
            is_on=False,
            file="main.toml",
        ),
        Schedule(
            "report",
            "report",
            BeforeDue((RuleId("ICPC_15"),), 8, time(7, 30)),
            "draft_document",
            {"template": "conference-report"},
            file="main.toml",
        ),
    )


def test_everything_wrong_is_said_at_once_with_its_line(tmp_path: Path) -> None:
    text = """[[schedule]]
id = "morning"
cron = "0 7 * * mon-fry"
workflow = "restate_clock"

[[schedule]]
id = "Sheet 1"
before_meeting = { working_days = -1, at = "3pm" }
workflow = "draft_document"
with = { template = "next-meting-sheet", urgent = true }
catchup = "latest"

[[schedule]]
id = "report"
cron = "0 7 * * *"
before_due = { rules = ["ICPC15"], working_days = 8 }
"""
    assert problems_of(tmp_path, text) == [
        'schedules/main.toml, line 1 (morning): there is no workflow called "restate_clock"; '
        'did you mean "restate_clocks"?',
        'schedules/main.toml, line 1 (morning): cron "fry" is no day of the week: it goes from 0 to 7.',
        'schedules/main.toml, line 6 (Sheet 1): "catchup" is not known here; did you mean "catch_up"?',
        "schedules/main.toml, line 6 (Sheet 1): id must be small letters and digits with single hyphens between, "
        "like draft-reports.",
        "schedules/main.toml, line 6 (Sheet 1), with: urgent must be text in quotes, not true.",
        'schedules/main.toml, line 6 (Sheet 1), with: there is no template called "next-meting-sheet"; '
        'did you mean "next-meeting-sheet"?',
        "schedules/main.toml, line 6 (Sheet 1), before_meeting: working_days must be a whole number, not -1.",
        "schedules/main.toml, line 6 (Sheet 1), before_meeting: at must be a time of day on the 24-hour clock, "
        'like at = "15:00".',
        "schedules/main.toml, line 13 (report): workflow is missing.",
        "schedules/main.toml, line 13 (report): it needs one of cron, before_meeting or before_due, "
        "and has cron and before_due.",
    ]


def test_an_unknown_rule_is_pointed_out(tmp_path: Path) -> None:
    text = '[[schedule]]\nid = "a"\nworkflow = "draft_document"\n'
    text += 'before_due = { rules = ["ICPC15"], working_days = 8, at = "07:00" }\n'
    assert problems_of(tmp_path, text) == [
        'schedules/main.toml, line 1 (a), before_due: there is no rule called "ICPC15"; did you mean "ICPC_15"?'
    ]


def test_names_are_not_checked_where_nobody_knows_them(tmp_path: Path) -> None:
    folder = a_schedules_folder(tmp_path, '[[schedule]]\nid = "a"\ncron = "0 7 * * *"\nworkflow = "anything"\n')
    assert load_schedules(folder)[0].workflow == "anything"


def test_two_schedules_cannot_share_an_id_across_files(tmp_path: Path) -> None:
    text = '[[schedule]]\nid = "a"\ncron = "0 7 * * *"\nworkflow = "collect_inbox"\n'
    a_schedules_folder(tmp_path, text, "first.toml")
    folder = a_schedules_folder(tmp_path, text, "second.toml")
    catalogue = read_schedules(folder, KNOWN)
    assert [schedule.file for schedule in catalogue.schedules] == ["first.toml"]
    assert catalogue.problems == ("schedules/second.toml, line 1 (a): this id is already used in first.toml.",)


def test_one_mistake_stops_no_other_schedule_and_one_broken_file_no_other_file(tmp_path: Path) -> None:
    good = '[[schedule]]\nid = "{}"\ncron = "0 7 * * *"\nworkflow = "collect_inbox"\n'
    a_schedules_folder(tmp_path, good.format("a") + '[[schedule]]\nid = "b"\n' + good.format("c"), "first.toml")
    a_schedules_folder(tmp_path, "schedule = ", "second.toml")
    folder = a_schedules_folder(tmp_path, good.format("d"), "third.toml")
    catalogue = read_schedules(folder, KNOWN)
    assert [schedule.id for schedule in catalogue.schedules] == ["a", "c", "d"]
    assert [problem.split(":")[0] for problem in catalogue.problems] == [
        "schedules/first.toml, line 5 (b)",
        "schedules/first.toml, line 5 (b)",
        "schedules/second.toml cannot be read as TOML",
    ]


@pytest.mark.parametrize("text", ["schedule = 3\n", '[schedule]\nid = "a"\n'])
def test_schedules_outside_double_brackets_are_explained(tmp_path: Path, text: str) -> None:
    assert problems_of(tmp_path, text) == [
        "schedules/main.toml: schedules stand under [[schedule]], in two pairs of brackets."
    ]


def test_the_timescales_below_are_not_schedules(tmp_path: Path) -> None:
    folder = a_schedules_folder(tmp_path, "")
    (folder / "timescales").mkdir()
    (folder / "timescales" / "england.toml").write_text('[[rule]]\nid = "ICPC_15"\n')
    assert load_schedules(folder) == ()


def test_the_schedules_that_come_with_autoadmin_are_right() -> None:
    templates = {folder.name for folder in (REPOSITORY / "templates").iterdir()}
    rules = {rule.id for rule in load_rules(REPOSITORY / "schedules" / "timescales")}
    schedules = load_schedules(REPOSITORY / "schedules", replace(KNOWN, templates=templates, rules=rules))
    assert {"collect-inbox", "restate-clocks", "next-meeting-sheet"} <= {schedule.id for schedule in schedules}
