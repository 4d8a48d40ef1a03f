"""The filler that a developer writes with python-docx alone: words replaced in runs, rows and blocks by deepcopy.

It opens the layout for every document, as such fillers do, and knows no more of the dialect than the layouts use.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from copy import deepcopy
from typing import Any

import docx
from docx.oxml.ns import qn

_BLOCK = re.compile(r"\{%(?:p|tr) (.*?) %\}")
_TOKEN = re.compile(r"(\{\{ .*? \}\}|\{% .*? %\})")
_TERM = re.compile(r'([\w.]+)(?: (==|!=) "(.*)")?')
_PARAGRAPH, _ROW, _CELL, _TABLE, _TEXT = (qn(f"w:{name}") for name in ("p", "tr", "tc", "tbl", "t"))


def fill_by_hand(layout: bytes, content: Mapping[str, Any]) -> bytes:
    """Return the filled document."""
    document = docx.Document(io.BytesIO(layout))
    section = document.sections[0]
    for root in (document.element.body, section.header._element, section.footer._element):
        _fill(list(root), content)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _fill(elements: Sequence[Any], scope: Mapping[str, Any]) -> None:
    at = 0
    while at < len(elements):
        words = _block(elements[at])
        if words:
            end = _end_of_block(elements, at)
            _repeat_or_choose(elements[at : end + 1], scope)
            at = end
        elif elements[at].tag == _PARAGRAPH:
            _fill_paragraph(elements[at], scope)
        elif elements[at].tag == _TABLE:
            _fill(elements[at].findall(_ROW), scope)
        elif elements[at].tag == _ROW:
            for cell in elements[at].findall(_CELL):
                _fill(list(cell), scope)
        at += 1


def _repeat_or_choose(block: Sequence[Any], scope: Mapping[str, Any]) -> None:
    """Put the copies, or the branch that holds, before the end of a block, and take the block itself away."""
    words = _block(block[0])
    if words[0] == "for":
        for item in _value(words[3], scope):
            copies = [deepcopy(element) for element in block[1:-1]]
            for copy in copies:
                block[-1].addprevious(copy)
            _fill(copies, {**scope, words[1]: item})
        gone = block
    else:
        kept = _branch(block, scope)
        _fill(kept, scope)
        gone = [element for element in block if element not in kept]
    for element in gone:
        element.getparent().remove(element)


def _branch(block: Sequence[Any], scope: Mapping[str, Any]) -> list[Any]:
    depth, kept, is_kept, is_settled = 0, [], False, False
    for element in block:
        words = _block(element) or [""]
        depth -= words[0] in ("endif", "endfor")
        if depth == (0 if element is block[0] else 1) and words[0] in ("if", "elif", "else"):
            is_kept = not is_settled and (words[0] == "else" or holds(" ".join(words[1:]), scope))
            is_settled |= is_kept
        elif is_kept and depth:
            kept.append(element)
        depth += words[0] in ("if", "for")
    return kept


def _end_of_block(elements: Sequence[Any], start: int) -> int:
    depth = 0
    for at in range(start, len(elements)):
        words = _block(elements[at]) or [""]
        depth += (words[0] in ("if", "for")) - (words[0] in ("endif", "endfor"))
        if depth == 0:
            return at
    raise ValueError("a block is never ended")


def _block(element: Any) -> list[str]:
    """Return the words of the tag that an element holds for the sake of whole paragraphs or rows, if it does."""
    if element.tag not in (_PARAGRAPH, _ROW):
        return []
    found = _BLOCK.match("".join(text.text or "" for text in element.iter(_TEXT)))
    return found[1].split() if found else []


def _fill_paragraph(paragraph: Any, scope: Mapping[str, Any]) -> None:
    shown = [True]
    for text in paragraph.iter(_TEXT):
        pieces = []
        for piece in _TOKEN.split(text.text or ""):
            if piece.startswith("{%"):
                keyword, _, condition = piece[3:-3].partition(" ")
                shown = [*shown, holds(condition, scope)] if keyword == "if" else shown[:-1]
            elif all(shown):
                pieces.append(str(_value(piece[3:-3], scope)) if piece.startswith("{{") else piece)
        text.text = "".join(pieces)


def holds(condition: str, scope: Mapping[str, Any]) -> bool:
    """Return whether a condition of the kind `a.b and c != "d" or e` holds."""
    ways = (way.split(" and ") for way in condition.split(" or "))
    return any(all(_term_holds(term, scope) for term in way) for way in ways)


def _term_holds(term: str, scope: Mapping[str, Any]) -> bool:
    found = _TERM.fullmatch(term)
    if found is None:
        raise ValueError(f"not a condition that is understood here: {term}")
    value = _value(found[1], scope)
    if found[2] is None:
        return bool(value)
    return (value == found[3]) is (found[2] == "==")


def _value(path: str, scope: Mapping[str, Any]) -> Any:
    value: Any = scope
    for name in path.split("."):
        value = value[name]
    return value
