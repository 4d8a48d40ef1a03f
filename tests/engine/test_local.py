"""The engine does each task once, tries again what may pass, and gives up what only a person can mend."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

import pytest

from autoadmin.domain.errors import IntakeError, OperationError
from autoadmin.domain.identifiers import slug
from autoadmin.domain.tasks import MOST_ATTEMPTS, Task, TaskState, retry_after
from autoadmin.engine import Workflow, run_forever, run_queued
from tests.engine.office import (
    NOON,
    WORKFLOWS,
    Office,
    are_all_done,
    later,
    leave_trace,
    open_office,
    queue,
    retry_at,
    tasks_of,
    traces,
    wait_for,
    with_real_time,
)

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    opened = open_office(tmp_path)
    yield opened
    opened.store.close()


def start_process(folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "tests.engine.office", folder], cwd=ROOT)


def a_task(subject: str, *, workflow: str = "leave_trace", not_before: datetime | None = None) -> Task:
    return Task(workflow, subject, {"subject": subject}, not_before)


def fail_with(error: Exception) -> dict[str, Workflow]:
    def fail(_office: Office, *, subject: str) -> None:
        raise error

    return {"leave_trace": fail}


def only(office: Office) -> Task:
    (task,) = tasks_of(office)
    return task


def test_queued_tasks_are_done_in_order_until_none_is_left(office: Office) -> None:
    ended: list[str] = []
    queue(office, a_task("a"), a_task("b"))
    assert run_queued(office, WORKFLOWS, on_end=lambda task: ended.append(task.key)) == 2
    assert traces(office) == ended == ["a", "b"]
    assert run_queued(office, WORKFLOWS) == 0


def test_tasks_that_a_workflow_queues_are_done_as_well(office: Office) -> None:
    def ask_for_more(services: Office, *, subject: str) -> None:
        queue(services, a_task(subject + "!"))

    queue(office, a_task("a", workflow="ask_for_more"))
    assert run_queued(office, {**WORKFLOWS, "ask_for_more": ask_for_more}) == 2
    assert traces(office) == ["a!"]


def test_a_task_is_done_when_the_clock_of_the_office_reaches_it(office: Office) -> None:
    queue(office, a_task("a", not_before=NOON + timedelta(hours=1)))
    assert run_queued(office, WORKFLOWS) == 0
    assert run_queued(later(office, timedelta(hours=1)), WORKFLOWS) == 1


@pytest.mark.parametrize("error", [IntakeError("Line 3 has no date."), OperationError("No such folder.")])
def test_what_only_a_person_can_mend_is_given_up_at_once_and_says_why(office: Office, error: Exception) -> None:
    queue(office, a_task("a"))
    run_queued(office, fail_with(error))
    assert only(office).state is TaskState.FAILED
    assert only(office).error == str(error)


def test_a_workflow_nobody_knows_is_given_up(office: Office) -> None:
    queue(office, a_task("a", workflow="deliver_by_pigeon"))
    run_queued(office, WORKFLOWS)
    assert only(office).state is TaskState.FAILED
    assert "deliver_by_pigeon" in only(office).error


def test_a_failed_task_does_not_keep_others_from_being_done(office: Office) -> None:
    queue(office, a_task("a", workflow="unknown"), a_task("b"))
    assert run_queued(office, WORKFLOWS) == 2
    assert traces(office) == ["b"]


def test_what_may_pass_is_tried_again_later_each_time_and_then_given_up(office: Office) -> None:
    workflows = fail_with(OperationError("The database is busy.", temporary=True))
    office = with_real_time(office, NOON)
    queue(office, a_task("a"))
    for failed in range(1, MOST_ATTEMPTS):
        assert run_queued(office, workflows) == 1
        task = only(office)
        assert (task.state, task.attempts) == (TaskState.QUEUED, failed)
        wait = retry_at(office) - office.wall_clock()
        assert retry_after(failed) <= wait <= 1.2 * retry_after(failed)
        assert run_queued(office, workflows) == 0
        office = with_real_time(office, retry_at(office))
    run_queued(office, workflows)
    assert only(office).state is TaskState.FAILED
    assert only(office).attempts == MOST_ATTEMPTS


def test_a_task_that_recovers_is_done_and_its_error_forgotten(office: Office) -> None:
    queue(office, a_task("a"))
    run_queued(office, fail_with(OperationError("Busy.", temporary=True)))
    run_queued(with_real_time(office, retry_at(office)), WORKFLOWS)
    assert only(office).state is TaskState.DONE
    assert only(office).error == ""


def test_a_task_put_off_for_a_moment_is_waited_for_and_one_put_off_for_long_is_not(office: Office) -> None:
    queue(office, a_task("a"))
    run_queued(office, fail_with(OperationError("Busy.", temporary=True)))
    almost = retry_at(office) - timedelta(seconds=0.3)
    ahead = almost - datetime.now(UTC)
    soon = replace(office, wall_clock=lambda: datetime.now(UTC) + ahead)
    assert run_queued(soon, WORKFLOWS, patience=timedelta(seconds=0.1)) == 0
    assert run_queued(soon, WORKFLOWS, patience=timedelta(seconds=5)) == 1
    assert are_all_done(office)


def test_an_unexpected_error_is_told_by_its_kind_and_place_and_never_by_its_words(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    queue(office, a_task("a"))
    with caplog.at_level(logging.DEBUG):
        run_queued(office, fail_with(KeyError("Anna Reed was seen alone")))
    assert only(office).state is TaskState.QUEUED
    assert only(office).error.startswith("Unexpected KeyError at test_local.py, line ")
    assert "Anna" not in only(office).error + caplog.text
    assert "task_put_off task=1 workflow=leave_trace" in caplog.text


def test_an_error_in_the_house_is_placed_in_the_house(office: Office) -> None:
    def mistake_its_arguments(_office: Office, *, subject: str) -> None:
        slug(cast(str, len(subject)))

    queue(office, a_task("a"))
    run_queued(office, {"leave_trace": mistake_its_arguments})
    assert only(office).error.startswith("Unexpected AttributeError at autoadmin/domain/identifiers.py, line ")


def test_when_told_to_stop_the_task_in_hand_is_finished_and_no_other_begun(office: Office) -> None:
    stop = threading.Event()

    def stop_soon(services: Office, *, subject: str) -> None:
        stop.set()
        leave_trace(services, subject=subject)

    queue(office, a_task("a"), a_task("b"))
    assert run_queued(office, {"leave_trace": stop_soon}, stop=stop) == 1
    assert traces(office) == ["a"]
    assert [task.state for task in tasks_of(office)] == [TaskState.DONE, TaskState.QUEUED]


def test_running_for_ever_does_what_is_queued_meanwhile_until_told_to_stop(office: Office) -> None:
    stop = threading.Event()
    poll = timedelta(seconds=0.02)
    worker = threading.Thread(target=run_forever, args=(office, WORKFLOWS), kwargs={"stop": stop, "poll": poll})
    worker.start()
    queue(office, a_task("a"))
    wait_for(lambda: are_all_done(office))
    queue(office, a_task("b"))
    wait_for(lambda: are_all_done(office))
    stop.set()
    worker.join(timeout=10)
    assert not worker.is_alive()


def test_two_processes_do_two_hundred_tasks_each_exactly_once(office: Office, tmp_path: Path) -> None:
    queue(office, *(a_task(f"{number:03}") for number in range(200)))
    processes = [start_process(tmp_path) for _ in range(2)]
    assert [process.wait(timeout=120) for process in processes] == [0, 0]
    assert sorted(traces(office)) == [f"{number:03}" for number in range(200)]
    assert are_all_done(office)


def test_the_task_of_a_killed_process_is_taken_over_at_once(office: Office, tmp_path: Path) -> None:
    queue(office, a_task("a", workflow="linger"), a_task("b"))
    process = start_process(tmp_path)
    wait_for(lambda: traces(office) == ["a begun"])
    process.kill()  # SIGKILL; not waited for, so that it lies there as a zombie
    wait_for(lambda: bool(tasks_of(office)[0].claimed_by) and _is_zombie(process.pid))
    assert run_queued(office, {**WORKFLOWS, "linger": leave_trace}) == 2
    assert traces(office) == ["a begun", "a", "b"]
    assert are_all_done(office)
    process.wait()


def test_a_living_process_keeps_its_task(office: Office, tmp_path: Path) -> None:
    queue(office, a_task("a", workflow="linger"))
    process = start_process(tmp_path)
    wait_for(lambda: traces(office) == ["a begun"])
    assert run_queued(office, WORKFLOWS) == 0
    process.kill()
    process.wait()


def test_a_task_claimed_on_another_host_is_open_again_when_its_lease_has_run_out(office: Office) -> None:
    queue(office, a_task("a"))
    real = office.wall_clock()
    with office.store.begin() as store:
        store.tasks.claim("elsewhere/1/1", now=NOON, wall_now=real, lease_until=real + timedelta(seconds=1))
    assert run_queued(office, WORKFLOWS) == 0
    wait_for(lambda: run_queued(office, WORKFLOWS) == 1)
    assert are_all_done(office)


def test_a_lease_is_renewed_for_as_long_as_the_work_lasts(office: Office) -> None:
    lease = timedelta(seconds=0.3)
    ends: set[datetime | None] = set()

    def last_long(services: Office, *, subject: str) -> None:
        def is_renewed() -> bool:
            ends.add(tasks_of(services)[0].lease_until)
            return len(ends) > 4

        wait_for(is_renewed)
        assert run_queued(services, WORKFLOWS) == 0

    queue(office, a_task("a"))
    assert run_queued(office, {"leave_trace": last_long}, lease=lease) == 1
    assert are_all_done(office)


def test_work_that_was_taken_over_is_not_settled_twice(office: Office) -> None:
    def be_taken_for_dead(services: Office, *, subject: str) -> None:
        far = services.wall_clock() + timedelta(days=1)
        with services.store.begin() as store:
            store.tasks.release_expired(far)
            store.tasks.claim("elsewhere/1/1", now=NOON, wall_now=far, lease_until=far)

    queue(office, a_task("a"))
    run_queued(office, {"leave_trace": be_taken_for_dead})
    assert (only(office).state, only(office).claimed_by) == (TaskState.CLAIMED, "elsewhere/1/1")


def _is_zombie(pid: int) -> bool:
    return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] == "Z"
