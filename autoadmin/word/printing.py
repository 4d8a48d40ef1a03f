"""What becomes of a value at a `{{ }}`, and of a list at a `{% for %}`: the only door into a document's XML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sized
from dataclasses import dataclass, field
from typing import Final

from jinja2 import pass_context
from jinja2.runtime import Context, Undefined

from autoadmin.domain.gaps import Gap, NotRecorded
from autoadmin.word.drawing import inline_drawing
from autoadmin.word.escaping import is_right_to_left, to_xml
from autoadmin.word.limits import Meter
from autoadmin.word.names import OPEN_TEXT
from autoadmin.word.picture import EMU, Picture, Print, UnreadablePictureError, print_of
from autoadmin.word.rich import Line, RichText, Span, safe_link
from autoadmin.word.slots import Slot
from autoadmin.word.values import words_of

PRESS: Final = "the press"  # no name that a template could write
PRINT_FILTER: Final = "print_at"
EACH_FILTER: Final = "each_at"
JOIN_FILTER: Final = "join_words"
MADE_FILTER: Final = "made"
_LINK_TO: Final = (
    '</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK "'
)
_LINK_WORDS: Final = f'" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/>{OPEN_TEXT}'
_LINK_END: Final = f'</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/>{OPEN_TEXT}'


class UnprintableError(Exception):
    """A value of a kind that cannot be printed or repeated; the message says which kind."""


@dataclass(slots=True)
class Press:
    """What one rendering of one part gathers on its way: gaps, pictures and what somebody should know."""

    slots: Mapping[int, Slot]
    number: int = 0  # the last that was given to something which must have one of its own
    numbers: dict[str, int] = field(default_factory=dict)  # given last, by those in the layout
    names: Counter[str] = field(default_factory=Counter)  # how often each name of the layout came
    notes: list[tuple[str, str, str]] = field(default_factory=list)  # to be copied: kind, number, number of the copy
    pictures: dict[str, bytes] = field(default_factory=dict)
    wide: dict[int, Print] = field(default_factory=dict)  # pictures by number that want a page on its side
    printed: dict[str, str] = field(default_factory=dict)  # XML of texts that look the same in every slot
    gaps: dict[Gap, None] = field(default_factory=dict)
    forbidden: int = 0
    unsafe_links: int = 0
    meter: Meter = field(default_factory=Meter)

    def next_number(self) -> int:
        """Return a number that nothing else in the document has."""
        self.number += 1
        return self.number

    def add_picture(self, picture: Picture) -> Print:
        """Return what is known of a picture that the part shows from now on."""
        try:
            known = print_of(picture)
        except UnreadablePictureError as error:
            raise UnprintableError(str(error)) from None
        self.pictures[known.name] = bytes(picture.data)
        return known


@pass_context
def print_at(context: Context, value: object, number: int) -> str:
    """Return the XML for a value printed at a slot."""
    # Nine values in ten need no care; to call a function that says so would take as long as finding it out.
    if (
        value.__class__ is str
        and value.isascii()
        and value.isprintable()
        and not ("<" in value or "&" in value or ">" in value)
    ):
        return value
    if value.__class__ is int:
        return str(value)
    press: Press = context.parent[PRESS]
    if value.__class__ is str and (words := press.printed.get(value)):
        return words
    slot = press.slots[number]
    if value is None or isinstance(value, NotRecorded):
        return _gap(value, slot, press)
    if isinstance(value, RichText):
        return _rich(value.spans, slot, press)
    if isinstance(value, Line):
        mark = (Span(slot.forms.mark(value) if slot.forms else value.mark),)
        return _rich(mark + value.spans, slot, press)
    if isinstance(value, Picture):
        known, number = press.add_picture(value), press.next_number()
        if value.least_width * EMU > slot.room:
            press.wide[number] = known
        drawing = inline_drawing(known, value.alt, number, slot.room)
        return f"</w:t>{drawing}{OPEN_TEXT}"
    return _text(_words(value), slot, press)


@pass_context
def picture_at(context: Context, value: object, number: int) -> str:
    """Return the XML of a picture in the place of one of the layout, which itself stays where the value is text."""
    press: Press = context.parent[PRESS]
    slot = press.slots[number]
    if value is None or isinstance(value, NotRecorded):
        return _gap(value, slot, press).removeprefix("</w:t>").removesuffix(OPEN_TEXT)
    if slot.placeholder is None:
        return ""
    if isinstance(value, Picture):
        return slot.placeholder.holding(press.add_picture(value), value.alt, press.next_number())
    return slot.placeholder.described(_words(value))


@pass_context
def paragraph_at(context: Context, line: object, number: int) -> str:
    """Return the XML of the properties of the paragraph for one line of a value."""
    press: Press = context.parent[PRESS]
    forms = press.slots[number].forms
    return forms.xml(line) if forms else ""


def said(press: Press, value: object, number: int) -> str:
    """Return a value in plain words, for a place where words are all there can be; a gap is listed."""
    if gap := said_gap(press, value, number):
        return gap
    words = value.alt if isinstance(value, Picture) else str(value) if isinstance(value, RichText) else _words(value)
    press.forbidden += to_xml(words)[1]
    return words


def said_gap(press: Press, value: object, number: int) -> str:
    """Return the words for what nobody recorded, which is listed; nothing for any other value."""
    if value is not None and not isinstance(value, NotRecorded):
        return ""
    gap = _missing(value, press.slots[number])
    press.gaps[gap] = None
    return f"[not recorded: {gap.what}]"


@pass_context
def each_at(context: Context, value: object, number: int) -> Iterable[object]:
    """Return what a loop is to run over; nothing, and a gap, if nobody recorded it."""
    press: Press = context.parent[PRESS]
    if value.__class__ is list or value.__class__ is tuple:
        return press.meter.entries(value)
    if value is None or isinstance(value, NotRecorded):
        press.gaps[_missing(value, press.slots[number])] = None
        return ()
    if isinstance(value, str | bytes) or not isinstance(value, Iterable):
        if isinstance(value, Undefined):
            iter(value)  # raises, naming what is unknown
        raise UnprintableError("This is one value, not a list, so it cannot be repeated.")
    if isinstance(value, Sized):
        press.meter.count_turns(len(value))
        return value
    return press.meter.counted(value)


def _gap(value: NotRecorded | None, slot: Slot, press: Press) -> str:
    gap = _missing(value, slot)
    press.gaps[gap] = None
    words, forbidden = to_xml(f"[not recorded: {gap.what}]")
    press.forbidden += forbidden
    return f"{slot.before_gap}{words}{slot.after}"


def _missing(value: NotRecorded | None, slot: Slot) -> Gap:
    if value is None:
        return Gap(slot.path, slot.what)
    return Gap(slot.path, value.what or slot.what, value.is_required)


def _text(text: str, slot: Slot, press: Press) -> str:
    words, forbidden = to_xml(text)
    press.forbidden += forbidden
    if not text.isascii() and is_right_to_left(text):
        return f"{slot.before_rtl}{words}{slot.after}"
    if not forbidden:
        press.printed[text] = words
    return words


def _rich(spans: Iterable[Span], slot: Slot, press: Press) -> str:
    pieces = [_span(span, slot, press) for span in spans if span.text]
    return "".join(pieces) + slot.after if pieces else ""


def _span(span: Span, slot: Slot, press: Press) -> str:
    words, forbidden = to_xml(span.text)
    press.forbidden += forbidden
    address = safe_link(span.link).replace("&", "&amp;") if span.link else ""
    press.unsafe_links += bool(span.link and not address)
    if address and not slot.has_link:
        return f"{_LINK_TO}{address}{_LINK_WORDS}{slot.before(span)}{words}{_LINK_END}"
    return slot.before(span) + words


def _words(value: object) -> str:
    words = words_of(value)
    if words is not None:
        return words
    if isinstance(value, Undefined):
        return str(value)  # raises, naming what is unknown
    if isinstance(value, Mapping):
        raise UnprintableError("This is a group of fields: name the field to print.")
    if isinstance(value, Iterable):
        raise UnprintableError("This is a list: repeat it with a for, or write |join(', ').")
    raise UnprintableError("This is no text, number or date.")
