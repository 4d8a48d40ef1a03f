"""What a document that comes back says of what changed: new, the same for three meetings, gone, overdue."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from autoadmin.domain.held import CaseFile
from autoadmin.domain.records import ActionStatus, Entry, Kind, Section
from autoadmin.drafting.changes import Changes, Told, changes_of
from autoadmin.drafting.evidence import evidence_for, may_be_quoted
from tests.drafting.pellow import JORY, TAMSIN, UNIT, a_discussion, a_meeting, an_entry, the_family

FIRST = date(2027, 1, 5)


def weeks(*told: tuple[Entry, ...]) -> CaseFile:
    """Return a family discussed once a week from 5 January, with what each meeting recorded."""
    days = [FIRST + timedelta(weeks=number) for number in range(len(told))]
    meetings = [
        a_meeting(a_discussion(*entries), on=on, file=f"{on}.md") for on, entries in zip(days, told, strict=True)
    ]
    return CaseFile(the_family(), UNIT, tuple(meetings))


def changes(case: CaseFile, **options: object) -> Changes:
    return changes_of(case, until=date(2027, 12, 31), **options)  # type: ignore[arg-type]  # as a test needs them


def words(told: tuple[Told, ...]) -> list[str]:
    return [found.entry.text for found in told]


def worry(text: str) -> Entry:
    return an_entry(text, section=Section.WORRIES)


def duty(text: str, due_on: date | None = None, status: ActionStatus | None = None) -> Entry:
    return replace(an_entry(text, Kind.ACTION, Section.ACTIONS), due_on=due_on, status=status)


def test_at_the_first_meeting_there_is_nothing_to_compare() -> None:
    assert changes(weeks((worry("Cold flat."),))) == Changes()


def test_what_was_not_recorded_last_time_is_new_and_what_is_missing_is_no_longer_mentioned() -> None:
    found = changes(weeks((worry("Cold flat."),), (worry("Late to school."),)))
    assert (words(found.new), words(found.dropped), found.before) == (["Late to school."], ["Cold flat."], FIRST)


def test_the_same_words_in_other_capitals_and_points_are_the_same() -> None:
    found = changes(weeks((worry("Cold flat."),), (worry("cold flat"),)))
    assert found.new == found.dropped == ()


def test_three_meetings_make_it_unchanged_and_two_do_not() -> None:
    cold = (worry("Cold flat."),)
    assert words(changes(weeks(cold, cold)).unchanged) == []
    assert words(changes(weeks(cold, cold, cold)).unchanged) == ["Cold flat."]
    assert words(changes(weeks(cold, (worry("Warm."),), cold)).unchanged) == []


def test_what_has_stayed_is_cited_from_the_first_of_the_three() -> None:
    cold = (worry("Cold flat."),)
    (found,) = changes(weeks((worry("Else."),), cold, cold, cold)).unchanged
    assert found.met_on == FIRST + timedelta(weeks=1)


def test_what_happened_and_what_was_said_is_not_compared() -> None:
    found = changes(weeks((an_entry("Nan rang."),), (an_entry("Nan came."),)))
    assert found.new == found.dropped == ()
    said = an_entry("Leave us alone.", Kind.SAID, Section.FAMILY_WORDS)
    goal = an_entry("Calm mornings.", Kind.SAID, Section.FAMILY_WORDS, raw="Goal: Calm mornings.")
    assert words(changes(weeks((said, goal), ())).dropped) == ["Calm mornings."]


def test_an_action_that_was_done_is_not_missed_and_one_left_open_is() -> None:
    before = (duty("ring the school", status=ActionStatus.DONE), duty("ring the landlord"))
    assert words(changes(weeks(before, (worry("Cold flat."),))).dropped) == ["ring the landlord"]


def test_an_action_is_overdue_once_its_day_has_passed_until_somebody_records_it_done() -> None:
    open_one = duty("ring the landlord", date(2027, 1, 8))
    assert words(changes_of(weeks((open_one,)), until=date(2027, 1, 8)).overdue) == []
    assert words(changes_of(weeks((open_one,)), until=date(2027, 1, 9)).overdue) == ["ring the landlord"]
    done = replace(open_one, status=ActionStatus.DONE)
    assert words(changes(weeks((open_one,), (done,))).overdue) == []


def test_what_is_only_about_a_brother_is_no_change_for_his_sister() -> None:
    his = replace(worry("Wets the bed."), about=(JORY,))
    assert changes(weeks((), (his,)), child=TAMSIN).new == ()
    assert words(changes(weeks((), (his,)), child=JORY).new) == ["Wets the bed."]


def test_what_may_not_leave_the_unit_is_no_change_where_that_is_asked() -> None:
    secret = replace(worry("New address."), is_restricted=True)
    assert changes(weeks((), (secret,)), is_shown=may_be_quoted).new == ()


def test_meetings_after_the_day_asked_about_do_not_count() -> None:
    case = weeks((worry("Cold flat."),), (worry("Late."),))
    assert changes_of(case, until=FIRST).before is None


def test_the_same_words_of_several_meetings_stand_once_and_an_action_as_it_last_stood() -> None:
    before = (worry("Cold flat."), duty("ring the landlord"))
    after = (worry("Cold flat."), duty("ring the landlord", status=ActionStatus.DONE))
    case = weeks(before, after)
    evidence = evidence_for(case, case.family.children[:1], since=FIRST)
    assert [(t.entry.text, t.met_on) for t in evidence.stated()] == [("Cold flat.", FIRST)]
    assert evidence.open_actions() == [] and len(evidence.actions()) == 1


def test_the_same_words_about_two_children_stand_for_each() -> None:
    told = tuple(replace(worry("Has a cold."), about=(child,)) for child in (TAMSIN, JORY))
    case = weeks((), told)
    evidence = evidence_for(case, case.family.children, since=FIRST)
    assert [t.entry.about for t in evidence.stated()] == [(TAMSIN,), (JORY,)]
    assert len(changes(case).new) == 2


def test_an_action_typed_again_with_where_it_stands_is_the_same_and_not_overdue_when_done() -> None:
    case = weeks(
        (duty("book the first review", date(2027, 1, 6)),),
        (duty("book the first review, done", date(2027, 1, 6), ActionStatus.DONE),),
    )
    found = changes(case)
    assert (found.new, found.dropped, found.overdue) == ((), (), ())


def test_an_action_that_is_called_late_is_still_the_same_action() -> None:
    case = weeks(
        (duty("finish the placement plan", date(2027, 1, 6)),),
        (duty("finish the placement plan — was due 6 January, late", date(2027, 1, 6), ActionStatus.LATE),),
    )
    found = changes(case)
    assert (found.new, found.dropped) == ((), ())
    assert words(found.overdue) == ["finish the placement plan — was due 6 January, late"]


def test_a_worry_that_ends_with_the_word_late_keeps_it() -> None:
    found = changes(weeks((worry("She comes home, late."),), (worry("She comes home."),)))
    assert (words(found.new), words(found.dropped)) == (["She comes home."], ["She comes home, late."])
