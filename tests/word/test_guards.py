"""Word insists on a paragraph in every cell, a cell in every row, a row in every table: it gets them."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from autoadmin.word import compile_template
from autoadmin.word.names import TABLE, W
from autoadmin.word.reading import read_text
from tests.word.layouts import a_layout, check_structure, main_part, with_main_part

TABLES = [
    [["{%tr for x in xs %}"], ["{{ x }}"], ["{%tr endfor %}"]],
    [["{%tc for x in xs %}", "{{ x }}", "{%tc endfor %}"]],
]


def a_layout_with_paragraphs_in_a_cell() -> bytes:
    layout = a_layout("before", table=[["CELL"]])
    paragraphs = "</w:t></w:r></w:p><w:p><w:r><w:t>".join(["{%p for x in xs %}", "{{ x }}", "{%p endfor %}"])
    return with_main_part(layout, "CELL", paragraphs)


LAYOUTS = [*(a_layout("before", table=table) for table in TABLES), a_layout_with_paragraphs_in_a_cell()]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("count", [0, 1, 3])
def test_tables_stay_whole_whatever_the_data_leaves_out(layout: bytes, count: int) -> None:
    file = compile_template(layout).render({"xs": [f"word {n}" for n in range(count)]}).file
    check_structure(main_part(file))
    assert [line for line in read_text(file).split("\n") if line] == ["before", *(f"word {n}" for n in range(count))]


def test_a_table_without_rows_is_left_out() -> None:
    assert next(main_part(compile_template(LAYOUTS[0]).render({"xs": []}).file).iter(TABLE), None) is None


def test_a_table_within_a_row_that_is_left_out_takes_nothing_else_along() -> None:
    inner = (
        "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p><w:r><w:t>{%tr for y in x.ys %}</w:t></w:r></w:p></w:tc></w:tr>"
        "<w:tr><w:tc><w:p><w:r><w:t>{{ y }}</w:t></w:r></w:p></w:tc></w:tr>"
        "<w:tr><w:tc><w:p><w:r><w:t>{%tr endfor %}</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/>"
    )
    layout = a_layout("before", table=[["{%tr for x in xs %}"], ["{{ x.name }}CELL"], ["{%tr endfor %}"]])
    layout = with_main_part(layout, "CELL</w:t></w:r></w:p>", f"</w:t></w:r></w:p>{inner}")
    file = compile_template(layout).render({"xs": [{"name": "a", "ys": []}, {"name": "b", "ys": ["c"]}]}).file
    assert [line for line in read_text(file).split("\n") if line] == ["before", "a", "b", "c"]
    assert len(list(main_part(file).iter(TABLE))) == 2


def test_a_header_left_empty_keeps_a_paragraph() -> None:
    layout = a_layout("words", header="{{ x }}")
    paragraph = "<w:p><w:r><w:t>{%p if x %}</w:t></w:r></w:p>", "<w:p><w:r><w:t>{%p endif %}</w:t></w:r></w:p>"
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(layout)) as archive, zipfile.ZipFile(changed, "w") as copy:
        for name in archive.namelist():
            data = archive.read(name)
            if name.startswith("word/header"):
                data = data.replace(b"<w:p>", f"{paragraph[0]}<w:p>".encode()).replace(
                    b"</w:hdr>", f"{paragraph[1]}</w:hdr>".encode()
                )
            copy.writestr(name, data)
    file = compile_template(changed.getvalue()).render({"x": ""}).file
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        headers = [etree.fromstring(archive.read(name)) for name in archive.namelist() if "word/header" in name]
    assert all(header.find(f"{W}p") is not None for header in headers)


def test_a_cell_that_a_note_between_authors_ended_after_a_table_ends_in_a_paragraph() -> None:
    inner = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p><w:r><w:t>{#p ask legal #}"
    layout = with_main_part(
        a_layout(table=[["{{ x }} here"]]), "here</w:t></w:r>", f"</w:t></w:r></w:p>{inner}</w:t></w:r>"
    )
    check_structure(main_part(compile_template(layout).render({"x": 1}).file))
