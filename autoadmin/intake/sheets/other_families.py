"""Signs that a line is about another family than the heading above it: then it must not stay under that heading."""

from __future__ import annotations

import re

from autoadmin.intake.sheets.labels import FamilyHeading, is_closing, section_of
from autoadmin.intake.sheets.lines import Line, plain
from autoadmin.intake.sheets.synonyms import FAMILY_LABEL_OF, MARKERS, MEETING_LABEL_OF, normal

# "F-0377" and the like; two letters and a dash at least, so that a postcode or a form's number is none.
_ID = re.compile(r"(?<![\w-])(?P<prefix>[A-Za-z]{1,3})-(?P<number>\d{2,})(?![\w-])")
_NAMES = re.compile(r"^[^\W\d_][\w'’-]+(?:\s+[^\W\d_][\w'’-]+){0,2}$")
_FAMILY_OF = re.compile(r"^(?:the\s+)?[^\W\d_][\w'’-]+\s+family\s*[-–—:]", re.IGNORECASE)


def may_be_another_family(line: Line, current: FamilyHeading, levels: frozenset[int]) -> bool:
    """Return whether a line that opens no family may be about another one than `current`.

    `levels` are the heading levels at which the sheet's families stand.
    """
    text = plain(line.text)
    if line.cells or line.is_aside or section_of(text) is not None or is_closing(text):
        return False
    if line.level and line.level in levels:
        return True
    if line.is_listed:
        return False
    return _names_another_id(text, current) or bool(_FAMILY_OF.match(text)) or _is_lone_name(line, text, levels)


def _names_another_id(text: str, current: FamilyHeading) -> bool:
    """Return whether a line carries an id of the same kind as the family's, and not the family's own."""
    own = _ID.search(current.id)
    found = [match for match in _ID.finditer(text) if own and match["prefix"].upper() == own["prefix"].upper()]
    return any(own and match["number"] != own["number"] for match in found)


def _is_lone_name(line: Line, text: str, levels: frozenset[int]) -> bool:
    """Return whether a line is nothing but one to three words that may be a name and are no heading or label.

    They are in capitals; or, in notes that mark no headings, each with a capital and after an empty line.
    """
    words = normal(text)
    is_known = words in FAMILY_LABEL_OF or words in MEETING_LABEL_OF or words in MARKERS
    is_titled = not levels and line.follows_gap and all(word[0].isupper() for word in text.split())
    return bool(_NAMES.match(text)) and (text.isupper() or is_titled) and not is_known and len(text) > 3
