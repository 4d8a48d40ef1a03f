"""The tags to copy are those that the engine reads: a layout made of them uses every field, and no other."""

from __future__ import annotations

import pytest

from autoadmin.domain.fields import Field, Shape, paths
from autoadmin.drafting.fields import FIELDS
from autoadmin.word import compile_template
from autoadmin.word.picking import Pick, picks
from autoadmin.word.reading import read_text
from tests.word.layouts import a_layout

WHY = Field("why", "the reason")
DECISIONS = Field("decisions", "what was decided", shape=Shape.LIST, children=(WHY,), each="decision")
UNIT = Field("unit", "the unit", shape=Shape.GROUP, children=(Field("name", "its name"),))
LINES = Field("lines", "what is open", shape=Shape.LIST, each="line")
IS_REVIEW = Field("is_review", "whether it is a review", shape=Shape.YES_NO)


def typed(fields: tuple[Field, ...]) -> list[str]:
    """Return the tags of some fields with the lists closed, as somebody who copies them all would type them."""
    still_open: list[Pick] = []
    lines: list[str] = []
    for pick in picks(fields):
        while still_open and pick.level <= still_open[-1].level:
            lines.append(still_open.pop().closing)
        if pick.closing:
            still_open.append(pick)
        lines.append(pick.tag)
    lines += [pick.closing for pick in reversed(still_open)]
    return [line.replace("{%tr", "{%p") for line in lines if line]


def test_each_field_has_the_tag_to_copy_and_a_list_the_two_that_its_rows_stand_between() -> None:
    assert [(pick.path, pick.tag, pick.closing) for pick in picks((UNIT, DECISIONS, IS_REVIEW, LINES))] == [
        ("unit", "", ""),
        ("unit.name", "{{ unit.name }}", ""),
        ("decisions", "{%tr for decision in decisions %}", "{%tr endfor %}"),
        ("decisions[].why", "{{ decision.why }}", ""),
        ("is_review", "{% if is_review %}...{% endif %}", ""),
        ("lines", "{%p for line in lines %}", "{%p endfor %}"),
        ("lines[]", "{{ line }}", ""),
    ]


def test_the_rows_of_a_list_in_a_table_are_repeated_by_its_tags() -> None:
    opening, why, closing = next(picks([DECISIONS])).tag, "{{ decision.why }}", "{%tr endfor %}"
    layout = a_layout(table=[[opening], [why], [closing]])
    text = read_text(compile_template(layout).render({"decisions": [{"why": "late"}, {"why": "ill"}]}).file)
    assert text.split() == ["late", "ill"]


@pytest.mark.parametrize("composition", FIELDS)
def test_a_layout_of_all_tags_uses_every_field_of_the_document_and_no_other(composition: str) -> None:
    fields = FIELDS[composition]
    used = set(compile_template(a_layout(*typed(fields))).fields)
    assert used <= paths(fields)
    groups = {pick.path for pick in picks(fields) if pick.field.shape is Shape.GROUP}
    lists = {pick.path for pick in picks(fields) if pick.field.shape is Shape.LIST}
    assert used == paths(fields) - groups - lists


@pytest.mark.parametrize("composition", FIELDS)
def test_what_a_row_is_called_is_no_field_at_the_top_and_no_row_around_it(composition: str) -> None:
    taken = {0: {field.name for field in FIELDS[composition]}}
    for pick in picks(FIELDS[composition]):
        around = taken[max(level for level in taken if level <= pick.level)]
        if pick.closing or pick.field.shape is Shape.GROUP:  # what stood within the list or group before is over
            taken = {level: names for level, names in taken.items() if level <= pick.level}
        if pick.closing:
            row = pick.tag.split()[2]
            assert row.isidentifier() and row not in around, pick.path
            taken[pick.level + 1] = around | {row}


def test_a_row_whose_name_is_a_field_at_the_top_is_called_one_of_them() -> None:
    found = [pick.tag for pick in picks((DECISIONS, Field("decision", "whose decision it is")))]
    assert found == ["{%tr for one_decision in decisions %}", "{{ one_decision.why }}", "{{ decision }}"]
