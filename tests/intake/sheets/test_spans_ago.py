"""Approximate dates that lean on the meeting's own day; the sheet's meeting is on 19 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from autoadmin.domain.events import Precision
from autoadmin.intake.sheets.spans_ago import find_spans_ago
from tests.intake.sheets.typed import an_entry


@pytest.mark.parametrize(
    ("line", "on", "words"),
    [
        ("Last summer: moved to her grandmother's.", date(2026, 6, 1), "Last summer"),
        ("Last summer the family moved to Hull.", date(2026, 6, 1), "Last summer"),
        ("Dean was in hospital last Christmas.", date(2025, 12, 20), "last Christmas"),
        ("Ella slept at her aunt's (last winter).", date(2025, 12, 1), "last winter"),
        ("A few weeks ago: Dean moved out.", date(2026, 10, 8), "A few weeks ago"),
        ("Dean moved out about three weeks ago.", date(2026, 10, 22), "about three weeks ago"),
        ("Kelly lost her job a couple of months ago.", date(2026, 8, 18), "a couple of months ago"),
        ("Kelly and Dean separated 2 years ago.", date(2023, 11, 17), "2 years ago"),
        ("Last week: Ella was late twice.", date(2026, 11, 9), "Last week"),
        ("Ella was seen in town at the weekend.", date(2026, 11, 14), "at the weekend"),
        ("Dean rang the school last month.", date(2026, 10, 1), "last month"),
        ("Dean rang the school last March.", date(2026, 3, 1), "last March"),
        ("Ella stayed with Maureen over the summer holidays.", date(2026, 7, 15), "over the summer holidays"),
    ],
)
def test_a_time_before_the_meeting_is_approximate_and_says_from_when_it_was_told(
    line: str, on: date, words: str
) -> None:
    entry = an_entry(line)
    assert (entry.on, entry.precision) == (on, Precision.APPROXIMATE)
    assert entry.on_words == f"{words} (recorded on 19 November 2026)"
    assert entry.raw == f"- {line}"


@pytest.mark.parametrize(
    "line",
    [
        "Kelly told Tom that Dean moved out last summer.",
        'Kelly: "It was better last summer."',
        "Nobody has heard from Dean since last summer.",
        "Attendance is better than last year.",
        "Ella and Maureen are to be together over Christmas.",  # it lies nearer ahead than behind
        "Ella is seen at least every two weeks.",
    ],
)
def test_a_time_that_is_not_that_of_the_line_dates_nothing(line: str) -> None:
    entry = an_entry(line)
    assert (entry.on, entry.on_words) == (None, "")


@pytest.mark.parametrize(
    ("met_on", "on"),
    [(date(2027, 1, 14), date(2026, 12, 20)), (date(2026, 12, 23), date(2026, 12, 20))],
)
def test_over_christmas_is_the_one_just_past(met_on: date, on: date) -> None:
    (span,) = find_spans_ago("Dean stayed over Christmas.", met_on)
    assert span.on == on


@pytest.mark.parametrize(("met_on", "year"), [(date(2026, 7, 9), 2025), (date(2026, 9, 3), 2026)])
def test_last_summer_is_one_that_is_over(met_on: date, year: int) -> None:
    (span,) = find_spans_ago("Last summer: moved house.", met_on)
    assert span.on == date(year, 6, 1)


def test_an_exact_date_beside_it_is_not_lost() -> None:
    entry = an_entry("12 Nov: Tom visited; Dean moved out a few weeks ago.")
    assert (entry.on, entry.precision) == (date(2026, 11, 12), Precision.DAY)
