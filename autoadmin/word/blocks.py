"""Blocks: every for, if and with is closed, none crosses another, and each stays at one level of the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final

from lxml import etree

from autoadmin.word.names import CELL, PARAGRAPH, ROW, TABLE, TEXT, W
from autoadmin.word.page_breaks import PAGE_BREAK
from autoadmin.word.runs import lift_to_run_level, planted, tag_number
from autoadmin.word.tags import Tags

OPENERS: Final = frozenset({"for", "if", "with"})
CLOSERS: Final = {"endfor": "for", "endif": "if", "endwith": "with"}
_MIDDLES: Final = {"else": ("if", "for"), "elif": ("if",)}
_ALONE: Final = frozenset({"set", PAGE_BREAK})
_KNOWN: Final = sorted({*OPENERS, *CLOSERS, *_MIDDLES, *_ALONE})
_INLINE: Final = frozenset(f"{W}{name}" for name in ("hyperlink", "ins", "smartTag", "fldSimple"))
_LEVELS: Final = {CELL: "a table cell", ROW: "a table row", TABLE: "a table", PARAGRAPH: "a paragraph"}


@dataclass(slots=True)
class Block:
    """The tags of one for, if or with: the one that opens, any else or elif, the one that closes."""

    keyword: str
    nodes: list[etree._Element] = field(default_factory=list)
    is_noted: bool = False  # whether what is wrong with it has been said

    @property
    def opener(self) -> int:
        """Return the number of the tag that opens it."""
        return tag_number(self.nodes[0])


def settle_blocks(root: etree._Element, tags: Tags) -> None:
    """Check the blocks of a part and bring the tags of each to one level; note each where that cannot be."""
    for block in _match_blocks(planted(root), tags):
        parents = {node.getparent() for node in block.nodes}
        if len(parents) > 1 or any(tags[tag_number(node)].scope == "r" for node in block.nodes):
            for node in block.nodes:
                lift_to_run_level(node)
        if len({tuple(_level(node)) for node in block.nodes}) > 1:
            for node in block.nodes:
                _leave_inline_container(node)
        _check_levels(block, tags)


def _match_blocks(nodes: Iterable[etree._Element], tags: Tags) -> list[Block]:
    """Return the blocks that are whole. Of one that is not, one tag is noted, and none of its tags is acted on."""
    still_open: list[Block] = []
    closed: list[Block] = []
    for node in nodes:
        keyword = tags[tag_number(node)].keyword
        if keyword in OPENERS:
            still_open.append(Block(keyword, [node]))
        elif keyword in CLOSERS or keyword in _MIDDLES:
            if (block := _block_of(node, still_open, tags)) and keyword in CLOSERS:
                still_open.remove(block)
                closed.append(block)
        elif keyword and keyword not in _ALONE:
            _note_unknown(tag_number(node), tags)
            if still_open and _means_to_close(keyword, still_open[-1]):
                _leave_out(still_open.pop(), tags)  # what was meant is plain: no other tag need be complained of
    for block in still_open:
        _note_unclosed(block, tags)
    return closed


def _block_of(node: etree._Element, still_open: list[Block], tags: Tags) -> Block | None:
    """Return the block that a tag belongs to, which now holds it; None, noted, if it belongs to none."""
    number = tag_number(node)
    keyword = tags[number].keyword
    wanted = _MIDDLES.get(keyword) or (CLOSERS[keyword],)
    block = next((block for block in reversed(still_open) if block.keyword in wanted), None)
    if block is not None and block is still_open[-1]:
        block.nodes.append(node)
        return block
    if not still_open:
        tags.note(number, "unopened_block", f"Nothing is open here that {keyword} could belong to.", "Take it out.")
    elif not still_open[-1].is_noted:
        _note_crossing(number, still_open[-1], tags)
    tags.leave_out(number)
    if block is not None and keyword in CLOSERS:
        still_open.remove(block)  # it ends here, though another is still open
        _leave_out(block, tags)
    return None


def _note_crossing(number: int, still_open: Block, tags: Tags) -> None:
    still_open.is_noted = True
    tags.note(
        number,
        "crossing_blocks",
        f"The block {tags[still_open.opener].typed} is still open here and must be closed first.",
        f"Put {{% end{still_open.keyword} %}} before it.",
    )


def _note_unclosed(block: Block, tags: Tags) -> None:
    if not block.is_noted:
        message = f"The block is never closed: {{% end{block.keyword} %}} is missing."
        tags.note(block.opener, "unclosed_block", message, "Add it at its end.")
    _leave_out(block, tags)


def _leave_out(block: Block, tags: Tags) -> None:
    for node in block.nodes:
        tags.leave_out(tag_number(node))


def _note_unknown(number: int, tags: Tags) -> None:
    keyword = tags[number].keyword
    meant = get_close_matches(keyword, _KNOWN, n=1, cutoff=0.75)
    known = f"Did you mean {meant[0]}?" if meant else "Known are for, if, elif, else, set, with and pagebreak."
    tags.note(number, "unknown_tag", f"There is no tag {keyword}.", known)
    tags.leave_out(number)


def _means_to_close(keyword: str, block: Block) -> bool:
    return bool(get_close_matches(keyword, [f"end{block.keyword}"], cutoff=0.75))


def _check_levels(block: Block, tags: Tags) -> None:
    first = _level(block.nodes[0])
    astray = next((node for node in block.nodes[1:] if _level(node) != first), None)
    if astray is None:
        return
    if tags.faulty.isdisjoint(map(tag_number, block.nodes)):
        tags.note(
            tag_number(astray),
            "crossing_levels",
            f"It belongs to {tags[block.opener].typed}, which stands in {_level_name(block.nodes[0])}, "
            f"but stands itself in {_level_name(astray)}.",
            "Write both with the same letters (p, tr, tc or none) and at the same level.",
        )
    _leave_out(block, tags)


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
