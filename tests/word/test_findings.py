"""What is wrong with a layout is said in plain words, with its place and what to do."""

from __future__ import annotations

import pytest

from autoadmin.word import compile_template
from autoadmin.word.errors import LayoutError, Problem
from tests.word.layouts import a_layout


def problem_of(layout: bytes, content: dict[str, object] | None = None) -> Problem:
    with pytest.raises(LayoutError) as caught:
        compile_template(layout).render(content or {})
    return caught.value.problem


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("{{ child.name", "unclosed_tag"),
        ("{{ child name }}", "syntax"),
        ("{{ name|capitalise }}", "unknown_filter"),
        ("{% if name is nice %}{% endif %}", "unknown_test"),
        ("{% if name %}yes", "unclosed_block"),
        ("yes{% endif %}", "unopened_block"),
        ("{% if a %}{% for b in c %}{% endif %}{% endfor %}", "crossing_blocks"),
        ("{% tr for a in b %}", "unknown_tag"),
        ("{% include 'x' %}", "unknown_tag"),
        ("{% macro m() %}", "unknown_tag"),
        ("{%tr for a in b %}", "misplaced_tag"),
        ("{%p if a %} words", "words_beside_tag"),
        ("{%p if a %}{{ value }}", "words_beside_tag"),
        ("{% colspan 2 %}", "misplaced_tag"),
        ("{{ _secret }}", "not_allowed"),
        ("{{ a._secret }}", "not_allowed"),
    ],
)
def test_a_mistake_is_found_when_the_template_is_compiled(typed: str, code: str) -> None:
    with pytest.raises(LayoutError) as caught:
        compile_template(a_layout("Before", typed))
    problem = caught.value.problem
    assert problem.code == code
    assert problem.place.part == "main text"
    assert problem.typed in typed


def test_a_space_too_many_is_named_with_what_to_write() -> None:
    problem = problem_of(a_layout(table=[["{% tr for a in b %}"]]))
    assert problem.suggestion == "Write {%tr for a in b %}."
    assert problem.place.cell == "table 1, row 1, cell 1"


def test_a_block_that_opens_in_a_cell_and_closes_outside_is_named() -> None:
    layout = a_layout("{%p if a %}", table=[["{% endif %}"]])
    with pytest.raises(LayoutError, match="stands in the text between paragraphs, but stands itself in"):
        compile_template(layout)


def test_an_unknown_field_names_what_was_likely_meant_among_its_neighbours() -> None:
    problem = problem_of(a_layout("{{ child.nmae }}"), {"child": {"name": "Ella", "born": "2015"}})
    assert (problem.code, problem.suggestion) == ("unknown_field", "Did you mean “name”?")
    assert problem.typed == "{{ child.nmae }}"


def test_the_place_of_a_failure_in_a_loop_is_the_tag_that_failed() -> None:
    layout = a_layout("{%p for c in children %}", "Name: {{ c.name }}", "Age: {{ c.age }}", "{%p endfor %}")
    problem = problem_of(layout, {"children": [{"name": "Ella"}]})
    assert problem.typed == "{{ c.age }}"
    assert problem.place.words == "Age: {{ c.age }}"


@pytest.mark.parametrize("value", [{"a": 1}, ["a"], object(), b"bytes"])
def test_what_is_no_plain_value_is_refused_not_printed(value: object) -> None:
    assert problem_of(a_layout("{{ x }}"), {"x": value}).code == "wrong_kind"


def test_text_is_not_repeated_letter_by_letter() -> None:
    assert problem_of(a_layout("{% for a in x %}{{ a }}{% endfor %}"), {"x": "words"}).code == "wrong_kind"


def test_errors_say_nothing_of_the_values() -> None:
    with pytest.raises(LayoutError) as caught:
        compile_template(a_layout("{{ x + 1 }}")).render({"x": "Kelly Marsh"})
    assert "Kelly" not in str(caught.value)


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [
        ("{{ child name }}", "A name has no spaces. Did you mean “child_name” or “child.name”?"),
        ("{{p child name }}", "A name has no spaces. Did you mean “child_name” or “child.name”?"),
        ("{{ p story }}", "There is a space too many. Write {{p story }}."),
        ("{% if a = 1 %}{% endif %}", "To compare, write == instead of =."),
        ("{% if a && b %}{% endif %}", "Instead of && write and."),
        ("{% if !a %}{% endif %}", "Instead of ! write not."),
        ("{{ a | }}", "Something is missing at its end."),
        ("{{ a. }}", "Something is missing at its end."),
        ("{% if %}{% endif %}", "Something is missing at its end."),
        ("{{ a|default('none) }}", "A quotation mark has no other half."),
        ("{% for a of b %}{% endfor %}", "A loop is written {% for item in list %}."),
        ("{% if a %}{% else if b == 'c d' %}{% endif %}", "Write {% elif b == 'c d' %}."),
        ("{% set x %}", "Say what it is to be: {% set name = value %}."),
        ("{{ £a }}", "The sign £ has no meaning in a tag."),
        ("{{ a|upcase }}", "The usual ones are default, first, join, last, length, lower, replace, title and upper."),
    ],
)
def test_what_cannot_be_read_comes_with_how_to_mend_it(typed: str, suggestion: str) -> None:
    assert problem_of(a_layout(typed)).suggestion == suggestion
