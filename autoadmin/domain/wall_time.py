"""From the clock on the wall to instants, over the nights on which the clock is changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def instants_of(wall: datetime, zone: ZoneInfo = LONDON) -> tuple[datetime, ...]:
    """Return when the clock shows `wall`, in UTC: never in the hour March skips, twice in October's double one."""
    first, second = (wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    if first > second:
        return ()
    return (first,) if first == second else (first, second)


def instant_of(wall: datetime, zone: ZoneInfo = LONDON) -> datetime:
    """Return the one instant meant by `wall`, in UTC: the first where there are two, the end of the gap where none."""
    found = instants_of(wall, zone)
    return found[0] if found else _end_of_gap(wall, zone)


def _end_of_gap(wall: datetime, zone: ZoneInfo) -> datetime:
    """Return the instant at which the clock was put forward over `wall`."""
    instant = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)  # read with the new offset it lies before the change
    before = instant.astimezone(zone).utcoffset()
    while instant.astimezone(zone).utcoffset() == before:
        instant += timedelta(minutes=1)
    return instant
