"""What fails is counted and logged without case content, and stops nothing."""

from __future__ import annotations

import logging

import pytest

from autoadmin.daemon.guard import Tally, guarded
from autoadmin.domain.errors import OperationError


def test_what_is_found_is_counted() -> None:
    tally = Tally()
    ring = guarded("ring", lambda: 3, tally)
    ring()
    ring()
    assert str(tally) == "ring 2, ring found 6"


def test_before_anything_happened_the_tally_says_so() -> None:
    assert str(Tally()) == "nothing yet"


def test_our_errors_are_logged_with_their_sentence(caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> int:
        raise OperationError("The database is away.")

    guarded("ring", fail, Tally())()
    assert caplog.messages == ["ring failed: The machine could not do this. The database is away."]


def test_the_message_of_any_other_error_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> int:
        raise ValueError("Ella Marsh")

    tally = Tally()
    guarded("ring", fail, tally)()
    assert "Ella" not in caplog.text
    assert caplog.messages[0].startswith("ring failed: ValueError at tests.daemon.test_guard, line ")
    assert str(tally) == "ring failed 1"


def test_a_failure_that_lasts_is_logged_when_it_starts_and_ends(caplog: pytest.LogCaptureFixture) -> None:
    is_away = True

    def look() -> int:
        if is_away:
            raise OperationError("The drive is away.")
        return 0

    tally = Tally()
    guard = guarded("look", look, tally)
    with caplog.at_level(logging.INFO):
        for _ in range(3):
            guard()
        is_away = False
        guard()
        guard()
    assert caplog.messages == [
        "look failed: The machine could not do this. The drive is away.",
        "look works again",
    ]
    assert str(tally) == "look 2, look failed 3, look found 0"
