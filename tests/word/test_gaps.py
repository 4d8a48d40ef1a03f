"""What nobody recorded stays visible, whatever the template does with it."""

from __future__ import annotations

import pytest
from lxml import etree

from autoadmin.domain.gaps import Gap, NotRecorded
from autoadmin.word import compile_template
from autoadmin.word.names import W
from autoadmin.word.reading import read_text
from tests.word.layouts import a_layout, main_part, with_main_part

WISHES = NotRecorded("the child's wishes", True)


@pytest.mark.parametrize(
    "typed",
    [
        "{{ child.wishes }}",
        "{{ child.wishes|upper }}",
        "{{ child.wishes.text.more }}",
        "{{ child.wishes.strip() }}",
        "{{ child.wishes or child.wishes }}",
        "{% set w = child.wishes %}{{ w }}",
        "{{ 'a' ~ child.wishes ~ 'b' }}",
        "{{ [child.wishes]|join(', ') }}",
        "{{ ('a' ~ child.wishes)|trim }}",
        "{% for w in child.wishes %}{{ w }}{% endfor %}[not recorded: the child's wishes]",
        "{{r child.wishes }}",
        "{{p child.wishes }}",
    ],
)
def test_a_value_that_nobody_recorded_is_a_gap_however_it_is_printed(typed: str) -> None:
    result = compile_template(a_layout(typed)).render({"child": {"wishes": WISHES}})
    assert "[not recorded: the child's wishes]" in read_text(result.file)
    assert [(gap.what, gap.is_required) for gap in result.gaps] == [("the child's wishes", True)]


def test_a_default_stands_for_what_nobody_recorded() -> None:
    result = compile_template(a_layout("{{ x|default('none known') }}{% if x is not none %}!{% endif %}")).render(
        {"x": WISHES}
    )
    assert (read_text(result.file), result.gaps) == ("none known", ())


def test_a_condition_on_what_nobody_recorded_is_false_and_no_gap() -> None:
    result = compile_template(a_layout("{% if x %}yes{% else %}no{% endif %}")).render({"x": WISHES})
    assert (read_text(result.file), result.gaps) == ("no", ())


def test_a_gap_in_a_loop_names_the_path_through_it() -> None:
    layout = a_layout("{% for d in discussions %}{% for e in d.entries %}{{ e.on }}{% endfor %}{% endfor %}")
    result = compile_template(layout, labels={"discussions[].entries[].on": "the date"}).render(
        {"discussions": [{"entries": [{"on": None}, {"on": None}]}]}
    )
    assert result.gaps == (Gap("discussions[].entries[].on", "the date"),)
    assert read_text(result.file) == "[not recorded: the date][not recorded: the date]"


def test_a_gap_is_black_on_yellow_even_where_words_are_white() -> None:
    white = '<w:rPr><w:b/><w:color w:val="FFFFFF"/><w:sz w:val="20"/><w:lang w:val="en-GB"/></w:rPr>'
    layout = with_main_part(a_layout("{{ x }}"), "<w:r><w:t>", f"<w:r>{white}<w:t>")
    part = main_part(compile_template(layout).render({"x": None}).file)
    gap = next(run for run in part.iter(f"{W}r") if run.find(f"{W}rPr/{W}highlight") is not None)
    names = [etree.QName(child).localname for child in gap[0]]
    assert names == ["b", "color", "sz", "highlight", "lang"]
    assert [colour.get(f"{W}val") for colour in gap[0].iter(f"{W}color")] == ["000000"]


def test_a_label_of_a_field_in_a_list_is_found_with_and_without_its_brackets() -> None:
    layout = a_layout("{%p for a in adults %}", "{{ a.pr }}", "{%p endfor %}")
    for path in ("adults.pr", "adults[].pr"):
        (gap,) = (
            compile_template(layout, labels={path: "parental responsibility"}).render({"adults": [{"pr": None}]}).gaps
        )
        assert gap.what == "parental responsibility"


@pytest.mark.parametrize(
    ("typed", "content", "printed", "field"),
    [
        ("{{ a ~ b }}", {"a": None, "b": "x"}, "[not recorded: this]x", ""),
        ("{{ a ~ '!' }}", {"a": None}, "[not recorded: a]!", "a"),
        ("{{ a ~ b ~ a }}", {"a": 1, "b": None}, "1[not recorded: this]1", ""),
        ("{{ c.d ~ ' ' ~ c.d }}", {"c": {"d": None}}, "[not recorded: d] [not recorded: d]", "c.d"),
        ("{{ a + 1 }}", {"a": None}, "[not recorded: a]", "a"),
        ("{{ '%.2f' % a }}", {"a": None}, "[not recorded: a]", "a"),
        ("{{ 2 * (a - b) }}", {"a": 1, "b": None}, "[not recorded: this]", ""),
    ],
)
def test_a_gap_in_what_is_put_together_names_the_field_that_lacks_and_never_another(
    typed: str, content: dict[str, object], printed: str, field: str
) -> None:
    made = compile_template(a_layout(typed)).render(content)
    assert read_text(made.file) == printed
    assert [gap.field for gap in made.gaps] == [field]
