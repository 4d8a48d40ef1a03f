"""`autoadmin chronology`: rows with why they are in or out, and people's say in it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from tests.acceptance.offices import autoadmin


def test_rows_are_listed_with_why_and_a_person_takes_one_out_for_good(office: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(office, tmp_path / "office"))
    listed = json.loads(autoadmin("chronology", "list", "--child", "C-9011", "--json", office=copy).stdout)
    assert listed["state"] == "active"
    assert all(row["why"] and row["sources"] for row in listed["rows"])
    visit = next(row for row in listed["rows"] if "visited at home" in row["event"])
    asked = ("chronology", "exclude", visit["row"], "--child", "C-9011", "--why", "told elsewhere", "--by", "Rosa Lead")
    done = autoadmin(*asked, office=copy)
    assert done.returncode == 0, done.stderr
    again = json.loads(autoadmin("chronology", "list", "--child", "C-9011", "--json", office=copy).stdout)
    (row,) = [row for row in again["rows"] if row["row"] == visit["row"]]
    assert (row["in"], row["chosen_by"]) == (False, "Rosa Lead")
    assert "told elsewhere" in row["why"]


def test_the_log_is_longer_than_the_chronology_and_finishing_twice_is_refused(office: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(office, tmp_path / "office"))
    log = json.loads(autoadmin("chronology", "log", "--child", "C-9011", "--json", office=copy).stdout)
    listed = json.loads(autoadmin("chronology", "list", "--child", "C-9011", "--json", office=copy).stdout)
    assert len(log) > len(listed["rows"])
    assert autoadmin("chronology", "finish", "--child", "C-9011", office=copy).returncode == 0
    refused = autoadmin("chronology", "finish", "--child", "C-9011", office=copy)
    assert (refused.returncode, len(refused.stderr.strip().splitlines())) == (3, 1)
    assert "finished already" in refused.stderr
    assert autoadmin("chronology", "reopen", "--child", "C-9011", office=copy).returncode == 0
