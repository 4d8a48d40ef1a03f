"""What a line of a sheet is for: a heading, a labelled line, a marked decision or action, or simply a record."""

from __future__ import annotations

import re
from dataclasses import dataclass

from autoadmin.domain.findings import Place
from autoadmin.domain.records import HeaderField, Section
from autoadmin.intake.sheets.lines import Line, is_numbered, plain
from autoadmin.intake.sheets.synonyms import CLOSING, FAMILY_LABEL_OF, MARKERS, OTHER_KIND_OF, SECTION_OF, normal

FAMILY_ID = r"(?P<id>[A-Za-z]{1,4}[-/ ]?\d{3,}|\d{4,})"
_LED = r"^(?:the\s+)?family(?![\w'’])(?:\s+name)?\s*(?P<mark>[:\-–—])?\s*(?P<name>[^()\[\]]*?)\s*"
# After the word "family" whatever has a digit and stands in brackets is an id; so is a plain id that ends the line.
_FAMILY_LED = (
    re.compile(_LED + r"[(\[]\s*(?P<id>[^)\]]{1,40}?)\s*[)\]]\s*(?P<rest>.*)$", re.IGNORECASE | re.DOTALL),
    re.compile(_LED + rf"(?:{FAMILY_ID})?(?P<rest>)\s*:?$", re.IGNORECASE),
)
_FAMILY_NAMED = re.compile(
    rf"^(?:\d+[.)]\s*)?(?:the\s+)?(?P<name>[^\W\d_][\w'’ &/-]{{0,60}}?)(?:\s+family)?\s*[,:–—-]?\s*"
    rf"[(\[]?\s*{FAMILY_ID}\s*[)\]]?\s*:?$",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
# "THURSDAY 19 NOV 2026" is no family
_DATED = re.compile(rf"\d(?:st|nd|rd|th)?\s+{_MONTH}\b|\b{_MONTH}\s+\d{{2,4}}\b", re.IGNORECASE)
_FAMILY_TRAILED = re.compile(r"^(?:the\s+)?(?P<name>[^\W\d_][\w'’ &/-]{0,60}?)\s+family\s*:?$", re.IGNORECASE)
_LABEL = re.compile(r"^(?P<label>[^:]{1,60}?)\s*:(?!\d)\s*(?P<value>.*)$", re.DOTALL)
_DASHED = re.compile(r"^(?P<label>[^\W\d_][\w'’ ]{1,40}?)\s+[-–—]\s+(?P<value>.+)$", re.DOTALL)
_CAPITAL = r"(?-i:[A-Z])[\w'’.-]*"
# "kids Ella Marsh C-22019", "worker Tom Byrne", "status CPP from 14/9": hurried, and nothing else they could be
_FIRST_WORD = re.compile(
    rf"^(?:(?P<children>kids|children)\s+(?={_CAPITAL}(?: {_CAPITAL})* \(?[a-z]{{1,4}}-?\d{{3,}}\b)"
    rf"|(?P<worker>worker|sw)\s+(?={_CAPITAL}(?: {_CAPITAL}){{0,2}}$)"
    r"|(?P<status>status)\s+(?=\S))(?P<value>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_MARKER = re.compile(
    r"^[*_]*(?P<word>" + "|".join(sorted((re.escape(word) for word in MARKERS), key=len, reverse=True)) + r")s?\b[*_]*"
    r"(?P<mark>\s*[:–—-]\s*|\s+)(?P<rest>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)


_UNIT_LED = re.compile(r"^(?:unit|team)\s+(?:\d+|[A-Z])\b", re.IGNORECASE)
# What autoadmin prints on the next sheet for people to read at the meeting: it is recorded already.
_CARRIED = re.compile(r"^(?:last time|open action|overdue action|due|coming up|carried|last decision)$", re.IGNORECASE)
_NO_NAMES = frozenset(
    "birth extended foster whole wider blended close single other another host adoptive each this that our".split()
)


@dataclass(frozen=True, slots=True)
class FamilyHeading:
    """The heading under which a family's discussion stands."""

    name: str
    id: str = ""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line of the form "Label: value"; `label` is as typed."""

    label: str
    value: str


def family_heading(line: Line, following: str) -> FamilyHeading | None:
    """Return the family whose discussion a line begins; `following` is the normal form of the next line's label."""
    text = plain(line.text)
    if line.cells or line.is_aside or len(text) > 120 or section_of(text) is not None:
        return None
    if led := _led_by_family(text):
        return led
    if line.is_listed and not line.level and not is_numbered(line.text):
        return None
    if FAMILY_LABEL_OF.get(normal(text.split()[0] if text.split() else "")):
        return None  # "kids Ella Marsh C-22019" lists children
    if (named := _FAMILY_NAMED.match(text)) and len(named["name"].split()) <= 5 and not _DATED.search(text):
        return FamilyHeading(_titled(named["name"].strip(" ,-–—")), named["id"])
    is_marked = line.level > 0 or line.is_bold or text.isupper()
    if (is_marked or (line.follows_gap and len(text.split()) <= 4)) and (trailed := _FAMILY_TRAILED.match(text)):
        return FamilyHeading(_titled(trailed["name"])) if trailed["name"].casefold() not in _NO_NAMES else None
    if is_marked and following and section_of(text) is None and len(text.split()) <= 4 and ":" not in text:
        return FamilyHeading(_titled(text))
    return None


def _led_by_family(text: str) -> FamilyHeading | None:
    """Return the family in "Family: Marsh (F-0412)"; in a sentence that only begins with the word there is none."""
    led = next((found for form in _FAMILY_LED if (found := form.match(text))), None)
    if led is None or not (led["name"] or led["id"]) or (led["rest"].strip(" :") and not led["mark"]):
        return None
    inside = led["id"] or ""
    family_id = inside if re.search(r"\d", inside) and " " not in inside else ""
    if not (led["mark"] or family_id) and len(led["name"].split()) > 3:
        return None
    return FamilyHeading(led["name"].strip(" ,-–—"), family_id)


def section_of(text: str) -> Section | None:
    """Return the section that a heading names; OTHER for one that is known and has no section of its own."""
    words = normal(plain(text))
    if words in SECTION_OF:
        return SECTION_OF[words]
    return Section.OTHER if words in OTHER_KIND_OF else None


def is_closing(text: str) -> bool:
    """Return whether a heading ends the families: "Any other business"."""
    return normal(plain(text)) in CLOSING


def is_heading_like(line: Line) -> bool:
    """Return whether a line was set as a heading: by style or mark, wholly bold, or ending with a colon."""
    text = plain(line.text)
    return not line.cells and (line.level > 0 or line.is_bold or (text.endswith(":") and len(text.split()) <= 8))


def begins_section(line: Line) -> bool:
    """Return whether a line ends the people and status of a family: a heading, or something recorded in a list."""
    found = labelled(plain(line.text))
    heading = found.label if found and not found.value else line.text
    return section_of(heading) is not None or (is_heading_like(line) and not found) or line.is_listed


def names_unit(line: Line) -> bool:
    """Return whether a short line begins with the name of a unit: "Unit 4, 19 November 2026"."""
    text = plain(line.text)
    return not line.cells and len(text.split()) <= 8 and bool(_UNIT_LED.match(text))


def is_carried(label: str) -> bool:
    """Return whether a label stands before what the printed sheet carries over from last time."""
    return bool(_CARRIED.match(label))


def header_field(line: Line, found: Labelled, place: Place) -> HeaderField:
    """Return a labelled line as a header field; whole where label and value would leave out a number before them."""
    is_whole = _words(line.text) == _words(f"{found.label} {found.value}")
    return HeaderField(found.label, found.value, place) if is_whole else HeaderField("", line.text, place)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def labelled(text: str) -> Labelled | None:
    """Return label and value of a line that has a label, with a colon or between blanks a dash."""
    found = _LABEL.match(text) or _DASHED.match(text)
    return Labelled(found["label"].strip(), found["value"].strip()) if found else None


def labelled_by_first_word(text: str) -> Labelled | None:
    """Return label and value of a hurried line of people or status that has no colon."""
    found = _FIRST_WORD.match(text)
    return Labelled(found["children"] or found["worker"] or found["status"], found["value"]) if found else None


def marked(text: str) -> tuple[Section, str] | None:
    """Return the section that a line's first word gives it whatever stands above: "DECISION core group monthly"."""
    found = _MARKER.match(text)
    if found is None or not (found["word"].isupper() or found["mark"].strip() == ":"):
        return None
    return MARKERS[found["word"].casefold()], found["rest"].strip()


def _titled(name: str) -> str:
    """Return a family name typed all in one case as names are written; others as typed."""
    if not (name.isupper() or name.islower()):
        return name
    return re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name)
