"""Word sheets as tests build them, part by part."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def a_document(*lines: str) -> WordDocument:
    """Return a Word document with the head of a meeting, the Marsh family, and these paragraphs."""
    document = Document()
    for line in (
        "Unit meeting: Unit 4 (Hull)",
        "Date: 19 November 2026",
        "Present: Ruth Adeyemi (consultant social worker), Tom Byrne (social worker)",
        "Family: Marsh (F-0412)",
        "Children: Ella Marsh (C-22019, born 3 April 2015)",
        *lines,
    ):
        document.add_paragraph(line)
    return document


def a_table(document: WordDocument, *rows: tuple[str, ...]) -> None:
    """Add a table to a document."""
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words


def add_xml(document: WordDocument, xml: str) -> None:
    """Add a piece of WordprocessingML at the end of the body, "w:" declared for it."""
    body = document.element.body
    body.insert(len(body) - 1, parse_xml(xml.replace(">", f" {NS}>", 1)))


def saved(document: WordDocument, parts: Mapping[str, str] | None = None) -> bytes:
    """Return the bytes of the file; `parts` are further XML parts by name, put into the package beside the others."""
    file = io.BytesIO()
    document.save(file)
    if parts:
        with zipfile.ZipFile(file, "a") as package:
            for name, xml in parts.items():
                package.writestr(name, xml)
    return file.getvalue()
