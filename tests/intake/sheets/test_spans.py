"""Approximate dates keep their own words, sort at the start of their span and are never made more exact."""

from __future__ import annotations

from datetime import date

import pytest

from autoadmin.domain.events import Precision
from autoadmin.intake.sheets.spans import find_spans
from tests.intake.sheets.typed import a_family, an_entry, events_of

TWO_BORN = "Children: Ella Marsh (C-22019, born 3 April 2015); Max Marsh (C-22021, born 29 February 2016)"


@pytest.mark.parametrize(
    ("line", "on", "words"),
    [
        ("Summer 2019: moved to her grandmother's.", date(2019, 6, 1), "Summer 2019"),
        ("Moved to her grandmother's in the summer of 2019.", date(2019, 6, 1), "the summer of 2019"),
        ("About 2018: Kelly and Dean separated.", date(2018, 1, 1), "About 2018"),
        ("Kelly and Dean separated in about March 2018.", date(2018, 3, 1), "about March 2018"),
        ("Early March 2020: nursery closed.", date(2020, 3, 1), "Early March 2020"),
        ("Mid-March 2020: nursery closed.", date(2020, 3, 11), "Mid-March 2020"),
        ("The end of March 2020: nursery closed.", date(2020, 3, 21), "The end of March 2020"),
        ("Late 2019: first contact with the school.", date(2019, 9, 1), "Late 2019"),
        ("Ella spent Christmas 2021 with her aunt.", date(2021, 12, 20), "Christmas 2021"),
        ("Winter 2018/19: the heating failed.", date(2018, 12, 1), "Winter 2018/19"),
        ("Winter 2018: the heating failed.", date(2018, 1, 1), "Winter 2018"),
        ("Autumn term 2022: Ella changed school.", date(2022, 9, 1), "Autumn term 2022"),
        ("2017: early help.", date(2017, 1, 1), "2017"),
        ("Ella broke her arm in 2018.", date(2018, 1, 1), "2018"),
        ("Ella broke her arm when she was three.", date(2018, 4, 3), "when she was three"),
        ("Kelly left for a while when Ella was 4 years old.", date(2019, 4, 3), "when Ella was 4 years old"),
    ],
)
def test_a_line_with_an_approximate_date_keeps_its_words_and_sorts_at_its_start(
    line: str, on: date, words: str
) -> None:
    entry = an_entry(line)
    assert (entry.on, entry.precision, entry.on_words) == (on, Precision.APPROXIMATE, words)
    assert entry.raw == f"- {line}"


@pytest.mark.parametrize(
    "line",
    [
        "Kelly was in care when she was three.",
        "Tom asked Kelly about 2018 and she would not say.",
        "Tom told Ella that Kelly was in care when she was three.",
        "Nobody has heard from Dean since summer 2019.",
        "Ella was quiet when she was three minutes late.",
        "Ella scored 60 in 2018 percent of tests, then 70 in 2019.",
        "Summer 2027: Ella goes to secondary school.",
        "Ella has talked of nothing but the summer.",
    ],
)
def test_words_that_are_no_date_of_the_line_give_it_none(line: str) -> None:
    entry = an_entry(line)
    assert (entry.on, entry.on_words) == (None, "")


def test_an_exact_date_that_leads_the_line_is_its_date_whatever_summer_it_speaks_of() -> None:
    entry = an_entry("12 Nov: Kelly told Tom about summer 2019.")
    assert (entry.on, entry.precision, entry.on_words) == (date(2026, 11, 12), Precision.DAY, "")


def test_an_event_read_from_such_a_line_is_no_more_exact_than_the_line() -> None:
    (event,) = events_of("Summer 2019: Ella was placed with her grandmother.")
    assert (event.on, event.precision, event.on_words) == (date(2019, 6, 1), Precision.APPROXIMATE, "Summer 2019")


def test_she_is_only_a_child_whom_the_line_begins_with_and_names_alone() -> None:
    told = a_family("### What has happened since\n- Max fell when he was one.", children=TWO_BORN).entries[0]
    assert (told.on, told.on_words) == (date(2017, 3, 1), "when he was one")
    both = a_family("### What has happened since\n- Max saw Ella fall when she was one.", children=TWO_BORN).entries[0]
    assert both.on is None


def test_no_approximate_date_stands_within_another() -> None:
    assert [span.raw for span in find_spans("Late summer 2019, or early in March 2020")] == [
        "Late summer 2019",
        "early in March 2020",
    ]


@pytest.mark.parametrize(
    ("cell", "on", "precision", "words"),
    [
        ("summer 2019", date(2019, 6, 1), Precision.APPROXIMATE, "summer 2019"),
        ("2018", date(2018, 1, 1), Precision.APPROXIMATE, "2018"),
        ("about 2018", date(2018, 1, 1), Precision.APPROXIMATE, "about 2018"),
        ("March 2020", date(2020, 3, 1), Precision.MONTH, ""),
        ("12/11/26", date(2026, 11, 12), Precision.DAY, ""),
    ],
)
def test_the_date_cell_of_a_table_is_as_exact_as_it_was_typed(
    cell: str, on: date, precision: Precision, words: str
) -> None:
    table = f"### What has happened since\n| Date | Event |\n|---|---|\n| {cell} | Ella moved to her grandmother's. |"
    entry = a_family(table).entries[-1]
    assert (entry.text, entry.on, entry.precision, entry.on_words) == (
        "Ella moved to her grandmother's.",
        on,
        precision,
        words,
    )
