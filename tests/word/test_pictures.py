"""Pictures in documents: printed at a tag, or in the place of a picture of the layout."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import docx
import pytest
from docx.shared import Mm
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from autoadmin.domain.errors import TemplateError
from autoadmin.word import Picture, compile_template
from autoadmin.word.drawing import WP, A, R
from autoadmin.word.names import W
from autoadmin.word.picture import EMU, UnreadablePictureError, print_of
from autoadmin.word.reading import read_text
from tests.word.layouts import a_layout, main_part
from tests.word.paintings import a_jpeg, a_png
from tests.word.test_undamaged import check_opens


def sizes(file: bytes) -> list[tuple[int, int]]:
    """Return the width and height of each picture in the main text, in whole millimetres."""
    extents = main_part(file).iter(f"{WP}extent")
    return [(round(int(e.get("cx", "0")) / EMU), round(int(e.get("cy", "0")) / EMU)) for e in extents]


def media(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if name.startswith("word/media/")}


def shown(file: bytes, part: str = "document") -> list[bytes]:
    """Return the bytes of each picture that a part shows, through its links."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        links = etree.fromstring(archive.read(f"word/_rels/{part}.xml.rels"))
        targets = {link.get("Id"): link.get("Target", "").removeprefix("/") for link in links}
        root = etree.fromstring(archive.read(f"word/{part}.xml"))
        names = [targets[blip.get(f"{R}embed")] for blip in root.iter(f"{A}blip")]
        return [archive.read(name if name.startswith("word/") else f"word/{name}") for name in names]


def with_placeholder(alt: str, width: int = 60, height: int = 60, is_in_header: bool = False) -> bytes:
    """Return a layout with a picture of this size in millimetres that has this alternative text."""
    document = docx.Document()
    paragraph = document.sections[0].header.paragraphs[0] if is_in_header else document.add_paragraph("before ")
    run = paragraph.add_run()
    run.add_picture(io.BytesIO(a_png(8, 8)), Mm(width), Mm(height))
    next(run._r.iter(f"{WP}docPr")).set("descr", alt)
    document.add_paragraph("after")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def filled(layout: bytes, content: Mapping[str, object]) -> bytes:
    return compile_template(layout).render(content).file


def test_a_picture_is_printed_among_the_words_with_its_alternative_text() -> None:
    picture = Picture(a_png(), "Ella’s family <over three> generations", width=50)
    file = filled(a_layout("Before {{ genogram }} after."), {"genogram": picture})
    check_opens(file)
    assert read_text(file) == "Before  after."
    assert shown(file) == [picture.data]
    assert sizes(file) == [(50, 25)]
    described = [element.get("descr") for element in main_part(file).iter(f"{WP}docPr")]
    assert described == ["Ella’s family <over three> generations"]


def test_the_size_of_a_picture_is_its_own_where_none_is_given_and_never_wider_than_the_text() -> None:
    layout = a_layout("{{ a }}", "{{ b }}", "{{ c }}", "{{ d }}")
    content = {
        "a": Picture(a_png(100, 50, dots_per_metre=2_000), "50 mm"),
        "b": Picture(a_jpeg(300, 150, dots_per_inch=300), "an inch"),
        "c": Picture(a_png(), "wide", width=500),
        "d": Picture(a_png(), "given", width=30, height=40),
    }
    assert sizes(filled(layout, content)) == [(50, 25), (25, 13), (152, 76), (30, 40)]


def test_a_picture_in_a_cell_is_no_wider_than_the_cell() -> None:
    layout = a_layout(table=[["{{ a }}", "words"]])
    width, _ = sizes(filled(layout, {"a": Picture(a_png(), "wide", width=500)}))[0]
    assert width < 76


def test_the_same_picture_in_a_loop_and_a_header_is_stored_once_and_each_showing_has_its_number() -> None:
    layout = a_layout("{%p for p in pictures %}", "{{ p }}", "{%p endfor %}", header="{{ pictures|first }}")
    same, other = Picture(a_png(), "one", width=10), Picture(a_png(shade=9), "other", width=20)
    content = {"pictures": [same, other, Picture(same.data, "again", width=30)]}
    file = filled(layout, content)
    check_opens(file)
    assert sorted(media(file).values()) == sorted([same.data, other.data])
    assert shown(file) == [same.data, other.data, same.data]
    assert shown(file, "header1") == [same.data]
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        roots = [etree.fromstring(archive.read(f"word/{name}.xml")) for name in ("document", "header1")]
    numbers = [element.get("id") for root in roots for element in root.iter(f"{WP}docPr")]
    assert len(set(numbers)) == 4
    assert filled(layout, content) == file


def test_a_picture_may_take_a_paragraph_of_its_own() -> None:
    file = filled(a_layout("{{p genogram }}"), {"genogram": Picture(a_png(), "family")})
    assert shown(file) == [a_png()]


@pytest.mark.parametrize("is_in_header", [False, True])
def test_a_picture_whose_alternative_text_is_a_tag_holds_the_place_of_what_it_prints(is_in_header: bool) -> None:
    picture = Picture(a_png(40, 20), "The family")
    file = filled(with_placeholder("{{ genogram }}", is_in_header=is_in_header), {"genogram": picture})
    check_opens(file)
    assert picture.data in media(file).values()
    assert shown(file, "header1" if is_in_header else "document") == [picture.data]
    if not is_in_header:
        assert sizes(file) == [(60, 30)]  # in its box, with its own form
        assert [e.get("descr") for e in main_part(file).iter(f"{WP}docPr")] == ["The family"]


def test_a_picture_that_nobody_recorded_is_a_gap_in_its_place() -> None:
    result = compile_template(with_placeholder("{{ genogram }}")).render({"genogram": None})
    check_opens(result.file)
    assert read_text(result.file) == "before [not recorded: genogram]\nafter"
    assert [gap.field for gap in result.gaps] == ["genogram"]
    assert not list(main_part(result.file).iter(f"{W}drawing"))


def test_a_picture_of_the_layout_stays_where_its_alternative_text_is_filled_with_words() -> None:
    file = filled(with_placeholder("{{ name }}"), {"name": 'The "old" crest'})
    assert shown(file) == [a_png(8, 8)]
    assert [e.get("descr") for e in main_part(file).iter(f"{WP}docPr")] == ['The "old" crest']


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        (Picture(b"words", "words"), "give a PNG or JPEG"),
        (Picture(a_png()[:-20], "cut short"), "damaged or not whole"),
        (Picture(a_png().replace(b"IDAT", b"IDAX"), "changed"), "damaged or not whole"),
        (Picture(a_jpeg()[:-4], "cut short"), "damaged or not whole"),
        (Picture(a_png(), " "), "alternative text"),
        (Picture(a_png(), "flat", height=0), "millimetres"),
    ],
)
def test_what_is_no_picture_is_refused_in_one_sentence(picture: Picture, reason: str) -> None:
    with pytest.raises(TemplateError, match=reason):
        filled(a_layout("{{ x }}"), {"x": picture})


@given(st.binary(), st.sampled_from([b"", a_png(), a_jpeg(), a_png()[:20], a_jpeg()[:9]]), st.integers(0, 60))
def test_any_bytes_are_a_picture_or_are_refused(junk: bytes, start: bytes, cut: int) -> None:
    try:
        known = print_of(Picture(start[:cut] + junk, "junk"))
    except UnreadablePictureError:
        return
    assert known.width > 0
    assert known.height > 0
