"""The day a clock is due: by the rule's length, the record's own date, or a shorter interval of the child's plan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from autoadmin.domain.event_codes import label
from autoadmin.domain.lengths import Direction, Length, LengthUnit, read_interval
from autoadmin.domain.rules import Follows, PlanInterval, Rule
from autoadmin.domain.wall_time import LONDON, instant_of
from autoadmin.timescales.beginnings import Beginning
from autoadmin.timescales.states import Records
from autoadmin.timescales.totals import Stay, days_used, last_day_left
from autoadmin.timescales.words import day_in_words, source_in_words


@dataclass(frozen=True, slots=True)
class Due:
    """The last day for it, what a person should know about how it was found, and the length where not the rule's."""

    on: date
    notes: tuple[str, ...] = ()
    length: str = ""


def due_date(rule: Rule, beginning: Beginning, records: Records, stays: Sequence[Stay] = ()) -> Due | None:
    """Return the day it is due; None where no record and no council gives a length, or the school terms end before.

    `stays` are the earlier ones of a rule whose length is that of all of them together.
    """
    if rule.in_any and rule.length:
        return _by_what_is_left(rule.length, rule.in_any, stays, beginning, records)
    if rule.date_in and (recorded := _date_in(rule.date_in, beginning)):
        told = source_in_words(beginning.by.source)
        return Due(recorded, (f"The date is the one given in {told}.",), "the date that the record gives")
    if rule.follows and rule.length and (later := _after_earlier(rule.follows, rule.length, beginning, records)):
        return later
    length = _days_in(rule, beginning) if rule.days_in else rule.length
    on = length.reach(beginning.on, records.calendars) if length else None
    if length is None or on is None:
        return None
    if rule.plan_interval and (own := _by_plan(rule.plan_interval, length, beginning, on, records)):
        return own
    notes = tuple(_to_the_hour(length, beginning)) if length.unit is LengthUnit.HOURS else ()
    return Due(on, notes, "" if length is rule.length else str(length))


def _by_what_is_left(
    length: Length, in_any: Length, stays: Sequence[Stay], beginning: Beginning, records: Records
) -> Due:
    """Return the last day of a stay by what the stays before it left of the days that all may take together."""
    on = last_day_left(length.count, stays, in_any, beginning.on, records.calendars)
    used = days_used(stays, in_any, beginning.on, records.calendars)
    days = f"{used} calendar day{'' if used == 1 else 's'}"
    note = f"Earlier stays took {days} of the {length.count} in the {in_any} to {day_in_words(beginning.on)}."
    return Due(on, (note,), f"what is left of {length} in any {in_any}")


def _after_earlier(follows: Follows, length: Length, beginning: Beginning, records: Records) -> Due | None:
    """Return the day by the end of the earlier period; None where that is not recorded or was over by the start."""
    began = next(iter(records.diary.until(follows.event, beginning.on)[-1:]), None)
    ended_on = follows.length.reach(began.on, records.calendars) if began else None
    if began is None or ended_on is None or ended_on < beginning.on:
        return None
    on = length.reach(ended_on, records.calendars)
    if on is None:
        return None
    what = f"{label(began.code)} on {day_in_words(began.on)}"
    note = f"Counted from {day_in_words(ended_on)}, the end of {follows.length} ({what})."
    return Due(on, (note,), f"{length} from the end of {follows.length}")


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
