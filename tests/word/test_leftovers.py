"""What `check_layout` finds in a layout beside its tags: words that look like one, and what Word has left in it."""

from __future__ import annotations

import pytest

from autoadmin.word.errors import Severity
from tests.word.broken import a_control, a_field, a_run, a_text_box, with_comment, with_picture, with_xml
from tests.word.checked import check, the_problem
from tests.word.layouts import a_layout
from tests.word.packages import DOCUMENT, replaced


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


def test_words_between_the_brackets_of_other_programs_are_a_tag_only_where_they_name_a_field() -> None:
    assert the_problem(check(a_layout("Dear [[child.name]]"))).suggestion.endswith("write {{ child.name }}.")
    assert not check(a_layout("Dear [[sir]] <<x>>")).problems
