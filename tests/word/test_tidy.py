"""Marks of editing are taken out; everything that a reader sees stays."""

from __future__ import annotations

import io
import zipfile

from autoadmin.word import compile_template
from tests.word.layouts import a_layout, rendered, with_main_part

MESSY = (
    '<w:proofErr w:type="spellStart"/><w:r w:rsidR="00AB"><w:t>{{ chi</w:t></w:r><w:proofErr w:type="spellEnd"/>'
    '<w:r w:rsidRPr="00CD"><w:lastRenderedPageBreak/><w:t xml:space="preserve">ld }} </w:t></w:r>'
    '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/><w:r><w:t>and</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
LAYOUT = with_main_part(a_layout("words"), "<w:r><w:t>words</w:t></w:r>", MESSY)


def test_editing_marks_are_gone_and_fields_keep_runs_of_their_own() -> None:
    file = compile_template(LAYOUT).render({"child": "Ella"}).file
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        xml = archive.read("word/document.xml").decode()
    assert not any(mark in xml for mark in ("rsid", "proofErr", "lastRenderedPageBreak", "_GoBack"))
    assert xml.count("<w:fldChar") == 2
    assert '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText' in xml


def test_words_around_editing_marks_stay() -> None:
    assert rendered(LAYOUT, {"child": "Ella"}) == "Ella and"


def test_words_of_a_damaged_file_that_stand_in_no_run_are_filled_with_gaps_and_all() -> None:
    layout = with_main_part(a_layout("words"), "<w:r><w:t>words</w:t></w:r>", "<w:t>{{ a }} and {{ b }}</w:t>")
    assert rendered(layout, {"a": None, "b": "Ella"}) == "[not recorded: a] and Ella"
