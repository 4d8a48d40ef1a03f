"""How deep tags may go: deeper than anybody writes, and as deep as Python can bear."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from autoadmin.word.blocks import CLOSERS, OPENERS
from autoadmin.word.counting import TOO_MUCH
from autoadmin.word.tags import Tags

MAX_LENGTH: Final = 2_000  # characters of one tag
MAX_STEPS: Final = 100  # operators, filters, fields and brackets in one tag
MAX_BRACKETS: Final = 15  # in one another
MAX_BLOCKS: Final = 15  # in one another
_QUOTED: Final = re.compile(r"""'[^']*'|"[^"]*\"""")
_STEP: Final = re.compile(r"[(\[{|.+*/~%<>=,:-]|\b(?:not|and|or|if|in|is)\b")
_BRACKET: Final = re.compile(r"[(\[{]")


def note_too_deep(numbers: Iterable[int], tags: Tags) -> bool:
    """Note each tag, of those with these numbers, that goes too deep; return whether there is any."""
    depth, found = 0, False
    for number in numbers:
        if _is_too_deep(tags[number].code):
            found = True
            tags.note(number, TOO_MUCH, "The tag is too long, or too much stands within it.", "Divide it with a set.")
        depth += (tags[number].keyword in OPENERS) - (tags[number].keyword in CLOSERS)
        if depth == MAX_BLOCKS + 1 and tags[number].keyword in OPENERS:
            found = True
            message = f"More than {MAX_BLOCKS} blocks stand in one another here."
            tags.note(number, TOO_MUCH, message, "Take some of them apart.")
    return found


def _is_too_deep(code: str) -> bool:
    if len(code) <= MAX_BRACKETS or (len(code) <= MAX_STEPS and not _BRACKET.search(code)):
        return False  # there is no room for more
    bare = _QUOTED.sub("", code)
    if len(code) > MAX_LENGTH or len(_STEP.findall(bare)) > MAX_STEPS:
        return True
    depth = 0
    for character in bare:
        depth += (character in "([{") - (character in ")]}")
        if depth > MAX_BRACKETS:
            return True
    return False
