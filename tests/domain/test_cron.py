"""The five crontab fields mean what crontab says, and what they do not mean is explained."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from apscheduler.triggers.cron import CronTrigger
from hypothesis import given
from hypothesis import strategies as st

from autoadmin.domain.cron import WEEKDAY_NAMES, read_cron
from autoadmin.domain.errors import CatalogueError


def days_of(expression: str, first: date, last: date) -> list[date]:
    """Return the days on which an expression comes round."""
    times = read_cron(expression)
    days = (first + timedelta(days=i) for i in range((last - first).days + 1))
    return [day for day in days if times.includes(day)]


def test_monday_to_friday_is_five_days_a_week() -> None:
    week = days_of("0 7 * * mon-fri", date(2026, 11, 16), date(2026, 11, 22))
    assert week == [date(2026, 11, day) for day in range(16, 21)]


@pytest.mark.parametrize("sunday", ["0", "7", "sun", "SUN"])
def test_sunday_has_three_names(sunday: str) -> None:
    assert days_of(f"0 7 * * {sunday}", date(2026, 11, 16), date(2026, 11, 22)) == [date(2026, 11, 22)]


def test_a_weekend_may_be_typed_saturday_to_sunday() -> None:
    weekend = days_of("0 7 * * sat-sun", date(2026, 11, 16), date(2026, 11, 22))
    assert weekend == [date(2026, 11, 21), date(2026, 11, 22)]


def test_a_day_of_the_month_and_a_weekday_are_either_or() -> None:
    days = days_of("0 7 1 * mon", date(2026, 11, 1), date(2026, 11, 30))
    assert [day.day for day in days] == [1, 2, 9, 16, 23, 30]


def test_a_star_with_a_step_is_still_a_star_and_then_both_must_agree() -> None:
    days = days_of("0 7 */2 * mon", date(2026, 11, 1), date(2026, 11, 30))
    assert [day.day for day in days] == [9, 23]


def test_times_of_a_day_come_in_order() -> None:
    times = list(read_cron("30,0 7-9/2 * * *").times_on(date(2026, 11, 19)))
    assert [f"{at:%H:%M}" for at in times] == ["07:00", "07:30", "09:00", "09:30"]


def test_the_last_of_february_comes_round_in_leap_years_only() -> None:
    assert days_of("0 0 29 2 *", date(2026, 1, 1), date(2029, 12, 31)) == [date(2028, 2, 29)]


@pytest.mark.parametrize(
    ("expression", "why"),
    [
        ("0 7 * *", "has 4 of the five fields"),
        ("@daily", "has 1 of the five fields"),
        ("60 7 * * *", '"60" is no minute: it goes from 0 to 59.'),
        ("0 24 * * *", '"24" is no hour'),
        ("0 7 0 * *", '"0" is no day of the month'),
        ("0 7 * 13 *", '"13" is no month'),
        ("0 7 * * moon", '"moon" is no day of the week'),
        ("0 22-6 * * *", '"22-6" runs backwards (hour)'),
        ("0 7 * * *-fri", '"*-fri" cannot be read as a day of the week'),
        ("5/10 7 * * *", 'the step of "5/10" does not fit between 5 and 5'),
        ("*/0 7 * * *", 'the step of "*/0" does not fit'),
        ("*/90 7 * * *", 'the step of "*/90" does not fit between 0 and 59 (minute)'),
        ("0 7 * * mon,,fri", '"" cannot be read as a day of the week'),
        ("0 7 * * 1.5", '"1.5" cannot be read'),
        ("0 7 30 2 *", "never comes round: no month it names has a day 30"),
        ("0 7 31 4,6 *", "never comes round: no month it names has a day 31"),
    ],
)
def test_what_cannot_be_meant_is_explained(expression: str, why: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        read_cron(expression)
    assert why in caught.value.detail


def a_field(lowest: int, highest: int) -> st.SearchStrategy[str]:
    """Return a strategy for one field that crontab and APScheduler both read."""
    number = st.integers(lowest, highest)
    ranges = st.tuples(number, number).map(sorted).map(lambda pair: f"{pair[0]}-{pair[1]}")
    stepped = st.tuples(st.integers(lowest, highest - 3), st.integers(1, 3)).map(lambda s: f"{s[0]}-{highest}/{s[1]}")
    part = st.one_of(number.map(str), ranges, stepped)
    stars = st.one_of(st.just("*"), st.integers(1, 9).map(lambda step: f"*/{step}"))
    return st.one_of(stars, st.lists(part, min_size=1, max_size=3).map(",".join))


WEEKDAY_LISTS = st.lists(st.sampled_from(WEEKDAY_NAMES), min_size=1, max_size=4, unique=True).map(",".join)


@given(
    minute=a_field(0, 59),
    hour=a_field(0, 23),
    day=a_field(1, 28),
    month=a_field(1, 12),
    weekday=WEEKDAY_LISTS,
    keeps_weekday=st.booleans(),
    start=st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1)),
)
def test_apscheduler_reads_the_same_expression_as_the_same_instants(
    minute: str, hour: str, day: str, month: str, weekday: str, keeps_weekday: bool, start: datetime
) -> None:
    # APScheduler joins the two day fields with "and"; only expressions that leave one open mean the same in both.
    expression = f"{minute} {hour} * {month} {weekday}" if keeps_weekday else f"{minute} {hour} {day} {month} *"
    trigger = CronTrigger.from_crontab(expression, timezone=UTC)
    start = start.replace(tzinfo=UTC)
    theirs: list[datetime] = []
    while len(theirs) < 20 and (at := trigger.get_next_fire_time(None, start)):
        theirs.append(at.replace(tzinfo=None))
        start = at + timedelta(minutes=1)
    times = read_cron(expression)
    first, last = theirs[0], theirs[-1]
    days = (first.date() + timedelta(days=i) for i in range((last.date() - first.date()).days + 1))
    ours = [at for on in days for at in times.times_on(on) if first <= at <= last]
    assert ours == theirs
