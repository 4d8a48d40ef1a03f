"""Templates as people name them."""

from __future__ import annotations

from autoadmin.domain.templates import which_there_are


def test_a_name_that_is_nearly_one_brings_that_one_and_any_other_brings_all() -> None:
    known = ["unit-minutes", "care-plan"]
    assert which_there_are("unit-minute", known) == 'Did you mean "unit-minutes"?'
    assert which_there_are("letter", known) == "There are: unit-minutes, care-plan."
