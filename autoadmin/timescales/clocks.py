"""Starting the clocks of one child."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from autoadmin.domain.calendars import Calendars
from autoadmin.domain.clocks import Clock, Coverage, clock_id
from autoadmin.domain.events import Event
from autoadmin.domain.identifiers import ChildId
from autoadmin.domain.lengths import LengthUnit
from autoadmin.domain.rules import Rule
from autoadmin.timescales.beginnings import Beginning, find_beginnings
from autoadmin.timescales.circumstances import is_aged
from autoadmin.timescales.diary import Diary
from autoadmin.timescales.due_dates import Due, due_date
from autoadmin.timescales.endings import Ending, Endings
from autoadmin.timescales.states import Records, standing_of
from autoadmin.timescales.totals import Stay
from autoadmin.timescales.words import capitalised, day_in_words, source_in_words

COUNTED_IN_DAYS_OF_WORK = frozenset({LengthUnit.WORKING_DAYS, LengthUnit.SCHOOL_DAYS, LengthUnit.HOURS})


def start_clocks(
    events: Sequence[Event],
    rules: Iterable[Rule],
    *,
    coverage: Coverage,
    calendars: Calendars,
    at: date,
    child: ChildId | None = None,
) -> tuple[Clock, ...]:
    """Return every clock that the events of one child start, as each stands on the day `at`, by the day it is due.

    The events may come in any order and more than once, from several files; those of the whole family carry no child.
    What is dated after `at` has not happened. `child` is needed only where no event names the child; with neither,
    nothing is started. Rules that are off start nothing.
    """
    child = child or next((event.child for event in events if event.child), None)
    if child is None:
        return ()
    records = Records(Diary(events, at), coverage, calendars)
    told = records.diary.codes
    clocks = [
        clock
        for rule in rules
        if rule.is_on and not rule.start_codes.isdisjoint(told)
        for clock in _clocks_of(rule, child, records)
    ]
    return tuple(sorted(clocks, key=lambda clock: (clock.due_on, clock.rule, clock.started_on)))


def _clocks_of(rule: Rule, child: ChildId, records: Records) -> Iterable[Clock]:
    beginnings = find_beginnings(rule, records.diary, records.calendars)
    if not beginnings:
        return
    endings = Endings(rule, records.diary)
    previous, ending = None, Ending()
    stays: list[Stay] = []
    for beginning in beginnings:
        ending = endings.of(beginning, previous, ending.met)
        previous = beginning
        due = due_date(rule, beginning, records, stays)
        if rule.in_any:
            stays.append(Stay(beginning.on, ending.on or records.diary.at))
        if due and (rule.aged_when_due is None or is_aged(rule.aged_when_due, due.on, records.diary)):
            yield _clock(rule, child, beginning, ending, due, records)


def _clock(rule: Rule, child: ChildId, beginning: Beginning, ending: Ending, due: Due, records: Records) -> Clock:
    standing = standing_of(rule, beginning, ending, due.on, records)
    met = ending.met if beginning.nothing_due is None else None
    return Clock(
        id=clock_id(rule.id, child, beginning.on),
        rule=rule.id,
        child=child,
        started_by=beginning.by,
        started_on=beginning.on,
        due_on=due.on,
        state=standing.state,
        met_by=met.event if met else None,
        met_on=met.on if met else None,
        superseded_by=beginning.nothing_due or ending.ended,
        working_days_left=standing.working_days_left,
        notes=(*beginning.notes, *standing.notes, *due.notes, *_about_due_date(rule, beginning, due.on, records)),
        evidence=_told_once((beginning.by, *beginning.occasion.events)),
        met_evidence=_told_once(e for e in met.events if e is not met.event) if met and len(met.events) > 1 else (),
        length=due.length,
    )


def _about_due_date(rule: Rule, beginning: Beginning, due_on: date, records: Records) -> Iterable[str]:
    """Yield what a person should know about the day itself."""
    calendar = records.calendars.legal
    if not (rule.length and rule.length.unit in COUNTED_IN_DAYS_OF_WORK) and not calendar.is_working_day(due_on):
        before = day_in_words(calendar.last_on_or_before(due_on))
        yield f"{day_in_words(due_on)} is not a working day; the last before it is {before}."
    if calendar.covered_to and due_on > calendar.covered_to:
        published = day_in_words(calendar.covered_to)
        yield f"Bank holidays are published to {published}; the due date rests on the usual ones."
    if rule.recorded_due and (recorded := _recorded_due(rule, beginning, due_on, records.diary)):
        yield (
            f"{capitalised(source_in_words(recorded.source))} gives {day_in_words(recorded.on)} as the due date, "
            f"not {day_in_words(due_on)}."
        )


def _recorded_due(rule: Rule, beginning: Beginning, due_on: date, diary: Diary) -> Event | None:
    """Return the due date a case system recorded for this clock, if it is another one: that nearest to ours."""
    furthest = due_on + (due_on - beginning.on)
    told = [event for event in diary[rule.recorded_due] if beginning.on < event.on <= furthest]
    nearest = min(told, key=lambda event: abs(event.on - due_on), default=None)
    return nearest if nearest and nearest.on != due_on else None


def _told_once(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return the events without those that the same line of the same file told twice."""
    told = list(events)
    if len(told) == 2 and told[0] is told[1]:
        return (told[0],)
    return tuple({(e.code, e.on, e.source.place.file, e.source.place.where): e for e in told}.values())
