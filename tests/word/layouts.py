"""Layouts for tests: real Word files, made from what the test is about and nothing else."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

import docx
from lxml import etree

from autoadmin.word import compile_template
from autoadmin.word.names import CELL, PARAGRAPH, ROW, TABLE, W
from autoadmin.word.reading import read_text

Runs = Sequence[str]


def a_layout(*paragraphs: str | Runs, header: str = "", table: Sequence[Sequence[str]] = ()) -> bytes:
    """Return a Word file with these paragraphs (a list is one paragraph in several runs), a header and a table."""
    document = docx.Document()
    for words in paragraphs:
        runs = [words] if isinstance(words, str) else words
        paragraph = document.add_paragraph()
        for number, text in enumerate(runs):
            run = paragraph.add_run(text)
            if number % 2:
                run.bold = True
    if table:
        rows = document.add_table(len(table), max(map(len, table)))
        for row, cells in enumerate(table):
            for column, words in enumerate(cells):
                rows.cell(row, column).text = words
    if header:
        document.sections[0].header.paragraphs[0].text = header
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def rendered(layout: bytes, content: Mapping[str, object]) -> str:
    """Return the visible words of a layout filled with content."""
    return read_text(compile_template(layout).render(content).file)


def main_part(file: bytes) -> etree._Element:
    """Return the root of the main text of a Word file, parsed strictly."""
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def with_main_part(file: bytes, old: str, new: str) -> bytes:
    """Return the file with some XML of its main text replaced, which must be there."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as archive, zipfile.ZipFile(changed, "w") as copy:
        for name in archive.namelist():
            data = archive.read(name)
            if name == "word/document.xml":
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode())
            copy.writestr(name, data)
    return changed.getvalue()


def check_structure(part: etree._Element) -> None:
    """Check what Word insists on: what stands in what, and that nothing which must hold something is empty."""
    for name, parents in {"t": ("r",), "r": ("p",), "p": ("body", "tc"), "tr": ("tbl",), "tc": ("tr",)}.items():
        for element in part.iter(f"{W}{name}"):
            parent = element.getparent()
            assert parent is not None and parent.tag in {f"{W}{name}" for name in parents}
    assert all(cell[-1].tag == PARAGRAPH for cell in part.iter(CELL))
    assert all(row.find(CELL) is not None for row in part.iter(ROW))
    assert all(table.find(ROW) is not None for table in part.iter(TABLE))
