"""A field put in the place of another: in every tag that names it, however it is written, and nowhere else."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autoadmin.word import compile_template
from autoadmin.word.reading import read_parts, read_text
from autoadmin.word.replacing import replace_field
from tests.word.layouts import a_layout, with_main_part
from tests.word.packages import LINKS, RELATIONS, parts_of
from tests.word.packages import replaced as replaced_in
from tests.word.test_repeated import ANCHORED, a_loop, in_footnote

MODE = 'TargetMode="External"'


def replaced(*paragraphs: str, old: str, new: str) -> list[str]:
    """Return the paragraphs of a layout after a replacement."""
    return read_text(replace_field(a_layout(*paragraphs), old, new).file).split("\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{{ chair }}", "{{ lead }}"),
        ("{{chair|upper}} chair {{ unit.chair }}", "{{lead|upper}} chair {{ unit.chair }}"),
        ("{% if not chair or chair == 'chair' %}x{% endif %}", "{% if not lead or lead == 'chair' %}x{% endif %}"),
        ("{%- set c = chair -%}{{ c }}", "{%- set c = lead -%}{{ c }}"),
        ("{{ chair ~ ', ' ~ chair }}", "{{ lead ~ ', ' ~ lead }}"),
        ("{{ 'a' if chair else 'b' }}", "{{ 'a' if lead else 'b' }}"),
        ("{{p chair }}", "{{p lead }}"),
        ("{{ x|default(chair) }}", "{{ x|default(lead) }}"),
        ("{% for chair in chairs %}{{ chair }}{% endfor %}", "{% for chair in chairs %}{{ chair }}{% endfor %}"),
        ("{% for c in chair %}{{ c.chair }}{% endfor %}", "{% for c in lead %}{{ c.chair }}{% endfor %}"),
        ("{{ {'chair': chair}['chair'] }}", "{{ {'chair': lead}['chair'] }}"),
        ("{{ “chair” if chair else ‘none’ }}", "{{ “chair” if lead else ‘none’ }}"),
        ("{{ cha\u00adir }}", "{{ lead }}"),
    ],
)
def test_a_field_at_the_top_is_found_in_every_form_of_a_tag(before: str, after: str) -> None:
    assert replaced(before, old="chair", new="lead") == [after]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "{% for d in discussions %}{{ d.why }}{{ why }}{% endfor %}",
            "{% for d in discussions %}{{ d.reason }}{{ why }}{% endfor %}",
        ),
        ("{{ discussions[0].why }}", "{{ discussions[0].reason }}"),
        ("{{ (discussions|first)['why'] }}", "{{ (discussions|first)['reason'] }}"),
        ('{{ discussions|map(attribute="why")|join }}', '{{ discussions|map(attribute="reason")|join }}'),
        ("{{ discussions|selectattr('why')|list|length }}", "{{ discussions|selectattr('reason')|list|length }}"),
        (
            "{% with d = discussions|last %}{{ d . why }}{% endwith %}",
            "{% with d = discussions|last %}{{ d . reason }}{% endwith %}",
        ),
        ("{% for d in discussions if d.why %}{% endfor %}", "{% for d in discussions if d.reason %}{% endfor %}"),
        ("{% for d in decisions %}{{ d.why }}{% endfor %}", "{% for d in decisions %}{{ d.why }}{% endfor %}"),
    ],
)
@pytest.mark.parametrize("old", ["discussions[].why", "discussions.why"])
def test_a_field_of_each_row_is_followed_through_loops_and_filters(before: str, after: str, old: str) -> None:
    assert replaced(before, old=old, new="discussions[].reason") == [after]


def test_a_tag_split_over_runs_keeps_the_formatting_of_its_letters_and_words_around_it() -> None:
    layout = a_layout(["before {{ cha", "ir", " }} after"])
    (paragraph,) = docx.Document(io.BytesIO(replace_field(layout, "chair", "lead").file)).paragraphs
    assert [(run.text, bool(run.bold)) for run in paragraph.runs] == [
        ("before {{ lead", False),
        ("", True),
        (" }} after", False),
    ]


def test_headers_tables_and_cell_tags_are_looked_through() -> None:
    layout = a_layout(
        header="{{ chair }}",
        table=[["{%tr for a in actions %}"], ["{% cellbg chair %}{{ a.owner }}{{ chair }}"], ["{%tr endfor %}"]],
    )
    done = replace_field(layout, "chair", "lead")
    assert "{% cellbg lead %}{{ a.owner }}{{ lead }}" in read_text(done.file)
    assert read_parts(done.file)["header 1"].strip() == "{{ lead }}"
    assert [(change.place.part, change.place.cell) for change in done.changes] == [
        ("main text", "table 1, row 2, cell 1"),
        ("main text", "table 1, row 2, cell 1"),
        ("header 1", ""),
    ]


def test_a_text_box_is_changed_in_both_forms_that_word_keeps_of_it_and_told_of_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>{{ chair }}</w:t></w:r></w:p></w:txbxContent>"
    choice = f"<mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
    both = f"<mc:AlternateContent>{choice}<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    start = "<w:r><w:t>Here</w:t></w:r>"
    declared = both.replace(
        "<mc:AlternateContent>",
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">',
    )
    layout = with_main_part(a_layout("Here"), start, f"{start}<w:r>{declared}</w:r>")
    done = replace_field(layout, "chair", "lead")
    with zipfile.ZipFile(io.BytesIO(done.file)) as archive:
        assert archive.read("word/document.xml").count(b"{{ lead }}") == 2
    assert [(change.before, change.after) for change in done.changes] == [("{{ chair }}", "{{ lead }}")]


def test_nothing_but_the_letters_of_the_name_changes_in_the_file() -> None:
    layout = with_main_part(
        a_layout("Fish & chips {{ chair }} “quoted”", "{{ other }}", header="Kept"),
        "Fish &amp; chips",
        "Fish &#38; chips &quot;<!-- a comment -->",
    )
    done = replace_field(layout, "chair", "lead").file
    with zipfile.ZipFile(io.BytesIO(layout)) as before, zipfile.ZipFile(io.BytesIO(done)) as after:
        assert before.namelist() == after.namelist()
        for name in before.namelist():
            expected = before.read(name)
            if name == "word/document.xml":
                expected = expected.replace(b"{{ chair }}", b"{{ lead }}")
            assert after.read(name) == expected


def test_a_file_that_does_not_name_the_field_is_the_same_bytes() -> None:
    layout = a_layout("{{ unit }} and chair")
    assert replace_field(layout, "chair", "lead").file == layout


def test_what_cannot_be_changed_is_left_alone_and_told_with_its_reason() -> None:
    done = replace_field(
        a_layout(
            "{# chair: ask Ruth #}",
            "{% set lead = 'x' %}{{ chair }}",
            "{% for d in decisions %}{{ d.chair }}{% endfor %}",
        ),
        "chair",
        "lead",
    )
    assert done.changes == ()
    assert [(left.typed, left.why.split(".")[0]) for left in done.untouched] == [
        ("{{ chair }}", "The template gives the name lead to something of its own here"),
        ("{# chair: ask Ruth #}", "It is a note between authors"),
    ]
    (left,) = replace_field(
        a_layout("{% for d in decisions %}{{ d.by }}{% endfor %}"), "decisions[].by", "chair"
    ).untouched
    assert left.why == "chair does not belong to decisions here. Change this tag by hand."


DESCRIBED = '<w:tblDescription w:val="{{ chair|replace(&quot;&amp;&quot;, d) }}"/><w:tblLook'
CODE = "<w:r><w:instrText> HYPERLINK &quot;{{ chair }}&quot; </w:instrText></w:r>"


def outside(layout: bytes, old: str = "chair", new: str = "lead") -> tuple[list[str], list[str], bytes]:
    """Return the tags changed, those left alone, and the file."""
    done = replace_field(layout, old, new)
    return [change.after for change in done.changes], [left.typed for left in done.untouched], done.file


def test_a_tag_in_a_description_is_changed_as_it_is_written_there() -> None:
    layout = with_main_part(a_layout("{{ chair }}", table=[["a"]]), "<w:tblLook", DESCRIBED)
    changed, left, file = outside(layout)
    assert changed == ["{{ lead }}", '{{ lead|replace("&", d) }}']
    assert not left
    assert parts_of(file)["word/document.xml"].count(b'val="{{ lead|replace(&quot;&amp;&quot;, d) }}"') == 1


def test_a_tag_in_an_address_is_changed_in_the_form_that_word_keeps_it_in() -> None:
    link = (
        f'<Relationship Id="rIdX" Type="{RELATIONS}/hyperlink" Target="https://a.uk/%7B%7B%20chair%20%7D%7D" {MODE}/>'
    )
    layout = replaced_in(a_layout("words"), LINKS, "</Relationships>", f"{link}</Relationships>")
    changed, left, file = outside(layout)
    assert (changed, left) == (["{{ lead }}"], [])
    assert b"https://a.uk/%7B%7B%20lead%20%7D%7D" in parts_of(file)[LINKS]


def test_tags_in_properties_and_field_codes_are_changed() -> None:
    layout = with_main_part(a_layout("words"), "<w:r><w:t>words</w:t></w:r>", CODE)
    layout = replaced_in(layout, "docProps/core.xml", "<dc:title/>", "<dc:title>Led by {{ chair }}</dc:title>") if (
        b"<dc:title/>" in parts_of(layout)["docProps/core.xml"]
    ) else replaced_in(layout, "docProps/core.xml", "<dc:title>", "<dc:title>Led by {{ chair }}")  # fmt: skip
    changed, left, file = outside(layout)
    assert (changed, left) == (["{{ lead }}"] * 2, [])
    assert b"Led by {{ lead }}" in parts_of(file)["docProps/core.xml"]
    assert b"&quot;{{ lead }}&quot;" in parts_of(file)["word/document.xml"]


def test_a_tag_in_a_footnote_of_a_loop_is_changed_by_what_the_loop_runs_over() -> None:
    layout = in_footnote(a_loop(ANCHORED), "{{ c.why }} and {{ why }}")
    changed, left, file = outside(layout, "cs.why", "cs[].reason")
    assert (changed, left) == (["{{ c.reason }}"], [])
    assert b"{{ c.reason }} and {{ why }}" in parts_of(file)["word/footnotes.xml"]


def test_a_tag_outside_the_words_that_stands_in_pieces_is_left_alone_and_told() -> None:
    pieces = CODE.replace("{{ chair", "{{ ch</w:instrText></w:r><w:r><w:instrText>air")
    layout = with_main_part(a_layout("words"), "<w:r><w:t>words</w:t></w:r>", pieces)
    (left,) = replace_field(layout, "chair", "lead").untouched
    assert (left.typed, left.place.part) == ("{{ chair }}", "main text")
    assert left.why.startswith("It stands outside the words")


def test_a_tag_outside_the_words_that_names_another_field_alike_is_left_alone_and_told() -> None:
    described = DESCRIBED.replace("chair|replace(&quot;&amp;&quot;, d)", "chair ~ unit.chair")
    layout = with_main_part(a_layout("words", table=[["a"]]), "<w:tblLook", described)
    changed, left, file = outside(layout)
    assert (changed, left, file) == ([], ["{{ chair ~ unit.chair }}"], layout)


def test_a_field_may_move_into_a_group() -> None:
    assert replaced("{{ worker|upper }}", old="worker", new="family.worker") == ["{{ family.worker|upper }}"]


names = st.sampled_from(["chair", "lead", "unit", "d", "x"])
forms = st.sampled_from(
    [
        "{{{{ {0} }}}}",
        "{{{{ {0}|upper }}}}",
        "{{% if {0} %}}{{{{ {0} }}}}{{% endif %}}",
        "{{% for d in {0} %}}{{{{ d }}}}{{% endfor %}}",
        "{0} & <",
    ]
)


@settings(deadline=None, max_examples=25)
@given(st.lists(st.builds(lambda form, name: form.format(name), forms, names), min_size=1, max_size=4))
def test_there_and_back_again_is_the_same_layout(paragraphs: list[str]) -> None:
    layout = a_layout(*paragraphs)
    there = replace_field(layout, "chair", "quite_new").file
    assert "chair" not in compile_template(there).fields
    assert read_text(replace_field(there, "quite_new", "chair").file) == read_text(layout)
