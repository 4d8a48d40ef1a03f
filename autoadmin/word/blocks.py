"""Blocks: every for, if and with is closed, none crosses another, and each stays at one level of the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from autoadmin.word.names import CELL, PARAGRAPH, ROW, TABLE, TEXT, W
from autoadmin.word.runs import lift_to_run_level, planted, tag_number
from autoadmin.word.tags import Tag

OPENERS: Final = frozenset({"for", "if", "with"})
CLOSERS: Final = {"endfor": "for", "endif": "if", "endwith": "with"}
_MIDDLES: Final = {"else": ("if", "for"), "elif": ("if",)}
_ALONE: Final = frozenset({"set"})
_INLINE: Final = frozenset(f"{W}{name}" for name in ("hyperlink", "ins", "smartTag", "fldSimple"))
_LEVELS: Final = {CELL: "a table cell", ROW: "a table row", TABLE: "a table", PARAGRAPH: "a paragraph"}


@dataclass(slots=True)
class Block:
    """The tags of one for, if or with: the one that opens, any else or elif, the one that closes."""

    keyword: str
    nodes: list[etree._Element] = field(default_factory=list)


def settle_blocks(root: etree._Element, tags: list[Tag]) -> None:
    """Check the blocks of a part and bring the tags of each to one level; raise LayoutError where that cannot be."""
    for block in _match_blocks(planted(root), tags):
        parents = {node.getparent() for node in block.nodes}
        if len(parents) > 1 or any(tags[tag_number(node)].scope == "r" for node in block.nodes):
            for node in block.nodes:
                lift_to_run_level(node)
        if len({tuple(_level(node)) for node in block.nodes}) > 1:
            for node in block.nodes:
                _leave_inline_container(node)
        _check_levels(block, tags)


def _match_blocks(nodes: Iterable[etree._Element], tags: list[Tag]) -> list[Block]:
    open_blocks: list[Block] = []
    closed: list[Block] = []
    for node in nodes:
        tag = tags[tag_number(node)]
        keyword = tag.keyword
        if keyword in OPENERS:
            open_blocks.append(Block(keyword, [node]))
        elif keyword in CLOSERS or keyword in _MIDDLES:
            _check_fits(tag, open_blocks, tags)
            open_blocks[-1].nodes.append(node)
            if keyword in CLOSERS:
                closed.append(open_blocks.pop())
        elif keyword and keyword not in _ALONE:
            raise _unknown(tag)
    if open_blocks:
        block = open_blocks[-1]
        raise tags[tag_number(block.nodes[0])].error(
            "unclosed_block", f"The block is never closed: {{% end{block.keyword} %}} is missing.", "Add it at its end."
        )
    return closed


def _check_fits(tag: Tag, open_blocks: list[Block], tags: list[Tag]) -> None:
    keyword = tag.keyword
    wanted = _MIDDLES.get(keyword) or (CLOSERS[keyword],)
    if not open_blocks:
        raise tag.error("unopened_block", f"Nothing is open here that {keyword} could belong to.", "Take it out.")
    if open_blocks[-1].keyword not in wanted:
        opened = tags[tag_number(open_blocks[-1].nodes[0])]
        raise tag.error(
            "crossing_blocks",
            f"The block {opened.typed} is still open here and must be closed first.",
            f"Put {{% end{open_blocks[-1].keyword} %}} before it.",
        )


def _unknown(tag: Tag) -> Exception:
    keyword = tag.keyword
    if keyword in ("p", "tr", "tc", "r"):
        rest = tag.code.strip().removeprefix(keyword).strip()
        return tag.error("unknown_tag", "There is a space too many.", f"Write {{%{keyword} {rest} %}}.")
    return tag.error("unknown_tag", f"There is no tag {keyword}.", "Known are for, if, elif, else, set and with.")


def _check_levels(block: Block, tags: list[Tag]) -> None:
    first = _level(block.nodes[0])
    for node in block.nodes[1:]:
        if _level(node) != first:
            opened, tag = tags[tag_number(block.nodes[0])], tags[tag_number(node)]
            raise tag.error(
                "crossing_levels",
                f"It belongs to {opened.typed}, which stands in {_level_name(block.nodes[0])}, "
                f"but stands itself in {_level_name(node)}.",
                "Write both with the same letters (p, tr, tc or none) and at the same level.",
            )


def _leave_inline_container(node: etree._Element) -> None:
    """Take a tag at the edge of a link, tracked insertion or simple field out of it."""
    while (parent := node.getparent()) is not None and parent.tag in _INLINE:
        if node.getprevious() is None:
            parent.addprevious(node)
        elif node.getnext() is None:
            parent.addnext(node)
        else:
            return


def _level(node: etree._Element) -> list[str]:
    return [str(ancestor.tag) for ancestor in node.iterancestors()]


def _level_name(node: etree._Element) -> str:
    names = (_LEVELS.get(str(ancestor.tag)) for ancestor in node.iterancestors() if ancestor.tag != TEXT)
    return next(filter(None, names), "the text between paragraphs")
