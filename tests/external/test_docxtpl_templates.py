"""docxtpl's own example templates come out as docxtpl 0.20.2 renders them, except where docxtpl loses words."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docxtpl import DocxTemplate

from autoadmin.word import compile_template
from autoadmin.word.reading import read_parts, read_text

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "docxtpl-templates"
TEMPLATES = sorted(FOLDER.glob("*.docx")) if FOLDER.is_dir() else []
pytestmark = pytest.mark.skipif(not TEMPLATES, reason="docxtpl's example templates are not here")

ROWS = [{"desc": "Car seat", "qty": 2, "price": "40.00"}, {"desc": "Cot", "qty": 1, "price": "95.50"}]
DISHES = [{"name": "Stew", "ingredients": ["beans", "leeks"]}, {"name": "Toast", "ingredients": ["bread"]}]
AUTHORS = [{"name": "Ada Penrose", "books": [{"title": "Tides"}, {"title": "Kites"}]}]
CONTENT: dict[str, list[dict[str, object]]] = {
    "dynamic_table_tpl": [
        {"col_labels": ["mornings", "evenings"], "tbl_contents": [{"label": "Monday", "cols": ["calm", "loud"]}]},
    ],
    "footnotes_tpl": [{"a_jinja_variable": "a note & more"}],
    "get_undeclared_variables": [
        {
            "name": "Kelly", "age": 34, "email": "kelly@example.org", "is_student": is_student,
            "has_degree": is_student, "degree_field": "Nursing", "skills": ["Listening", "Cooking"],
            "projects": [{"name": "Garden", "year": 2025, "description": "Beans"}] * 2, "company_name": "Hull",
            "page_number": 1, "generation_date": "19 November 2026", "author": "Sam Ellis",
        }
        for is_student in (True, False)
    ],
    "horizontal_merge_tpl": [{}],
    "merge_paragraph_tpl": [{"living_in_town": True}, {"living_in_town": False}],
    "nested_for_tpl": [{"dishes": DISHES, "authors": AUTHORS}, {"dishes": [], "authors": []}],
    "order_tpl": [
        {"customer_name": "Dean Holt", "items": ROWS, "total_price": "175.50", "company_name": "Nursery & Co", **paid}
        for paid in ({"is_paid": True, "in_europe": True}, {"is_paid": False, "in_europe": False})
    ],
}  # fmt: skip


def with_docxtpl(path: Path, content: dict[str, object]) -> bytes:
    template = DocxTemplate(path)
    template.render(dict(content), autoescape=True)
    file = io.BytesIO()
    template.save(file)
    return file.getvalue()


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_every_example_template_compiles(path: Path) -> None:
    assert compile_template(path).layouts or path.stem == "richtext_tpl"


@pytest.mark.parametrize("name", CONTENT)
def test_an_example_shows_the_same_words_as_docxtpl(name: str) -> None:
    path = FOLDER / f"{name}.docx"
    template = compile_template(path)
    for content in CONTENT[name]:
        assert read_parts(template.render(content).file) == read_parts(with_docxtpl(path, content))


def test_plain_text_in_a_run_tag_is_kept_where_docxtpl_loses_it() -> None:
    path = FOLDER / "cellbg_tpl.docx"
    content: dict[str, object] = {"alerts": [{"date": "12 Nov", "type": "Late", "bg": "FFF2CC", "desc": "Arrived"}]}
    assert "Arrived" in read_text(compile_template(path).render(content).file)
    assert "Arrived" not in read_text(with_docxtpl(path, content))


def test_a_vertically_merged_cell_says_its_words_once() -> None:
    content = {"category": "Equipment", "items": ROWS, "total_price": "175.50"}
    assert read_text(compile_template(FOLDER / "vertical_merge_tpl.docx").render(content).file).count("Equipment") == 1
