"""What has changed since the last meeting: new, the same for three meetings, no longer mentioned, overdue.

Only words are compared: the same words under the same heading are the same thing. What lasts is compared (worries,
strengths, goals, decisions, actions), not what happened or was said, which is new each time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from autoadmin.domain.concerning import concerns
from autoadmin.domain.held import CaseFile
from autoadmin.domain.identifiers import ChildId
from autoadmin.domain.records import SECTION_TITLES, ActionStatus, Entry, Kind, Section
from autoadmin.drafting.evidence import GOAL
from autoadmin.drafting.meeting import belongs_to_meeting
from autoadmin.drafting.paper import Paper
from autoadmin.drafting.same_task import known_words
from autoadmin.drafting.statements import action, mark
from autoadmin.drafting.wording import Wording, day_words

LASTING: Final = (Section.WORRIES, Section.STRENGTHS, Section.FAMILY_WORDS, Section.DECISIONS, Section.ACTIONS)
CLOSED: Final = (ActionStatus.DONE, ActionStatus.DROPPED)
UNCHANGED_FOR: Final = 3  # meetings
Key = tuple[Section, tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Told:
    """An entry and the day of the meeting that recorded it."""

    entry: Entry
    met_on: date


@dataclass(frozen=True, slots=True)
class Changes:
    """How the last meeting about a family differs from those before; `before` is None where there was none."""

    before: date | None = None
    new: tuple[Told, ...] = ()
    unchanged: tuple[Told, ...] = ()  # as first recorded
    dropped: tuple[Told, ...] = ()  # as last recorded
    overdue: tuple[Told, ...] = ()


def anything(entry: Entry) -> bool:
    """Return true: a document that stays in the unit shows every entry."""
    return True


def changes_of(
    case: CaseFile, *, until: date, child: ChildId | None = None, is_shown: Callable[[Entry], bool] = anything
) -> Changes:
    """Return what changed at the last meeting up to a day, about one child or about the whole family."""
    told = [
        (meeting.record.on, [entry for entry in discussion.entries if _counts(entry, case, child) and is_shown(entry)])
        for meeting in case.meetings
        if meeting.record.on <= until and (discussion := case.discussion_at(meeting))
    ]
    overdue = _overdue(told, until)
    if len(told) < 2:
        return Changes(overdue=overdue)
    last, previous = _by_key(told[-1]), _by_key(told[-2])
    recent = [_by_key(meeting) for meeting in told[-UNCHANGED_FOR:]]
    return Changes(
        before=told[-2][0],
        new=tuple(found for key, found in last.items() if key not in previous),
        unchanged=tuple(
            found
            for key, found in recent[0].items()
            if len(recent) == UNCHANGED_FOR and all(key in meeting for meeting in recent)
        ),
        dropped=tuple(found for key, found in previous.items() if key not in last and not _is_over(found.entry)),
        overdue=overdue,
    )


def changes_values(paper: Paper, changes: Changes, path: str = "changes") -> dict[str, object]:
    """Return the changes as a document lists them."""
    compared = Wording.NOTHING_TO_COMPARE.value
    if changes.before:
        compared = Wording.COMPARED.format(day=day_words(changes.before))
    return {
        "compared": compared,
        "new": _rows(paper, changes.new),
        "unchanged": _rows(paper, changes.unchanged),
        "dropped": _rows(paper, changes.dropped),
        "overdue": [action(paper, told.entry, f"{path}.overdue", told.met_on) for told in changes.overdue],
    }


def _rows(paper: Paper, told: Iterable[Told]) -> list[dict[str, object]]:
    return [
        {
            "heading": SECTION_TITLES[found.entry.section],
            "text": found.entry.text,
            "on": day_words(found.met_on),
            "ref": paper.sources.cite_place(found.entry.place, found.met_on),
            "mark": mark(found.entry),
        }
        for found in told
    ]


def _counts(entry: Entry, case: CaseFile, child: ChildId | None) -> bool:
    if entry.section not in LASTING or belongs_to_meeting(entry):
        return False
    if entry.kind is Kind.SAID and not GOAL.match(entry.raw):
        return False
    return child is None or concerns(entry, child, case.family)


def _by_key(meeting: tuple[date, Sequence[Entry]]) -> dict[Key, Told]:
    met_on, entries = meeting
    return {_key(entry): Told(entry, met_on) for entry in entries}


def _key(entry: Entry) -> Key:
    return entry.section, entry.about, known_words(entry)


def _is_over(entry: Entry) -> bool:
    """Return whether nobody need mention it again: a decision was made, an action done or dropped."""
    return entry.kind is Kind.DECISION or entry.status in CLOSED


def _overdue(told: Sequence[tuple[date, Sequence[Entry]]], until: date) -> tuple[Told, ...]:
    """Return the actions, as last recorded, whose day has passed and that nobody recorded as done or dropped."""
    latest: dict[Key, Told] = {}
    for met_on, entries in told:
        for entry in entries:
            if entry.kind is Kind.ACTION:
                latest[_key(entry)] = Told(entry, met_on)
    return tuple(
        found
        for found in latest.values()
        if found.entry.status not in CLOSED
        and (found.entry.status is ActionStatus.LATE or (found.entry.due_on is not None and found.entry.due_on < until))
    )
