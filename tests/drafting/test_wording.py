"""Dates, ages and counts as people say them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autoadmin.domain.events import Precision
from autoadmin.drafting.wording import age_words, count, day_words, length_words


@pytest.mark.parametrize(
    ("precision", "words"),
    [
        (Precision.YEAR, "about 2019"),
        (Precision.MONTH, "March 2019"),
        (Precision.DAY, "4 March 2019"),
        (Precision.TIME, "4 March 2019"),
    ],
)
def test_a_date_says_as_much_as_is_known(precision: Precision, words: str) -> None:
    assert day_words(date(2019, 3, 4), precision) == words


@pytest.mark.parametrize(
    ("born_on", "on", "age"),
    [
        (date(2014, 5, 9), date(2027, 5, 8), "12 years"),
        (date(2014, 5, 9), date(2027, 5, 9), "13 years"),
        (date(2024, 2, 29), date(2026, 2, 28), "1 year and 11 months"),
        (date(2024, 2, 29), date(2026, 3, 1), "2 years"),
        (date(2026, 11, 20), date(2027, 1, 12), "1 month"),
        (date(2026, 12, 20), date(2027, 1, 12), "3 weeks"),
        (date(2027, 1, 11), date(2027, 1, 12), "1 day"),
        (date(2027, 1, 12), date(2027, 1, 12), "0 days"),
        (date(2027, 1, 13), date(2027, 1, 12), ""),
    ],
)
def test_an_age_is_in_years_from_two_and_in_smaller_units_before(born_on: date, on: date, age: str) -> None:
    assert age_words(born_on, on) == age


@given(st.dates(date(1990, 1, 1), date(2040, 1, 1)), st.dates(date(1990, 1, 1), date(2040, 1, 1)))
def test_a_length_never_names_twelve_months_or_less_than_nothing(one: date, other: date) -> None:
    words = length_words(min(one, other), max(one, other))
    assert "12 months" not in words
    assert "-" not in words


def test_one_of_a_thing_is_said_of_one() -> None:
    assert (count(1, "family"), count(0, "family"), count(2, "entry")) == ("1 family", "0 families", "2 entries")


def test_an_approximate_date_is_printed_as_it_was_recorded() -> None:
    assert day_words(date(2019, 6, 1), Precision.APPROXIMATE, "summer 2019") == "summer 2019"
    assert day_words(date(2019, 6, 1), Precision.APPROXIMATE) == "about 2019"
