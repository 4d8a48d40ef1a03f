"""At which level of the file a tag stands: in which paragraph, cell, row, link or text box; and in what words."""

from __future__ import annotations

from typing import Final

from lxml import etree

from autoadmin.word.names import CELL, PARAGRAPH, ROW, TABLE, TEXT, TEXT_BOX, W

_PLACES: Final = (PARAGRAPH, CELL, ROW, TABLE, TEXT_BOX)
_INLINE: Final = frozenset(f"{W}{name}" for name in ("hyperlink", "ins", "smartTag", "fldSimple"))
_LEVELS: Final = {
    CELL: "a table cell",
    ROW: "a table row",
    TABLE: "a table",
    PARAGRAPH: "a paragraph",
    TEXT_BOX: "a text box",
    f"{W}sdtContent": "a content control",
    f"{W}hyperlink": "a link",
    f"{W}fldSimple": "a field",
    f"{W}ins": "words inserted with tracked changes",
    f"{W}moveTo": "words moved with tracked changes",
    f"{W}footnote": "a footnote",
    f"{W}endnote": "an endnote",
}


def level_of(node: etree._Element) -> list[str]:
    """Return the names of all that a tag stands in, the nearest first."""
    return [str(ancestor.tag) for ancestor in node.iterancestors()]


def places_around(node: etree._Element) -> list[etree._Element]:
    """Return the paragraphs, cells, rows and the like that a tag stands in, the outermost first."""
    return list(node.iterancestors(*_PLACES))[::-1]


def level_names(first: etree._Element, second: etree._Element) -> tuple[str, str]:
    """Return what two tags stand in: each the nearest, or where both are called the same, what only one stands in."""
    names, others = _levels_around(first), _levels_around(second)
    nearest = names[0]
    if nearest != others[0]:
        return nearest, others[0]
    while names and others and names[-1] == others[-1]:
        names, others = names[:-1], others[:-1]
    return [nearest, *names][-1], [nearest, *others][-1]


def how_to_level(*levels: str) -> str:
    """Return how tags come to one level that stand in these places, named as people call them."""
    names = {*levels}
    if any("tracked" in name for name in names):
        return "Accept the tracked changes (Review, Accept, Accept all changes)."
    if names & {"a content control", "a link", "a field", "a text box", "a footnote", "an endnote"}:
        return "Put both into it, or neither."
    return "Write both with the same letters (p, tr, tc or none) and at the same level."


def leave_inline_container(node: etree._Element) -> None:
    """Take a tag at the edge of a link, tracked insertion or simple field out of it."""
    while (parent := node.getparent()) is not None and parent.tag in _INLINE:
        if node.getprevious() is None:
            parent.addprevious(node)
        elif node.getnext() is None:
            parent.addnext(node)
        else:
            return


def _levels_around(node: etree._Element) -> list[str]:
    """Return what people call the places that a tag stands in, the nearest first."""
    names = (_LEVELS.get(str(ancestor.tag)) for ancestor in node.iterancestors() if ancestor.tag != TEXT)
    return [*filter(None, names), "the text between paragraphs"]
