"""A layout's tags translated into those of docxtemplater: `{{ a.name }}` becomes `{a.name}`, a block `{#...}` to `{/}`.

Conditions keep their words, and `node_peers.js` gives docxtemplater a parser for them, which its free version allows.
Tags that stand in rows of their own move into the rows that they repeat or choose, as docxtemplater wants it.
"""

from __future__ import annotations

import re
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from tests.benchmarks.retagging import retagged, split

_TAG = re.compile(r"\{\{ (.*?) \}\}|\{%(?:p|tr)? (.*?) %\}")
_OF_A_ROW = re.compile(r"\{%tr .*? %\}")
_ROW, _PARAGRAPH, _TEXT = (qn(f"w:{name}") for name in ("tr", "p", "t"))
_OPPOSITE = {"==": "!=", "!=": "=="}


def in_braces(layout: bytes) -> bytes:
    """Return the layout with its tags in the dialect of docxtemplater."""
    return retagged(layout, _translate)


def _translate(root: Any) -> None:
    chosen: list[list[str]] = []  # for each open if, the conditions that have not held
    for text in list(root.iter(_TEXT)):
        if "{" in (text.text or ""):
            is_row = _OF_A_ROW.match(text.text) is not None
            tags = _TAG.sub(lambda found: _in_braces(found[1], found[2], chosen), text.text)
            text.text = f"\N{ROUND PUSHPIN}{tags}" if is_row else tags
            if tags.startswith("{/}{#"):
                split(text)
    _move_into_rows(list(root.iter(_ROW)))


def _in_braces(value: str | None, block: str | None, chosen: list[list[str]]) -> str:
    if value is not None:
        return f"{{{value}}}"
    keyword, _, rest = (block or "").partition(" ")
    match keyword:
        case "for":
            return f"{{#for {rest}}}"
        case "if":
            chosen.append([rest])
            return f"{{#if {rest}}}"
        case "elif" | "else":
            failed = [_not(condition) for condition in chosen[-1]]
            chosen[-1].append(rest)
            return f"{{/}}{{#if {' and '.join([*failed, rest] if rest else failed)}}}"
        case "endif":
            chosen.pop()
    return "{/}"


def _not(condition: str) -> str:
    if " or " in condition:
        return " and ".join(map(_not, condition.split(" or ")))
    path, *comparison = condition.split(" ", 2)
    if " and " in condition:
        raise ValueError(f"an elif after this is not translated: {condition}")
    return " ".join((path, _OPPOSITE[comparison[0]], comparison[1])) if comparison else f"not {path}"


def _move_into_rows(rows: list[Any]) -> None:
    opening: str = ""
    last: Any = None
    for row in rows:
        words = "".join(text.text or "" for text in row.iter(_TEXT))
        if not words.startswith("\N{ROUND PUSHPIN}"):
            if opening:
                next(row.iter(_PARAGRAPH)).insert(*_run(next(row.iter(_PARAGRAPH)), opening))
            opening, last = "", row
            continue
        if words.endswith("{/}"):
            *_, paragraph = last.iter(_PARAGRAPH)
            paragraph.append(_run(paragraph, "{/}")[1])
        else:
            opening += words[1:]
        row.getparent().remove(row)


def _run(paragraph: Any, words: str) -> tuple[int, Any]:
    """Return where a run of the words goes at the start of a paragraph, and the run."""
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = words
    run.append(text)
    return (1 if paragraph.pPr is not None else 0), run
