"""Events and their history, what extracts cover, clocks, files and the baselines of schedules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from autoadmin.domain.clocks import ClockState
from autoadmin.domain.errors import OperationError, UnknownIdError
from autoadmin.domain.events import Precision
from autoadmin.domain.files import TakenExtract
from autoadmin.domain.findings import Outcome
from autoadmin.domain.history import EventChanges
from autoadmin.domain.identifiers import ChildId, RuleId
from autoadmin.store import Store
from tests.store.examples import (
    ANNA,
    BEN,
    LANE,
    LATER,
    NOON,
    REED,
    UNIT,
    a_clock,
    a_digest,
    a_file,
    an_event,
    keep_people,
)

CENSUS = "extract:census/Hull"
OLD = an_event("REFERRAL", date(2025, 1, 6))
PLAN = an_event("CPP_START", date(2026, 9, 14))
BENS = an_event("REFERRAL", date(2026, 9, 1), child="C-2")


def test_events_come_back_oldest_first_by_child_and_by_family(store: Store) -> None:
    of_family = replace(an_event("CASE_CLOSED", date(2026, 10, 1), child=None), family=REED.id)
    with store.begin() as session:
        keep_people(session)
        session.events.replace(CENSUS, [PLAN, OLD, BENS, of_family], NOON)
        assert session.events.list_for_child(ANNA.id) == (OLD, PLAN)
        assert session.events.list_for_family(REED.id) == (OLD, BENS, PLAN, of_family)
        assert session.events.list_for_family(LANE.id) == ()
        assert session.events.list_children_with_events() == (ANNA.id, BEN.id)


def test_events_of_many_children_come_as_those_of_each_the_codes_asked_for_alone(store: Store) -> None:
    night, noon = (replace(OLD, at_time=time(hour), precision=Precision.TIME) for hour in (2, 12))
    told = replace(PLAN, fields={"outcome": "“yes”, né", "nfa": "N"}, on_words="", precision=Precision.MONTH)
    with store.begin() as session:
        keep_people(session)
        session.events.replace(CENSUS, [told, noon, OLD, night, BENS], NOON)
        session.events.replace("other", [OLD], NOON)
        both = session.events.by_child([ANNA.id, BEN.id, ChildId("C-9")])
        assert both == {child: session.events.list_for_child(child) for child in (ANNA.id, BEN.id)}
        assert session.events.by_child([ANNA.id, BEN.id], {"CPP_START"}) == {ANNA.id: (told,)}
        assert session.events.by_child([]) == {}


def test_stating_the_same_events_again_changes_nothing_though_they_moved(store: Store) -> None:
    with store.begin() as session:
        keep_people(session)
        session.events.replace(CENSUS, [OLD, PLAN], NOON)
        moved = replace(PLAN, source=replace(PLAN.source, raw="14/09/2026"))
        assert session.events.replace(CENSUS, [moved, moved, OLD], LATER) == EventChanges()
        assert session.events.list_for_child(ANNA.id) == (OLD, PLAN)


def test_an_event_no_longer_stated_is_retired_and_kept_in_history(store: Store) -> None:
    with store.begin() as session:
        keep_people(session)
        session.events.replace(CENSUS, [OLD, PLAN], NOON)
        corrected = an_event("CPP_START", date(2026, 9, 15))
        changes = session.events.replace(CENSUS, [OLD, corrected], LATER)
        assert changes == EventChanges(added=1, retired=1, children=frozenset({ANNA.id}))
        assert session.events.list_for_child(ANNA.id) == (OLD, corrected)
        assert session.events.list_retired_for_child(ANNA.id) == (PLAN,)
        assert session.events.replace(CENSUS, [OLD, PLAN], LATER).added == 1


def test_an_extract_retires_nothing_of_other_children_or_before_its_window(store: Store) -> None:
    with store.begin() as session:
        keep_people(session)
        session.events.replace(CENSUS, [OLD, PLAN, BENS], NOON)
        changes = session.events.replace(CENSUS, [], LATER, children=[ANNA.id], since=date(2026, 4, 1))
        assert changes.retired == 1
        assert session.events.list_for_child(ANNA.id) == (OLD,)
        assert session.events.list_for_child(BEN.id) == (BENS,)


def test_origins_do_not_touch_each_other(store: Store) -> None:
    with store.begin() as session:
        keep_people(session)
        session.events.replace(CENSUS, [PLAN], NOON)
        session.events.replace("discussion:m/F-1", [PLAN], NOON)
        session.events.replace(CENSUS, [], LATER)
        assert session.events.list_for_child(ANNA.id) == (PLAN,)


def test_an_extract_tells_what_it_covers(store: Store) -> None:
    older = TakenExtract(
        a_digest("sheet.md"),
        "census",
        "Hull",
        date(2026, 10, 1),
        NOON,
        frozenset({"REFERRAL", "CPP_START"}),
        frozenset({ANNA.id, BEN.id}),
        date(2026, 4, 1),
    )
    newer = replace(older, sha256=a_digest("newer"), extract_on=date(2026, 11, 1), children=frozenset({BEN.id}))
    with store.begin() as session:
        keep_people(session)
        session.files.add(a_file("newer"), b"<xml/>")
        session.extracts.add(newer)
        session.extracts.add(older)
        session.extracts.add(older)
        assert session.extracts.list(kind="census", council="Hull") == (older, newer)
        assert session.extracts.list(kind="SSD bundle") == ()
        assert session.extracts.find(newer.sha256) == newer
        assert session.extracts.list_for_child(ANNA.id) == (replace(older, children=frozenset({ANNA.id})),)
        assert len(session.extracts.list_for_child(BEN.id)) == 2
        plain = {each.sha256: replace(each, children=frozenset()) for each in (older, newer)}
        assert session.extracts.by_child([ANNA.id, BEN.id, ChildId("C-9")]) == {
            ANNA.id: (plain[older.sha256],),
            BEN.id: (plain[older.sha256], plain[newer.sha256]),
        }


def test_the_clocks_of_a_child_are_replaced_together(store: Store) -> None:
    core, review = a_clock(), a_clock("RCPC_1", date(2026, 12, 14), ClockState.RUNNING)
    with store.begin() as session:
        keep_people(session)
        assert session.clocks.replace_for_child(ANNA.id, [review, core])
        assert not session.clocks.replace_for_child(ANNA.id, [core, review])
        assert session.clocks.list() == (core, review)
        met = replace(core, state=ClockState.MET, met_on=date(2026, 9, 25))
        assert session.clocks.replace_for_child(ANNA.id, [met])
        assert session.clocks.list(child=ANNA.id) == (met,)


def test_only_the_clocks_that_are_not_as_they_were_are_written(store: Store) -> None:
    core, review, visit = a_clock(), a_clock("RCPC_1", date(2026, 12, 14)), a_clock("CP_VISIT", date(2026, 10, 5))
    with store.begin() as session:
        keep_people(session)
        session.clocks.replace_for_child(ANNA.id, [core, review])
        later = replace(review, state=ClockState.MET)
        changes = session.clocks.compare({ANNA.id: [core, later, visit], BEN.id: ()})
        assert changes.children == {ANNA.id}
        assert changes.gone == (review.id,)
        assert [row["id"] for row in changes.rows] == [review.id, visit.id]
        session.clocks.apply(changes)
        assert session.clocks.list() == (core, visit, later)
        assert session.clocks.compare({ANNA.id: [core]}).gone == (review.id, visit.id)


def test_clocks_are_listed_by_whose_they_are_and_when_they_are_due(store: Store) -> None:
    core, review = a_clock(), a_clock("RCPC_1", date(2026, 12, 14), ClockState.RUNNING)
    with store.begin() as session:
        keep_people(session)
        session.clocks.replace_for_child(ANNA.id, [core, review])
        assert session.clocks.list(family=REED.id, unit=UNIT.id) == (core, review)
        assert session.clocks.list(family=LANE.id) == session.clocks.list(child=BEN.id) == ()
        assert session.clocks.list(due_by=date(2026, 9, 28)) == (core,)
        assert session.clocks.list(states={ClockState.RUNNING}) == (review,)
        assert session.clocks.list(rules={RuleId("CORE_1")}) == (core,)
        assert session.clocks.get(core.id) == core
        with pytest.raises(UnknownIdError):
            session.clocks.get("x")


def test_a_file_comes_back_with_its_report_and_its_bytes(store: Store) -> None:
    with store.begin() as session:
        session.files.add(a_file(), b"\x00# Unit meeting")
        refused = replace(a_file(), outcome=Outcome.REFUSED, taken_at=LATER)
        assert session.files.get(a_file().sha256) == a_file()
        assert session.files.get_content(a_file().sha256) == b"\x00# Unit meeting"
        session.files.add(refused, b"\x00# Unit meeting")
        assert session.files.list() == (refused,)
        assert session.files.find("x") is None
        with pytest.raises(UnknownIdError):
            session.files.get_content("x")


def test_a_schedule_remembers_until_when_it_was_considered(store: Store) -> None:
    with store.begin() as session:
        assert session.schedules.get("weekly") is None
        session.schedules.set("weekly", NOON)
        session.schedules.set("weekly", NOON + timedelta(hours=1))
        assert session.schedules.get("weekly") == NOON + timedelta(hours=1)


def test_an_event_about_a_child_nobody_saved_is_refused(store: Store) -> None:
    with pytest.raises(OperationError), store.begin() as session:
        session.events.replace(CENSUS, [replace(OLD, child=ChildId("C-404"))], NOON)
