"""The queue: each key once, each task to one claimant, nothing lost when one of them ends."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from autoadmin.domain.tasks import Task, TaskState
from autoadmin.store import Store
from tests.store.examples import NOON

LEASE = timedelta(minutes=5)


def claim(store: Store, claimant: str = "a", *, now: datetime = NOON, wall_now: datetime = NOON) -> Task | None:
    with store.begin() as session:
        return session.tasks.claim(claimant, now=now, wall_now=wall_now, lease_until=NOON + LEASE)


def add(store: Store, *tasks: Task) -> None:
    with store.begin() as session:
        assert all(session.tasks.add(task) for task in tasks)


def held(store: Store) -> Task:
    with store.read() as session:
        (task,) = session.tasks.list()
    return task


def test_asking_for_the_same_work_twice_makes_one_task(store: Store) -> None:
    with store.begin() as session:
        assert session.tasks.add(Task("draft_document", key="D-1", arguments={"draft": "D-1"}))
        assert not session.tasks.add(Task("draft_document", key="D-1", arguments={"draft": "D-2"}))
        assert session.tasks.add(Task("deliver_document", key="D-1"))
        first, second = session.tasks.list()
    assert first == Task("draft_document", key="D-1", arguments={"draft": "D-1"}, id=first.id)
    assert second.workflow == "deliver_document"


def test_tasks_are_claimed_in_the_order_they_were_added_and_each_once(store: Store) -> None:
    add(store, *(Task("take_in", key=str(number)) for number in range(3)))
    claimed = [claim(store, name) for name in "abcd"]
    assert [task.key if task else None for task in claimed] == ["0", "1", "2", None]
    assert [task.claimed_by for task in claimed if task] == ["a", "b", "c"]


def test_a_task_waits_until_it_is_due(store: Store) -> None:
    add(store, Task("take_in", key="1", not_before=NOON + timedelta(hours=1)))
    with store.read() as session:
        assert not session.tasks.has_claimable(now=NOON, wall_now=NOON)
        assert session.tasks.has_claimable(now=NOON + timedelta(hours=1), wall_now=NOON)
    assert claim(store) is None
    assert claim(store, now=NOON + timedelta(hours=1)) is not None


def test_a_finished_task_is_never_claimed_again(store: Store) -> None:
    add(store, Task("take_in", key="1"))
    task = claim(store)
    assert task
    with store.begin() as session:
        assert session.tasks.finish(task)
        assert not session.tasks.finish(task)
    assert claim(store) is None
    assert held(store) == Task("take_in", key="1", state=TaskState.DONE, id=task.id)


def test_a_task_put_off_counts_its_attempt_and_says_why(store: Store) -> None:
    add(store, Task("take_in", key="1"))
    task = claim(store)
    assert task
    with store.begin() as session:
        assert session.tasks.next_retry(NOON) is None
        assert session.tasks.retry(task, retry_at=NOON + timedelta(seconds=30), error="The database is busy.")
        assert session.tasks.next_retry(NOON) == NOON + timedelta(seconds=30)
    assert claim(store, now=NOON + timedelta(days=1)) is None
    again = claim(store, wall_now=NOON + timedelta(seconds=30))
    assert again
    assert (again.attempts, again.error) == (1, "The database is busy.")


def test_a_task_given_up_is_failed_and_says_why(store: Store) -> None:
    add(store, Task("take_in", key="1"))
    task = claim(store)
    assert task
    with store.begin() as session:
        assert session.tasks.fail(task, error="This file could not be taken in.")
    assert held(store).state is TaskState.FAILED
    assert held(store).error == "This file could not be taken in."
    assert claim(store) is None


def test_what_a_dead_claimant_had_in_hand_is_open_again_and_no_longer_its_own(store: Store) -> None:
    add(store, Task("take_in", key="1"), Task("take_in", key="2"))
    lost, kept = claim(store, "dead"), claim(store, "alive")
    assert lost
    assert kept
    with store.begin() as session:
        assert session.tasks.claimants() == {"dead", "alive"}
        assert session.tasks.release_claims_of({"dead"}) == 1
    again = claim(store, "alive")
    assert again == replace(lost, claimed_by="alive")
    with store.begin() as session:
        assert not session.tasks.finish(lost)
        assert not session.tasks.renew(lost, NOON)
        assert session.tasks.finish(again)


def test_a_lease_that_has_run_out_opens_the_task_and_a_renewed_one_does_not(store: Store) -> None:
    add(store, Task("take_in", key="1"), Task("take_in", key="2"))
    first, second = claim(store), claim(store)
    assert first
    assert second
    with store.begin() as session:
        assert session.tasks.renew(second, NOON + 3 * LEASE)
        assert session.tasks.release_expired(NOON + LEASE) == 0
        assert session.tasks.release_expired(NOON + 2 * LEASE) == 1
        assert [task.key for task in session.tasks.list({TaskState.QUEUED})] == ["1"]


def test_a_task_that_keeps_ending_its_process_is_given_up(store: Store) -> None:
    add(store, Task("take_in", key="1"))
    for _ in range(3):
        assert claim(store, "dead")
        with store.begin() as session:
            session.tasks.release_claims_of({"dead"})
            given_up = session.tasks.fail_interrupted(2)
    assert given_up == 1
    assert held(store).state is TaskState.FAILED


def test_counts_name_every_state(store: Store) -> None:
    add(store, Task("take_in", key="1"), Task("take_in", key="2"))
    claim(store)
    with store.read() as session:
        assert session.tasks.counts() == {
            TaskState.QUEUED: 1,
            TaskState.CLAIMED: 1,
            TaskState.DONE: 0,
            TaskState.FAILED: 0,
        }


@pytest.mark.slow
def test_claiming_stays_quick_among_ten_thousand_tasks(store: Store) -> None:
    with store.begin() as session:
        for number in range(10_000):
            session.tasks.add(Task("draft_document", key=str(number), arguments={"draft": str(number)}))
    with store.begin() as session:
        while (task := session.tasks.claim("a", now=NOON, wall_now=NOON, lease_until=NOON)) and int(task.key) < 5_000:
            session.tasks.finish(task)
    started = time.process_time()
    with store.begin() as session:
        for _ in range(100):
            assert session.tasks.claim("a", now=NOON, wall_now=NOON, lease_until=NOON)
    assert (time.process_time() - started) / 100 < 0.05
