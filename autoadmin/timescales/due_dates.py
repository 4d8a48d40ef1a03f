"""The day a clock is due: by the rule's length, the record's own date, or a shorter interval of the child's plan."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from autoadmin.domain.event_codes import label
from autoadmin.domain.lengths import Direction, Length, LengthUnit, read_interval
from autoadmin.domain.rules import PlanInterval, Rule
from autoadmin.domain.wall_time import LONDON, instant_of
from autoadmin.timescales.beginnings import Beginning
from autoadmin.timescales.states import Records
from autoadmin.timescales.words import day_in_words, source_in_words


@dataclass(frozen=True, slots=True)
class Due:
    """The last day for it, what a person should know about how it was found, and the length where not the rule's."""

    on: date
    notes: tuple[str, ...] = ()
    length: str = ""


def due_date(rule: Rule, beginning: Beginning, records: Records) -> Due | None:
    """Return the day it is due; None where no record and no council gives a length, or the school terms end before."""
    if rule.date_in and (recorded := _date_in(rule.date_in, beginning)):
        told = source_in_words(beginning.by.source)
        return Due(recorded, (f"The date is the one given in {told}.",), "the date that the record gives")
    length = _days_in(rule, beginning) if rule.days_in else rule.length
    on = length.reach(beginning.on, records.calendars) if length else None
    if length is None or on is None:
        return None
    if rule.plan_interval and (own := _by_plan(rule.plan_interval, length, beginning, on, records)):
        return own
    notes = tuple(_to_the_hour(length, beginning)) if length.unit is LengthUnit.HOURS else ()
    return Due(on, notes, "" if length is rule.length else str(length))


def _date_in(field: str, beginning: Beginning) -> date | None:
    for event in beginning.occasion.events:
        for form in ("%Y-%m-%d", "%d/%m/%Y"):
            try:
                return datetime.strptime(event.fields.get(field, ""), form).date()  # noqa: DTZ007 (a day, no instant)
            except ValueError:
                continue
    return None


def _days_in(rule: Rule, beginning: Beginning) -> Length | None:
    """Return the rule's length with the number of days that the record gives; None where it gives none."""
    told = (event.fields.get(rule.days_in, "").strip() for event in beginning.occasion.events)
    days = next((int(said) for said in told if said.isdecimal()), None)
    return None if days is None else replace(rule.length or Length(0, LengthUnit.CALENDAR_DAYS), count=days)


def _by_plan(plan: PlanInterval, usual: Length, beginning: Beginning, usual_on: date, records: Records) -> Due | None:
    """Return the earlier day that the child's own plan asks for; None where it asks for none."""
    told = records.diary.saying(plan.events, plan.field)
    said = next((event for event in told if event.on <= beginning.on), None)
    own = read_interval(said.fields[plan.field]) if said else None
    if said is None or own is None:
        return None
    on = own.reach(beginning.on, records.calendars)
    if on is None or on >= usual_on:
        return None
    source = f"{label(said.code)} on {day_in_words(said.on)}, {source_in_words(said.source)}"
    return Due(on, (f"This child's plan asks for every {own}, sooner than the usual {usual}: {source}.",), str(own))


def _to_the_hour(length: Length, beginning: Beginning) -> Iterable[str]:
    """Yield when the hours are over, to the minute where the time of the start is recorded."""
    at = beginning.by.at_time
    if at is None:
        yield f"The time is not recorded, so the end of the {length} is known to the day only."
        return
    began = instant_of(datetime.combine(beginning.on, at))
    hours = timedelta(hours=length.count if length.direction is Direction.FORWARDS else -length.count)
    end = (began + hours).astimezone(LONDON)
    yield f"{length} from {at:%H:%M} on {day_in_words(beginning.on)} end at {end:%H:%M} on {day_in_words(end.date())}."
