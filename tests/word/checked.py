"""A layout checked against the fields of an invented document."""

from __future__ import annotations

from autoadmin.word.checking import Checked, check_layout
from autoadmin.word.errors import Problem

KNOWN = [
    *("child.name", "child.born", "child.id", "council", "children[].name", "children[].age", "date_of_birth"),
    *("discussions[].family", "discussions[].decisions[].why"),
]


def check(layout: bytes) -> Checked:
    """Return what is found in a layout whose document has the fields above."""
    return check_layout(layout, known=KNOWN)


def the_problem(checked: Checked) -> Problem:
    """Return the one thing that was found."""
    assert len(checked.problems) == 1, checked.problems
    return checked.problems[0]
