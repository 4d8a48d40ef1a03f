"""A child's page of the office diary, typed as text: what happened, who told of it, and what then is due."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from autoadmin.catalogue.bank_holidays import load_calendar
from autoadmin.catalogue.rules import load_rules
from autoadmin.domain.calendars import Calendars
from autoadmin.domain.clocks import DISCUSSION_SHEET, Clock, Coverage, ExtractCover
from autoadmin.domain.events import Event, Precision, Source
from autoadmin.domain.findings import Place
from autoadmin.domain.identifiers import ChildId
from autoadmin.timescales import start_clocks

REPOSITORY = Path(__file__).parents[2]
RULES = load_rules(REPOSITORY / "schedules" / "timescales")
RULE_OF = {rule.id: rule for rule in RULES}
CALENDARS = Calendars(load_calendar())
CHILD = ChildId("C-1")
TODAY = date(2026, 11, 27)

ALL_CODES = frozenset(stop.event for rule in RULES for stop in rule.stops)
BUNDLE = "SSD bundle (SystemC)"
DISCUSSED = Coverage(date(2024, 1, 4), date(2026, 11, 26))  # the family was discussed long before and just now
UNKNOWN = Coverage()


def an_entry(line: str) -> Event:
    """Return one line of the diary as an event.

    `2026-11-09 S47_START` was told by this week's sheet; `| sheet 2026-09-03` and `| bundle 2026-11-24` say who else
    told it, and `| outcome=no further action, nfa=Y` what was said beside the day. A day like 2026-11 is a month.
    """
    what, *rest = (part.strip() for part in line.split("|"))
    day, code = what.split()
    this_week = max(day, "2026-11-26") if len(day) == len("2026-11-26") else "2026-11-26"
    told_by = next((part for part in rest if part.split()[0] in ("sheet", "bundle")), f"sheet {this_week}")
    said = next((part for part in rest if "=" in part), "")
    fields = dict(pair.strip().split("=", 1) for pair in said.split(",")) if said else {}
    is_month = len(day) == len("2026-11")
    on = date.fromisoformat(f"{day}-01" if is_month else day)
    precision = Precision.MONTH if is_month else Precision.DAY
    return Event(code, on, _source(told_by, line), child=CHILD, precision=precision, fields=fields)


def a_page(text: str) -> list[Event]:
    """Return the lines of a page as events."""
    return [an_entry(line) for line in text.strip().splitlines()]


def clocks_of(text: str, *, at: date = TODAY, coverage: Coverage = DISCUSSED) -> tuple[Clock, ...]:
    """Return every clock that the page starts."""
    return start_clocks(a_page(text), RULES, coverage=coverage, calendars=CALENDARS, at=at)


def clocks_under(rule: str, text: str, *, at: date = TODAY, coverage: Coverage = DISCUSSED) -> list[Clock]:
    """Return the clocks of one rule that the page starts."""
    return [clock for clock in clocks_of(text, at=at, coverage=coverage) if clock.rule == rule]


def the_clock(rule: str, text: str, *, at: date = TODAY, coverage: Coverage = DISCUSSED) -> Clock:
    """Return the only clock of one rule that the page starts."""
    (clock,) = clocks_under(rule, text, at=at, coverage=coverage)
    return clock


def in_words(clock: Clock) -> str:
    """Return a clock as a line of the page: rule, the day counted from, the due date, where it stands, what met it."""
    met = f" {clock.met_on}" if clock.met_on else ""
    return f"{clock.rule} {clock.started_on} -> {clock.due_on} {clock.state}{met}"


def an_extract(on: str, *, carries: frozenset[str] = ALL_CODES, since: str = "") -> ExtractCover:
    """Return what a bundle of that day could have shown."""
    return ExtractCover(BUNDLE, date.fromisoformat(on), carries, date.fromisoformat(since) if since else None)


def _source(told_by: str, line: str) -> Source:
    who, day = told_by.split()
    kind = DISCUSSION_SHEET if who == "sheet" else BUNDLE
    return Source(Place(f"{who}-{day}", line.strip()), raw=line, kind=kind, stated_on=date.fromisoformat(day))
