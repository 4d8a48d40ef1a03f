"""Settings become the services that every workflow is handed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from autoadmin.bootstrap.settings import WEEKDAYS, CalendarSettings, Settings
from autoadmin.domain.calendars import Term
from autoadmin.domain.errors import OperationError
from autoadmin.domain.extracts import OwnSpellings
from autoadmin.domain.identity import fold
from autoadmin.store import open_store
from autoadmin.workflows.services import Places, Services
from autoadmin.workflows.shelf import CouncilDays, open_shelf


def open_office(settings: Settings, *, at: datetime | None = None) -> Services:
    """Return the services of one council, its database made or brought up to date.

    `at` (aware) holds the office's clock still, for `run --once --at`; leases go on in real time all the same.
    """
    paths = settings.paths
    store = open_store(paths.database)
    store.migrate()
    return Services(
        store=store,
        clock=_fixed(at) if at else _now,
        wall_clock=_now,
        places=Places(paths.inbox, paths.outbox, paths.templates, paths.schedules),
        shelf=open_shelf(
            templates=paths.templates,
            schedules=paths.schedules,
            days=_days(settings.calendar),
        ),
        council=settings.council.name,
        settle_seconds=settings.inbox.settle_seconds,
        spellings=_spellings(settings),
        meeting_days={fold(unit.name): WEEKDAYS.index(unit.meeting_day) for unit in settings.unit},
    )


def _spellings(settings: Settings) -> OwnSpellings:
    if not settings.spellings:
        return {}
    from autoadmin.intake import checked_spellings  # slow to import, and few councils have spellings of their own

    own, problems = checked_spellings(settings.spellings)
    if problems:
        raise OperationError(f"config.toml: {' '.join(problems)}")
    return own


def _days(calendar: CalendarSettings) -> CouncilDays:
    terms = sorted((term.first, term.last) for term in calendar.school_term)
    return CouncilDays(
        extra_holidays=calendar.extra_bank_holidays,
        dropped_holidays=calendar.dropped_bank_holidays,
        closures=calendar.council_closure_days,
        terms=tuple(Term(first, last) for first, last in terms),
        school_days_off=calendar.school_days_off,
    )


def _now() -> datetime:
    return datetime.now(UTC)


def _fixed(at: datetime) -> Callable[[], datetime]:
    instant = at.astimezone(UTC)
    return lambda: instant
