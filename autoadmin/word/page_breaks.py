"""Page breaks: `{%p pagebreak %}`, and `{%p pagebreak if not loop.first %}` in all turns of a loop but the first."""

from __future__ import annotations

from typing import Final

from lxml import etree

from autoadmin.word.names import BREAK, OPEN_TEXT, WORD, W
from autoadmin.word.tags import Tag

PAGE_BREAK: Final = "pagebreak"
_BREAK: Final = '<w:br w:type="page"/>'
_NO_HEIGHT: Final = '<w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>'


def page_break(tag: Tag, delimiters: tuple[str, str]) -> str:
    """Return a page break as Jinja reads it between these delimiters.

    In a paragraph of its own its end has no height, so that no empty line begins the new page.
    """
    start, end = delimiters
    condition = tag.code.strip().removeprefix(PAGE_BREAK).strip().removeprefix("if ") or "true"
    in_words = f"</w:t>{_BREAK}{OPEN_TEXT}"
    xml = f"<w:p>{_NO_HEIGHT}<w:r>{_BREAK}</w:r></w:p>" if tag.scope == "p" else in_words
    return f"{start} if {condition}\n{end}{xml}{start} endif {end}"


def is_page_break(element: etree._Element) -> bool:
    """Return whether an element of a run begins a new page."""
    return element.tag == BREAK and element.get(f"{W}type") == "page"


def page_break_paragraph() -> etree._Element:
    """Return a paragraph that holds a page break and nothing else, and whose end has no height."""
    return etree.fromstring(f'<w:p xmlns:w="{WORD}">{_NO_HEIGHT}<w:r>{_BREAK}</w:r></w:p>')
