"""What every shipped Word file is, before anything is filled in: the house style and what accessibility asks for."""

from __future__ import annotations

import io
from itertools import pairwise

import docx
import pytest
from docx.document import Document
from docx.shared import Mm
from lxml import etree

from tests.templates.shipped import FORM, IDS, LETTERS, SIGNED, W, layout, part, words

A4 = {210, 297}


@pytest.fixture(params=IDS)
def id(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_there_are_thirty_templates() -> None:
    assert len(IDS) == 30


def test_a_layout_is_a4_with_twenty_millimetres_at_the_sides(id: str) -> None:
    for section in opened(id).sections:
        assert section.page_width is not None and section.page_height is not None
        assert {round(section.page_width / Mm(1)), round(section.page_height / Mm(1))} == A4
        assert section.left_margin is not None and round(section.left_margin / Mm(1)) == 20
        assert section.right_margin is not None and round(section.right_margin / Mm(1)) == 20


def test_a_layout_is_in_british_english(id: str) -> None:
    (language,) = part(layout(id).read_bytes(), "word/styles.xml").iterfind(f".//{W}rPrDefault//{W}lang")
    assert language.get(f"{W}val") == "en-GB"


def test_a_layout_has_a_title_and_no_author_but_autoadmin(id: str) -> None:
    properties = opened(id).core_properties
    assert properties.title
    assert {properties.author, properties.last_modified_by} == {"autoadmin"}
    assert not properties.comments and not properties.keywords and not properties.category


def test_a_layout_carries_no_company_comments_or_tracked_changes(id: str) -> None:
    file = layout(id).read_bytes()
    assert b"<Company>" not in etree.tostring(part(file, "docProps/app.xml"))
    for mark in ("ins", "del", "commentReference", "moveFrom", "moveTo"):
        assert part(file).find(f".//{W}{mark}") is None


def test_headings_are_heading_styles_and_skip_no_level(id: str) -> None:
    levels = [int(name[-1]) for name in styles(id) if name.startswith("Heading ")]
    assert levels and levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_document_opens_with_its_title(id: str) -> None:
    names = styles(id)
    assert names[0] == "Heading 1" if id == FORM else names.count("Title") == 1


def test_every_table_with_columns_repeats_a_marked_header_row(id: str) -> None:
    for table in tables(id):
        if style(table) == "SummaryPanel":  # two columns: its first column holds the labels
            continue
        first = table.find(f"{W}tr")
        assert first is not None and first.find(f"{W}trPr/{W}tblHeader") is not None


def test_every_table_says_what_it_is(id: str) -> None:
    for table in tables(id):
        for name in ("tblCaption", "tblDescription"):
            described = table.find(f"{W}tblPr/{W}{name}")
            assert described is not None and described.get(f"{W}val")


def test_no_row_is_split_between_pages(id: str) -> None:
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in body(id).iter(f"{W}tr"))


def test_no_table_is_wider_than_the_page(id: str) -> None:
    section = opened(id).sections[0]
    assert section.page_width is not None and section.left_margin is not None and section.right_margin is not None
    room = (section.page_width - section.left_margin - section.right_margin) / Mm(1)
    for table in tables(id):
        width = sum(int(column.get(f"{W}w", "0")) for column in table.iter(f"{W}gridCol"))
        assert width / (1440 / 25.4) <= room + 0.5


def test_nothing_is_laid_out_with_tabs_or_empty_paragraphs(id: str) -> None:
    assert body(id).find(f".//{W}tab") is None
    empty = [p for p in body(id).iterchildren(f"{W}p") if not words(p).strip()]
    assert len(empty) == (1 if id == FORM else 0)  # the form's one is the bullet to type at


def test_the_header_says_how_secret_and_that_it_is_a_draft(id: str) -> None:
    header = words(part(layout(id).read_bytes(), "word/header1.xml"))
    assert "{{ document.classification }}" in header
    assert ("DRAFT for review: not yet signed" in header) is (id != FORM)


def test_the_footer_names_the_document_and_counts_pages_without_naming_anybody(id: str) -> None:
    footer = part(layout(id).read_bytes(), "word/footer1.xml")
    assert "{{ document.title }}" in words(footer)
    assert "name" not in words(footer)
    codes = [(node.text or "").strip() for node in footer.iter(f"{W}instrText")]
    assert codes == ["PAGE", "NUMPAGES"]


def test_every_tag_is_typed_in_one_run(id: str) -> None:
    for name in ("document", "header1", "footer1"):
        for text in part(layout(id).read_bytes(), f"word/{name}.xml").iter(f"{W}t"):
            typed = text.text or ""
            assert typed.count("{{") == typed.count("}}")
            assert typed.count("{%") == typed.count("%}")


def test_a_tag_that_stands_for_a_paragraph_is_shown_in_its_own_style(id: str) -> None:
    for paragraph in opened(id).element.body.iter(f"{W}p"):
        typed = words(paragraph)
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        is_tag = named is not None and named.get(f"{W}val") == "TemplateTag"
        assert is_tag == typed.startswith(("{%p", "{%tr"))


@pytest.mark.parametrize("signed", SIGNED)
def test_a_document_to_sign_has_lines_to_sign_and_says_how_it_was_made(signed: str) -> None:
    if signed in LETTERS:
        assert "{{ signed }}" in words(body(signed))
    else:
        assert any(style(table) == "SignTable" for table in tables(signed))
    assert "Nothing here was made up by a computer" in words(body(signed))


@pytest.mark.parametrize("name", ["Said", "Opinion", "Hypothesis", "Do not share", "Source ref"])
def test_each_kind_of_record_has_a_style_of_its_own(id: str, name: str) -> None:
    assert name in {style.name for style in opened(id).styles}


def test_text_has_contrast_enough_on_white(id: str) -> None:
    for colour in part(layout(id).read_bytes(), "word/styles.xml").iter(f"{W}color"):
        value = colour.get(f"{W}val", "auto")
        if value not in {"auto", "FFFFFF"}:  # white stands only on the two dark grounds
            assert contrast(value, "FFFFFF") >= 4.5


def test_white_text_has_contrast_enough_on_the_dark_grounds(id: str) -> None:
    styles_part = part(layout(id).read_bytes(), "word/styles.xml")
    grounds = {shade.get(f"{W}fill", "") for shade in styles_part.iterfind(f".//{W}style[@{W}type='table']//{W}shd")}
    grounds |= {
        shade.get(f"{W}fill", "") for shade in styles_part.iterfind(f".//{W}style[@{W}type='character']//{W}shd")
    }
    assert grounds and all(contrast("FFFFFF", ground) >= 4.5 for ground in grounds)


def test_a_note_under_a_heading_goes_with_what_it_introduces(id: str) -> None:
    notes = [style for style in opened(id).styles.element.iter(f"{W}style") if style.get(f"{W}styleId") == "Note"]
    by_style = any(style.find(f"{W}pPr/{W}keepNext") is not None for style in notes)
    lines = [item for item in body(id).iterchildren(f"{W}p", f"{W}tbl") if not words(item).startswith("{%")]
    for heading, note in pairwise(lines):
        if style_of(heading).startswith("Heading") and style_of(note) == "Note":
            keep = note.find(f"{W}pPr/{W}keepNext")
            assert by_style if keep is None else keep.get(f"{W}val") != "0", words(note)


def opened(id: str) -> Document:
    return docx.Document(io.BytesIO(layout(id).read_bytes()))


def body(id: str) -> etree._Element:
    found = part(layout(id).read_bytes()).find(f"{W}body")
    assert found is not None
    return found


def tables(id: str) -> list[etree._Element]:
    return list(body(id).iter(f"{W}tbl"))


def style(table: etree._Element) -> str:
    named = table.find(f"{W}tblPr/{W}tblStyle")
    return "" if named is None else named.get(f"{W}val", "")


def style_of(line: etree._Element) -> str:
    named = line.find(f"{W}pPr/{W}pStyle")
    return "" if named is None else str(named.get(f"{W}val"))


def styles(id: str) -> list[str]:
    return [str(p.style.name) for p in opened(id).paragraphs if p.style is not None and p.style.name != "Template tag"]


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast ratio of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
