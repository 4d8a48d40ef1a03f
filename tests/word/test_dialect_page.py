"""docs/templates.md: every example on it is one that a layout may hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from autoadmin.word import compile_template
from tests.word.layouts import a_layout

PAGE = (Path(__file__).parents[2] / "docs" / "templates.md").read_text(encoding="utf-8")
ROWS = [line for line in PAGE.splitlines() if line.startswith("| ") and "`" in line]
CODE = re.compile("`([^`]+)`")


def examples(row: str) -> list[str]:
    """Return the pieces of an example: one paragraph, row or cell each."""
    return [piece.replace("\\|", "|") for piece in CODE.findall(row.split(" | ", 1)[1])]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.split("|")[1].strip())
def test_an_example_compiles(row: str) -> None:
    pieces = examples(row)
    if any("{%tc" in piece or "hm %}" in piece for piece in pieces):
        layout = a_layout(table=[pieces])
    elif any("{%tr" in piece or "colspan" in piece or "cellbg" in piece for piece in pieces):
        layout = a_layout(table=[[piece] for piece in pieces])
    else:
        layout = a_layout(*pieces)
    assert pieces
    compile_template(layout)


def test_what_is_said_not_to_be_taken_is_refused() -> None:
    for typed in ("{% macro a() %}{% endmacro %}", "{% include 'x' %}", "{% filter upper %}a{% endfilter %}"):
        with pytest.raises(Exception, match=r"The tag \w+ is not for layouts"):
            compile_template(a_layout(typed))
