"""Which conference a report is for, when it is due and what that is counted from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from autoadmin.domain.clocks import Clock
from autoadmin.domain.rules import Rule
from autoadmin.drafting.due import in_order, started_words
from autoadmin.drafting.paper import Paper
from autoadmin.drafting.request import CompositionRequest
from autoadmin.drafting.wording import Wording, day_words

INITIAL_RULE: Final = "ICPC_15"
REVIEW_RULES: Final = ("RCPC_1", "RCPC_N")


@dataclass(frozen=True, slots=True)
class Conference:
    """The conference of a report, as far as the clocks tell."""

    kind: Wording
    clock: Clock | None = None

    @property
    def is_review(self) -> bool:
        """Return whether it reviews a plan that is already in force."""
        return self.kind is Wording.REVIEW_CONFERENCE

    @property
    def since(self) -> date | None:
        """Return the day from which work counts: the strategy discussion, or the last conference."""
        return self.clock.started_on if self.clock else None


def conference_for(request: CompositionRequest) -> Conference:
    """Return the initial conference while one is open; else the review; a conference of no kind where none is known."""
    child = request.the_child()
    clocks = in_order(clock for clock in request.the_case().clocks if clock.child == child.id)
    initial = [clock for clock in clocks if clock.rule == INITIAL_RULE]
    review = [clock for clock in clocks if clock.rule in REVIEW_RULES]
    open_initial = [clock for clock in initial if clock.state.is_open]
    if open_initial:
        return Conference(Wording.INITIAL_CONFERENCE, open_initial[-1])
    if review:
        still_open = [clock for clock in review if clock.state.is_open]
        return Conference(Wording.REVIEW_CONFERENCE, still_open[0] if still_open else review[-1])
    return Conference(Wording.INITIAL_CONFERENCE, initial[-1]) if initial else Conference(Wording.CONFERENCE)


def conference_values(paper: Paper, conference: Conference, request: CompositionRequest) -> dict[str, object]:
    """Return the conference's kind, its due date with the rule it follows from, and the day it was held if it was."""
    clock = conference.clock
    rule = request.rules.get(clock.rule) if clock else None
    held = clock.met_on if clock else None
    return {
        "kind": conference.kind.value,
        "is_review": conference.is_review,
        "due": day_words(clock.due_on) if clock else paper.gap("conference.due"),
        "basis": _basis(clock, rule) if clock else paper.gap("conference.basis"),
        "law": rule.law if rule else "",
        "held": day_words(held) if held else "",
        "ref": paper.sources.cite(clock.started_by.source) if clock else "",
    }


def _basis(clock: Clock, rule: Rule | None) -> str:
    due, started = day_words(clock.due_on), started_words(clock)
    if rule is None:
        return Wording.CONFERENCE_BASIS_PLAIN.format(due=due, started=started)
    return Wording.CONFERENCE_BASIS.format(due=due, length=rule.length, started=started)
