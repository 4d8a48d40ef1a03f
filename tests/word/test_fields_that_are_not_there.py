"""What `check_layout` says of fields that there are not, and of those that only seem to be none."""

from __future__ import annotations

import pytest

from autoadmin.word.checking import check_layout
from autoadmin.word.errors import Severity
from autoadmin.word.rehearsing import Case
from tests.word.checked import KNOWN, check, the_problem
from tests.word.layouts import a_layout, rendered


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [
        ("{{ chlid.name }}", "Did you mean “child.name”?"),
        ("{{ child.nmae }}", "Did you mean “child.name”?"),
        ("{{ Child.Name }}", "Did you mean “child.name”?"),
        ("{{ date-of-birth }}", "Did you mean “date_of_birth”?"),
        ("{{ born }}", "Did you mean “child.born”?"),
        ("{% for c in children %}{{ c.nam }}{% endfor %}", "Did you mean “c.name”?"),
        ("{% for d in discussions %}{% for x in d.decisons %}{{ x.why }}{% endfor %}{% endfor %}", "“d.decisions”?"),
        ("{{ why }}", "Each of “discussions.decisions” has “why”: repeat them with a for."),
        ("{{ children.age }}", "such as {% for item in children %}, and name item.age."),
        ("{{ children|map(attribute='nam')|join(', ') }}", "Did you mean “name”?"),
        ("{{ utterly_else }}", "The field list of this document says what there is."),
    ],
)
def test_a_field_that_is_not_there_is_named_with_what_was_likely_meant(typed: str, suggestion: str) -> None:
    problem = check(a_layout(typed)).problems[0]
    assert (problem.code, problem.severity) == ("unknown_field", Severity.ERROR)
    assert suggestion in problem.suggestion
    assert problem.typed in typed


@pytest.mark.parametrize(
    ("typed", "message", "meant"),
    [
        ("{{ child-name }}", "There is no field “child-name”.", "Did you mean “child.name”?"),
        ("{{ date-of-birth }}", "There is no field “date-of-birth”.", "Did you mean “date_of_birth”?"),
        ("{{ child/name }}", "There is no field “child/name”.", "Did you mean “child.name”?"),
        ("{{ child.name.first }}", "“child.name” is one value, so it has no “first”.", "Write {{ child.name }}."),
        ("{{ children.count }}", "“children” is a list, so it has no “count” of its own.", "Write children|length."),
        ("{{ children.first }}", "“children” is a list, so it has no “first” of its own.", "Write children|first."),
        ("{{ children|map(attribute='x')|join }}", "There is no field “x”.", "Each of “children” has age, name."),
    ],
)
def test_a_field_written_as_elsewhere_comes_with_how_it_is_written_here(typed: str, message: str, meant: str) -> None:
    problem = the_problem(check(a_layout(typed)))
    assert (problem.message, problem.suggestion) == (message, meant)


@pytest.mark.parametrize("typed", ["{{ child.name[0] }}", "{% for each in child %}{{ each }}{% endfor %}"])
def test_what_renders_is_never_refused_for_a_field_that_the_list_does_not_have(typed: str) -> None:
    assert not check(a_layout(typed)).problems
    assert rendered(a_layout(typed), {"child": {"name": "Ella"}}) in ("E", "name")


def test_a_field_that_is_not_there_is_found_at_every_place_it_stands() -> None:
    layout = a_layout("{{ chlid.name }}", "{% if chlid.name %}x{% endif %}", table=[["{{ chlid.name }}"]])
    problems = check(layout).errors
    assert [problem.typed for problem in problems] == ["{{ chlid.name }}", "{% if chlid.name %}", "{{ chlid.name }}"]
    assert str(problems[2]) == (
        "In the main text, table 1, row 1, cell 1: “{{ chlid.name }}”. {{ chlid.name }}: "
        "There is no field “chlid.name”. Did you mean “child.name”?"
    )


@pytest.mark.parametrize(
    "typed",
    [
        "{{ nickname|default('none') }}",
        "{{ child.nickname|d('none') }}",
        "{% if nickname is defined %}{{ nickname.first }}{% endif %}",
        "{{ nickname if nickname is defined else 'none' }}",
        "{% if child.nickname is recorded and child.nickname %}{{ child.nickname }}{% endif %}",
    ],
)
def test_a_use_that_allows_for_absence_is_no_error(typed: str) -> None:
    checked = check(a_layout(typed))
    assert not checked.errors
    assert {problem.code for problem in checked.problems} == {"never_there"}


def test_a_default_does_not_help_below_what_is_not_there() -> None:
    assert the_problem(check(a_layout("{{ person.name|default('none') }}"))).severity is Severity.ERROR


@pytest.mark.parametrize(
    "typed",
    [
        "{% for a, b in child.items() %}{{ a.x }}{% endfor %}",
        "{% for g in children|groupby('age') %}{% for c in g.list %}{{ c.name }}{% endfor %}{{ g.list }}{% endfor %}",
        "{% for row in children|batch(2) %}{% for c in row %}{{ c.name }}{% endfor %}{% endfor %}",
        "{% set who = child.name or council %}{{ who.upper() }}",
        "{% with c = children|first %}{{ c.age }}{% endwith %}{{ children[0].name }}",
        "{{ date_of_birth.year }}{% for c in children %}{{ loop.index }} {{ c['name'] }}{% endfor %}",
        "{% for c in children if c.age > 9 %}{{ c.name }}{% else %}{{ council }}{% endfor %}{{ range(3)|join }}",
        "{{ child }}{{ children|length }}{{ discussions }}",
    ],
)
def test_what_may_well_be_there_is_not_complained_of(typed: str) -> None:
    assert not check(a_layout(typed)).problems


def test_a_loop_variable_outside_its_loop_is_told_from_a_field_that_is_not_there() -> None:
    problem = the_problem(check(a_layout("{% for c in children %}{{ c.name }}{% endfor %}", "{{ c.name }}")))
    assert (problem.code, problem.severity, problem.place.paragraph) == ("outside_loop", Severity.ERROR, 1)
    assert the_problem(check(a_layout("{{ loop.index }}"))).code == "outside_loop"


@pytest.mark.parametrize("tag", ["vm", "hm"])
def test_a_merged_cell_outside_a_loop_is_told_once_and_as_what_it_is(tag: str) -> None:
    problem = the_problem(check(a_layout(table=[[f"{{% {tag} %}}a", "b"]])))
    assert problem.message == f"{tag} merges the cells that a loop makes, and this cell stands in none."


def test_without_knowing_the_fields_a_loop_variable_outside_is_only_a_warning() -> None:
    layout = a_layout("{% for c in children %}{{ c.name }}{% endfor %}", "{{ c.name }}")
    assert the_problem(check_layout(layout)).severity is Severity.WARNING


def test_a_broken_loop_brings_no_complaint_about_what_it_would_have_named() -> None:
    layout = a_layout("{% for c children %}{{ c.name }}{{ c.whatever }}{% endfor %}", "{{ chlid.name }}")
    assert [problem.code for problem in check(layout).problems] == ["syntax", "unknown_field"]


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [
        ("{{ child.dob }}", "“child” has born, id, name."),
        ("{{ child.nmae }}", "Did you mean “child.name”?"),
        ("{{{ child.name }}}", "There is a sign too many beside the braces. Write {{ child.name }}."),
        ("{{ child.name } } and { { child.id }}", "There is a space between two braces. Take it out."),
    ],
)
def test_what_is_likely_meant_is_never_merely_what_is_spelled_alike(typed: str, suggestion: str) -> None:
    assert the_problem(check(a_layout(typed))).suggestion == suggestion


def test_a_list_that_there_is_not_is_told_of_once_and_not_at_each_of_its_fields() -> None:
    layout = a_layout("{% for c in childern %}{{ c.name }}{% if c.age %}{{ c.age }}{% endif %}{% endfor %}")
    assert the_problem(check(layout)).suggestion == "Did you mean “children”?"


def test_a_field_that_only_the_sample_lacks_is_not_said_to_be_none() -> None:
    problem = the_problem(check_layout(a_layout("{{ child.name }}"), known=KNOWN, cases=[Case("", {})]))
    assert (problem.message, problem.suggestion) == (
        "The sample has no “child”.",
        "Documents have it: put it into sample.json.",
    )
