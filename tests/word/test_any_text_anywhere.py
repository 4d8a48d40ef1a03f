"""Any text comes out whole and in order, wherever in a document it is printed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings

from autoadmin.word import RichText, Span, compile_template
from autoadmin.word.reading import read_parts
from tests.word.layouts import a_layout, check_structure, main_part, with_main_part
from tests.word.test_in_libreoffice import as_text
from tests.word.test_repeated import with_footnotes
from tests.word.test_undamaged import ANY_TEXT, as_shown, check_opens

BOX = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>[{{ who }}]</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
LAYOUT = with_footnotes(
    with_main_part(
        a_layout("words", table=[["({{ who }})"]], header="h {{ who }}"),
        "<w:r><w:t>words</w:t></w:r>",
        f'<w:r><w:t>in a box</w:t></w:r>{BOX}<w:r><w:footnoteReference w:id="2"/></w:r>',
    )
)
TEMPLATE = compile_template(LAYOUT)


@given(ANY_TEXT)
@settings(deadline=None)
def test_any_text_comes_out_whole_in_a_cell_a_box_a_header_and_a_footnote(text: str) -> None:
    file = TEMPLATE.render({"who": text}).file
    shown = as_shown(text)
    check_opens(file)
    parts = read_parts(file)
    assert parts["main text"] == f"in a box\n[{shown}]\n({shown})"
    assert parts["header 1"] == f"h {shown}"
    assert parts["footnotes"] == f"Seen by {shown}"


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed here")
def test_rich_text_columns_and_repeated_notes_open_in_libreoffice(tmp_path: Path) -> None:
    layout = with_footnotes(
        with_main_part(
            a_layout(
                "{{p said|rich }}",
                "{%p for c in cs %}",
                "{%p pagebreak if not loop.first %}",
                "{{ c }} words",
                "{%p endfor %}",
                table=[["Day", "{%tc for c in cs %}", "{{ c }}", "{%tc endfor %}"]],
            ),
            "<w:r><w:t>{{ c }} words</w:t></w:r>",
            '<w:r><w:t>{{ c }} words</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>',
        )
    )
    content: dict[str, object] = {
        "said": "- see **Ella**\n2. [call](https://x.example)",
        "cs": [RichText((Span("Ella", bold=True),)), "Noah"],
        "who": "Tom",
    }
    file = compile_template(layout).render(content).file
    check_structure(main_part(file))
    words = as_text(file, tmp_path)
    for expected in ("see Ella", "2. call", "Ella words", "Noah words"):
        assert expected in words
    assert [line for line in words.split("\n") if line in ("Day", "Ella", "Noah")] == ["Day", "Ella", "Noah"]
