"""Words that look as if a tag was meant: single braces, lone closing braces, a space between two, one too many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from autoadmin.word.errors import Problem, Spot
from autoadmin.word.finding import RAW, UNSEEN, find_tags
from autoadmin.word.known import Known
from autoadmin.word.leftovers import warning

_FIELD: Final = r"[A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)*"
_SINGLE: Final = re.compile(rf"(?<![{{_])\{{\s*({_FIELD})\s*\}}{{1,2}}(?!\}}|_)")
_GAP: Final = rf"[\s{UNSEEN}]"
_APART: Final = re.compile(rf"\{{{_GAP}+\{{{_GAP}*({_FIELD}){_GAP}*\}}{_GAP}*\}}")
_STATEMENT: Final = re.compile(r"(?<!\{)\{\s+%[^{}]*%\s*\}|(?<![{_])\{\s*(?:for|if|endfor|endif|else)\b[^{}]*\}(?!\})")
_ELSEWHERE: Final = re.compile(rf"(?:\[\[|<<)\s*({_FIELD})\s*(?:\]\]|>>)")
_CLOSING: Final = re.compile(rf"(?<![\w.])({_FIELD})\s*\}}\}}|%\}}|\}}\}}")


def brace_problems(words: str, place: Spot, known: Known | None) -> Iterator[Problem]:
    """Yield each piece of a paragraph's fixed words that looks like a tag but is none, and so is printed as it is."""
    for found in _ELSEWHERE.finditer(words):
        if known is not None and known.has(found[1]):
            yield _looks_like_tag(found[0], found[1], place)
    if "{" not in words and "}" not in words:
        return
    words = RAW.sub("\0", words)  # printed as it stands, as somebody says that it should be
    for start, end, tag in reversed(list(find_tags(words, place))):
        if not tag.is_comment and not tag.fault and (stray := _stray(words, start, end)):
            message = "A brace stands right beside the tag, and is printed."
            yield warning("stray_brace", message, place, stray, "Take it out, if it is not wanted.")
        words = f"{words[:start]}\0{words[end:]}"
    for pattern in (_APART, _STATEMENT, _SINGLE, _CLOSING):
        for found in pattern.finditer(words):
            name = (found.group(1) if pattern.groups else "") or ""
            if not name or _is_likely(name, known):
                yield _looks_like_tag(found.group(), name, place)
        words = pattern.sub("\0", words)


def _stray(words: str, start: int, end: int) -> str:
    """Return a tag with the single brace before or behind it; nothing where there is none."""
    before = words[start - 1 : start] == "{" and words[start - 2 : start - 1] != "_"
    behind = words[end : end + 1] == "}" and words[end + 1 : end + 2] != "_"
    return words[start - before : end + behind] if before or behind else ""


def _is_likely(name: str, known: Known | None) -> bool:
    return known is None or known.has(name) or "." in name or "_" in name


def _looks_like_tag(typed: str, name: str, place: Spot) -> Problem:
    message = "This is no tag, so it is printed as it stands."
    meant = "A tag is written {% ... %}, without spaces."
    if name:
        meant = f"If a field is meant, write {{{{ {name} }}}}."
    elif typed in ("}}", "%}"):
        meant = f"Take it out, or write the {'{{' if typed == '}}' else '{%'} that is to open it."
    return warning("looks_like_tag", message, place, typed.strip(), meant)
