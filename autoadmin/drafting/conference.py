"""Which conference a report is for, when it is due and what that is counted from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from autoadmin.domain.clocks import Clock, ClockState
from autoadmin.domain.rules import Rule
from autoadmin.drafting.due import in_order, law_words, started_words
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
    """Return the initial conference while one is running, else the review; of no kind where no clock tells.

    A clock of which nobody can tell whether it was met counts only where no other is running.
    """
    child = request.the_child()
    clocks = in_order(clock for clock in request.the_case().clocks if clock.child == child.id)
    initial = [clock for clock in clocks if clock.rule == INITIAL_RULE]
    review = [clock for clock in clocks if clock.rule in REVIEW_RULES]
    choices = (
        (Wording.INITIAL_CONFERENCE, [c for c in initial if _is_running(c)][-1:]),
        (Wording.REVIEW_CONFERENCE, [c for c in review if _is_running(c)][:1]),
        (Wording.INITIAL_CONFERENCE, [c for c in initial if c.state.is_open][-1:] if not review else []),
        (Wording.REVIEW_CONFERENCE, review[-1:]),
        (Wording.INITIAL_CONFERENCE, initial[-1:]),
    )
    return next((Conference(kind, clock) for kind, found in choices for clock in found), Conference(Wording.CONFERENCE))


def _is_running(clock: Clock) -> bool:
    return clock.state.is_open and clock.state is not ClockState.CANNOT_TELL


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
        "law": law_words(rule),
        "held": day_words(held) if held else "",
        "ref": paper.sources.cite(clock.started_by.source) if clock else "",
    }


def _basis(clock: Clock, rule: Rule | None) -> str:
    due, started = day_words(clock.due_on), started_words(clock)
    if rule is None:
        return Wording.CONFERENCE_BASIS_PLAIN.format(due=due, started=started)
    return Wording.CONFERENCE_BASIS.format(due=due, length=rule.length, started=started)
