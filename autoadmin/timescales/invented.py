"""An invented child for a rule: the fewest events that start it, and the work that meets it, made from the rule."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta

from autoadmin.domain.events import Event, Source
from autoadmin.domain.field_tests import FieldTest
from autoadmin.domain.findings import Place
from autoadmin.domain.identifiers import ChildId
from autoadmin.domain.lengths import LengthUnit
from autoadmin.domain.rules import Ages, Anchor, Circumstance, Rule, Start, Stop, booked_code
from autoadmin.domain.working_days import add_months

CHILD = ChildId("an invented child")
SHORTLY, LONGER, AHEAD = timedelta(days=14), timedelta(days=45), timedelta(days=60)
USUAL_AGE = 10


def events_that_start(rule: Rule, on: date) -> list[Event]:
    """Return what is recorded of an invented child for whom the first start of the rule counts on that day."""
    start = rule.starts[0]
    events = list(_period(start, on, rule.circumstances))
    lasting = {code for one in rule.circumstances if one.at_least for code in one.since}
    for one in rule.circumstances:
        if not (_is_plain(one) and {event.code for event in events} & {*one.since}):
            events += _since(one, start, on, lasting)
    if start.event != "BIRTH" or start.turns is not None:
        events.append(_event("BIRTH", _born_on(rule, start, on)))
    if start.turns is None:
        events.append(_start(rule, start, on))
    return events


def work_that_meets(stop: Stop, on: date) -> Event:
    """Return the record of the work, done on that day, as the stop asks for it."""
    return _event(stop.event, on, _said(stop.only_if))


def work_that_is_denied(stop: Stop, on: date) -> Event:
    """Return a record of the work that says that it was not what the stop asks for."""
    return _event(stop.event, on, {test.field: "no" for test in stop.only_if})


def _start(rule: Rule, start: Start, on: date) -> Event:
    fields = _said(start.only_if)
    for one in rule.circumstances:
        if start.event in one.since:
            fields |= _said(one.says)
    if rule.date_in:
        fields[rule.date_in] = (on + AHEAD).isoformat()
    if rule.days_in:
        fields[rule.days_in] = "5"
    if start.is_booked:
        source = Source(Place("invented"), kind="record", stated_on=on)
        return Event(booked_code(start.event), on + AHEAD, source, CHILD, fields=fields)
    return _event(start.event, on, fields)


def _period(start: Start, on: date, circumstances: Sequence[Circumstance]) -> Iterator[Event]:
    """Yield what opens the period of a first or later start, and the first of it before a later one."""
    if start.anchor is Anchor.LATER:
        yield _event(start.opens, on - LONGER)
        yield _event(start.event, on - SHORTLY)
    elif start.anchor is Anchor.FIRST and not any(start.opens in one.since for one in circumstances):
        yield _event(start.opens, on)


def _is_plain(one: Circumstance) -> bool:
    return not one.says and one.at_least is None


def _since(one: Circumstance, start: Start, on: date, lasting: Collection[str]) -> Iterator[Event]:
    """Yield what makes the circumstance so; nothing where the start itself does. `lasting` must not begin anew."""
    if start.event in one.since and one.at_least is None:
        return
    code = next((code for code in one.since if code != start.event), one.since[0])
    if one.says and one.since[0] != start.event:
        code = one.since[0]
    if one.says and one.at_least is None:
        code = next((code for code in reversed(one.since) if code not in lasting), code)
    months = one.at_least.count + 1 if one.at_least and one.at_least.unit is LengthUnit.MONTHS else 0
    begun = add_months(on, -months) if months else on - LONGER
    yield _event(code, begun, _said(one.says))


def _born_on(rule: Rule, start: Start, on: date) -> date:
    if start.turns is not None:
        return add_months(on, -12 * start.turns)
    return add_months(on, -12 * max(_age_of(rule.aged), 0) - 1)


def _age_of(ages: Ages | None) -> int:
    if ages is None:
        return USUAL_AGE
    if ages.from_:
        return ages.from_
    return ages.under - 2 if ages.under else USUAL_AGE


def _said(tests: tuple[FieldTest, ...]) -> dict[str, str]:
    """Return the first field that is asked for, saying the first thing that is asked."""
    return {test.field: test.values[0].strip("*") for test in tests[:1]}


def _event(code: str, on: date, fields: dict[str, str] | None = None) -> Event:
    return Event(code, on, Source(Place("invented"), kind="record"), CHILD, fields=fields or {})
