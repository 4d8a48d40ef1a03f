"""The words of one Word paragraph: runs, links, tracked insertions, fields and content controls, never deleted text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from autoadmin.intake.sheets.word_package import MC, W

_BREAKS = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n", W + "noBreakHyphen": "-", W + "ptab": "\t"}
_SKIPPED = frozenset({W + "instrText", W + "pPr", W + "rPr", W + "sdtPr", W + "tblPr", W + "delInstrText"})
_REFERENCES = {
    W + "footnoteReference": "footnotes",
    W + "endnoteReference": "endnotes",
    W + "commentReference": "comments",
}


@dataclass(slots=True)
class ParagraphText:
    """What a paragraph says, what was struck out of it, and what hangs on it."""

    text: str = ""
    deleted: str = ""
    is_bold: bool = False
    has_picture: bool = False
    boxes: list[etree._Element] = field(default_factory=list)  # text boxes anchored here
    references: list[tuple[str, str]] = field(default_factory=list)  # ("footnotes", id)


def read_paragraph(paragraph: etree._Element, *, style_is_bold: bool = False) -> ParagraphText:
    """Return what one `w:p` says."""
    read = ParagraphText()
    bold: list[bool] = []
    pieces: list[str] = []
    for node, in_run in _walk(paragraph, None):
        tag = node.tag
        if tag == W + "t":
            pieces.append(node.text or "")
            if (node.text or "").strip():
                bold.append(_is_bold(in_run, style_is_bold))
        elif tag == W + "delText":
            read.deleted += node.text or ""
        elif tag in _BREAKS:
            pieces.append(_BREAKS[tag])
        elif tag == W + "sym":
            pieces.append(" ")
        elif tag == W + "txbxContent":
            read.boxes.append(node)
        elif tag in _REFERENCES:
            read.references.append((_REFERENCES[tag], node.get(W + "id", "")))
        elif tag in (W + "drawing", W + "pict"):
            read.has_picture = True
    read.text = "".join(pieces)
    read.is_bold = bool(bold) and all(bold)
    return read


def _walk(node: etree._Element, run: etree._Element | None) -> Iterator[tuple[etree._Element, etree._Element | None]]:
    """Yield every node in reading order with the run it stands in; not into text boxes, nor into second renderings."""
    for child in node:
        if not isinstance(child.tag, str) or child.tag in _SKIPPED or child.tag == MC + "Fallback":
            continue
        inner = child if child.tag == W + "r" else run
        yield child, inner
        if child.tag != W + "txbxContent":
            yield from _walk(child, inner)


def _is_bold(run: etree._Element | None, style_is_bold: bool) -> bool:
    mark = run.find(f"{W}rPr/{W}b") if run is not None else None
    return style_is_bold if mark is None else is_on(mark)


def is_on(mark: etree._Element) -> bool:
    """Return whether a Word switch such as `w:b` is on."""
    return mark.get(W + "val", "1").lower() not in ("0", "false", "off", "none")
