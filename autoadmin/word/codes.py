"""Tags in field codes: whatever a value says, it stays the one argument that it was meant to be."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from autoadmin.word import voices
from autoadmin.word.tags import Tag, Tags

_LINK: Final = re.compile(r'\s*HYPERLINK\s+"?$', re.IGNORECASE)
_IN_LINK: Final = re.compile(r'\s*HYPERLINK\s+"(?P<address>[^"]+)$', re.IGNORECASE)
VALUE: Final = "\0"  # stands for an earlier tag in what comes before one
SAFE_STARTS: Final = ("http://", "https://", "mailto:")
_QUOTE: Final = re.compile(r'(?<!\\)"')


def voice_in_code(tag: Tag, before: str, tags: Tags) -> Tag:
    """Return the tag with the voice that it has after `before` in its field code."""
    is_quoted = len(_QUOTE.findall(before)) % 2 == 1
    if link := _IN_LINK.match(before):
        return replace(tag, voice=voice_in_address(tag, link["address"], tags))
    if _LINK.match(before):
        quote = "" if is_quoted else '"'
        return replace(tag, voice=voices.ADDRESS, frame=(quote, quote))
    return replace(tag, voice=voices.QUOTED if is_quoted else voices.ARGUMENT)


def voice_in_address(tag: Tag, before: str, tags: Tags) -> str:
    """Return the voice of a tag after `before` in an address, which is noted where it leads nowhere safe."""
    if not before:
        return voices.ADDRESS
    if not before.startswith(VALUE) and not before.casefold().startswith(SAFE_STARTS):
        tags.add(
            tag.problem("unsafe_link", "A link may only lead to a web or mail address.", "Begin it with https://.")
        )
    return voices.ADDRESS_PIECE
