"""What `check_layout` finds in a layout: every kind of mistake, in its place, with what to do about it."""

from __future__ import annotations

import pytest

from autoadmin.word.checking import Checked, check_layout
from autoadmin.word.errors import Problem, Severity
from autoadmin.word.rehearsing import Case
from tests.word.broken import a_control, a_field, a_run, a_text_box, with_comment, with_picture, with_xml
from tests.word.layouts import a_layout, rendered
from tests.word.packages import DOCUMENT, replaced

KNOWN = [
    *("child.name", "child.born", "child.id", "council", "children[].name", "children[].age", "date_of_birth"),
    *("discussions[].family", "discussions[].decisions[].why"),
]


def check(layout: bytes) -> Checked:
    return check_layout(layout, known=KNOWN)


def the_problem(checked: Checked) -> Problem:
    assert len(checked.problems) == 1, checked.problems
    return checked.problems[0]


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
    ("typed", "code"),
    [
        ("{ child.name }", "looks_like_tag"),
        ("{child.name}}", "looks_like_tag"),
        ("{ { council } }", "looks_like_tag"),
        ("{ % if council % }", "looks_like_tag"),
        ("Name: child.name }}", "looks_like_tag"),
        ("{council}", "looks_like_tag"),
        ("{{ council }}}", "stray_brace"),
        ("Name: }}", "looks_like_tag"),
        ("Name: %}", "looks_like_tag"),
        ("{% if council %}}yes{% endif %}", "stray_brace"),
    ],
)
def test_words_that_look_like_a_tag_are_a_warning(typed: str, code: str) -> None:
    problem = the_problem(check(a_layout(f"{typed} {{{{ council }}}}")))
    assert (problem.code, problem.severity) == (code, Severity.WARNING)


@pytest.mark.parametrize(
    "words",
    [
        "{x}",
        "a set {1, 2}",
        "{{ council }}",
        "{_{ child.name }_}",
        "{ {{ council }} }",
        "{% raw %}}{% endraw %}",
        "f(x) = {see below}",
    ],
)
def test_braces_that_are_nothing_of_ours_are_left_in_peace(words: str) -> None:
    assert not check(a_layout(words)).problems


CHANGED_ROW = '<w:tr><w:trPr><w:del w:id="1" w:author="a"/></w:trPr>'


@pytest.mark.parametrize(
    ("layout", "code", "typed"),
    [
        (with_comment("fill in {{ child.name }}"), "tag_in_comment", "{{ child.name }}"),
        (with_comment("please look"), "comments_left", ""),
        (with_xml(f'<w:ins w:id="1" w:author="a">{a_run("new")}</w:ins>'), "tracked_changes", ""),
        (
            with_xml('<w:del w:id="1" w:author="a"><w:r><w:delText>{{ child.name }}</w:delText></w:r></w:del>'),
            "tag_in_deleted",
            "{{ child.name }}",
        ),
        (
            with_xml(f'<w:moveFrom w:id="1" w:author="a">{a_run("{{ child.name }}")}</w:moveFrom>'),
            "tag_in_deleted",
            "{{ child.name }}",
        ),
        (replaced(a_layout(table=[["a"]]), DOCUMENT, "<w:tr>", CHANGED_ROW), "tracked_changes", ""),
        (with_xml(a_field("MERGEFIELD Child_Name \\* MERGEFORMAT")), "merge_field", "«Child_Name»"),
        (with_xml('<w:fldSimple w:instr=" MERGEFIELD Born "><w:r/></w:fldSimple>'), "merge_field", "«Born»"),
        (with_xml("<w:r><w:fldChar><w:ffData><w:name w:val='T1'/></w:ffData></w:fldChar></w:r>"), "form_field", "T1"),
        (with_xml(a_control("{{ council }}", "<w:dataBinding w:xpath='/x'/>")), "bound_control", "{{ council }}"),
        (with_picture(), "picture_without_words", ""),
        (a_layout(*[f"Paragraph {number}" for number in range(12)]), "no_headings", ""),
        (
            a_layout(table=[["Name"], ["{%tr for c in children %}"], ["{{ c.name }}"], ["{%tr endfor %}"]]),
            "table_without_head",
            "",
        ),
    ],
)  # fmt: skip
def test_what_is_left_in_a_layout_is_a_warning_in_its_place(layout: bytes, code: str, typed: str) -> None:
    checked = check(layout)
    problem = next(problem for problem in checked.problems if problem.code == code)
    assert (problem.severity, problem.typed) == (Severity.WARNING, typed)
    assert problem.place.part == "main text"
    assert problem.suggestion
    assert checked.template is not None


@pytest.mark.parametrize(
    "layout",
    [
        with_xml(a_text_box("{{ council }}")),
        with_xml(a_control("{{ council }}")),
        a_layout("words", header="{{ council }}"),
        with_picture(description="a map"),
    ],
)
def test_tags_in_text_boxes_controls_and_headers_are_fine(layout: bytes) -> None:
    assert not check(layout).problems


def test_a_mistake_in_a_text_box_is_said_once_though_word_keeps_the_box_twice() -> None:
    assert the_problem(check(with_xml(a_text_box("{{ chlid.name }}"), "before"))).place.paragraph == 2


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


def test_what_cannot_be_worked_out_is_said_without_a_word_of_programmers() -> None:
    case = Case("", {"child": {"name": "Ella", "born": "3 April 2015", "id": "1"}})
    problem = the_problem(check_layout(a_layout("{{ child.born + 1 }}"), known=KNOWN, cases=[case]))
    assert (
        problem.suggestion
        == "Words, numbers, lists and what nobody recorded cannot be compared with or added to one another."
    )


def test_a_field_that_only_the_sample_lacks_is_not_said_to_be_none() -> None:
    problem = the_problem(check_layout(a_layout("{{ child.name }}"), known=KNOWN, cases=[Case("", {})]))
    assert (problem.message, problem.suggestion) == (
        "The sample has no “child”.",
        "Documents have it: put it into sample.json.",
    )


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


def test_words_between_the_brackets_of_other_programs_are_a_tag_only_where_they_name_a_field() -> None:
    assert the_problem(check(a_layout("Dear [[child.name]]"))).suggestion.endswith("write {{ child.name }}.")
    assert not check(a_layout("Dear [[sir]] <<x>>")).problems
