"""What `check_layout` says of questions that no sample answers with yes, and of values of which one is printed."""

from __future__ import annotations

import pytest

from autoadmin.word.checking import check_layout
from autoadmin.word.errors import Severity
from autoadmin.word.rehearsing import Case
from tests.word.checked import check, the_problem
from tests.word.layouts import a_layout

EXAMPLE: dict[str, object] = {
    "child": {"name": "Ella", "is_open": True, "age": 3, "school": None},
    "children": [{"age": 4}],
}


@pytest.mark.parametrize(
    ("asked", "message", "meant"),
    [
        ('child.is_open == "Yes"', "“child.is_open” is yes or no, so it is never “Yes”.", "{% if child.is_open %}"),
        ('child.age != "3"', "“child.age” is a number, so it is never “3”.", "Write 3 without quotation marks."),
        ("child.name == 3", "“child.name” is text, so it is never 3.", 'Write it in quotation marks: "3".'),
        ('children == ""', "“children” is a list, so it is never “”.", "{% if not children %}"),
        ("child.name == true", "“child.name” is text, so it is never true.", "{% if child.name %}"),
    ],
)
def test_a_question_that_no_sample_could_answer_with_yes_is_a_warning(asked: str, message: str, meant: str) -> None:
    layout = a_layout(f"{{% if {asked} %}}yes{{% endif %}}")
    problem = the_problem(check_layout(layout, cases=[Case("", EXAMPLE, example=EXAMPLE)]))
    assert (problem.code, problem.severity, problem.message) == ("never_so", Severity.WARNING, message)
    assert meant in problem.suggestion


@pytest.mark.parametrize(
    "asked",
    [
        *('child.name != ""', "child.is_open == 1", "child.age == true", "child.school == 'x'", "child.age == 3"),
        *("child.name == children", "child.name == none", "1 < child.age < 9"),
    ],
)
def test_a_question_that_may_be_answered_either_way_is_none(asked: str) -> None:
    layout = a_layout(f"{{% if {asked} %}}yes{{% endif %}}")
    assert not check_layout(layout, cases=[Case("", EXAMPLE, example=EXAMPLE)]).problems


def test_the_entries_of_a_loop_are_asked_as_what_they_are() -> None:
    layout = a_layout("{% for c in children %}{% if c.age == '4' %}yes{% endif %}{% endfor %}")
    assert the_problem(check_layout(layout, cases=[Case("", EXAMPLE, example=EXAMPLE)])).code == "never_so"


def test_two_values_joined_by_and_print_one_and_that_is_a_warning() -> None:
    problem = the_problem(check(a_layout("{{ child.name and council }}")))
    assert (problem.message, problem.suggestion) == (
        "This prints only “council”.",
        "To print both, write {{ child.name }} and {{ council }}.",
    )
    assert not check(a_layout("{{ child.name and 'named' }}")).problems
