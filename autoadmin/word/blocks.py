"""Blocks: every for, if and with is closed, none crosses another, and each stays at one level of the file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final

from lxml import etree

from autoadmin.word.elsewhere import NOT_TAKEN
from autoadmin.word.names import CELL, PARAGRAPH, ROW, TABLE, TEXT, TEXT_BOX, W
from autoadmin.word.page_breaks import PAGE_BREAK
from autoadmin.word.runs import lift_to_run_level, planted, tag_number
from autoadmin.word.tags import Tag, Tags

OPENERS: Final = frozenset({"for", "if", "with"})
CLOSERS: Final = {"endfor": "for", "endif": "if", "endwith": "with"}
_MIDDLES: Final = {"else": ("if", "for"), "elif": ("if",)}
_ALONE: Final = frozenset({"set", PAGE_BREAK})
_KNOWN: Final = sorted({*OPENERS, *CLOSERS, *_MIDDLES, *_ALONE})
_ENDS: Final = frozenset({"end", "fi", "next", "done", "stop", "close"})  # how other languages close a block
_OPENERS_ELSEWHERE: Final = {"foreach": "for", "each": "for", "loop": "for", "repeat": "for", "when": "if"}
_ELIFS: Final = frozenset({"elseif", "elsif", "elsf", "elf"})
_VALUE: Final = re.compile(r"\s*=?\s*([A-Za-z][\w.]*(?:\s*\|.*?)?)\s*")
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
            _settle_unknown(node, still_open, tags)
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
    if number in tags.faulty:
        pass  # what is wrong with it has been said
    elif not still_open:
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
    if not block.is_noted and block.opener not in tags.faulty:
        message = f"The block is never closed: {{% end{block.keyword} %}} is missing."
        tags.note(block.opener, "unclosed_block", message, "Add it at its end.")
    _leave_out(block, tags)


def _leave_out(block: Block, tags: Tags) -> None:
    for node in block.nodes:
        tags.leave_out(tag_number(node))


def _settle_unknown(node: etree._Element, still_open: list[Block], tags: Tags) -> None:
    """Note a tag that there is not. Where it is plain what was meant, no other tag of its block is complained of."""
    number = tag_number(node)
    closed = _meant_to_close(tags[number], still_open)
    _note_unknown(number, closed, tags)
    if closed:
        still_open.remove(closed)
        _leave_out(closed, tags)
    elif opener := _meant_to_open(tags[number].keyword):
        tags.take_for(number, opener)
        still_open.append(Block(opener, [node], is_noted=True))
        return
    tags.leave_out(number)


def _note_unknown(number: int, closed: Block | None, tags: Tags) -> None:
    keyword = tags[number].keyword
    if instead := NOT_TAKEN.get(keyword):
        what = "stands alone in its paragraph" if keyword.endswith("raw") else "is not for layouts"
        tags.note(number, "unknown_tag", f"The tag {keyword} {what}.", instead)
        return
    if closed:
        meant = [f"end{closed.keyword}"]
    else:
        meant = ["elif"] if keyword in _ELIFS else get_close_matches(keyword, _KNOWN, n=1, cutoff=0.75)
        meant = meant or list(filter(None, [_meant_to_open(keyword)]))
    known = f"Did you mean {meant[0]}?" if meant else "Known are for, if, elif, else, set, with and pagebreak."
    if keyword in _ENDS and not closed:
        known = "No block is open here, so there is none to close. Take it out."
    if not closed and not meant and (value := _VALUE.fullmatch(tags[number].code)):
        known = f"To print a value, write {{{{ {value[1]} }}}}."
    tags.note(number, "unknown_tag", f"There is no tag {keyword}.", known)


def _meant_to_close(tag: Tag, still_open: list[Block]) -> Block | None:
    """Return the block that an unknown tag was to close: the one whose end it resembles, or else the innermost."""
    by_end = {f"end{block.keyword}": block for block in still_open}  # the innermost of each kind
    if tag.keyword in _ENDS:
        return by_end.get("".join(tag.code.split()[:2])) or (still_open[-1] if still_open else None)
    if tag.keyword in NOT_TAKEN:
        return None
    likeness = 0.6 if tag.keyword.startswith("end") else 0.75
    alike = get_close_matches(tag.keyword, by_end, n=1, cutoff=likeness)
    return by_end[alike[0]] if alike else None


def _meant_to_open(keyword: str) -> str:
    """Return what an unknown tag was likely to be, if that opens a block: each → for, iff → if."""
    alike = get_close_matches(keyword, OPENERS, n=1, cutoff=0.65)
    return _OPENERS_ELSEWHERE.get(keyword) or (alike[0] if alike else "")


def _check_levels(block: Block, tags: Tags) -> None:
    first = _level(block.nodes[0])
    astray = next((node for node in block.nodes[1:] if _level(node) != first), None)
    if astray is None:
        return
    if tags.faulty.isdisjoint(map(tag_number, block.nodes)):
        names = _level_names(block.nodes[0], astray)
        tags.note(
            tag_number(astray),
            "crossing_levels",
            "It belongs to {}, which stands in {}, but stands itself in {}.".format(tags[block.opener].typed, *names),
            _how_to_level(*names),
        )
    _leave_out(block, tags)


def _how_to_level(*levels: str) -> str:
    names = {*levels}
    if any("tracked" in name for name in names):
        return "Accept the tracked changes (Review, Accept, Accept all changes)."
    if names & {"a content control", "a link", "a field", "a text box", "a footnote", "an endnote"}:
        return "Put both into it, or neither."
    return "Write both with the same letters (p, tr, tc or none) and at the same level."


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


def _level_names(first: etree._Element, second: etree._Element) -> tuple[str, str]:
    """Return what two tags stand in: each the nearest, or where both are called the same, what only one stands in."""
    names, others = _levels_around(first), _levels_around(second)
    if names[0] != others[0]:
        return names[0], others[0]
    while names and others and names[-1] == others[-1]:
        names, others = names[:-1], others[:-1]
    nearest = _levels_around(first)[0]
    return [nearest, *names][-1], [nearest, *others][-1]


def _levels_around(node: etree._Element) -> list[str]:
    """Return what people call the places that a tag stands in, the nearest first."""
    names = (_LEVELS.get(str(ancestor.tag)) for ancestor in node.iterancestors() if ancestor.tag != TEXT)
    return [*filter(None, names), "the text between paragraphs"]
