"""Columns that come and go with the data, and tables in tables."""

from __future__ import annotations

import io

import docx
from docx.shared import Mm

from autoadmin.word import compile_template
from autoadmin.word.names import CELL, ROW, TABLE, W
from autoadmin.word.reading import read_text
from tests.word.layouts import a_layout, check_structure, main_part
from tests.word.test_undamaged import check_opens


def grids(file: bytes) -> list[list[int]]:
    part = main_part(file)
    return [[int(c.get(f"{W}w", "0")) for c in t.iterfind(f"{W}tblGrid/{W}gridCol")] for t in part.iter(TABLE)]


def cell_widths(file: bytes) -> list[list[int]]:
    rows = main_part(file).iter(ROW)
    return [[int(w.get(f"{W}w", "0")) for w in row.iterfind(f"{W}tc/{W}tcPr/{W}tcW")] for row in rows]


def with_widths(rows: list[list[str]], widths: list[int]) -> bytes:
    """Return a layout with a table whose columns are this wide, in millimetres."""
    document = docx.Document()
    table = document.add_table(len(rows), len(widths))
    for row, cells in enumerate(rows):
        for column, words in enumerate(cells):
            table.cell(row, column).text = words
            table.cell(row, column).width = Mm(widths[column])
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


REPEATED = with_widths(
    [
        ["Day", "{%tc for c in cs %}", "{{ c }}", "{%tc endfor %}"],
        ["{%tr for r in rows %}", "", "", ""],
        ["{{ r.day }}", "{%tc for x in r.xs %}", "{{ x }}", "{%tc endfor %}"],
        ["{%tr endfor %}", "", "", ""],
    ],
    [40, 10, 20, 10],
)


def test_the_grid_has_as_many_columns_as_there_are_and_the_table_stays_as_wide() -> None:
    content = {
        "cs": ["Ella", "Noah", "Kim"],
        "rows": [{"day": "Mon", "xs": [1, 2, 3]}, {"day": "Tue", "xs": [4, 5, 6]}],
    }
    file = compile_template(REPEATED).render(content).file
    check_opens(file)
    check_structure(main_part(file))
    [grid] = grids(file)
    assert len(grid) == 4
    assert abs(sum(grid) - sum(grids(REPEATED)[0])) < 4
    assert abs(grid[0] - 2 * grid[1]) < 2  # in the proportions of the layout: 40 mm and 20 mm
    assert cell_widths(file) == [grid] * 3


def test_a_column_that_is_left_out_gives_its_room_to_the_others() -> None:
    layout = with_widths([["a", "{%tc if late %}", "late", "{%tc endif %}"]], [40, 10, 20, 10])
    for is_late, columns in ((True, 2), (False, 1)):
        file = compile_template(layout).render({"late": is_late}).file
        [grid] = grids(file)
        assert len(grid) == columns
        assert abs(sum(grid) - sum(grids(layout)[0])) < 4


def test_a_table_whose_columns_are_fixed_is_left_as_it_is() -> None:
    layout = with_widths([["{%tr for x in xs %}", ""], ["{{ x }}", "b"], ["{%tr endfor %}", ""]], [30, 60])
    assert grids(compile_template(layout).render({"xs": [1, 2]}).file) == grids(layout)


def test_a_table_without_any_row_left_is_left_out_whole() -> None:
    layout = a_layout(
        "{{ x }}",
        table=[["{%tr for r in rows %}"], ["{%tc for c in r %}", "{{ c }}", "{%tc endfor %}"], ["{%tr endfor %}"]],
    )
    cases: list[list[list[int]]] = [[], [[]], [[1, 2], [3]]]
    for rows in cases:
        file = compile_template(layout).render({"x": 1, "rows": rows}).file
        check_opens(file)
        check_structure(main_part(file))
        assert len(list(main_part(file).iter(TABLE))) == bool(rows)


def test_a_table_in_a_table_is_filled_and_fitted() -> None:
    document = docx.Document()
    outer = document.add_table(3, 1)
    outer.cell(0, 0).text = "{%tr for r in rows %}"
    outer.cell(2, 0).text = "{%tr endfor %}"
    inner = outer.cell(1, 0).add_table(1, 3)
    for column, words in enumerate(["{%tc for c in r %}", "{{ c }}", "{%tc endfor %}"]):
        inner.cell(0, column).text = words
    file = io.BytesIO()
    document.save(file)
    filled = compile_template(file.getvalue()).render({"rows": [["a", "b"], ["c"], []]}).file
    check_opens(filled)
    check_structure(main_part(filled))
    assert read_text(filled).split() == ["a", "b", "c"]
    assert [len(grid) for grid in grids(filled)][1:3] == [2, 1]
    assert len(list(main_part(filled).iter(CELL))) >= 6
