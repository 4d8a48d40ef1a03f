"""`make demo` does what the README says of it, and keeps every family to itself."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from autoadmin.word.reading import read_text
from tests.acceptance.offices import AT, answer, autoadmin, outbox_of

OF_ONE_CHILD = (
    *("discussion-record", "conference-report", "chronology-case-file", "chronology-court"),
    *("care-plan", "health-assessment-request", "looked-after-review-report"),
)
README = Path(__file__).parents[2] / "autoadmin" / "cli" / "demo_council" / "README.md"
COUNTED = re.compile(r"^\| (C-[\dC, -]+) \| (\w+) \| (\d+ \w+ \d{4}) \| (\d+ \w+ \d{4}) \|", re.MULTILINE)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    office = tmp_path_factory.mktemp("demo") / "office"
    done = autoadmin("demo", office)
    assert done.returncode == 0, done.stderr
    assert "documents in" in done.stdout
    return office


@pytest.fixture(scope="module")
def documents(demo: Path) -> list[dict[str, Any]]:
    return list(answer("documents", office=demo))


def test_every_kind_of_document_is_made(documents: list[dict[str, Any]]) -> None:
    assert {row["template"] for row in documents} == {*OF_ONE_CHILD, "unit-minutes", "next-meeting-sheet"}


def test_no_document_of_a_child_names_a_child_of_another_family(documents: list[dict[str, Any]]) -> None:
    family_of = {row["children"][0]: row["family"] for row in documents if row["template"] in OF_ONE_CHILD}
    for row in (row for row in documents if row["template"] in OF_ONE_CHILD):
        text = read_text(Path(row["file"]).read_bytes())
        others = {child for child, family in family_of.items() if family != row["family"]}
        assert not others & set(re.findall(r"C-\d{5}", text))
        assert not {family for family in family_of.values() if family != row["family"]} & set(
            re.findall(r"F-\d{4}", text)
        )


def test_what_is_due_is_what_a_careful_coordinator_counted_by_hand(demo: Path) -> None:
    """The README of the invented council lists it: child, rule, started, due."""
    rows = {
        (r["child"], r["rule"], r["started_on"], r["due_on"]) for r in answer("due", "--at", AT, "--all", office=demo)
    }
    counted = {
        (child.strip(), rule, iso(started), iso(due))
        for children, rule, started, due in COUNTED.findall(README.read_text(encoding="utf-8"))
        for child in children.split(",")
    }
    assert len(counted) > 30
    assert counted <= rows


def iso(day: str) -> str:
    return datetime.strptime(day, "%d %B %Y").date().isoformat()


def test_the_demo_again_makes_nothing_new(demo: Path) -> None:
    before = outbox_of(demo)
    assert autoadmin("demo", demo).returncode == 0
    assert outbox_of(demo) == before
