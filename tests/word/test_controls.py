"""Content controls around paragraphs, rows and cells: nothing in them is lost, and none is left with nothing in it."""

from __future__ import annotations

import pytest

from autoadmin.word import compile_template
from autoadmin.word.errors import LayoutError
from autoadmin.word.names import W
from autoadmin.word.reading import read_text
from tests.word.layouts import a_layout, main_part, with_main_part
from tests.word.test_undamaged import check_opens

PLACE = "<w:r><w:t>here</w:t></w:r></w:p>"
A_CONTROL = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
A_CUSTOM = '<w:customXml w:element="x">{}</w:customXml>'


def a_paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def a_control(xml: str) -> str:
    return A_CONTROL.format(xml)


def a_cell(*words: str) -> str:
    return f"<w:tc>{''.join(map(a_paragraph, words))}</w:tc>"


def a_row(*words: str) -> str:
    return f"<w:tr>{''.join(map(a_cell, words))}</w:tr>"


def a_table(xml: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>{xml}</w:tbl>"


LOOP_OF_ROWS = a_row("{%tr for x in xs %}") + a_row("{{ x }}") + a_row("{%tr endfor %}")
LOOP_OF_CELLS = a_cell("{%tc for x in xs %}") + a_cell("{{ x }}") + a_cell("{%tc endfor %}")
NOTE = a_paragraph("{#p ask legal #}")
LOOP = a_paragraph("{%p for x in xs %}") + a_paragraph("{{ x }}") + a_paragraph("{%p endfor %}")


def layout_of(xml: str) -> bytes:
    return with_main_part(a_layout("here"), PLACE, f"<w:r><w:t>before</w:t></w:r></w:p>{xml}{a_paragraph('after')}")


@pytest.mark.parametrize(
    "xml",
    [
        a_table(a_control(a_row("a") + a_row("{{ x }}"))),
        a_table(f"<w:tr>{a_control(a_cell('a'))}{a_control(a_cell('{{ x }}'))}</w:tr>"),
        a_table(a_control(f"<w:tr>{a_control(a_cell('a', '{{ x }}'))}</w:tr>")),
        a_table(f"<w:tr><w:tc>{a_control(a_paragraph('a') + a_paragraph('{{ x }}'))}</w:tc></w:tr>"),
        a_table(f'<w:customXml w:element="x">{a_row("a") + a_row("{{ x }}")}</w:customXml>'),
    ],
)
def test_a_table_whose_rows_or_cells_all_stand_in_content_controls_is_whole(xml: str) -> None:
    file = compile_template(layout_of(xml)).render({"x": "Ella"}).file
    check_opens(file)
    assert read_text(file) == "before\na\nElla\nafter"


@pytest.mark.parametrize(
    ("xml", "with_none"),
    [
        (a_table(a_control(LOOP_OF_ROWS)), "before\nafter"),
        (a_control(a_table(LOOP_OF_ROWS)), "before\nafter"),
        (a_control(a_control(LOOP)), "before\nafter"),
        (a_control(LOOP), "before\nafter"),
        (a_table(f"<w:tr>{a_control(LOOP_OF_CELLS)}</w:tr>"), "before\n\nafter"),
        (a_table(f"<w:tr><w:tc>{a_control(LOOP)}</w:tc></w:tr>"), "before\n\nafter"),
        (a_table(f'<w:customXml w:element="x">{LOOP_OF_ROWS}</w:customXml>'), "before\nafter"),
        (a_table(f'<w:tr><w:customXml w:element="x">{LOOP_OF_CELLS}</w:customXml></w:tr>'), "before\n\nafter"),
        (
            a_table(a_row("{%tr for x in xs %}") + a_control(a_row("{{ x }}")) + a_row("{%tr endfor %}")),
            "before\nafter",
        ),
    ],
)
def test_no_content_control_is_left_with_nothing_in_it(xml: str, with_none: str) -> None:
    template = compile_template(layout_of(xml))
    for content, words in (([], with_none), (["one", "two"], "before\none\ntwo\nafter")):
        file = template.render({"xs": content}).file
        check_opens(file)
        assert read_text(file) == words
        part = main_part(file)
        assert all(len(content) for content in part.iter(f"{W}sdtContent"))
        assert all(next(row.iter(f"{W}tc"), None) is not None for row in part.iter(f"{W}tr"))


@pytest.mark.parametrize("held", [NOTE, LOOP.replace(a_paragraph("{{ x }}"), NOTE)])
def test_a_control_that_held_but_a_note_between_authors_goes_with_it(held: str) -> None:
    template = compile_template(layout_of(a_control(held) + a_paragraph("{{ name }}")))
    file = template.render({"name": "Ella", "xs": [1]}).file
    assert read_text(file) == "before\nElla\nafter"
    assert not list(main_part(file).iter(f"{W}sdt"))


def test_a_control_in_a_line_and_one_that_always_holds_something_stay() -> None:
    inline = "<w:p>" + a_control(
        "<w:r><w:t>{% if xs %}</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>a{% endif %}</w:t></w:r>"
    )
    xml = f"{inline}</w:p>{a_control(LOOP + a_paragraph('always'))}"
    file = compile_template(layout_of(xml)).render({"xs": []}).file
    assert len(list(main_part(file).iter(f"{W}sdt"))) == 2
    assert read_text(file) == "before\n\nalways\nafter"


@pytest.mark.parametrize("around", [A_CONTROL, A_CUSTOM])
def test_the_place_of_a_tag_in_a_control_is_its_row_and_cell_as_one_counts_them(around: str) -> None:
    second = f"<w:tr>{around.format(a_cell('a'))}{around.format(a_cell('{{ x|uper }}'))}</w:tr>"
    with pytest.raises(LayoutError) as caught:
        compile_template(layout_of(a_table(around.format(a_row("a")) + around.format(second))))
    assert caught.value.problem.place.cell == "table 1, row 2, cell 2"
