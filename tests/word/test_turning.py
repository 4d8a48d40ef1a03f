"""A picture too wide for the text has a page of its own on its side; the pages before and after it stay as they are."""

from __future__ import annotations

import io

import docx
import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from autoadmin.word import Picture, compile_template
from tests.word.layouts import a_layout
from tests.word.paintings import a_png
from tests.word.test_pictures import sizes
from tests.word.test_undamaged import check_opens

WIDE = Picture(a_png(200, 100), "a wide family", width=240, least_width=230)
NARROW = Picture(a_png(10, 10), "a small family", width=100)
TITLE, BEFORE = "Who is who", "Before"


def a_page(*, table: bool = False) -> bytes:
    """Return a layout upright on A4, with a header on its first page, whose picture stands under a heading."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "First page"
    section.header.paragraphs[0].text = "Every page"
    document.add_paragraph(BEFORE)
    if table:
        document.add_table(1, 1).cell(0, 0).text = "cell"
    document.add_heading(TITLE, 2)
    document.add_paragraph("{{ genogram }}")
    document.add_paragraph("After")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def filled(layout: bytes, picture: Picture) -> bytes:
    return compile_template(layout).render({"genogram": picture}).file


def pages(file: bytes) -> list[tuple[WD_ORIENT, list[str]]]:
    """Return how the pages of each section lie, and what stands on them."""
    document = docx.Document(io.BytesIO(file))
    found: list[tuple[WD_ORIENT, list[str]]] = []
    for section in document.sections:
        words = [each.text for each in section.iter_inner_content() if isinstance(each, Paragraph)]
        found.append((section.orientation, words))
    return found


def test_a_wide_picture_has_a_page_on_its_side_with_the_heading_above_it() -> None:
    file = filled(a_page(), WIDE)
    check_opens(file)
    assert pages(file) == [
        (WD_ORIENT.PORTRAIT, [BEFORE]),
        (WD_ORIENT.LANDSCAPE, [TITLE, ""]),
        (WD_ORIENT.PORTRAIT, ["After"]),
    ]
    assert sizes(file) == [(240, 120)]
    assert filled(a_page(), WIDE) == file


def test_the_header_of_a_first_page_is_on_the_first_page_alone() -> None:
    sections = docx.Document(io.BytesIO(filled(a_page(), WIDE))).sections
    assert [each.different_first_page_header_footer for each in sections] == [True, False, False]
    assert [each.header.is_linked_to_previous for each in sections] == [False, True, True]
    assert sections[2].header.paragraphs[0].text == "Every page"
    assert {each.start_type for each in sections} == {WD_SECTION.NEW_PAGE}


def test_a_table_above_the_heading_stays_on_its_page() -> None:
    file = filled(a_page(table=True), WIDE)
    check_opens(file)
    assert [orientation for orientation, _ in pages(file)] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    assert pages(file)[1][1] == [TITLE, ""]


@pytest.mark.parametrize(("width", "least"), [(100, 95), (170, 170), (178, 169), (900, 0)])
def test_a_picture_that_can_be_read_as_narrow_as_the_text_stands_in_it(width: int, least: int) -> None:
    file = filled(a_page(), Picture(NARROW.data, "family", width=width, least_width=least))
    assert [orientation for orientation, _ in pages(file)] == [WD_ORIENT.PORTRAIT]
    assert sizes(file)[0][0] == min(width, 170)


def test_one_wider_or_higher_than_the_page_on_its_side_is_made_as_large_as_it_has_room_for() -> None:
    assert sizes(filled(a_page(), Picture(WIDE.data, "family", width=900, least_width=200)))[0][0] == 257
    _, height = sizes(filled(a_page(), Picture(WIDE.data, "family", width=300, height=300, least_width=171)))[0]
    assert 120 < height < 160


def test_a_picture_in_a_cell_stays_in_it_and_one_that_ends_the_text_needs_no_page_after_it() -> None:
    cell = filled(a_layout(table=[["{{ genogram }}", "words"]]), WIDE)
    assert len(docx.Document(io.BytesIO(cell)).sections) == 1
    file = filled(a_layout("Before", "{{ genogram }}"), WIDE)
    check_opens(file)
    assert [words for _, words in pages(file)] == [["Before"], [""]]


def test_two_wide_pictures_have_a_page_each() -> None:
    file = compile_template(a_layout("Before", "{{ a }}", "Between", "{{ b }}", "After")).render(
        {"a": WIDE, "b": Picture(WIDE.data, "around it", width=214, least_width=200)}
    ).file  # fmt: skip
    check_opens(file)
    assert [orientation for orientation, _ in pages(file)] == [
        WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE, WD_ORIENT.PORTRAIT,
    ]  # fmt: skip
    assert sizes(file)[1][0] == 214
