"""What a loop repeats stays valid: drawings, bookmarks, footnotes and content controls are told apart."""

from __future__ import annotations

import io
import zipfile

import docx
from lxml import etree

from autoadmin.word import compile_template
from autoadmin.word.drawing import WP
from autoadmin.word.names import W
from autoadmin.word.reading import read_parts
from tests.word.layouts import a_layout, check_structure, main_part, with_main_part
from tests.word.paintings import a_png
from tests.word.test_undamaged import check_opens

ANCHOR = "<w:r><w:t>{{ c }}</w:t></w:r>"
BOOKMARKED = (
    f'<w:bookmarkStart w:id="7" w:name="child"/>{ANCHOR}<w:bookmarkEnd w:id="7"/>'
    '<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent><w:r><w:t>c</w:t></w:r></w:sdtContent></w:sdt>'
)
NOTES = (
    f'<w:footnotes xmlns:w="{W[1:-1]}"><w:footnote w:id="2"><w:p><w:r><w:t>Seen by {{{{ who }}}}</w:t></w:r></w:p>'
    "</w:footnote></w:footnotes>"
)
OVERRIDE = (
    '<Override PartName="/word/footnotes.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.footnotes+xml"/></Types>'
)
LINK = (
    '<Relationship Id="rIdNotes" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"'
    ' Target="footnotes.xml"/></Relationships>'
)


def a_loop(xml: str) -> bytes:
    """Return a layout with a loop over `cs` whose paragraph is this XML."""
    layout = a_layout("{%p for c in cs %}", "{{ c }}", "{%p endfor %}")
    return with_main_part(layout, "<w:r><w:t>{{ c }}</w:t></w:r>", xml)


def with_footnotes(layout: bytes) -> bytes:
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(layout)) as archive, zipfile.ZipFile(changed, "w") as copy:
        for name in archive.namelist():
            data = archive.read(name).decode() if name.endswith((".xml", ".rels")) else archive.read(name)
            if isinstance(data, str):
                data = data.replace("</Types>", OVERRIDE) if name == "[Content_Types].xml" else data
                data = data.replace("</Relationships>", LINK) if name == "word/_rels/document.xml.rels" else data
            copy.writestr(name, data)
        copy.writestr("word/footnotes.xml", NOTES)
    return changed.getvalue()


def test_bookmarks_in_a_loop_have_numbers_and_names_of_their_own() -> None:
    file = compile_template(a_loop(BOOKMARKED)).render({"cs": ["Ella", "Noah"]}).file
    check_opens(file)
    part = main_part(file)
    starts = [(mark.get(f"{W}id"), mark.get(f"{W}name")) for mark in part.iter(f"{W}bookmarkStart")]
    assert [name for _, name in starts] == ["child", "child_2"]
    assert [mark.get(f"{W}id") for mark in part.iter(f"{W}bookmarkEnd")] == [number for number, _ in starts]
    assert len({number for number, _ in starts}) == 2
    assert not list(part.iter(f"{W}sdtPr/{W}id"))


def test_drawings_in_a_loop_have_numbers_of_their_own() -> None:
    document = docx.Document()
    document.add_paragraph("{%p for c in cs %}")
    document.add_paragraph("{{ c }}").add_run().add_picture(io.BytesIO(a_png()))
    document.add_paragraph("{%p endfor %}")
    file = io.BytesIO()
    document.save(file)
    filled = compile_template(file.getvalue()).render({"cs": [1, 2, 3]}).file
    check_opens(filled)
    assert len({drawing.get("id") for drawing in main_part(filled).iter(f"{WP}docPr")}) == 3


def test_a_footnote_whose_anchor_is_repeated_is_repeated_too() -> None:
    layout = with_footnotes(a_loop(f'{ANCHOR}<w:r><w:footnoteReference w:id="2"/></w:r>'))
    template = compile_template(layout)
    file = template.render({"cs": ["Ella", "Noah", "Kim"], "who": "Tom & Co"}).file
    check_opens(file)
    check_structure(main_part(file))
    anchors = [anchor.get(f"{W}id") for anchor in main_part(file).iter(f"{W}footnoteReference")]
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        notes = [note.get(f"{W}id") for note in etree.fromstring(archive.read("word/footnotes.xml"))]
    assert anchors == notes
    assert len(set(notes)) == 3
    assert read_parts(file)["footnotes"] == "\n".join(["Seen by Tom & Co"] * 3)
    assert template.render({"cs": ["Ella"], "who": "Tom"}).file == template.render({"cs": ["Ella"], "who": "Tom"}).file


def test_what_stands_in_no_loop_keeps_its_numbers() -> None:
    layout = with_main_part(a_layout("{{ c }}"), ANCHOR, BOOKMARKED)
    part = main_part(compile_template(layout).render({"c": 1}).file)
    assert [(mark.get(f"{W}id"), mark.get(f"{W}name")) for mark in part.iter(f"{W}bookmarkStart")] == [("7", "child")]
