"""Whatever the data, no document is damaged and no word is lost."""

from __future__ import annotations

import io
import re
import threading
import zipfile

import docx
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from autoadmin.domain.errors import TemplateError
from autoadmin.word import compile_template
from autoadmin.word.reading import read_parts, read_text
from tests.word.layouts import a_layout

ANY_TEXT = st.text(
    st.one_of(st.characters(exclude_categories=()), st.sampled_from("<&>\"'\t\n\r\f\v\x00\ud800\uffff{}%אب"))
)
PLAIN = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), ANY_TEXT)
JSON = st.recursive(
    PLAIN,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from("abc"), inner, max_size=3)),
)
ONE_VALUE = compile_template(a_layout(["before ", "{{ x }}", " after"], header="{{ x }}"))
MANY_LINES = compile_template(a_layout("{%p for text in texts %}", "{{ text }}", "{%p endfor %}", "end"))
MANY_TAGS = compile_template(
    a_layout(
        "{{ a }}",
        "{{p b }}",
        "{%p for item in a %}",
        "{{ item }} {% if item %}{{ item.b }}{% endif %}",
        "{%p endfor %}",
        "{% for k, v in c.items() %}{{ k }}: {{ v }}{% endfor %}",
        table=[["{%tr for row in b %}"], ["{{ row.c }}"], ["{%tr endfor %}"]],
    )
)


def as_shown(text: str) -> str:
    text = re.sub("\r\n|[\r\v]", "\n", text)
    return re.sub("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", text)


def check_opens(file: bytes) -> None:
    docx.Document(io.BytesIO(file))
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))


@given(ANY_TEXT)
@settings(deadline=None)
def test_any_text_comes_out_whole_and_in_order(text: str) -> None:
    result = ONE_VALUE.render({"x": text})
    assert read_text(result.file) == f"before {as_shown(text)} after"
    assert read_parts(result.file)["header 1"] == as_shown(text)
    assert bool(result.notes) == bool(as_shown(text) != re.sub("\r\n|[\r\v]", "\n", text))


@given(ANY_TEXT)
@settings(deadline=None)
def test_any_text_leaves_a_document_that_opens(text: str) -> None:
    check_opens(ONE_VALUE.render({"x": text}).file)


@given(st.dictionaries(st.sampled_from("abc"), JSON))
@settings(max_examples=200, deadline=None)
def test_any_content_renders_or_is_refused_with_a_reason(content: dict[str, object]) -> None:
    try:
        check_opens(MANY_TAGS.render(content).file)
    except TemplateError as error:
        assert "In the main text" in str(error)


@given(st.lists(ANY_TEXT, max_size=5))
@settings(deadline=None)
def test_lists_come_out_in_order(texts: list[str]) -> None:
    assert read_text(MANY_LINES.render({"texts": texts}).file) == "\n".join([*map(as_shown, texts), "end"])


def test_the_same_content_makes_the_same_bytes() -> None:
    layout = a_layout("{{ x }} and {{ y }}", header="{{ x }}")
    content = {"x": "words", "y": None}
    assert compile_template(layout).render(content).file == compile_template(layout).render(content).file


def test_many_threads_may_render_one_template_at_once() -> None:
    template = compile_template(a_layout("{% for n in numbers %}{{ n }},{% endfor %}{{ gap }}"))
    wrong: list[int] = []

    def work(own: int) -> None:
        for _ in range(50):
            result = template.render({"numbers": [own] * 20, "gap": None if own % 2 else "x"})
            expected = f"{own}," * 20 + ("[not recorded: gap]" if own % 2 else "x")
            if read_text(result.file) != expected or len(result.gaps) != own % 2:
                wrong.append(own)

    threads = [threading.Thread(target=work, args=(own,)) for own in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_right_to_left_text_is_marked_and_mixed_text_is_not() -> None:
    def has_mark(text: str) -> bool:
        with zipfile.ZipFile(io.BytesIO(ONE_VALUE.render({"x": text}).file)) as archive:
            return b'<w:rtl w:val="1"/>' in archive.read("word/document.xml")

    assert has_mark("שלום, 12")
    assert not has_mark("Ella said שלום")
    assert not has_mark("größer, 猫")


def test_letters_beyond_ascii_are_written_as_references_and_read_as_themselves() -> None:
    document = docx.Document()
    document.add_paragraph("Zoë’s words: {{ words }}")
    file = io.BytesIO()
    document.save(file)
    filled = compile_template(file.getvalue()).render({"words": "Dziękuję & \u0634\u0643 🙂"}).file
    assert zipfile.ZipFile(io.BytesIO(filled)).read("word/document.xml").isascii()
    assert read_parts(filled)["main text"] == "Zoë’s words: Dziękuję & \u0634\u0643 🙂"
