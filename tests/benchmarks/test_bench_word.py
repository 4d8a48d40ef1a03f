"""The benchmark compares like with like."""

from __future__ import annotations

import io

from docxtpl import DocxTemplate

from autoadmin.word import compile_template
from autoadmin.word.reading import read_parts
from tests.benchmarks.bench_word import floor, with_docxtpl
from tests.benchmarks.minutes import made_content, made_layout


def test_both_engines_make_documents_with_the_same_words() -> None:
    layout, content = made_layout(), made_content()
    ours = compile_template(layout).render(content).file
    assert read_parts(ours) == read_parts(with_docxtpl(DocxTemplate(io.BytesIO(layout)), content))


def test_the_floor_fills_every_part_that_has_tags() -> None:
    template = compile_template(made_layout())
    assert [layout.name for layout in template.layouts] == ["word/document.xml", "word/header1.xml", "word/footer1.xml"]
    floor(template, made_content())()
