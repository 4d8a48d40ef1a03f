"""Templates as people leave them: typed out of habit, corrected by Word, half inside links, controls and changes."""

from __future__ import annotations

import pytest

from autoadmin.word import compile_template
from autoadmin.word.checking import check_layout
from autoadmin.word.errors import Problem, Severity
from autoadmin.word.rehearsing import Case
from tests.word.layouts import a_layout, rendered, with_main_part

CONTENT = {"a": "Ella", "b": None, "xs": [{"n": "one"}, {"n": "two"}]}
RUN = "<w:r><w:t>words</w:t></w:r>"


def a_run(typed: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{typed}</w:t></w:r>'


def layout_of(xml: str) -> bytes:
    return with_main_part(a_layout("words"), RUN, xml)


def found(layout: bytes, severity: Severity = Severity.ERROR) -> list[Problem]:
    return [problem for problem in check_layout(layout).problems if problem.severity is severity]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("{% If a %}yes{% EndIf %}", "yes"),
        ("{% For x in xs %}{{ x.n }}{% Endfor %}", "onetwo"),
        ("{% If a %}yes{% Else %}no{% Endif %}", "yes"),
        ("{{ \u200ea\u200f }}", "Ella"),
        ("{{ xs[0].\u200cn }}", "one"),
    ],
)
def test_capitals_and_signs_without_width_that_word_put_in_are_mended_and_said(typed: str, printed: str) -> None:
    assert rendered(a_layout(typed), CONTENT) == printed
    assert {problem.code for problem in found(a_layout(typed), Severity.NOTE)} == {"mended"}


def test_capitals_stay_where_they_are_names() -> None:
    assert rendered(a_layout("{% if If %}{{ If }}{% endif %}"), {"If": "yes"}) == "yes"


@pytest.mark.parametrize("typed", ["{% if(a) %}yes{% endif %}", "{% if(not b) %}yes{% elif(a) %}no{% endif %}"])
def test_a_question_in_brackets_needs_no_space(typed: str) -> None:
    assert rendered(a_layout(typed), CONTENT | {"b": ""}) == "yes"


def test_a_tag_with_a_sign_without_width_between_its_braces_is_a_warning() -> None:
    (problem,) = found(a_layout("{\u200b{ a }}"), Severity.WARNING)
    assert (problem.code, problem.suggestion) == ("looks_like_tag", "If a field is meant, write {{ a }}.")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("{% if xs|length ≥ 1 %}", "Instead of ≥ write >=."),
        ("{% if xs|length => 1 %}", "Instead of => write >=."),
        ("{% if a <> 'x' %}", "Instead of <> write !=."),
        ("{{ 2 × 3 }}", "Instead of × write *."),
        ("{% if a AND b %}", "Write “and” in small letters."),
        ("{% if a contains 'E' %}", "Write 'E' in a."),
        ("{% if a equals 'E' %}", "To compare, write == instead of equals."),
        ("{% if a is not empty %}", "To ask whether nothing is there, write {% if not ... %}."),
        ("{% if b is null %}", "Did you mean “none”?"),
        ("{% for each x in xs %}", "Leave out the word each."),
        ("{{ a|date('d/m/Y') }}", "Dates come in words. Leave the filter out."),
        ("{{ a|nl2br }}", "Line breaks come out as they are. Leave the filter out."),
    ],
)
def test_what_people_know_from_elsewhere_comes_with_what_to_write_here(typed: str, meant: str) -> None:
    end = "{% endfor %}" if typed.startswith("{% for") else "{% endif %}" if typed.startswith("{%") else ""
    assert [problem.suggestion for problem in found(a_layout(f"{typed}{end}"))] == [meant]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("{% for x in xs %}{{ x.n }}{% endof %}", "endfor"),
        ("{% for x in xs %}{% if a %}{{ x.n }}{% endif %}{% endof %}", "endfor"),
        ("{% if a %}yes{% endof %}", "endif"),
        ("{% with c = a %}{{ c }}{% endwiht %}", "endwith"),
        ("{% for x in xs %}{{ x.n }}{% endloop %}", "endfor"),
    ],
)
def test_an_end_that_there_is_not_is_taken_for_that_of_the_block_that_is_open(typed: str, meant: str) -> None:
    assert [problem.suggestion for problem in found(a_layout(typed))] == [f"Did you mean {meant}?"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("{{ a|default('it's') }}", "it's"),
        ("{{ a|default(‘it’s Ella’s’) }}", "it's Ella's"),
        ("{% if a == 'it's' %}yes{% endif %}", "it's"),
    ],
)
def test_an_apostrophe_in_single_quotation_marks_comes_with_how_to_write_it(typed: str, words: str) -> None:
    (problem,) = found(a_layout(typed))
    assert problem.suggestion == f'Words with an apostrophe stand in double quotation marks. Write "{words}".'


@pytest.mark.parametrize(("typed", "meant"), [("elseif b", "Did you mean elif?"), ("else b", "Write {% else %} alone")])
def test_another_question_in_a_block_comes_with_how_to_write_it(typed: str, meant: str) -> None:
    (problem,) = found(a_layout(f"{{% if a %}}x{{% {typed} %}}y{{% endif %}}"))
    assert problem.suggestion.startswith(meant)


@pytest.mark.parametrize(
    ("container", "named"),
    [
        ("<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>", "a content control"),
        ('<w:ins w:id="1" w:author="A">{}</w:ins>', "words inserted with tracked changes"),
        ('<w:hyperlink w:anchor="x">{}</w:hyperlink>', "a link"),
    ],
)
def test_a_block_that_ends_in_the_midst_of_something_names_it(container: str, named: str) -> None:
    inside = container.format(a_run("one {% endfor %} two"))
    (problem,) = found(layout_of(a_run("{% for x in xs %}") + inside))
    assert problem.message.endswith(f"which stands in a paragraph, but stands itself in {named}.")
    assert "same letters" not in problem.suggestion


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        (
            '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
            "<m:r><m:t>{{ a }}</m:t></m:r></m:oMath>",
            "tag_in_equation",
        ),
        (f'<w:hyperlink w:anchor="{{{{ a }}}}">{a_run("here")}</w:hyperlink>', "tag_in_setting"),
        (
            '<w:sdt><w:sdtPr><w:dropDownList><w:listItem w:displayText="{{ a }}"/></w:dropDownList></w:sdtPr>'
            f"<w:sdtContent>{a_run('choose')}</w:sdtContent></w:sdt>",
            "tag_in_setting",
        ),
    ],
)
def test_a_tag_where_nothing_is_ever_filled_is_a_warning(xml: str, code: str) -> None:
    (problem,) = found(layout_of(xml), Severity.WARNING)
    assert (problem.code, problem.typed) == (code, "{{ a }}")


@pytest.mark.parametrize(
    "xml",
    [
        a_run("{{ ") + '<w:del w:id="2" w:author="A"><w:r><w:delText>b</w:delText></w:r></w:del>' + a_run("a }}"),
        a_run("{{ ") + f'<w:ins w:id="1" w:author="A">{a_run("a }}")}</w:ins>',
        f'<w:hyperlink w:anchor="x">{a_run("{{ a")}</w:hyperlink>' + a_run(" }}"),
        f'<w:fldSimple w:instr=" AUTHOR ">{a_run("{{ a }}")}</w:fldSimple>',
        a_run("{{ ") + '<w:bookmarkStart w:id="1" w:name="q"/>' + a_run("a }}") + '<w:bookmarkEnd w:id="1"/>',
        "<w:r><w:t>{{ a</w:t><w:softHyphen/><w:t> }}</w:t></w:r>",
    ],
)
def test_a_tag_half_inside_something_is_filled(xml: str) -> None:
    assert rendered(layout_of(xml), CONTENT) == "Ella"
    assert compile_template(layout_of(xml)).fields == ("a",)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("{% set n = namespace(count=0) %}", "Count with loop.index or |length"),
        ("{{ joiner(', ') }}", "Join a list with |join(', ')"),
        ("{{ len(xs) }}", "Write |length behind the value."),
        ("{{ upper(a) }}", "Write |upper behind the value."),
        ("{{ a.name() }}", "If a field is meant, leave out the brackets."),
        ("{% for x in xs recursive %}{{ loop(x.n) }}{% endfor %}", "A loop cannot repeat itself."),
        ("{% set a.name = 1 %}", "Give it a name: {% set name = value %}."),
    ],
)
def test_what_can_be_neither_called_nor_set_is_told_before_anything_is_filled(typed: str, meant: str) -> None:
    (problem,) = found(a_layout(typed))
    assert problem.code == "not_allowed"
    assert problem.suggestion.startswith(meant)


@pytest.mark.parametrize(
    ("typed", "codes", "meant"),
    [
        ("{% raw %}", ["raw"], "{% raw %} and {% endraw %} stand in one paragraph, with what is between them."),
        ("{% macro m() %}x{% endmacro %}", ["macro", "endmacro"], "Write what it would print."),
        ("{% for x in xs %}{% break %}{% endfor %}", ["break"], "Choose the entries where the loop begins"),
        (
            "{% for x in xs %}{% filter upper %}a{% endfilter %}{% endfor %}",
            ["filter", "endfilter"],
            "Write the filter at each value: {{ name|upper }}.",
        ),
    ],
)
def test_a_tag_of_jinja_that_layouts_do_not_take_comes_with_what_to_write(
    typed: str, codes: list[str], meant: str
) -> None:
    problems = found(a_layout(typed))
    assert [problem.message.split()[2] for problem in problems] == codes
    assert problems[0].suggestion.startswith(meant)


def test_what_is_to_be_printed_as_it_stands_is_no_tag_that_somebody_forgot_to_open() -> None:
    assert not check_layout(a_layout("{% raw %}{{ a }} { a } {% if %}{% endraw %}")).problems


def test_a_block_that_crosses_from_a_paragraph_into_a_text_box_is_told_by_what_tells_the_two_apart() -> None:
    box = f"<w:r><w:pict><w:txbxContent><w:p>{a_run('{% endfor %}')}</w:p></w:txbxContent></w:pict></w:r>"
    (problem,) = found(layout_of(f"{a_run('{% for x in xs %}')}{box}"))
    assert problem.message.endswith("which stands in a paragraph, but stands itself in a text box.")
    assert problem.suggestion == "Put both into it, or neither."


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("{{ a..n }}", "There is a dot too many. Did you mean “a.n”?"),
        ("{{ a: }}", "There is a sign too many at its edge. Write {{ a }}."),
        ("{{ =a }}", "There is a sign too many at its edge. Write {{ a }}."),
        ("{{ <a.n> }}", "There is a sign too many at its edge. Write {{ a.n }}."),
        ("{{ a:n }}", "Write “a.n”."),
        ("{{ (a }}", "A bracket ( has no other half: ) is missing."),
        ("{{ a) }}", "A bracket ) has no other half. Take it out."),
        ("{{ a + }}", "Something is missing at its end."),
        ("{{{{ a }}}}", "There are braces too many beside it. Write {{ a }}."),
        ("{% if (a %}yes{% endif %}", "A bracket ( has no other half: ) is missing."),
        ("{% if a %}yes{% endif a %}", "Write {% endif %} alone."),
        ("{{ a|truncate(9) }}", "Write a part of it, such as name[:20]."),
        ("{{ '%.2f'|format(a) }}", 'Write the form of a number, as in {{ "%.2f" % amount }}.'),
        ("{% if a exists %}yes{% endif %}", "To ask whether it is there, write {% if a %}."),
        ("{{ name of a }}", "Did you mean “a.name”?"),
        ("{{ a & b }}", "Each value stands in a tag of its own. Write {{ a }} & {{ b }}."),
        ("{{ a! }}", "What stands from “!” on does not belong there."),
        ("{% for i in 1..3 %}{{ i }}{% endfor %}", "Write {% for i in range(1, 4) %}."),
        ("{% for x in xs|sort('n') %}{{ x.n }}{% endfor %}", 'Write |sort(attribute="n").'),
        ("{{ xs|map('n')|join }}", 'Write |map(attribute="n").'),
        ("{% # ask legal %}", "A note between authors is written {# ... #}."),
        ("{{# ask legal #}}", "A note between authors is written {# ... #}."),
        ("{{ a|nice }}", "The usual ones are default, first, join, last, length, lower, replace, title and upper."),
    ],
)
def test_a_slip_comes_with_what_to_write_and_not_with_a_reader_s_own_words(typed: str, meant: str) -> None:
    assert [problem.suggestion for problem in found(a_layout(typed))] == [meant]


@pytest.mark.parametrize(
    ("typed", "messages"),
    [
        ("{% unless a %}x{% else %}y{% endunless %}", ["The tag unless is not for", "The tag endunless is not for"]),
        ("{% each xs %}x{% endeach %}", ["There is no tag each.", "There is no tag endeach."]),
        ("{% while a %}x{% endwhile %}", ["The tag while is not for", "The tag endwhile is not for"]),
    ],
)
def test_a_block_of_another_language_is_told_of_at_both_its_ends_and_no_more(typed: str, messages: list[str]) -> None:
    problems = found(a_layout(typed))
    assert len(problems) == 2
    assert all(problem.message.startswith(words) for problem, words in zip(problems, messages, strict=True))
    assert all("{{" not in problem.suggestion for problem in problems)


def test_what_a_loop_does_not_tell_of_itself_is_no_field_that_the_sample_lacks() -> None:
    layout = a_layout("{% for x in xs %}{{ loop.idx }}{% endfor %}")
    (problem,) = check_layout(layout, known=["xs[].n"], cases=[Case("the sample", CONTENT)]).errors
    assert problem.message.endswith("A loop has no “idx” of its own.")
    assert problem.suggestion == "Did you mean “index”?"
