"""What is carried to the next meeting: due dates, open and overdue actions, last decisions; each a labelled line."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from autoadmin.domain.clocks import Clock, ClockState
from autoadmin.domain.held import CaseFile
from autoadmin.domain.identifiers import RuleId
from autoadmin.domain.records import ActionStatus, Entry, Kind
from autoadmin.domain.rules import Rule
from autoadmin.drafting.due import grouped, in_order, names_of, title_of
from autoadmin.drafting.paper import Paper
from autoadmin.drafting.same_task import known_words
from autoadmin.drafting.wording import Wording, day_words

UNTIL_THE_MEETING_AFTER: Final = timedelta(days=7)  # a unit meets every week
CLOSED: Final = (ActionStatus.DONE, ActionStatus.DROPPED)


def line(label: Wording, words: str) -> dict[str, object]:
    """Return one line to be printed as "label: words"; line breaks would part the words from their label."""
    return {"label": label.value, "text": " ".join(words.split())}


def carried_lines(paper: Paper, case: CaseFile, on: date, rules: Mapping[RuleId, Rule]) -> list[dict[str, object]]:
    """Return a family's lines for the meeting on a day: what is due first, then actions, then the last decisions."""
    return [*_due_lines(paper, case, on, rules), *_action_lines(paper, case, on), *_decision_lines(paper, case, on)]


def _due_lines(paper: Paper, case: CaseFile, on: date, rules: Mapping[RuleId, Rule]) -> list[dict[str, object]]:
    """Return what is open: "Due" where its day comes by the meeting after this one, else "Coming up"."""
    open_clocks = in_order(clock for clock in case.clocks if clock.state.is_open)
    before = [clock for clock in open_clocks if clock.due_on <= on + UNTIL_THE_MEETING_AFTER]
    later = [clock for clock in open_clocks if clock.due_on > on + UNTIL_THE_MEETING_AFTER]
    return [
        line(label, _due_words(paper, group, rules))
        for label, clocks in ((Wording.DUE, before), (Wording.COMING_UP, later))
        for group in grouped(clocks)
    ]


def _due_words(paper: Paper, group: list[Clock], rules: Mapping[RuleId, Rule]) -> str:
    clock = group[0]
    paper.sources.cite(clock.started_by.source)
    words = Wording.DUE_LINE.format(
        day=day_words(clock.due_on), what=title_of(clock, rules.get(clock.rule)), child=names_of(paper, group)
    )
    if clock.state is ClockState.CANNOT_TELL:
        return Wording.DUE_LINE_DOUBTED.format(line=words, doubt=Wording.CANNOT_TELL)
    return words


def _action_lines(paper: Paper, case: CaseFile, on: date) -> list[dict[str, object]]:
    """Return actions nobody recorded as done, overdue ones first, those without a date last."""
    actions = sorted(_open_actions(case, on), key=lambda found: (found[0].due_on or date.max, found[1]))
    overdue = [found for found in actions if _is_overdue(found[0], on)]
    rest = [found for found in actions if not _is_overdue(found[0], on)]
    return [
        line(label, _action_words(paper, entry, met_on))
        for label, group in ((Wording.OVERDUE_ACTION, overdue), (Wording.OPEN_ACTION, rest))
        for entry, met_on in group
    ]


def _open_actions(case: CaseFile, on: date) -> list[tuple[Entry, date]]:
    """Return each action as last recorded, with the meeting that recorded it, unless it was then done or dropped."""
    latest: dict[str, tuple[Entry, date]] = {}
    for meeting in case.meetings:
        discussion = case.discussion_at(meeting) if meeting.record.on < on else None
        for entry in discussion.entries if discussion else ():
            if entry.kind is Kind.ACTION:
                latest[known_words(entry)] = (entry, meeting.record.on)
    return [(entry, met_on) for entry, met_on in latest.values() if entry.status not in CLOSED]


def _is_overdue(entry: Entry, on: date) -> bool:
    return entry.status is ActionStatus.LATE or (entry.due_on is not None and entry.due_on < on)


def _action_words(paper: Paper, entry: Entry, met_on: date) -> str:
    paper.sources.cite_place(entry.place, met_on)
    words = Wording.ACTION_LINE.format(
        day=day_words(entry.due_on) if entry.due_on else Wording.NO_DATE,
        text=entry.text,
        owner=entry.owner or Wording.NO_OWNER,
        recorded=day_words(met_on),
    )
    return _marked(entry, words)


def _decision_lines(paper: Paper, case: CaseFile, on: date) -> list[dict[str, object]]:
    """Return the decisions of the last meeting that discussed the family, or that there are none."""
    earlier = [meeting for meeting in case.meetings if meeting.record.on < on]
    if not earlier:
        return [line(Wording.LAST_TIME, Wording.NEVER_DISCUSSED)]
    last = earlier[-1]
    day = day_words(last.record.on)
    discussion = case.discussion_at(last)
    decisions = [entry for entry in discussion.entries if entry.kind is Kind.DECISION] if discussion else []
    if not decisions:
        return [line(Wording.LAST_TIME, Wording.NO_DECISION.format(day=day))]
    for entry in decisions:
        paper.sources.cite_place(entry.place, last.record.on)
    return [
        line(Wording.LAST_TIME, _marked(entry, Wording.LAST_DECISION.format(day=day, text=entry.text)))
        for entry in decisions
    ]


def _marked(entry: Entry, words: str) -> str:
    return Wording.NOT_SHARED.format(mark=Wording.DO_NOT_SHARE, text=words) if entry.is_restricted else words
