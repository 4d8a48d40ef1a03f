"""What `check_layout` finds in a layout: every kind of mistake, in its place, with what to do about it."""

from __future__ import annotations

from autoadmin.word.checking import check_layout
from autoadmin.word.errors import Severity
from autoadmin.word.rehearsing import Case
from tests.word.broken import a_field, with_xml
from tests.word.checked import KNOWN, check, the_problem
from tests.word.layouts import a_layout


def test_what_was_mended_is_a_note() -> None:
    layout = a_layout("{{ council|replace(“a”, “b”) }}", "{{\xa0council\xa0}}", ["{{ coun", "cil }}"])
    checked = check(layout)
    assert [(problem.code, problem.severity) for problem in checked.problems] == [
        ("split", Severity.NOTE) if number == 2 else ("mended", Severity.NOTE) for number in range(3)
    ]
    assert checked.template is not None


def test_a_field_that_must_be_filled_and_is_never_printed_is_told() -> None:
    checked = check_layout(a_layout("{{ council }}"), known=KNOWN, required=("council", "child.name", "chiar"))
    assert [(problem.code, problem.typed) for problem in checked.problems] == [
        ("required_not_printed", "child.name"),
        ("required_unknown", "chiar"),
    ]


def test_plain_words_for_a_field_that_is_not_there_are_told() -> None:
    labels = {"discussions.decisions.why": "reason", "discussions.decisions.wy": "reason"}
    problem = the_problem(check_layout(a_layout("{{ council }}"), known=KNOWN, labels=labels))
    assert (problem.code, problem.suggestion) == ("label_unknown", "Did you mean “discussions.decisions.why”?")


def test_an_old_name_works_and_is_a_warning() -> None:
    checked = check_layout(a_layout("{{ authority }}"), known=KNOWN, aliases={"authority": "council"})
    assert the_problem(checked).code == "renamed_field"
    assert the_problem(checked).severity is Severity.WARNING


def test_every_tag_that_fails_on_an_example_is_found_not_only_the_first() -> None:
    layout = a_layout("{{ child }}", "{{ council }}", "{% for x in council %}{{ x }}{% endfor %}", "{{ born + 1 }}")
    content: dict[str, object] = {"child": {"name": "Ella"}, "council": "Northmere", "born": "2015"}
    problems = check_layout(layout, cases=[Case("", content)]).errors
    assert [(problem.code, problem.place.paragraph) for problem in problems] == [
        ("wrong_kind", 0),
        ("wrong_kind", 2),
        ("failed", 3),
    ]


def test_what_fails_on_several_examples_is_said_once_and_of_the_first() -> None:
    layout = a_layout("{{ children[0].name }}", "{{ children[1].name }}")
    two: list[dict[str, object]] = [{"name": "Ella"}, {"name": "Noah"}]
    cases = [
        Case("", {"children": two}),
        Case("an only child", {"children": two[:1]}),
        Case("every list empty", {"children": []}, is_real=False),
    ]
    checked = check_layout(layout, cases=cases)
    assert [(problem.severity, problem.message) for problem in checked.problems] == [
        (Severity.ERROR, "With an only child: There is no entry number 2."),
        (Severity.WARNING, "With every list empty: There is no entry number 1."),
    ]


def test_a_field_that_hardly_any_sample_holds_is_a_warning() -> None:
    content: dict[str, object] = {"children": [{"name": "Ella", "school": None} for _ in range(4)]}
    layout = a_layout("{% for c in children %}{{ c.name }} {{ c.school }}{% endfor %}")
    problem = the_problem(check_layout(layout, cases=[Case("", content, example=content)]))
    assert (problem.code, problem.typed) == ("mostly_empty", "{{ c.school }}")
    assert "in 4 of 4 places" in problem.message


def test_what_no_template_may_bring_is_told_beside_everything_else() -> None:
    linked = with_xml("<w:r><w:t>{{ chlid.name }}</w:t></w:r>" + a_field("INCLUDETEXT https://x.example/a.docx"))
    checked = check(linked)
    assert [problem.code for problem in checked.errors] == ["fetches", "unknown_field"]
    assert checked.template is None


def test_a_field_in_a_link_or_a_property_is_checked_too() -> None:
    linked = with_xml(a_field('HYPERLINK "https://x.example/{{ child.di }}"'))
    assert the_problem(check(linked)).suggestion == "Did you mean “child.id”?"


def test_a_file_that_is_refused_as_a_whole_says_why() -> None:
    checked = check_layout(b"not a Word file")
    assert (the_problem(checked).code, checked.template) == ("not_word", None)


def test_a_gap_that_has_its_plain_words_is_meant_to_be_seen() -> None:
    content: dict[str, object] = {"children": [{"needs": None} for _ in range(4)]}
    layout = a_layout("{% for c in children %}{{ c.needs }}{% endfor %}")
    cases = [Case("", content, example=content)]
    assert not check_layout(layout, labels={"children.needs": "her needs"}, cases=cases).problems


def test_errors_come_first_then_warnings_then_notes_each_in_the_order_of_the_document() -> None:
    layout = a_layout("{{ council|replace(“a”, “b”) }} { child.name }", "{{ b c }}", header="{{ council|nope }}")
    assert [problem.severity for problem in check(layout).problems] == ["error", "error", "warning", "note"]
    assert [problem.place.part for problem in check(layout).errors] == ["main text", "header 1"]


def test_what_cannot_be_worked_out_is_said_without_a_word_of_programmers() -> None:
    case = Case("", {"child": {"name": "Ella", "born": "3 April 2015", "id": "1"}})
    problem = the_problem(check_layout(a_layout("{{ child.born + 1 }}"), known=KNOWN, cases=[case]))
    assert (
        problem.suggestion
        == "Words, numbers, lists and what nobody recorded cannot be compared with or added to one another."
    )
