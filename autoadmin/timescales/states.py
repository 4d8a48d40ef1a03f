"""Saying where a clock stands on a day, and what the records held could and could not have shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from autoadmin.domain.calendars import Calendars
from autoadmin.domain.clocks import DISCUSSION_SHEET, ClockState, Coverage, ExtractCover
from autoadmin.domain.event_codes import label
from autoadmin.domain.events import Event
from autoadmin.domain.lengths import Direction, LengthUnit
from autoadmin.domain.rules import Rule
from autoadmin.timescales.beginnings import Beginning
from autoadmin.timescales.diary import Diary
from autoadmin.timescales.endings import Ending
from autoadmin.timescales.not_counted import not_counted
from autoadmin.timescales.occasions import Occasion
from autoadmin.timescales.words import capitalised, day_in_words, source_in_words, sources_in_words


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a clock stands, and the sentences that say why."""

    state: ClockState
    notes: tuple[str, ...] = ()
    working_days_left: int | None = None


@dataclass(frozen=True, slots=True)
class Records:
    """Everything a clock is judged by: the child's diary, what the records could show, and which days count."""

    diary: Diary
    coverage: Coverage
    calendars: Calendars


def standing_of(rule: Rule, beginning: Beginning, ending: Ending, due_on: date, records: Records) -> Standing:
    """Return where the clock stands on the diary's day."""
    if beginning.nothing_due:
        return Standing(ClockState.SUPERSEDED, tuple(s.because for s in rule.starts if s.because))
    if ending.met:
        return _standing_met(rule, beginning, ending.met, due_on, records.coverage)
    if ending.ended:
        return _standing_ended(ending.ended, rule, due_on)
    if due_on >= records.diary.at:
        left = records.calendars.legal.between(records.diary.at, due_on)
        state = ClockState.DUE_SOON if left <= rule.due_soon else ClockState.RUNNING
        return Standing(state, (*_unclear(ending.unclear[-1:]), *not_counted(ending)), left)
    if rule.length and rule.length.direction is Direction.BACKWARDS and beginning.on < records.diary.at:
        return Standing(ClockState.SUPERSEDED, (f"{day_in_words(beginning.on)}, counted back from, has passed.",))
    if unclear := [event for event in ending.unclear if event.on <= due_on]:
        return Standing(ClockState.CANNOT_TELL, (*_unclear(unclear[-1:]), *not_counted(ending)))
    past = _standing_past_due(rule, beginning, due_on, records)
    return replace(past, notes=(*past.notes, *not_counted(ending)))


def _unclear(events: Iterable[Event]) -> Iterable[str]:
    """Yield what is to be found out about work that does not say, or of which records differ, whether it counts."""
    for event in events:
        yield (
            f"{label(event.code)} on {day_in_words(event.on)}, {source_in_words(event.source)}, does not say, or other "
            "records differ, whether it was what is asked for; please check."
        )


def _standing_met(rule: Rule, beginning: Beginning, met: Occasion, due_on: date, coverage: Coverage) -> Standing:
    """Return met or met late; or that it cannot be told, where the records differ about that or began too late."""
    notes = tuple(difference for difference in (met.difference(),) if difference)
    if met.on == due_on and rule.length and rule.length.unit is LengthUnit.HOURS and _is_past_the_hour(beginning, met):
        return Standing(ClockState.MET_LATE, notes)
    if met.latest <= due_on:
        return Standing(ClockState.MET, notes)
    if met.on <= due_on:
        doubts = notes or (f"Only the {met.event.precision.known} of {_what(met.event)} is recorded.",)
        return Standing(ClockState.CANNOT_TELL, (*doubts, "It may have been in time or late."))
    if reason := _may_have_been_before(met, due_on, coverage):
        return Standing(ClockState.CANNOT_TELL, (*notes, reason))
    return Standing(ClockState.MET_LATE, notes)


def _is_past_the_hour(beginning: Beginning, met: Occasion) -> bool:
    """Return whether both times are known, and the work was done later in the day than the clock was started."""
    began, done = beginning.by.at_time, met.event.at_time
    return began is not None and done is not None and done > began


def _may_have_been_before(met: Occasion, due_on: date, coverage: Coverage) -> str:
    """Return why an earlier one may be missing from the records, though one was found after the due date."""
    found = f"{capitalised(_what(met.event))} is recorded on {day_in_words(met.on)}, after it was due"
    if any(event.source.kind == DISCUSSION_SHEET for event in met.events) and not _is_in_extract(met):
        if coverage.sheets_from and coverage.sheets_from > due_on:
            return f"{_begin(coverage.sheets_from)} {found}; an earlier one may have been before the records begin."
        return ""
    starts = [cover.since for cover in coverage.extracts if met.event.code in cover.carries]
    if coverage.extracts and not starts:
        kind = sources_in_words([met.event]).removeprefix("the ")
        return f"{found}; the {kind} need hold no other, and an earlier one may have been in time."
    if starts and all(since is not None and since > due_on for since in starts):
        return f"{found}; the extract leaves out what was done before {day_in_words(min(s for s in starts if s))}."
    return ""


def _standing_ended(ended: Event, rule: Rule, due_on: date) -> Standing:
    how = f"{label(ended.code)} on {day_in_words(ended.on)}, {sources_in_words([ended])}: no longer due."
    if ended.on <= due_on:
        return Standing(ClockState.SUPERSEDED, (how,))
    unmet = f"It was due on {day_in_words(due_on)}, and nothing held here shows {rule.done} before that."
    return Standing(ClockState.SUPERSEDED, (how, unmet))


def _standing_past_due(rule: Rule, beginning: Beginning, due_on: date, records: Records) -> Standing:
    """Return overdue where the records could have shown the work and do not, else that it cannot be told."""
    left = records.calendars.legal.between(records.diary.at, due_on)
    if rule.is_told_in_sheets and records.coverage.reached_by_sheets(due_on):
        return Standing(ClockState.OVERDUE, (), left)
    if row := _open_row(rule, beginning, due_on, records.diary):
        told = f"{label(row.code)} on {day_in_words(row.on)}: still open in {source_in_words(row.source)}."
        return Standing(ClockState.OVERDUE, (told,), left)
    return Standing(ClockState.CANNOT_TELL, tuple(_why_nobody_can_tell(rule, due_on, records.coverage)))


def _open_row(rule: Rule, beginning: Beginning, due_on: date, diary: Diary) -> Event | None:
    """Return the row of an extract, no older than the due date, that says the work is still open."""
    for code in rule.shown_open_by:
        for event in diary[code]:
            told_on = event.source.stated_on
            is_open = event.fields.get("open", "").casefold() == "true"
            if is_open and told_on and told_on >= due_on >= event.on >= beginning.on:
                return event
    return None


def _why_nobody_can_tell(rule: Rule, due_on: date, coverage: Coverage) -> Iterable[str]:
    carrying = [extract for extract in coverage.extracts if any(stop.event in extract.carries for stop in rule.stops)]
    latest = max(carrying, key=lambda extract: extract.extract_on, default=None)
    if latest and latest.extract_on >= due_on:
        yield _not_shown(latest, rule)
    elif latest:
        read_on = day_in_words(latest.extract_on)
        yield f"The latest extract that could show {rule.done} is of {read_on}, before it was due."
    if not rule.is_told_in_sheets:
        if not latest:
            yield f"No record held here would show {rule.done}; somebody has to ask."
        return
    if coverage.sheets_from and coverage.sheets_from > due_on:
        yield _begin(coverage.sheets_from)
    elif coverage.sheets_to and coverage.sheets_to < due_on:
        yield f"The family's last discussion held here was on {day_in_words(coverage.sheets_to)}, before it was due."
    if not carrying and not coverage.sheets_from:
        yield f"No record is held here that could show {rule.done}."


def _not_shown(extract: ExtractCover, rule: Rule) -> str:
    return (
        f"The {extract.kind} of {day_in_words(extract.extract_on)} does not show {rule.done}; "
        "work not in an extract is not proof that it was not done."
    )


def _begin(sheets_from: date) -> str:
    return f"Records held here begin on {day_in_words(sheets_from)}."


def _what(event: Event) -> str:
    """Return the event as the subject of a sentence: "core group held"."""
    words = label(event.code)
    return f"{words[0].lower()}{words[1:]}"


def _is_in_extract(occasion: Occasion) -> bool:
    return any(event.source.kind != DISCUSSION_SHEET for event in occasion.events)
