"""What the translators of a layout's tags share: the parts to go through, and a tag split from the one before it."""

from __future__ import annotations

import io
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import docx
from docx.oxml.ns import qn


def retagged(layout: bytes, translate: Callable[[Any], None]) -> bytes:
    """Return the layout after `translate` has changed the body, the header and the footer."""
    document = docx.Document(io.BytesIO(layout))
    section = document.sections[0]
    for root in (document.element.body, section.header._element, section.footer._element):
        translate(root)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def split(text: Any) -> None:
    """Put the first of the two tags of a paragraph, which ends a branch, into a paragraph of its own before it."""
    paragraph = next(text.iterancestors(qn("w:p")))
    ending, _, opening = text.text.partition("}{")
    text.text = f"{ending}}}"
    paragraph.addprevious(deepcopy(paragraph))
    text.text = f"{{{opening}"
