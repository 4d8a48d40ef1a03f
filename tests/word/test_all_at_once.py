"""Everything wrong with a layout is said at once, each thing once, and never a template made of what is not right."""

from __future__ import annotations

import pytest

from autoadmin.word import compile_template
from autoadmin.word.errors import LayoutError, Problem, Severity
from tests.word.layouts import a_layout


def problems_of(layout: bytes) -> tuple[Problem, ...]:
    with pytest.raises(LayoutError) as caught:
        compile_template(layout)
    return caught.value.problems


def found(*paragraphs: str) -> list[tuple[str, str]]:
    """Return the code and the tag as typed of everything wrong with some paragraphs."""
    return [(problem.code, problem.typed) for problem in problems_of(a_layout(*paragraphs))]


def test_mistakes_of_every_kind_are_found_in_one_go_in_the_order_of_the_document() -> None:
    layout = a_layout(
        "{{ a|capitalise }}",
        "{{ child name }} and {{ b c }}",
        "{%p if a %} words",
        "{{ }}",
        "{% include 'x' %}",
        "{{ child.name",
        "{{ fine }}{% if x is nice %}{% endif %}",
        "{% colspan 2 %}",
        "{{ _secret }}",
        "{% endif %}{% endfor %}",
        header="{{ d|upcase }}",
    )
    problems = problems_of(layout)
    assert [problem.code for problem in problems] == [
        *("unknown_filter", "syntax", "syntax", "words_beside_tag", "empty_tag", "unknown_tag", "unclosed_tag"),
        *("unknown_test", "misplaced_tag", "not_allowed", "unopened_block", "unknown_filter"),
    ]
    assert {problem.severity for problem in problems} == {Severity.ERROR}
    assert problems[-1].place.part == "header 1"


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["{% if a %}", "{% if b %}", "{% endif %}"], [("unclosed_block", "{% if a %}")]),
        (["{% for x in y %}", "{% if x %}", "{% endfor %}", "{{ x }}"], [("crossing_blocks", "{% endfor %}")]),
        (["{% for x in y %}{% if x %}{% endfor %}{% endif %}"], [("crossing_blocks", "{% endfor %}")]),
        (["{% if x %}{% endfor %}{% endif %}"], [("crossing_blocks", "{% endfor %}")]),
        (["{% if x %}{% endfor %}"], [("crossing_blocks", "{% endfor %}")]),
        (["{%p for x y %}", "{{ x.a }}", "{%p endfor %}"], [("syntax", "{%p for x y %}")]),
        (["{{p a b }}"], [("syntax", "{{p a b }}")]),
        (["{% if a b %}{% elif c %}{% else d %}{% endif %}"], [("syntax", "{% if a b %}"), ("syntax", "{% else d %}")]),
        (["{% if a %}{% else %}{% elif b %}{% endif %}"], [("syntax", "{% elif b %}")]),
        (["{%p if a %}{%p for x in y %} words", "{%p endfor %}{%p endif %}"], [("words_beside_tag", "{%p if a %}")]),
        (["{{ a", "b }} {{ c }}"], [("unclosed_tag", "{{ a")]),
        (["{{ a and {{ b }} or {% if c and {{ d }}"], [("unclosed_tag", "{{ a and"), ("unclosed_tag", "{% if c and")]),
        (["{%p if x% }", "{{ x }}", "{%p endif %}"], [("unclosed_tag", "{%p if x% }")]),
        (["{%p for x in y }", "{{ x.a }}", "{%p endfor %}"], [("unclosed_tag", "{%p for x in y }")]),
        (["{% if x %}yes{% endif }"], [("unclosed_tag", "{% endif }")]),
        (["{% foreach x in y %}{{ x.a }}{% endfor %}"], [("unknown_tag", "{% foreach x in y %}")]),
        (["{% for x in y %}{{ x.a }}{% end %}"], [("unknown_tag", "{% end %}")]),
        (["{{% if x %}}yes{{% endif %}}"], [("syntax", "{{% if x %}}"), ("syntax", "{{% endif %}}")]),
        (["{% end %}"], [("unknown_tag", "{% end %}")]),
    ],
)  # fmt: skip
def test_one_mistake_is_one_problem(paragraphs: list[str], expected: list[tuple[str, str]]) -> None:
    assert found(*paragraphs) == expected


def test_a_space_too_many_brings_no_other_complaint() -> None:
    problems = problems_of(a_layout(table=[["{% tr for a in b %}"], ["{{ a }}"], ["{%tr endfor %}"]]))
    assert [problem.suggestion for problem in problems] == ["Write {%tr for a in b %}."]


def test_a_tag_that_lacks_a_brace_comes_with_what_to_write() -> None:
    assert problems_of(a_layout("Name: {{ child.name } of"))[0].suggestion == "Write {{ child.name }}."


def test_a_problem_leads_back_to_its_paragraph_in_the_file_as_saved() -> None:
    problem = problems_of(a_layout("one", ["{{ a", "|nope }}"], table=[["{{ fine }}", "{{ b|nope }}"]]))[1]
    assert (problem.place.name, problem.place.paragraph, problem.typed) == ("word/document.xml", 3, "{{ b|nope }}")


def test_the_sentence_of_an_error_is_that_of_its_problem_and_of_several_one_line_each() -> None:
    with pytest.raises(LayoutError) as caught:
        compile_template(a_layout("{{ a|nope }}", "{{ b|nope }}"))
    assert caught.value.detail.splitlines() == [str(problem) for problem in caught.value.problems]
    assert caught.value.problem is caught.value.problems[0]


def test_a_mistyped_end_is_one_problem_and_says_what_is_meant() -> None:
    (problem,) = problems_of(a_layout("{%p if a %}", "{%p for x in b %}", "{{ x.c }}", "{%p endfr %}", "{%p endif %}"))
    assert (problem.typed, problem.suggestion) == ("{%p endfr %}", "Did you mean endfor?")


@pytest.mark.parametrize(
    ("paragraph", "meant"),
    [
        ("{% if a %}{% for x in b %}{{ x }}{% end %}{% endif %}", "Did you mean endfor?"),
        ("{% for x in b %}{% if x %}yes{% end for %}{% endif %}", "Did you mean endfor?"),
        ("{% for x in b %}{% if x %}yes{% end if %}{% endfor %}", "Did you mean endif?"),
        ("{% for x in b %}{{ x }}{% next %}", "Did you mean endfor?"),
        ("{{% if a %}yes{% endif %}", "There is a brace too many beside it. Write {% if a %}."),
        ("{% end %}", "No block is open here, so there is none to close. Take it out."),
        ("{% foreach x in b %}{{ x }}{% endfor %}", "Did you mean for?"),
    ],
)
def test_the_words_of_other_languages_bring_what_to_write_where_they_stand(paragraph: str, meant: str) -> None:
    assert problems_of(a_layout(paragraph))[0].suggestion == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("{%p if x% }", "Write {%p if x %}."),
        ("{%p if x}", "Write {%p if x %}."),
        ("{% if x %yes", "Write {% if x %}."),
        ("{% if x % 2 == 0 }", "Write {% if x % 2 == 0 %}."),
        ("{% if x and more words", ""),
    ],
)
def test_a_statement_that_is_not_closed_comes_with_what_to_write_where_that_is_plain(typed: str, meant: str) -> None:
    (problem,) = problems_of(a_layout(typed))
    assert (problem.code, problem.suggestion) == ("unclosed_tag", meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("{{ if x }}", "Only values stand between {{ and }}. Write {% if x %}."),
        ("{{#if x}}", "A block is written {% if x %} here, and ends with {% endif %}."),
        ("{{#each children}}", "A block is written {% for item in children %} here, and ends with {% endfor %}."),
        ("{{/each}}", "A block ends with {% endif %} or {% endfor %} here."),
        ("{{ child's name }}", "Did you mean “child.name”?"),
        ("{{ child’s name }}", "Did you mean “child.name”?"),
        ("{{ child->name }}", "Write “child.name”."),
        ("{{ x | default: 'a' }}", "What a filter is told stands in brackets. Write |default('a')."),
        ("{{ .x }}", "A name cannot begin with a dot."),
        ("{% if x then %}", "Leave out the word then."),
        ("{% if x }%}", "There is a sign too many beside the braces. Write {% if x %}."),
        ("{% child.name %}", "To print a value, write {{ child.name }}."),
        ("{%= x|upper %}", "To print a value, write {{ x|upper }}."),
    ],
)
def test_what_people_type_out_of_habit_comes_with_what_to_write(typed: str, meant: str) -> None:
    (problem,) = problems_of(a_layout(f"{typed}{{% endif %}}" if typed.startswith("{% if") else typed))
    assert problem.suggestion == meant


@pytest.mark.parametrize(
    "paragraphs",
    [
        (
            "{%p for x in xs %}",
            "{%p if a %}",
            "{% if b %}{{ x }}",
            "{%p elif c %}",
            "y",
            "{%p endif %}",
            "{%p endfor %}",
        ),
        ("{%p for x in xs %}", "{% if b %}{{ x }}", "{%p endfor %}"),
        ("{%p if a %}", "{% if b %}{{ x }}", "{%p endif %}"),
    ],
)
def test_a_block_that_began_in_a_paragraph_and_is_open_where_one_around_it_ends_is_what_is_told_of(
    paragraphs: tuple[str, ...],
) -> None:
    (problem,) = problems_of(a_layout(*paragraphs))
    assert (problem.code, problem.typed) == ("unclosed_block", "{% if b %}")


def test_the_end_that_is_missing_is_written_as_its_beginning_was() -> None:
    (unclosed,) = problems_of(a_layout("{%p for x in xs %}", "{{ x }}"))
    assert "{%p endfor %} is missing" in unclosed.message
    (crossing,) = problems_of(a_layout("{%p for x in xs %}", "{%p if x %}", "{%p endfor %}", "{%p endif %}"))
    assert crossing.suggestion == "Put {%p endif %} before it."


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("{% if a %}{% for x in xs %}{{ x }}{% endof %}{% endif %}", "endfor"),
        ("{% for x in xs %}{% if x %}{{ x }}{% endof %}{% endfor %}", "endif"),
        ("{% if a %}{% for x in xs %}{{ x }}{% endfr %}{% endif %}", "endfor"),
    ],
)
def test_an_end_that_could_be_that_of_several_blocks_is_taken_for_that_of_the_innermost(typed: str, meant: str) -> None:
    (problem,) = problems_of(a_layout(typed))
    assert problem.suggestion == f"Did you mean {meant}?"
