"""What the people who are sent a document see of it: a family its letter, everybody notes that stay with their text."""

from __future__ import annotations

import re

import pytest

from autoadmin.domain.gaps import NotRecorded
from autoadmin.word.reading import read_text
from tests.templates.shipped import Content, W, layout, part, rendered, sample, words

WITH_NOTES = (
    *("child-and-family-assessment", "child-in-need-plan", "child-in-need-review", "child-protection-plan"),
    *("core-group-minutes", "return-home-interview", "section-47-outcome", "statutory-visit-record"),
    *("strategy-discussion", "supervision-record"),
)


def test_a_letter_to_a_family_speaks_to_people_and_not_in_labels() -> None:
    letter, _, for_the_worker = read_text(rendered("letter-to-family").file).partition("For the worker who signs")
    assert not re.search(r"not recorded\)|’s view|Status|\bOpen\b|–|statute", letter)
    assert "We met on 12 January 2027" in letter
    assert "put somebody at risk" in for_the_worker


def test_what_the_worker_checks_stands_on_a_page_of_its_own_that_can_be_taken_out() -> None:
    body = part(layout("letter-to-family").read_bytes())
    (heading,) = [p for p in body.iter(f"{W}p") if words(p) == "For the worker who signs"]
    assert heading.find(f"{W}pPr/{W}pageBreakBefore") is not None


@pytest.mark.parametrize("id", [*WITH_NOTES, "conference-report", "closing-summary"])
def test_nobody_is_asked_to_sign_as_mother_or_father_and_no_baby_is_asked_to_sign(id: str) -> None:
    lines = [words(p) for p in part(layout(id).read_bytes()).iter(f"{W}p")]
    assert not {"Mother", "Father"} & {*lines}
    signing = lines[lines.index("Sign-off") :]
    assert "Child" not in signing


def test_a_closing_summary_is_shared_with_whoever_is_recorded_as_having_parental_responsibility() -> None:
    content = sample("closing-summary")
    content["adults"] = [
        {"name": "Ann Pellow", "relationship": "grandmother", "pr": "has parental responsibility"},
        {"name": "Ian Pellow", "relationship": "", "pr": "has parental responsibility"},
        {"name": "Joe Bray", "relationship": "father", "pr": "does not have parental responsibility"},
        {"name": "Kit Bray", "relationship": "uncle", "pr": NotRecorded("parental responsibility")},
    ]
    _, _, shared = read_text(rendered("closing-summary", content).file).partition("Shared with")
    signing = [line for line in shared.splitlines() if line.strip()][4:9]
    assert signing == [
        "Child, if old enough",
        "Ann Pellow, grandmother",
        "Ian Pellow",
        "Other person with parental responsibility",
        "Other carer",
    ]


@pytest.mark.parametrize("id", ["child-and-family-assessment", "child-in-need-plan", "child-in-need-review"])
def test_work_under_section_17_may_be_led_by_somebody_who_is_no_social_worker(id: str) -> None:
    lines = [words(p) for p in part(layout(id).read_bytes()).iter(f"{W}p")]
    assert "Lead practitioner: {{ worker }}" in lines
    assert not any(line.startswith("Social worker") for line in lines)


def test_a_conference_report_says_which_law_its_day_follows_from_and_that_the_council_must_confirm_it() -> None:
    content = sample("conference-report")
    content["conference"]["law"] = "Working Together to Safeguard Children; to be confirmed by the council"
    assert "Children; to be confirmed by the council." in read_text(rendered("conference-report", content).file)


@pytest.mark.parametrize(
    "id",
    ["child-in-need-plan", "child-protection-plan", "core-group-minutes", "conference-report", "discussion-record"],
)
def test_the_line_about_changes_keeps_to_the_list_below_it_and_to_nothing_where_there_is_none(id: str) -> None:
    content = sample(id)
    assert _keeps(id, content, "Compared with the meeting of 5 January 2027.")
    content["changes"] = {"compared": "No earlier meeting.", "new": [], "unchanged": [], "dropped": [], "overdue": []}
    assert not _keeps(id, content, "No earlier meeting.")


def _keeps(id: str, content: Content, line: str) -> bool:
    """Return whether a line is held together with what follows it."""
    (found,) = [p for p in part(rendered(id, content).file).iter(f"{W}p") if words(p) == line]
    keep = found.find(f"{W}pPr/{W}keepNext")
    return keep is not None and keep.get(f"{W}val") != "0"
