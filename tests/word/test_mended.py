"""Tags that Word spoilt are mended, and the template says so."""

from __future__ import annotations

import pytest

from autoadmin.word import compile_template
from autoadmin.word.reading import read_text
from tests.word.layouts import a_layout
from tests.word.packages import with_body

CONTENT: dict[str, object] = {"name": "Kelly", "child": {"age": 11}}
PROOF = '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="7" w:name="x"/><w:bookmarkEnd w:id="7"/>'


def run(text: str, bold: bool = False) -> str:
    return f"<w:r>{'<w:rPr><w:b/></w:rPr>' * bold}<w:t>{text}</w:t></w:r>"


def inserted(xml: str) -> str:
    return f'<w:ins w:id="1" w:author="Sam" w:date="2026-11-19T09:00:00Z">{xml}</w:ins>'


@pytest.mark.parametrize(
    ("xml", "printed"),
    [
        (run("{{ child[‘age’] }}"), "11"),
        (run("{{ child[“age”] }}"), "11"),
        (run("{{\xa0name\u202f}}"), "Kelly"),
        (run("{{ na\u200bme }}"), "Kelly"),
        (run("{{ na\xadme\ufeff }}"), "Kelly"),
        (run("{{ na") + "<w:r><w:softHyphen/></w:r>" + run("me }}"), "Kelly"),
        (run("{{ child.age ") + "<w:r><w:noBreakHyphen/></w:r>" + run(" 1 }}"), "10"),
        (
            PROOF.join(run(piece, number % 2 == 1) for number, piece in enumerate("{|{| |n|a|m|e| |}|}".split("|"))),
            "Kelly",
        ),
        (run("{{ na", True) + PROOF + inserted(run("me") + run(" |", True)) + run("upper }}"), "KELLY"),
    ],
)
def test_a_spoilt_tag_is_mended_and_said(xml: str, printed: str) -> None:
    template = compile_template(with_body(a_layout(), f"<w:p>{xml}</w:p>"))
    assert read_text(template.render(CONTENT).file).strip() == printed
    assert [note for note in template.notes if note.endswith("was mended.")]


def test_a_whole_tag_is_not_said_to_be_mended() -> None:
    assert compile_template(a_layout('{{ child["age"] }} and {{ name }}')).notes == ()


def test_a_tag_in_deleted_text_is_no_tag() -> None:
    deleted = '<w:del w:id="1" w:author="Sam"><w:r><w:delText>{{ nobody }}</w:delText><w:t>{{ x }}</w:t></w:r></w:del>'
    template = compile_template(with_body(a_layout(), f"<w:p>{deleted}{run('{{ name }}')}</w:p>"))
    assert template.fields == ("name",)
    assert read_text(template.render(CONTENT).file).strip() == "Kelly"
