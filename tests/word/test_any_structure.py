"""Whatever stands in whatever, split into runs anywhere: a document shows what its layout says, line by line."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from autoadmin.word import compile_template
from autoadmin.word.checking import check_layout
from autoadmin.word.controls import held_by
from autoadmin.word.names import W
from autoadmin.word.reading import read_text
from autoadmin.word.rehearsing import Case
from tests.word.layouts import main_part
from tests.word.structures import CONTENT, a_structure
from tests.word.test_undamaged import check_opens


@given(st.integers(0, 10**9))
@settings(max_examples=80, deadline=None)
def test_a_document_shows_what_its_layout_says_and_holds_what_word_needs(seed: int) -> None:
    layout, lines = a_structure(random.Random(seed))
    file = compile_template(layout).render(CONTENT).file
    check_opens(file)
    assert [line for line in read_text(file).split("\n") if line] == lines
    part = main_part(file)
    assert all(next(table.iter(f"{W}tr"), None) is not None for table in part.iter(f"{W}tbl"))
    assert all(next(row.iter(f"{W}tc"), None) is not None for row in part.iter(f"{W}tr"))
    assert all([*held_by(cell)][-1].tag == f"{W}p" for cell in part.iter(f"{W}tc"))
    around_blocks = [control for control in part.iter(f"{W}sdtContent") if control.find(f"../{W}sdtPr") is not None]
    assert all(len(control) for control in around_blocks)


@given(st.integers(0, 10**9))
@settings(max_examples=30, deadline=None)
def test_nothing_of_it_is_an_error_to_the_check(seed: int) -> None:
    layout, _ = a_structure(random.Random(seed))
    assert not check_layout(layout, cases=[Case("the sample", CONTENT)]).errors
