"""How words in a slot look: the properties of its run, with those that a span adds, in the order of Word's schema."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final
from xml.sax.saxutils import quoteattr

from lxml import etree

from autoadmin.word.escaping import is_right_to_left
from autoadmin.word.names import W
from autoadmin.word.rich import Span

Looks = tuple[tuple[int, str], ...]  # each property's place in the schema and its XML

_ORDER: Final = {
    name: place
    for place, name in enumerate(
        (
            *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline"),
            *("shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing"),
            *("w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText"),
            *("vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath"),
        )
    )
}
_LAST: Final = len(_ORDER)
_FONT: Final = re.compile(r"[\w .,&'()+-]{1,80}")
_COLOUR: Final = re.compile("[0-9A-Fa-f]{6}")


def looks_of(properties: etree._Element | None, nsmap: Mapping[str | None, str]) -> Looks:
    """Return the looks that a run's properties describe; marks of tracked changes are left out."""
    children = [] if properties is None else [child for child in properties if child.tag != f"{W}rPrChange"]
    return tuple((_place(str(child.tag)), xml_within(child, nsmap)) for child in children)


def with_span(looks: Looks, span: Span, styles: Mapping[str, str]) -> str:
    """Return the XML of the properties of a run with a span's words; empty where there are none."""
    added = dict(_added(span, styles))
    if is_right_to_left(span.text):
        added[_ORDER["rtl"]] = '<w:rtl w:val="1"/>'
    return _written(looks, added)


def with_looks(looks: Looks, changes: Mapping[str, str]) -> str:
    """Return the XML of the properties of a run with some replaced, by their names in the schema."""
    return _written(looks, {_ORDER[name]: xml for name, xml in changes.items()})


def xml_within(element: etree._Element, nsmap: Mapping[str | None, str]) -> str:
    """Return the element as it would be written within its part, whose root declares the namespaces."""
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    for prefix, uri in nsmap.items():
        text = text.replace(f' xmlns:{prefix}="{uri}"' if prefix else f' xmlns="{uri}"', "")
    return text


def _written(looks: Looks, added: Mapping[int, str]) -> str:
    kept = [look for look in looks if look[0] not in added]
    properties = "".join(xml for _, xml in sorted([*kept, *added.items()], key=lambda look: look[0]))
    return f"<w:rPr>{properties}</w:rPr>" if properties else ""


def _added(span: Span, styles: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    style = styles.get(span.style.casefold(), "") if span.style else ""
    if span.link:
        style = style or styles.get("hyperlink", "")
        if not style:
            yield _look("color", "0563C1")
            yield _look("u", "single")
    if style:
        yield _look("rStyle", style)
    if _FONT.fullmatch(span.font):
        name = quoteattr(span.font)
        yield _ORDER["rFonts"], f"<w:rFonts w:ascii={name} w:hAnsi={name} w:cs={name}/>"
    for is_so, names in ((span.bold, ("b", "bCs")), (span.italic, ("i", "iCs")), (span.strike, ("strike",))):
        if is_so:
            yield from ((_ORDER[name], f"<w:{name}/>") for name in names)
    if _COLOUR.fullmatch(colour := span.colour.removeprefix("#")):
        yield _look("color", colour)
    if span.size and 1 <= span.size <= 1638:  # Word's own bounds
        yield from (_look(name, str(round(span.size * 2))) for name in ("sz", "szCs"))
    if span.underline:
        yield _look("u", "single")
    if span.raised:
        yield _look("vertAlign", span.raised)


def _look(name: str, value: str) -> tuple[int, str]:
    return _ORDER[name], f"<w:{name} w:val={quoteattr(value)}/>"


def _place(tag: str) -> int:
    return _ORDER.get(tag.removeprefix(W), _LAST) if tag.startswith(W) else _LAST
