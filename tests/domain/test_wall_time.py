"""The nights on which the clock is changed, in London."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autoadmin.domain.wall_time import LONDON, instant_of, instants_of


@pytest.mark.parametrize("day", [datetime(2026, 3, 29), datetime(2027, 3, 28)])
def test_a_time_that_march_skips_means_the_end_of_the_gap(day: datetime) -> None:
    for minute in (0, 30, 59):
        wall = day.replace(hour=1, minute=minute)
        assert instants_of(wall) == ()
        assert instant_of(wall) == day.replace(hour=1, tzinfo=UTC)
        assert instant_of(wall).astimezone(LONDON).hour == 2


@pytest.mark.parametrize("day", [datetime(2026, 10, 25), datetime(2027, 10, 31)])
def test_a_time_that_october_repeats_means_the_first_of_the_two(day: datetime) -> None:
    wall = day.replace(hour=1, minute=30)
    summer, winter = instants_of(wall)
    assert instant_of(wall) == summer == day.replace(hour=0, minute=30, tzinfo=UTC)
    assert winter - summer == timedelta(hours=1)


@given(st.datetimes(datetime(2020, 1, 1), datetime(2040, 1, 1), timezones=st.just(UTC)))
def test_every_instant_is_among_those_its_own_wall_time_means(instant: datetime) -> None:
    assert instant in instants_of(instant.astimezone(LONDON).replace(tzinfo=None, fold=0))
