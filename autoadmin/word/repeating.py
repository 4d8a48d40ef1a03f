"""What a loop may not repeat as it is: the numbers and names by which Word tells drawings, bookmarks, notes apart."""

from __future__ import annotations

from typing import Final

from lxml import etree

from autoadmin.word import voices
from autoadmin.word.drawing import WP
from autoadmin.word.errors import Spot
from autoadmin.word.names import W
from autoadmin.word.notes import is_at_anchor
from autoadmin.word.runs import TARGET, tag_number
from autoadmin.word.source import IN_ATTRIBUTE
from autoadmin.word.tags import Tag, Tags

_ID: Final = f"{W}id"
_NAME: Final = f"{W}name"
_NUMBERED: Final = {  # what is written anew in each turn of a loop, and how
    f"{WP}docPr": (("id", voices.NEW_NUMBER),),
    f"{W}bookmarkStart": ((_ID, voices.NEW_NUMBER), (_NAME, voices.NEW_NAME)),
    f"{W}bookmarkEnd": ((_ID, voices.SAME_NUMBER),),
    f"{W}footnoteReference": ((_ID, voices.NEW_NOTE),),
    f"{W}endnoteReference": ((_ID, voices.NEW_NOTE),),
}
_ANCHORS: Final = (f"{W}footnoteReference", f"{W}endnoteReference")
_CONTROL: Final = f"{W}sdtPr"


def number_anew(root: etree._Element, tags: Tags) -> None:
    """Have what must be told apart numbered anew in each turn of the loops of a part."""
    depth = 0
    for element in list(root.iter(etree.PI, *_NUMBERED, _CONTROL)):
        if isinstance(element, etree._ProcessingInstruction):
            keyword = tags[tag_number(element)].keyword if element.target == TARGET else ""
            depth += {"for": 1, "endfor": -1}.get(keyword, 0)
        elif _has_note(element):
            _plant(element, _ID, voices.OWN_NOTE, tags)
        elif depth and element.tag == _CONTROL:
            for number in element.findall(_ID):
                element.remove(number)  # Word gives it a new one
        elif depth:
            for name, voice in _NUMBERED.get(str(element.tag), ()):
                _plant(element, name, voice, tags)


def _has_note(element: etree._Element) -> bool:
    """Return whether an anchor has its note behind it, to be filled there."""
    note = element.getnext() if element.tag in _ANCHORS else None
    return note is not None and is_at_anchor(note)


def _plant(element: etree._Element, name: str, voice: str, tags: Tags) -> None:
    value = element.get(name)
    if value is None:
        return
    kind = "footnote" if "footnote" in str(element.tag) else "endnote" if "endnote" in str(element.tag) else ""
    code = repr(f"{kind} {value}".strip())
    element.set(name, IN_ATTRIBUTE.format(len(tags)))
    tags.append(Tag("{{", "", code, "", False, False, False, Spot(), voice=voice))
