"""Ways of filling a document inside this process: ours, docxtpl, python-docx by hand, and the floor."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable

from docxtpl import DocxTemplate
from jinja2 import Environment

from autoadmin.word import Template, compile_template
from autoadmin.word.archive import LEVEL
from autoadmin.word.source import BLOCK, COMMENT, PRINT
from tests.benchmarks.by_hand import fill_by_hand
from tests.benchmarks.documents import Document

OURS = "ours, template kept"
FLOOR = "floor"


def fillers(document: Document) -> dict[str, Callable[[], bytes]]:
    """Return what makes the document, by name; ours comes first."""
    template, kept = compile_template(document.layout), DocxTemplate(io.BytesIO(document.layout))
    return {
        OURS: lambda: template.render(document.content).file,
        "docxtpl 0.20.2, fresh": lambda: with_docxtpl(DocxTemplate(io.BytesIO(document.layout)), document),
        "docxtpl 0.20.2, reused": lambda: with_docxtpl(kept, document),
        "python-docx by hand": lambda: fill_by_hand(document.layout, document.content),
    }


def with_docxtpl(template: DocxTemplate, document: Document) -> bytes:
    """Return the document that docxtpl makes; it reads its file again for each."""
    template.render(dict(document.content), autoescape=True)
    file = io.BytesIO()
    template.save(file)
    return file.getvalue()


def floor(template: Template, document: Document) -> Callable[[], object]:
    """Return what no engine on Jinja should go below: plain Jinja over the compiled text, and deflating what changed.

    It neither escapes nor notices gaps.
    """
    jinja = Environment(*BLOCK, *PRINT, *COMMENT, autoescape=False, keep_trailing_newline=True)  # noqa: S701 - the floor
    jinja.filters["lines"] = lambda value: [value]
    parts = [jinja.from_string(layout.source.text) for layout in template.layouts]

    def run() -> None:
        for part in parts:
            packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
            packer.compress(part.render(document.content).encode())
            packer.flush()

    return run
