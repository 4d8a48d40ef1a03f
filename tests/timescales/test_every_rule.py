"""Every shipped rule, on and off, on a child invented from the rule itself, and turned round."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from autoadmin.domain.calendars import Calendars, Term
from autoadmin.domain.clocks import Clock, ClockState, Coverage
from autoadmin.domain.events import Event, Source
from autoadmin.domain.findings import Place
from autoadmin.domain.identifiers import RuleId
from autoadmin.domain.lengths import Direction
from autoadmin.domain.rules import Rule, Standing
from autoadmin.timescales import start_clocks, try_rules
from autoadmin.timescales.invented import CHILD, events_that_start, work_that_is_denied, work_that_meets
from tests.timescales.office_diary import CALENDARS, RULE_OF, RULES

DAY = date(2026, 11, 2)
TERMS = (
    Term(date(2026, 9, 2), date(2026, 12, 18)),
    Term(date(2027, 1, 5), date(2027, 3, 25)),
    Term(date(2027, 4, 12), date(2027, 7, 21)),
)
CALENDAR = Calendars(CALENDARS.legal, terms=TERMS)
# What is owed to other people than the child, or about a child who has died, goes on.
GOES_ON_AFTER_DEATH = {
    *("SIN_5", "RAPID_15", "LADO_1", "ADOPTER_APPROVE", "FOSTER_REVIEW", "SAR", "DP_COMPLAINT"),
    *("CA_COMPLAINT_1", "CA_COMPLAINT_2", "CA_COMPLAINT_3"),
}
COUNTED = [rule for rule in RULES if rule.length or rule.date_in]
SEEN_OR_NOT = [rule for rule in COUNTED if rule.stops[0].only_if]


def each(rules: list[Rule]) -> pytest.MarkDecorator:
    """Return the mark that runs a test for each of these rules."""
    return pytest.mark.parametrize("rule", rules, ids=lambda rule: rule.id)


def clocks_of(rule: Rule, events: list[Event], at: date) -> list[Clock]:
    """Return the clocks of one rule, as if it were on."""
    on = replace(rule, is_on=True, valid_from=None)
    return list(start_clocks(events, [on], coverage=Coverage(), calendars=CALENDAR, at=at))


def the_first(rule: Rule, work: Event | None = None, *, days_late: int = 0) -> Clock:
    """Return the clock of an invented child some days after it was due; `work` is recorded too."""
    events = events_that_start(rule, DAY)
    (clock, *_) = [c for c in clocks_of(rule, events, DAY) if c.started_on >= DAY]
    told = [*events, work] if work else events
    at = max(clock.due_on + timedelta(days=days_late), DAY)
    return next(c for c in clocks_of(rule, told, at) if c.id == clock.id)


@pytest.mark.parametrize("trial", try_rules(RULES, CALENDAR, on=DAY), ids=str)
def test_what_a_rule_names_starts_it_and_the_work_it_asks_for_meets_it(trial: object) -> None:
    assert "look at" not in str(trial)


@each(COUNTED)
def test_a_rule_that_is_off_starts_nothing(rule: Rule) -> None:
    off = replace(rule, is_on=False)
    told = events_that_start(rule, DAY)
    assert start_clocks(told, [off], coverage=Coverage(), calendars=CALENDAR, at=DAY) == ()


@each(COUNTED)
def test_work_long_before_the_start_meets_nothing(rule: Rule) -> None:
    early = work_that_meets(rule.stops[0], DAY - timedelta(days=400))
    assert the_first(rule, early).met_by is None


@each(SEEN_OR_NOT)
def test_work_that_says_it_was_not_what_is_asked_for_meets_nothing(rule: Rule) -> None:
    # a visit that did not see the child must not stop the clock (brief, section 0, number 8)
    clock = the_first(rule)
    denied = the_first(rule, work_that_is_denied(rule.stops[0], clock.due_on))
    assert denied.met_by is None


@each(SEEN_OR_NOT)
def test_work_that_does_not_say_whether_it_was_meets_nothing_and_is_shown(rule: Rule) -> None:
    clock = the_first(rule)
    said_nothing = replace(work_that_meets(rule.stops[0], clock.due_on), fields={})
    unclear = the_first(rule, said_nothing, days_late=3)
    assert unclear.state is ClockState.CANNOT_TELL
    assert "does not say" in " ".join(unclear.notes)


@each([rule for rule in COUNTED if rule.id not in GOES_ON_AFTER_DEATH])
def test_nothing_is_due_for_a_child_who_has_died(rule: Rule) -> None:
    died = Event("DEATH", DAY + timedelta(days=1), Source(Place("invented"), kind="record"), CHILD)
    clock = the_first(rule, died, days_late=2)
    assert clock.state is ClockState.SUPERSEDED
    assert clock.met_by is None


def test_only_what_is_owed_to_others_goes_on_after_a_death() -> None:
    on = {rule.id for rule in COUNTED if not any(end.event == "DEATH" for end in rule.ends)}
    assert on == GOES_ON_AFTER_DEATH


@each([r for r in COUNTED if r.length and r.length.direction is Direction.BACKWARDS])
def test_what_is_counted_back_is_due_before_the_day_itself_and_lapses_with_it(rule: Rule) -> None:
    clock = the_first(rule)
    assert clock.due_on < clock.started_on
    after = clocks_of(rule, events_that_start(rule, DAY), clock.started_on + timedelta(days=1))
    assert [one.state for one in after] == [ClockState.SUPERSEDED]


def test_only_local_rules_may_be_set_by_a_council_and_each_says_within_what() -> None:
    for rule in RULES:
        assert bool(rule.allowed) is (rule.standing is Standing.LOCAL), rule.id
        if rule.length and rule.allowed:
            own = [(least, most) for unit, least, most in rule.allowed if unit is rule.length.unit]
            assert any(least <= rule.length.count <= most for least, most in own), rule.id


def test_a_duty_of_the_2026_act_is_off_until_somebody_confirms_that_it_is_in_force() -> None:
    rule = RULE_OF[RuleId("FGDM_OFFER")]
    assert "2026" in rule.law
    assert not rule.is_on
    assert "commencement" in rule.off_because
