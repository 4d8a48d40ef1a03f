"""The Word files written by hand are sound zip files, the same each time."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from autoadmin.word import compile_template
from autoadmin.word.archive import LEVEL, keep_parts, pack
from tests.word.layouts import a_layout

PARTS = st.dictionaries(
    st.text(st.characters(codec="utf-8", exclude_characters="\\/\0"), min_size=1, max_size=9), st.binary()
)


@given(PARTS, PARTS)
def test_what_is_packed_is_what_is_unpacked(kept: dict[str, bytes], filled: dict[str, bytes]) -> None:
    kept = {f"kept-{name}": data for name, data in kept.items()}
    file = keep_parts(kept).with_entries(pack(name, (data,), LEVEL) for name, data in filled.items())
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == kept | filled


@given(st.lists(st.tuples(st.binary(max_size=40), st.integers(0, 400))))
def test_a_part_is_packed_to_the_same_bytes_in_whatever_pieces_it_comes(told: list[tuple[bytes, int]]) -> None:
    pieces = [words * times for words, times in told]
    packed = pack("part", pieces, LEVEL)
    assert packed == pack("part", [b"".join(pieces)], LEVEL)
    assert packed.unpacked() == b"".join(pieces)


def test_the_list_of_parts_stands_first_and_no_entry_tells_when_it_was_made() -> None:
    file = compile_template(a_layout("{{ x }}")).render({"x": "words"}).file
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_part_of_the_template_is_kept() -> None:
    layout = a_layout("{{ x }}", header="{{ x }}")
    file = compile_template(layout).render({"x": "words"}).file
    with zipfile.ZipFile(io.BytesIO(layout)) as before, zipfile.ZipFile(io.BytesIO(file)) as after:
        assert set(after.namelist()) == set(before.namelist())
        assert after.read("word/styles.xml") == before.read("word/styles.xml")
