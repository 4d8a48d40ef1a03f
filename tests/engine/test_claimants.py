"""A claimant is one process of one host, and never its successor of the same number."""

from __future__ import annotations

import socket
import subprocess
import sys

from autoadmin.engine.claimants import is_gone, this_claimant


def test_this_process_is_not_gone() -> None:
    assert not is_gone(this_claimant())


def test_a_process_that_ended_is_gone() -> None:
    script = "from autoadmin.engine.claimants import this_claimant; print(this_claimant())"
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert is_gone(ended.stdout.strip())


def test_a_new_process_with_an_old_number_is_not_the_old_one() -> None:
    same_number = this_claimant().rpartition("/")[0]
    assert is_gone(f"{same_number}/1")


def test_of_another_host_nobody_can_tell() -> None:
    assert not is_gone("elsewhere/1/1")
    assert not is_gone("elsewhere.example/4000000/1")


def test_an_unreadable_claimant_is_left_to_its_lease() -> None:
    assert not is_gone("")
    assert not is_gone(socket.gethostname())
