"""The dialect that docxtpl's users know, tag by tag."""

from __future__ import annotations

from datetime import date, time

import pytest

from autoadmin.word import Picture, RichText, Span, compile_template
from autoadmin.word.errors import LayoutError
from autoadmin.word.names import W
from autoadmin.word.reading import read_parts
from tests.word.layouts import a_layout, main_part, rendered, with_main_part
from tests.word.paintings import a_png

CHILDREN = {"children": [{"name": "Ella", "age": 11}, {"name": "Noah", "age": 0}]}


def test_a_condition_within_a_paragraph_keeps_the_words_around_it() -> None:
    layout = a_layout("Ella is {% if age > 9 %}a big{% elif age %}a{% else %}an unborn{% endif %} child.")
    assert rendered(layout, {"age": 11}) == "Ella is a big child."
    assert rendered(layout, {"age": 4}) == "Ella is a child."
    assert rendered(layout, {"age": 0}) == "Ella is an unborn child."


def test_a_block_in_pieces_of_different_format_keeps_each_format() -> None:
    layout = a_layout(["a {% for c in children %}", "{{ c.name }}", ", {% endfor %}", "b"])
    file = compile_template(layout).render(CHILDREN).file
    runs = [("".join(run.itertext()), run.find(f"{W}rPr/{W}b") is not None) for run in main_part(file).iter(f"{W}r")]
    assert runs == [("a ", False), ("Ella", True), (", ", False), ("Noah", True), (", ", False), ("b", True)]


def test_a_block_over_several_paragraphs_repeats_them() -> None:
    layout = a_layout("{% for c in children %}{{ c.name }}", "is {{ c.age }}", "{% endfor %}the end")
    assert rendered(layout, CHILDREN) == "Ella\nis 11\nNoah\nis 0\nthe end"


def test_cells_are_repeated_and_left_out() -> None:
    layout = a_layout(table=[["Name", "{%tc for c in children %}", "{{ c.name }}", "{%tc endfor %}"]])
    assert rendered(layout, CHILDREN) == "Name\nElla\nNoah"


def test_several_paragraph_tags_may_share_a_paragraph() -> None:
    layout = a_layout(
        "{%p for c in children %}{%p if c.age %}{%p set age = c.age %}", "{{ age }}", "{%p endif %}{%p endfor %}"
    )
    assert rendered(layout, CHILDREN) == "11"


def test_a_paragraph_value_prints_one_paragraph_for_each_line() -> None:
    layout = a_layout("{{p story }}", "end")
    assert rendered(layout, {"story": "one\ntwo"}) == "one\ntwo\nend"
    assert len(main_part(compile_template(layout).render({"story": ["a", "b"]}).file).findall(f".//{W}p")) == 3


def test_a_run_value_prints_in_its_run_and_keeps_its_neighbours() -> None:
    assert rendered(a_layout("before {{r word }} after"), {"word": "<b>"}) == "before <b> after"


def test_a_run_condition_takes_only_its_run() -> None:
    layout = a_layout("before {%r if yes %}kept{%r endif %} after")
    assert rendered(layout, {"yes": True}) == "before kept after"
    assert rendered(layout, {"yes": False}) == "before  after"


def test_a_minus_joins_paragraphs() -> None:
    layout = a_layout(
        "My house is", "{%- if town -%}", " in town", "{%- else -%}", " far away", "{%- endif -%}", " now."
    )
    assert rendered(layout, {"town": True}) == "My house is in town now."
    assert rendered(layout, {"town": False}) == "My house is far away now."


def test_a_minus_loses_no_word_beside_it() -> None:
    layout = a_layout("one", "two {%- if yes %} three", "{% endif -%} four", "five")
    assert rendered(layout, {"yes": True}) == "one\ntwo three\nfour\nfive"


SECTION = '<w:pPr><w:sectPr><w:pgSz w:w="100" w:h="200"/></w:sectPr></w:pPr>'


@pytest.mark.parametrize("at", ["one", "{%- if yes -%}", "two", "three"])
def test_joining_paragraphs_loses_no_section(at: str) -> None:
    layout = a_layout("one", "{%- if yes -%}", "two", "{%- endif -%}", "three")
    layout = with_main_part(layout, f"<w:p><w:r><w:t>{at}</w:t>", f"<w:p>{SECTION}<w:r><w:t>{at}</w:t>")
    part = main_part(compile_template(layout).render({"yes": True}).file)
    assert next(size.get(f"{W}w") for size in part.iter(f"{W}pgSz")) == "100"
    assert "".join(text.text or "" for text in part.iter(f"{W}t")) == "onetwothree"


def test_comments_are_left_out_with_their_paragraph_or_row_if_they_say_so() -> None:
    layout = a_layout("a{# don't print #}b", "{#p nor this #}", table=[["{#tr nor this #}"], ["kept"]])
    assert rendered(layout, {}) == "ab\nkept"


def test_escaped_braces_are_printed_as_braces() -> None:
    assert (
        rendered(a_layout("write {_{ name }_} or {_% if %_}, {{ x }}"), {"x": 1}) == "write {{ name }} or {% if %}, 1"
    )


def test_quotation_marks_and_spaces_that_word_put_in_are_mended_and_said() -> None:
    layout = a_layout("{{\xa0x|default(“the child’s wishes”) }} {% if kind == ‘fact’ %}yes{% endif %}")
    assert rendered(layout, {"kind": "fact"}) == "the child’s wishes yes"
    assert len(compile_template(layout).notes) == 2


def test_a_line_break_within_a_tag_does_no_harm() -> None:
    assert rendered(a_layout("{{\n x\t}}"), {"x": "words"}) == "words"


def test_closing_braces_within_quotation_marks_do_not_close_the_tag() -> None:
    assert rendered(a_layout("""{{ "}}" }}{{ {"a": {"b": "c"}}["a"]["b"] }}"""), {}) == "}}c"


def test_text_boxes_are_filled() -> None:
    box = (
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>In a box: {{ x }}</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    )
    layout = with_main_part(
        a_layout("words"), "<w:r><w:t>words</w:t></w:r>", f"<w:r><w:t>a {{{{ x }}}}</w:t></w:r>{box}"
    )
    assert rendered(layout, {"x": "b"}) == "a b\nIn a box: b"


def test_headers_are_filled_with_the_same_content() -> None:
    file = compile_template(a_layout("{{ x }}", header="of {{ x }}")).render({"x": 1}).file
    assert read_parts(file)["header 1"] == "of 1"


def test_deleted_words_of_tracked_changes_are_no_tags() -> None:
    deleted = '<w:del w:id="1" w:author="A"><w:r><w:delText>{{ old }}</w:delText></w:r></w:del>'
    layout = with_main_part(
        a_layout("{{ x }}"), "<w:r><w:t>{{ x }}</w:t></w:r>", f"{deleted}<w:r><w:t>{{{{ x }}}}</w:t></w:r>"
    )
    assert rendered(layout, {"x": "new"}) == "new"


def test_cells_can_span_columns_take_a_colour_and_merge() -> None:
    layout = a_layout(
        table=[
            ["{% colspan 1 + 1 %}wide"],
            ["{%tr for c in children %}"],
            ["{% vm %}group", "{% cellbg c.colour %}{{ c.name }}"],
            ["{%tr endfor %}"],
        ]
    )
    content = {"children": [{"name": "Ella", "colour": "#FFF2CC"}, {"name": "Noah", "colour": None}]}
    file = compile_template(layout).render(content).file
    part = main_part(file)
    assert [cell.get(f"{W}val") for cell in part.iter(f"{W}gridSpan")] == ["2"]
    assert [cell.get(f"{W}fill") for cell in part.iter(f"{W}shd")] == ["FFF2CC", "auto"]
    assert [cell.get(f"{W}val") for cell in part.iter(f"{W}vMerge")] == ["restart", "continue"]
    assert "".join(part.itertext()).count("group") == 1


def test_a_block_that_opens_at_the_edge_of_a_link_may_close_outside_it() -> None:
    link = "<w:hyperlink w:anchor='a'><w:r><w:t>{% if x %}the plan</w:t></w:r></w:hyperlink>"
    after = "<w:r><w:t>, signed{% endif %}</w:t></w:r>"
    layout = with_main_part(a_layout("words"), "<w:r><w:t>words</w:t></w:r>", link + after)
    assert rendered(layout, {"x": True}) == "the plan, signed"
    assert rendered(layout, {"x": False}) == ""


def test_what_stands_between_raw_tags_is_printed_as_it_is() -> None:
    layout = a_layout(["Write {% raw", " %}{{ name }} or {% if %}{% end", "raw %} for {{ name }}."])
    assert rendered(layout, {"name": "Ella"}) == "Write {{ name }} or {% if %} for Ella."


def test_a_comment_may_run_over_lines_and_runs() -> None:
    assert rendered(a_layout(["a{# ask", " legal\nabout", " this #}b"]), {}) == "ab"


def test_escaped_braces_are_braces_where_there_is_no_tag_at_all() -> None:
    assert rendered(a_layout("write {_{ name }_}"), {}) == "write {{ name }}"


def test_a_page_break_beside_a_tag_that_takes_its_paragraph_away_stays_on_its_side() -> None:
    page_break = '<w:r><w:br w:type="page"/></w:r>'
    layout = a_layout("{%p if yes %}", "words", "{%p endif %}", "")
    for tag, runs, shown in (
        ("{%p if yes %}", "{break}{run}", "\f|words|"),
        ("{%p endif %}", "{run}{break}", "words|\f|"),
    ):
        run = f"<w:r><w:t>{tag}</w:t></w:r>"
        broken = with_main_part(layout, run, runs.replace("{break}", page_break).replace("{run}", run))
        assert rendered(broken, {"yes": True}).replace("\n", "|") == shown
        assert "\f" in rendered(broken, {"yes": False})


def test_a_cell_spans_one_column_where_nobody_recorded_how_many() -> None:
    assert rendered(a_layout(table=[["{% colspan n %}a", "b"]]), {"n": None}) == "a\nb"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("{{ day|upper }}", "4 MARCH 2026"),
        ("{{ day|replace('2026', '2027') }}", "4 March 2027"),
        ("{{ late|lower }}", "yes"),
        ("{{ time|string }}", "09:05"),
        ("{{ said|upper }} {{ [said]|join }}", "WORDS words"),
    ],
)
def test_a_filter_of_text_is_given_a_value_as_it_is_printed(typed: str, printed: str) -> None:
    content = {"day": date(2026, 3, 4), "late": True, "time": time(9, 5), "said": RichText((Span("words"),))}
    assert rendered(a_layout(typed), content) == printed


@pytest.mark.parametrize("typed", ["{{ x|upper }}", "{{ x|string }}", "{{ [x]|join }}", "{{ x|replace('a', 'b') }}"])
def test_no_picture_is_ever_printed_as_a_programmer_sees_it(typed: str) -> None:
    with pytest.raises(LayoutError, match="This is a picture"):
        compile_template(a_layout(typed)).render({"x": Picture(a_png(), alt="a map")})
