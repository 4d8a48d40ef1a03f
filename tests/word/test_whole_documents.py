"""What concerns whole documents: comments, contents tables, page breaks, sections."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.enum.section import WD_SECTION
from lxml import etree

from autoadmin.word import compile_template
from autoadmin.word.names import PARAGRAPH, SECTION_PROPERTIES, W
from autoadmin.word.reading import read_text
from tests.word.layouts import a_layout, check_structure, main_part, rendered, with_main_part
from tests.word.test_undamaged import check_opens

SETTINGS = "word/settings.xml"
WORDS = "<w:r><w:t>words</w:t></w:r>"


def with_comment(*paragraphs: str) -> bytes:
    """Return a layout with a comment on the last of its paragraphs."""
    document = docx.Document()
    for words in paragraphs:
        run = document.add_paragraph().add_run(words)
    document.add_comment(run, text="Ask legal about this one", author="An Administrator")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def part_of(file: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return etree.fromstring(archive.read(name))


def test_comments_of_a_layout_are_in_none_of_its_documents_and_that_is_said() -> None:
    template = compile_template(with_comment("{%p for x in xs %}", "{{ x }}", "{%p endfor %}", "end {{ xs|length }}"))
    file = template.render({"xs": ["a", "b"]}).file
    check_opens(file)
    assert read_text(file) == "a\nb\nend 2"
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert not [name for name in archive.namelist() if "comment" in name]
        everything = b"".join(map(archive.read, archive.namelist()))
    assert b"comment" not in everything
    assert b"Ask legal" not in everything
    assert template.notes == ("1 comment of the layout is left out of its documents.",)


def test_comments_are_dropped_from_a_layout_without_tags_too() -> None:
    file = compile_template(with_comment("fixed")).render({}).file
    assert b"comment" not in etree.tostring(part_of(file, "word/document.xml"))


def test_a_contents_table_is_brought_up_to_date_on_opening_and_that_is_said() -> None:
    contents = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" '
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{WORDS}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    template = compile_template(with_main_part(a_layout("words", "{{ x }}"), WORDS, contents))
    file = template.render({"x": 1}).file
    check_opens(file)
    update = part_of(file, SETTINGS).find(f"{W}updateFields")
    assert update is not None
    assert update.get(f"{W}val") == "true"
    assert "table of contents" in template.notes[0]
    plain = compile_template(a_layout("The TOC {{ x }}"))
    assert plain.notes == ()
    assert part_of(plain.render({"x": 1}).file, SETTINGS).find(f"{W}updateFields") is None


def test_a_new_page_is_begun_before_each_repeated_section_but_the_first() -> None:
    layout = a_layout("{%p for c in cs %}", "{%p pagebreak if not loop.first %}", "{{ c }}", "{%p endfor %}")
    file = compile_template(layout).render({"cs": ["Ella", "Noah", "Kim"]}).file
    check_structure(main_part(file))
    assert read_text(file) == "Ella\n\f\nNoah\n\f\nKim"


def test_a_page_break_may_stand_among_words() -> None:
    file = compile_template(a_layout(["one{% pagebreak %}", "two"])).render({}).file
    check_structure(main_part(file))
    assert read_text(file) == "one\ftwo"


def test_a_loop_may_repeat_whole_sections() -> None:
    document = docx.Document()
    for words in ("{%p for c in cs %}", "{{ c }}"):
        document.add_paragraph(words)
    document.add_section(WD_SECTION.NEW_PAGE)
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph("end")
    file = io.BytesIO()
    document.save(file)
    filled = compile_template(file.getvalue()).render({"cs": ["Ella", "Noah"]}).file
    check_opens(filled)
    part = main_part(filled)
    assert len(list(part.iter(SECTION_PROPERTIES))) == 3
    assert [len(p.findall(f"{W}pPr/{W}sectPr")) for p in part.iter(PARAGRAPH)].count(1) == 2
    assert len(docx.Document(io.BytesIO(filled)).sections) == 3


def test_words_around_a_page_break_are_kept_where_it_is_left_out() -> None:
    assert rendered(a_layout("one {% pagebreak if late %}two"), {"late": False}) == "one two"
