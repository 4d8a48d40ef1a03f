"""The clocks of a whole council are those of each child, however many are read at once and by how many processes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest

from autoadmin.domain.clocks import Clock
from autoadmin.domain.identifiers import ChildId
from autoadmin.domain.people import Child
from autoadmin.workflows.gathering import clocks_now
from autoadmin.workflows.list_due import Wanted, list_due, wanted_of
from autoadmin.workflows.many_clocks import clocks_of_many, counting_of
from autoadmin.workflows.restate_clocks import restate_clocks
from autoadmin.workflows.side_by_side import PAYS_FROM, Part, sharing
from autoadmin.workflows.start_clocks import start_clocks
from tests.databases import on_both
from tests.timescales.office_diary import an_entry
from tests.workflows.office import HEAD, PENROSE, QUILL, Office

pytestmark = on_both

TOLD = "2026-09-01 REFERRAL | bundle 2026-11-18"


@pytest.fixture
def held(office: Office) -> Office:
    """Return the office after one meeting about two families."""
    office.drop("sheet.md", HEAD + PENROSE + QUILL)
    office.run()
    return office


def one_by_one(office: Office, on: date) -> dict[str, tuple[Clock, ...]]:
    with office.services.store.read() as store:
        children = store.events.list_children_with_events()
        return {child: clocks_now(store, office.services.shelf, child, at=on) for child in children}


def all_at_once(office: Office, on: date) -> dict[str, tuple[Clock, ...]]:
    with office.services.store.read() as store:
        counted = clocks_of_many(store, store.children.list(), counting_of(office.services.shelf, on))
        return {child.id: clocks for child, clocks in counted if clocks}


@pytest.mark.parametrize("later", [0, 10, 400])
def test_children_read_together_have_the_clocks_that_each_has_alone(held: Office, later: int) -> None:
    on = held.services.today() + timedelta(days=later)
    alone = one_by_one(held, on)
    assert sum(map(len, alone.values())) > len(alone) > 1
    assert all_at_once(held, on) == alone


def test_two_processes_count_what_one_does(held: Office) -> None:
    counting = counting_of(held.services.shelf, held.services.today())
    with held.services.store.read() as store:
        parts: list[Part] = [(child,) for child in store.children.list()]
    work = partial(wanted_of, counting, Wanted(is_all=True))
    with sharing(held.services.store, work, len(parts)) as share:
        alone = list(share(parts))
    with sharing(held.services.store, work, PAYS_FROM) as share:
        together = list(share(parts))
    assert together == alone
    assert len(parts) == 3 and all(alone)


def test_the_list_of_what_is_due_has_every_clock_that_the_children_have(held: Office) -> None:
    due = list_due(held.services, by="test", is_all=True)
    counted = one_by_one(held, held.services.today())
    assert {row.clock.id for row in due} == {clock.id for clocks in counted.values() for clock in clocks}


def test_restating_makes_them_those_of_the_day_and_a_second_time_changes_nothing(held: Office) -> None:
    later = held.at("2026-12-04")
    assert restate_clocks(later.services) == 3
    assert restate_clocks(later.services) == 0
    with held.services.store.read() as store:
        kept = {
            child: {clock.id: clock for clock in store.clocks.list(child=ChildId(child))}
            for child in ("C-9011", "C-9021")
        }
    counted = one_by_one(held, date(2026, 12, 4))
    assert kept == {child: {clock.id: clock for clock in counted[child]} for child in kept}


def test_after_one_new_event_only_that_childs_clocks_are_read_again(held: Office) -> None:
    """The other children's kept clocks are taken away first: whoever counts them again puts them back."""
    ada, dot = ChildId("C-9011"), ChildId("C-9021")
    event = an_entry(TOLD)
    with held.services.store.begin() as store:
        for child in store.children.list():
            store.clocks.replace_for_child(child.id, ())
        store.events.replace("bundle", [replace(event, child=ada)], datetime(2026, 11, 20, tzinfo=UTC))
    assert start_clocks(held.services, file="f", drop="d", children=ada) == 1
    with held.services.store.read() as store:
        assert {clock.child for clock in store.clocks.list()} == {ada}
        assert any(clock.started_by.code == "REFERRAL" for clock in store.clocks.list(child=ada))
        assert not store.clocks.list(child=dot)


def test_children_of_whom_nothing_is_held_have_no_clocks(office: Office) -> None:
    counting = counting_of(office.services.shelf, office.services.today())
    with office.services.store.read() as store:
        assert list(clocks_of_many(store, (), counting)) == []
        (only,) = clocks_of_many(store, (Child(ChildId("C-1")),), counting)
    assert only[1] == ()
