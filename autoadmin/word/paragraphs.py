"""How the paragraphs of a `{{p }}` look: as its own does, or as an item of a list in the layout's own list styles."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from autoadmin.word.looks import xml_within
from autoadmin.word.names import PARAGRAPH_PROPERTIES, W
from autoadmin.word.rich import Line
from autoadmin.word.styles import Styles

_ORDER: Final = tuple(  # the order of Word's schema, as far as it is needed here
    f"{W}{name}"
    for name in (
        *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
        *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
        *("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid"),
        *("spacing", "ind"),
    )
)
_STYLE: Final = f"{W}pStyle"
_NUMBERING: Final = f"{W}numPr"
_INDENT: Final = f"{W}ind"


@dataclass(frozen=True, slots=True)
class ParagraphForms:
    """The XML of the properties of a plain paragraph, a bulleted and a numbered one; None where no style is for it."""

    plain: str
    bullet: str | None = None
    number: str | None = None

    def xml(self, line: object) -> str:
        """Return the properties for one line of a value."""
        form = None
        if isinstance(line, Line) and line.kind:
            form = self.bullet if line.kind == "bullet" else self.number
        return self.plain if form is None else form

    def mark(self, line: Line) -> str:
        """Return the words that are to stand before a line: its mark as typed, unless its style draws one."""
        if line.kind == "bullet" and self.bullet is not None:
            return ""
        if line.kind == "number" and self.number is not None:
            return f"{line.mark.rstrip()}\t"  # numbers stay those that were recorded
        return line.mark


def make_forms(properties: etree._Element | None, styles: Styles, nsmap: Mapping[str | None, str]) -> ParagraphForms:
    """Return the forms for the paragraph of a `{{p }}` with these properties."""
    plain = "" if properties is None else xml_within(properties, nsmap)
    if properties is not None and _is_list(properties):
        return ParagraphForms(plain, bullet=plain)
    bullet, number = (styles.paragraphs.get(name) for name in ("list bullet", "list number"))
    return ParagraphForms(
        plain,
        bullet and xml_within(_styled(properties, bullet, nsmap), nsmap),
        number and xml_within(_numbered(properties, number, nsmap), nsmap),
    )


def _is_list(properties: etree._Element) -> bool:
    style = properties.find(_STYLE)
    named = "" if style is None else style.get(f"{W}val", "")
    return properties.find(_NUMBERING) is not None or named.casefold().startswith("list")


def _styled(properties: etree._Element | None, style: str, nsmap: Mapping[str | None, str]) -> etree._Element:
    changed = (
        etree.Element(PARAGRAPH_PROPERTIES, nsmap=dict(nsmap)) if properties is None else copy.deepcopy(properties)
    )
    for name in (_STYLE, _INDENT):
        for old in changed.findall(name):
            changed.remove(old)
    _insert(changed, etree.Element(_STYLE, {f"{W}val": style}))
    return changed


def _numbered(properties: etree._Element | None, style: str, nsmap: Mapping[str | None, str]) -> etree._Element:
    """Return the properties of an item in the style of a numbered list that Word does not number itself."""
    changed = _styled(properties, style, nsmap)
    numbering = etree.Element(_NUMBERING)
    etree.SubElement(numbering, f"{W}numId", {f"{W}val": "0"})
    _insert(changed, numbering)
    _insert(changed, etree.Element(_INDENT, {f"{W}left": "360", f"{W}hanging": "360"}))
    return changed


def _insert(properties: etree._Element, child: etree._Element) -> None:
    before = _ORDER[: _ORDER.index(str(child.tag))]
    properties.insert(sum(1 for other in properties if other.tag in before), child)
