"""What the law or the council asks for, as a document lists it: what, for whom, by when, counted from what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from autoadmin.domain.clocks import Clock, ClockState
from autoadmin.domain.event_codes import label
from autoadmin.domain.identifiers import RuleId
from autoadmin.domain.rules import Rule
from autoadmin.drafting.paper import Paper
from autoadmin.drafting.wording import Wording, day_words


def due_at(clocks: Iterable[Clock], on: date) -> list[Clock]:
    """Return the clocks that were running on the day of a meeting, soonest first, whatever happened since."""
    running = (
        clock
        for clock in clocks
        if clock.state is not ClockState.SUPERSEDED
        and clock.started_on <= on
        and (clock.met_on is None or clock.met_on >= on)
    )
    return in_order(running)


def in_order(clocks: Iterable[Clock]) -> list[Clock]:
    """Return clocks by due date, then rule, then child."""
    return sorted(clocks, key=lambda clock: (clock.due_on, clock.rule, clock.child))


def due_values(paper: Paper, clocks: Iterable[Clock], rules: Mapping[RuleId, Rule]) -> list[dict[str, object]]:
    """Return one line for each thing due; brothers and sisters for whom the same runs from the same day share it."""
    return [_line(paper, group, rules.get(group[0].rule)) for group in grouped(clocks)]


def grouped(clocks: Iterable[Clock]) -> list[list[Clock]]:
    """Return clocks of the same rule and dates together, in the order of the first of each."""
    groups: dict[tuple[RuleId, date, date, date | None, bool], list[Clock]] = {}
    for clock in clocks:
        is_doubted = clock.state is ClockState.CANNOT_TELL
        groups.setdefault((clock.rule, clock.started_on, clock.due_on, clock.met_on, is_doubted), []).append(clock)
    return list(groups.values())


def names_of(paper: Paper, clocks: Iterable[Clock]) -> str:
    """Return the names of the children some clocks run for."""
    return ", ".join(dict.fromkeys(paper.name(clock.child) for clock in clocks))


def title_of(clock: Clock, rule: Rule | None) -> str:
    """Return what is due; the rule's id where the rule is no longer among those in force."""
    return rule.title if rule else clock.rule


def started_words(clock: Clock) -> str:
    """Return "Strategy discussion held on 9 November 2026", with the day counted from where that is another."""
    event = clock.started_by
    started = Wording.STARTED.format(event=label(event.code), day=day_words(event.on, event.precision, event.on_words))
    if clock.started_on == event.on:
        return started
    return Wording.COUNTED_FROM.format(started=started, day=day_words(clock.started_on))


def law_words(rule: Rule | None) -> str:
    """Return what asks for it, and that the council must confirm it where nobody has."""
    if rule is None:
        return ""
    return Wording.TO_BE_CONFIRMED.format(law=rule.law) if rule.to_be_confirmed else rule.law


def _line(paper: Paper, group: list[Clock], rule: Rule | None) -> dict[str, object]:
    clock = group[0]
    met = Wording.MET_ON.format(day=day_words(clock.met_on)) if clock.met_on else ""
    return {
        "child": names_of(paper, group),
        "what": title_of(clock, rule),
        "by": day_words(clock.due_on),
        "started": started_words(clock),
        "length": str(rule.length) if rule else "",
        "met": Wording.CANNOT_TELL.value if clock.state is ClockState.CANNOT_TELL else met,
        "law": law_words(rule),
        "ref": paper.sources.cite(clock.started_by.source),
    }
