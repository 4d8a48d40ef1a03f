"""What a loop repeats stays valid: drawings, bookmarks, footnotes and content controls are told apart."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from lxml import etree

from autoadmin.word import Picture, compile_template
from autoadmin.word.drawing import WP, A, R
from autoadmin.word.errors import LayoutError
from autoadmin.word.names import W
from autoadmin.word.reading import read_parts
from tests.word.layouts import a_layout, check_structure, main_part, with_main_part
from tests.word.packages import parts_of, replaced, with_parts
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


def in_footnote(layout: bytes, typed: str) -> bytes:
    return replaced(with_footnotes(layout), "word/footnotes.xml", "Seen by {{ who }}", typed)


ANCHORED = f'{ANCHOR}<w:r><w:footnoteReference w:id="2"/></w:r>'


def test_a_footnote_in_a_loop_tells_of_the_item_of_its_turn() -> None:
    layout = in_footnote(a_loop(ANCHORED), "{{ c }} of {{ who }}{% if loop.last %}, the last{% endif %}")
    file = compile_template(layout).render({"cs": ["Ella", "<Noah>"], "who": "Marsh", "c": "someone else"}).file
    check_opens(file)
    assert read_parts(file)["footnotes"] == "Ella of Marsh\n<Noah> of Marsh, the last"
    anchors = [anchor.get(f"{W}id") for anchor in main_part(file).iter(f"{W}footnoteReference")]
    notes = etree.fromstring(parts_of(file)["word/footnotes.xml"])
    assert [note.get(f"{W}id") for note in notes] == anchors == ["2", "10001"]
    assert not list(main_part(file).iter(f"{W}footnote"))


def test_a_footnote_whose_anchor_does_not_come_is_not_there_and_nothing_in_it_is_a_gap() -> None:
    made = compile_template(in_footnote(a_loop(ANCHORED), "{{ c }} {{ who }}")).render({"cs": [], "who": None})
    assert (read_parts(made.file)["footnotes"], made.gaps) == ("", ())


def test_a_footnote_in_no_loop_keeps_its_number_and_its_place_in_a_finding() -> None:
    layout = in_footnote(with_main_part(a_layout("{{ c }}"), ANCHOR, ANCHORED), "{{ who }} {{ whoo }}")
    with pytest.raises(LayoutError) as caught:
        compile_template(layout).render({"c": 1, "who": "Tom"})
    place = caught.value.problem.place
    assert (place.part, place.words, place.name, place.paragraph) == (
        *("footnotes", "{{ who }} {{ whoo }}", "word/footnotes.xml"),
        0,
    )
    file = compile_template(layout).render({"c": 1, "who": "Tom", "whoo": "Kim"}).file
    assert read_parts(file)["footnotes"] == "Tom Kim"


def test_a_picture_and_lines_in_a_footnote_of_a_loop_stay_whole() -> None:
    layout = in_footnote(a_loop(ANCHORED), "{{ seal }}</w:t></w:r></w:p><w:p><w:r><w:t>{{p lines }}")
    picture = Picture(a_png(), alt="The seal")
    file = compile_template(layout).render({"cs": [1, 2], "seal": picture, "lines": ["a", "b"]}).file
    check_opens(file)
    parts = parts_of(file)
    linked = {link.get("Id") for link in etree.fromstring(parts["word/_rels/footnotes.xml.rels"])}
    shown = {blip.get(f"{R}embed") for blip in etree.fromstring(parts["word/footnotes.xml"]).iter(f"{A}blip")}
    assert shown == linked and len(shown) == 1
    assert read_parts(file)["footnotes"] == "\n".join(["", "a", "b"] * 2)


def a_drawing_in_notes(words: str) -> bytes:
    """Return a layout with a loop whose footnote holds these words and a drawing of the layout's own."""
    document = docx.Document()
    document.add_paragraph("{%p for c in cs %}")
    document.add_paragraph("{{ c }}")
    document.add_paragraph("{%p endfor %}")
    document.add_paragraph().add_run().add_picture(io.BytesIO(a_png()))
    file = io.BytesIO()
    document.save(file)
    parts = parts_of(with_footnotes(with_main_part(file.getvalue(), ANCHOR, ANCHORED.replace("c }", "c.name }"))))
    root = etree.fromstring(parts["word/document.xml"])
    (drawing,) = root.iter(f"{W}drawing")
    (said,) = drawing.iter(f"{WP}docPr")
    said.set("descr", "{{ c.seal }}")
    run = etree.tostring(drawing, with_tail=False).decode()
    notes = parts["word/footnotes.xml"].decode().replace("Seen by {{ who }}</w:t>", f"{words}</w:t>{run}")
    links = {"word/_rels/footnotes.xml.rels": parts["word/_rels/document.xml.rels"]}
    return with_parts(file.getvalue(), parts | {"word/footnotes.xml": notes.encode()} | links)


@pytest.mark.parametrize("words", ["{{ c.name }}: ", "Seen: "])
def test_a_footnote_that_holds_a_drawing_tells_of_the_item_of_its_turn_and_shows_its_picture(words: str) -> None:
    seals = [Picture(a_png(), alt="One"), Picture(a_png(8, 6), alt="Two"), "described", None]
    content = {"cs": [{"name": f"n{number}", "seal": seal} for number, seal in enumerate(seals)]}
    made = compile_template(a_drawing_in_notes(words)).render(content)
    check_opens(made.file)
    parts = parts_of(made.file)
    notes = etree.fromstring(parts["word/footnotes.xml"])
    assert [said.get("descr") for said in notes.iter(f"{WP}docPr")] == ["One", "Two", "described"]
    assert len({said.get("id") for said in notes.iter(f"{WP}docPr")}) == 3
    links = {link.get("Id"): link.get("Target") for link in etree.fromstring(parts["word/_rels/footnotes.xml.rels"])}
    shown = [str(links[blip.get(f"{R}embed")]) for blip in notes.iter(f"{A}blip")]
    assert len(set(shown)) == 3 and {f"word/{name.removeprefix('/word/')}" for name in shown} <= parts.keys()
    told = [line.split(":")[0] for line in read_parts(made.file)["footnotes"].split("\n")]
    assert told == (["n0", "n1", "n2", "n3"] if "{" in words else ["Seen"] * 4)
    assert [gap.field for gap in made.gaps] == ["cs[].seal"]


def test_a_block_that_opens_in_the_text_and_closes_in_a_note_is_named() -> None:
    layout = in_footnote(
        with_main_part(a_layout("{{ c }}"), ANCHOR, "<w:r><w:t>{% if a %}</w:t></w:r>" + ANCHORED), "{% endif %}"
    )
    with pytest.raises(LayoutError, match="endif"):
        compile_template(layout)


def test_what_stands_in_no_loop_keeps_its_numbers() -> None:
    layout = with_main_part(a_layout("{{ c }}"), ANCHOR, BOOKMARKED)
    part = main_part(compile_template(layout).render({"c": 1}).file)
    assert [(mark.get(f"{W}id"), mark.get(f"{W}name")) for mark in part.iter(f"{W}bookmarkStart")] == [("7", "child")]
