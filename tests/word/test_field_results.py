"""Two documents that differ only in what Word works out when it opens them, page numbers above all, say the same."""

from __future__ import annotations

import pytest

from autoadmin.word.reading import read_lasting_parts, read_parts
from tests.word.layouts import a_layout, with_main_part

RUN = "<w:r><w:t>Page</w:t></w:r>"
OPEN = '<w:r><w:t xml:space="preserve">Page </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
CODE = "<w:r><w:instrText> {} \\* MERGEFORMAT </w:instrText></w:r>"
SHOWN = '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{}</w:t></w:r>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
SIMPLE = (
    '<w:r><w:t xml:space="preserve">Page </w:t></w:r>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
)


def words(xml: str) -> str:
    return read_lasting_parts(with_main_part(a_layout("Page"), RUN, xml))["main text"]


@pytest.mark.parametrize(
    "xml",
    [
        OPEN + CODE.format("PAGE") + SHOWN.format("1") + END,
        OPEN + CODE.format("page") + SHOWN.format("27") + END,
        OPEN + CODE.format("PAGE") + END,
        OPEN + CODE.format("PA</w:instrText></w:r><w:r><w:instrText>GE") + SHOWN.format("1") + END,
        SIMPLE,
    ],
)
def test_whatever_number_a_page_field_showed_it_reads_the_same(xml: str) -> None:
    assert words(xml) == "Page [PAGE]"


def test_what_other_fields_show_are_words_of_the_document() -> None:
    assert words(OPEN + CODE.format("REF name") + SHOWN.format("Ella") + END) == "Page Ella"


def test_reading_a_document_as_a_person_sees_it_keeps_the_number() -> None:
    assert read_parts(with_main_part(a_layout("Page"), RUN, SIMPLE))["main text"] == "Page 1"
