"""Slots: the places of a layout where a value is printed, each with the XML that its run needs around odd values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, NamedTuple

from autoadmin.word.drawing import Placeholder
from autoadmin.word.looks import Looks, with_looks, with_span
from autoadmin.word.names import OPEN_TEXT
from autoadmin.word.paragraphs import ParagraphForms
from autoadmin.word.rich import Span
from autoadmin.word.styles import Styles

_CLOSE: Final = "</w:t></w:r><w:r>"
_GAP: Final = {"vanish": "", "color": '<w:color w:val="000000"/>', "highlight": '<w:highlight w:val="yellow"/>'}
_RIGHT_TO_LEFT: Final = {"rtl": '<w:rtl w:val="1"/>'}


@dataclass(frozen=True, slots=True)
class Slot:
    """One place where a value is printed. `path` is empty where the value has no name of its own."""

    path: str
    what: str  # what nobody recorded, if nobody did
    before_gap: str  # closes the run and opens a highlighted one
    before_rtl: str  # closes the run and opens one that runs right to left
    after: str  # closes such a run and opens one like the first
    looks: Looks
    has_link: bool = False  # whether it stands within a link
    room: int = 0  # how wide a picture may be, in EMU
    placeholder: Placeholder | None = None  # the picture of the layout whose place it is
    forms: ParagraphForms | None = None  # what the paragraphs of a {{p }} look like
    styles: Styles = field(default_factory=Styles)

    def before(self, span: Span) -> str:
        """Return what closes the run and opens one that looks as the span says."""
        return f"{_CLOSE}{with_span(self.looks, span, self.styles.characters)}{OPEN_TEXT}"


class Around(NamedTuple):
    """The XML around odd values in a run of some looks."""

    before_gap: str
    before_rtl: str
    after: str


def around(looks: Looks) -> Around:
    """Return the XML around odd values in a run of these looks."""
    return Around(
        before_gap=_CLOSE + with_looks(looks, _GAP) + OPEN_TEXT,
        before_rtl=_CLOSE + with_looks(looks, _RIGHT_TO_LEFT) + OPEN_TEXT,
        after=_CLOSE + with_looks(looks, {}) + OPEN_TEXT,
    )
