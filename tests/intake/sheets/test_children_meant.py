"""A line is about a child only where it plainly names that child."""

from __future__ import annotations

import pytest

from autoadmin.domain.identifiers import ChildId
from autoadmin.domain.records import RecordedChild
from autoadmin.intake.sheets.children_meant import children_named

NOAH = RecordedChild("Noah Marsh", ChildId("C-1"))
MAY = RecordedChild("May Okafor-Bell", ChildId("C-2"))
CHILDREN = (NOAH, MAY)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("Noah was seen alone", ("C-1",)),
        ("noah seen alone", ("C-1",)),
        ("Noah’s school rang", ("C-1",)),
        ("Noah Marsh came", ("C-1",)),
        ("NOAH MARSH came", ("C-1",)),
        ("C-1 was seen", ("C-1",)),
        ("saw Noah Tuesday", ("C-1",)),
        ("Noah and May played", ("C-1", "C-2")),
        ("Ella's friend Noah Smith said so", ()),
        ("it may rain", ()),
        ("May is tired", ("C-2",)),
        ("May Okafor-Bell is tired", ("C-2",)),
        ("Noah-like", ()),
        ("both children were seen", ()),
    ],
)
def test_a_line_names_the_children_it_plainly_names(line: str, meant: tuple[str, ...]) -> None:
    assert children_named(line, CHILDREN) == meant


def test_a_first_name_that_two_children_share_names_neither() -> None:
    assert children_named("Noah came", (NOAH, RecordedChild("Noah Holt", ChildId("C-3")))) == ()
