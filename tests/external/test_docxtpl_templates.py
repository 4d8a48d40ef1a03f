"""docxtpl's own example templates come out as docxtpl 0.20.2 renders them, except where docxtpl loses words."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docxtpl import DocxTemplate
from docxtpl import RichText as TheirText
from docxtpl import RichTextParagraph as TheirParagraphs
from jinja2 import Environment
from lxml import etree

from autoadmin.word import RichText, Span, compile_template
from autoadmin.word.errors import LayoutError
from autoadmin.word.names import CELL, ROW, TABLE, W
from autoadmin.word.reading import read_parts, read_text
from tests.word.layouts import a_layout, main_part

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "docxtpl-templates"
TEMPLATES = sorted(FOLDER.glob("*.docx")) if FOLDER.is_dir() else []
pytestmark = pytest.mark.skipif(not TEMPLATES, reason="docxtpl's example templates are not here")

RICH = RichText(
    (Span("a rich text", italic=True), Span(" with ", colour="FF0000", size=14), Span("<some> & violet", bold=True))
)
LINES = (RichText((Span("First"), Span(" line", bold=True))), RichText((Span("second"),)))
ROWS = [{"desc": "Car seat", "qty": 2, "price": "40.00"}, {"desc": "Cot", "qty": 1, "price": "95.50"}]
DISHES = [{"name": "Stew", "ingredients": ["beans", "leeks"]}, {"name": "Toast", "ingredients": ["bread"]}]
AUTHORS = [{"name": "Ada Penrose", "books": [{"title": "Tides"}, {"title": "Kites"}]}]
CONTENT: dict[str, list[dict[str, object]]] = {
    "dynamic_table_tpl": [
        {"col_labels": ["mornings", "evenings"], "tbl_contents": [{"label": "Monday", "cols": ["calm", "loud"]}]},
    ],
    "cellbg_tpl": [{"alerts": [{"date": "12 Nov", "type": "Late", "bg": "FFF2CC", "desc": RICH}] * 2}, {"alerts": []}],
    "escape_tpl_auto": [
        {"nested_dict": {"one": "<1> & ''", "two": 'a "b"'}, "autoescape": "<, > & \" '", "autoescape_unicode": "é <"},
    ],
    "header_footer_tpl": [{"title": "Review", "company_name": "Hull", "date": "19 Nov", "mysubdoc": LINES}],
    "richtext_tpl": [{"example": RICH}, {"example": RichText(())}],
    "vertical_merge_tpl": [
        {"category": "Equipment", "items": ROWS, "total_price": "175.50"},
        {"category": "Equipment", "items": ROWS[:1], "total_price": "40.00"},
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


CHANGED = {"escape_tpl_auto": ("iteritems(nested_dict)", "nested_dict.items()")}  # content holds values, no functions


def with_docxtpl(layout: bytes, content: dict[str, object]) -> bytes:
    """Return the document that docxtpl makes, with rich text of its own in the place of ours."""
    template = DocxTemplate(io.BytesIO(layout))
    theirs = {name: as_docxtpl_has_it(value) for name, value in content.items()}
    template.render(theirs, jinja_env=Environment(autoescape=True))
    file = io.BytesIO()
    template.save(file)
    return file.getvalue()


def as_docxtpl_has_it(value: object) -> object:
    """Return the value with every RichText, and every list of them, as docxtpl's own of the same spans."""
    if isinstance(value, RichText):
        return their_rich_text(value)
    if isinstance(value, tuple):
        paragraphs = TheirParagraphs()
        for item in value:
            paragraphs.add(their_rich_text(item))
        return paragraphs
    if isinstance(value, dict):
        return {name: as_docxtpl_has_it(item) for name, item in value.items()}
    return [as_docxtpl_has_it(item) for item in value] if isinstance(value, list) else value


def their_rich_text(text: RichText) -> TheirText:
    theirs = TheirText()
    for span in text.spans:
        size = round(span.size * 2) if span.size else None
        theirs.add(span.text, bold=span.bold, italic=span.italic, color=span.colour or None, size=size)
    return theirs


def layout_of(name: str) -> bytes:
    """Return one of docxtpl's templates; where it calls a function, with a field in its place."""
    old, new = CHANGED.get(name, ("", ""))
    document = docx.Document(str(FOLDER / f"{name}.docx"))
    for paragraph in document.paragraphs:
        if old and old in paragraph.text:
            paragraph.text = paragraph.text.replace(old, new)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue() if old else (FOLDER / f"{name}.docx").read_bytes()


def tables(file: bytes) -> list[list[list[tuple[str, str, str]]]]:
    """Return of each table, row and cell the words, the columns that it spans and how it is merged downwards."""
    return [[list(map(_cell, row.iter(CELL))) for row in table.iter(ROW)] for table in main_part(file).iter(TABLE)]


def _cell(cell: etree._Element) -> tuple[str, str, str]:
    merge = _property(cell, "vMerge", "none")
    words = "".join(text.text or "" for text in cell.iter(f"{W}t"))
    return "" if merge == "continue" else words, _property(cell, "gridSpan", "1"), merge


def _property(cell: etree._Element, name: str, otherwise: str) -> str:
    found = cell.find(f"{W}tcPr/{W}{name}")
    return otherwise if found is None else found.get(f"{W}val", "continue")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_every_example_template_is_compared(path: Path) -> None:
    assert path.stem in CONTENT
    assert compile_template(layout_of(path.stem)).layouts


@pytest.mark.parametrize("name", CHANGED)
def test_a_function_of_the_program_s_own_is_refused_with_what_to_write(name: str) -> None:
    with pytest.raises(LayoutError, match=r"Write \.items\(\) behind the value\."):
        compile_template(FOLDER / f"{name}.docx")


@pytest.mark.parametrize("name", CONTENT)
def test_an_example_shows_the_same_words_in_the_same_tables_as_docxtpl(name: str) -> None:
    layout = layout_of(name)
    template = compile_template(layout)
    for content in CONTENT[name]:
        ours, theirs = template.render(content).file, with_docxtpl(layout, content)
        assert tables(ours) == tables(theirs)
        if name != "vertical_merge_tpl":  # there docxtpl leaves words in cells that nobody sees
            assert read_parts(ours) == read_parts(theirs)


def test_plain_text_in_a_run_tag_is_kept_where_docxtpl_loses_it() -> None:
    layout = layout_of("cellbg_tpl")
    content: dict[str, object] = {"alerts": [{"date": "12 Nov", "type": "Late", "bg": "FFF2CC", "desc": "Arrived"}]}
    assert "Arrived" in read_text(compile_template(layout).render(content).file)
    assert "Arrived" not in read_text(with_docxtpl(layout, content))


OWN: dict[str, tuple[bytes, dict[str, object]]] = {
    "branches": (
        a_layout("{% if a > 1 %}many{% elif a == 1 %}one{% else %}none{% endif %} {{ 'x' if a else 'y' }}", "{{ a }}"),
        {"a": 1},
    ),
    "a loop with nothing to go over": (
        a_layout("{%p for x in xs %}", "{{ x }}", "{%p else %}", "none", "{%p endfor %}"),
        {"xs": []},
    ),
    "set and with": (a_layout("{% set b = a ~ '!' %}{{ b }}{% with c = 2 %}{{ c }}{% endwith %}"), {"a": "x"}),
    "breaks and tabs": (a_layout("{{ a }} end"), {"a": "one\ntwo\tthree"}),
    "braces": (a_layout("write {_{ a }_} and {_% b %_} for {{ a }}"), {"a": 1}),
    "filters": (a_layout("{{ xs|join(', ')|upper }} {{ xs|length }} {{ xs|first|title }}"), {"xs": ["ab", "cd"]}),
    "comments": (a_layout("a{# left out #}b", "{#p left out #}", "{{ a }}"), {"a": 1}),
    "spaces that join": (a_layout("one", "{%- if a -%}", " two", "{%- endif -%}", " three"), {"a": True}),
    "rows and cells": (
        a_layout(table=[["{%tr for r in rows %}"], ["{{ r.name }}", "{{ r.n }}"], ["{%tr endfor %}"]]),
        {"rows": [{"name": "a", "n": 1}, {"name": "b & c", "n": 2}]},
    ),
    "rows left out": (a_layout(table=[["kept"], ["{%tr if a %}"], ["{{ a }}"], ["{%tr endif %}"]]), {"a": 0}),
    "rich text in a paragraph": (a_layout("a {{r text }} z"), {"text": RichText((Span("x", bold=True), Span(" <y>")))}),
}  # fmt: skip


@pytest.mark.parametrize("case", OWN)
def test_what_the_examples_leave_out_is_the_same_as_docxtpl_too(case: str) -> None:
    layout, content = OWN[case]
    ours, theirs = compile_template(layout).render(content).file, with_docxtpl(layout, content)
    assert read_parts(ours) == read_parts(theirs)
    assert tables(ours) == tables(theirs)
