"""Blocks: every for, if and with is closed, none crosses another, and each stays at one level of the file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher, get_close_matches
from typing import Final

from lxml import etree

from autoadmin.word.elsewhere import NOT_TAKEN
from autoadmin.word.levels import how_to_level, leave_inline_container, level_names, level_of, places_around
from autoadmin.word.page_breaks import PAGE_BREAK
from autoadmin.word.runs import lift_to_run_level, planted, tag_number
from autoadmin.word.tags import Tag, Tags

OPENERS: Final = frozenset({"for", "if", "with"})
CLOSERS: Final = {"endfor": "for", "endif": "if", "endwith": "with"}
_MIDDLES: Final = {"else": ("if", "for"), "elif": ("if",)}
_ALONE: Final = frozenset({"set", PAGE_BREAK})
_KNOWN: Final = sorted({*OPENERS, *CLOSERS, *_MIDDLES, *_ALONE})
_ENDS: Final = frozenset({"end", "fi", "next", "done", "stop", "close"})  # how other languages close a block
_OPENERS_ELSEWHERE: Final = {
    "foreach": "for",
    "each": "for",
    "loop": "for",
    "repeat": "for",
    "while": "for",
    "when": "if",
    "unless": "if",
}
_ELIFS: Final = frozenset({"elseif", "elsif", "elsf", "elf"})
_VALUE: Final = re.compile(r"\s*=?\s*([A-Za-z][\w.]*(?:\s*\|.*?)?)\s*")


@dataclass(slots=True)
class Block:
    """The tags of one for, if or with: the one that opens, any else or elif, the one that closes."""

    keyword: str
    nodes: list[etree._Element] = field(default_factory=list)
    is_noted: bool = False  # whether what is wrong with it has been said
    written: str = ""  # the word that stands for its keyword, where that is another

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
        if len({tuple(level_of(node)) for node in block.nodes}) > 1:
            for node in block.nodes:
                leave_inline_container(node)
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
    _give_up_deeper(node, wanted, still_open, tags)
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


def _give_up_deeper(node: etree._Element, wanted: Iterable[str], still_open: list[Block], tags: Tags) -> None:
    """Note as unclosed the blocks that began in a paragraph, row or cell which a tag stands outside, if one fits it."""
    innermost = still_open[-1] if still_open else None
    if innermost and innermost.keyword in wanted and innermost.nodes[0].getparent() is node.getparent():
        return  # as nearly always
    around = places_around(node)
    if any(block.keyword in wanted and places_around(block.nodes[0]) == around for block in still_open):
        while len(deeper := places_around(still_open[-1].nodes[0])) > len(around) and deeper[: len(around)] == around:
            _note_unclosed(still_open.pop(), tags)


def _note_crossing(number: int, still_open: Block, tags: Tags) -> None:
    still_open.is_noted = True
    tags.note(
        number,
        "crossing_blocks",
        f"The block {tags[still_open.opener].typed} is still open here and must be closed first.",
        f"Put {_end_of(still_open, tags)} before it.",
    )


def _end_of(block: Block, tags: Tags) -> str:
    """Return the tag that is to close a block, with the letters of the one that opens it."""
    return f"{{%{tags[block.opener].scope} end{block.keyword} %}}"


def _note_unclosed(block: Block, tags: Tags) -> None:
    if not block.is_noted and block.opener not in tags.faulty:
        message = f"The block is never closed: {_end_of(block, tags)} is missing."
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
    elif opener := _meant_to_open(keyword := tags[number].keyword):
        tags.take_for(number, opener)
        still_open.append(Block(opener, [node], is_noted=True, written=keyword))
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
    if still_open and f"end{still_open[-1].written}" == tag.keyword:
        return still_open[-1]
    if tag.keyword in NOT_TAKEN:
        return None
    if still_open and tag.keyword.startswith("end"):
        innermost = f"end{still_open[-1].keyword}"
        if _likeness(tag.keyword, innermost) > max(0.6, *(_likeness(tag.keyword, end) - 0.15 for end in by_end)):
            return still_open[-1]
    alike = get_close_matches(tag.keyword, by_end, n=1, cutoff=0.75)
    return by_end[alike[0]] if alike else None


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other).ratio()


def _meant_to_open(keyword: str) -> str:
    """Return what an unknown tag was likely to be, if that opens a block: each → for, iff → if."""
    alike = get_close_matches(keyword, OPENERS, n=1, cutoff=0.65)
    return _OPENERS_ELSEWHERE.get(keyword) or (alike[0] if alike else "")


def _check_levels(block: Block, tags: Tags) -> None:
    first = level_of(block.nodes[0])
    astray = next((node for node in block.nodes[1:] if level_of(node) != first), None)
    if astray is None:
        return
    if tags.faulty.isdisjoint(map(tag_number, block.nodes)):
        names = level_names(block.nodes[0], astray)
        tags.note(
            tag_number(astray),
            "crossing_levels",
            "It belongs to {}, which stands in {}, but stands itself in {}.".format(tags[block.opener].typed, *names),
            how_to_level(*names),
        )
    _leave_out(block, tags)
