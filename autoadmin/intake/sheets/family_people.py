"""The children and adults of a family, as a line of the sheet lists them."""

from __future__ import annotations

import re
from datetime import date

from autoadmin.domain.identifiers import ChildId
from autoadmin.domain.records import RecordedAdult, RecordedChild
from autoadmin.intake.sheets.dates import find_dates
from autoadmin.intake.sheets.remarks import Remarks

_BRACKETED = re.compile(r"^(?P<name>[^(\[]+?)\s*[(\[](?P<inside>[^)\]]*)[)\]]\s*(?P<rest>.*)$", re.DOTALL)
_ID = re.compile(r"^(?:[A-Za-z]{1,6}[-/]?\d[\w-]{0,30}|\d{4,}[\w-]{0,30}|[0-9A-Fa-f]{8}-[\w-]{27})$")
_SHORT_ID = re.compile(r"^[A-Za-z]{1,6}[-/]?\d+$")  # "c-22019" is C-22019; longer ids are kept as typed
_BORN = re.compile(r"\b(?:born|dob|d\.o\.b\.?|date of birth|b\.)(?!\w)[:\s]*", re.IGNORECASE)
_EXPECTED = re.compile(r"\b(?:expected|due|edd|unborn)\b[:\s]*", re.IGNORECASE)
_DETAIL = re.compile(  # where a name without brackets ends: at a dash, an id, a date, "born" or "aged"
    r"\s+[-–—]\s+|\s+(?=[A-Za-z]{1,6}-?\d{3,}\b|\d)|\s+(?=(?:born|dob|d\.o\.b|date of birth|due|edd|expected|aged?)\b)",
    re.IGNORECASE,
)
_NO_PR = re.compile(r"\b(?:no|without|does not have|not)\s+(?:PR|parental responsibility)\b", re.IGNORECASE)
_PR = re.compile(r"\b(?:PR|parental responsibility)\b", re.IGNORECASE)
_PR_UNTOLD = re.compile(
    r"\b(?:PR|parental responsibility)\b(?:\s+(?:is\s+)?(?:not known|unknown|unclear|not recorded|"
    r"tbc|to be confirmed)|\s*\?)|\?\s*PR\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"^\s*(?:none|nil|n/?a|not known|unknown|-|–)?\.?\s*$", re.IGNORECASE)


def read_children(value: str, near: date, remarks: Remarks, where: str) -> tuple[RecordedChild, ...]:
    """Return the children in "Ella Marsh (C-22019, born 3 April 2015); Noah Marsh (C-22020, expected 12 Feb 2027)"."""
    return tuple(_child(chunk, near, remarks, where) for chunk in _people(value))


def read_adults(value: str) -> tuple[RecordedAdult, ...]:
    """Return the adults in "Kelly Marsh (mother, PR); Dean Holt (Noah's father, lives elsewhere)"."""
    adults = []
    for chunk in _people(value):
        name, details = _name_and_details(chunk)
        told = ", ".join(details)
        adults.append(RecordedAdult(name, _without_pr(told), has_pr(told)))
    return tuple(adults)


def has_pr(told: str) -> bool | None:
    """Return whether somebody has parental responsibility; None where the words do not say."""
    if _PR_UNTOLD.search(told):
        return None
    if _NO_PR.search(told):
        return False
    return True if _PR.search(told) else None


def _without_pr(told: str) -> str:
    parts = [part.strip() for part in told.split(",")]
    return ", ".join(part for part in parts if part and not _PR.fullmatch(_NO_PR.sub("PR", part)))


def _name_and_details(chunk: str) -> tuple[str, list[str]]:
    """Return a person's name and what is told of them, in brackets or after a comma or dash."""
    if found := _BRACKETED.match(chunk):
        return found["name"].strip(" ,-–—"), [*_parts(found["inside"]), *_parts(found["rest"])]
    name, comma, told = chunk.partition(",")
    parted = _DETAIL.search(name)
    if parted:
        name, comma, told = name[: parted.start()], ",", f"{name[parted.end() :]}{comma}{told}"
    return name.strip(" ,-–—"), _parts(told) if comma else []


def _parts(told: str) -> list[str]:
    parts = re.split(r"[,;()\[\]]|\s[-–—]\s|(?<=\d)\s+(?=(?:born|dob|edd|due|expected)\b)", told, flags=re.IGNORECASE)
    return [part.strip(" -–—") for part in parts if part.strip(" -–—")]


def _child(chunk: str, near: date, remarks: Remarks, where: str) -> RecordedChild:
    name, details = _name_and_details(chunk)
    child_id: ChildId | None = None
    born = expected = None
    others = []
    for part in details:
        days = find_dates(part, near)
        if child_id is None and _ID.match(part) and not days:
            child_id = ChildId(part.upper() if _SHORT_ID.match(part) else part)
        elif days and _EXPECTED.search(part):
            expected = days[0].on
        elif days and (_BORN.search(part) or born is None):
            born = days[0].on
        else:
            others.append(part)
        for day in days:
            if day.on is None or day.doubt:
                remarks.doubt(where, day.doubt or "There is no such date; it was not taken.", day.raw)
    return RecordedChild(name, child_id, born, None if born else expected, ", ".join(others))


def _people(value: str) -> list[str]:
    """Return what stands between semicolons, or between commas where there are none, but not within brackets."""
    mark = ";" if ";" in value else ","
    chunks, depth, start = [], 0, 0
    for index, character in enumerate(value):
        depth += (character in "([") - (character in ")]" and depth > 0)
        if character in {mark, "\n"} and depth == 0:
            chunks.append(value[start:index])
            start = index + 1
    chunks.append(value[start:])
    if mark == ",":
        chunks = _regrouped(chunks)
    return [person.strip() for chunk in chunks for person in _and_parted(chunk) if not _NOBODY.match(person)]


def _regrouped(chunks: list[str]) -> list[str]:
    """Return comma-separated chunks, those that tell of the person before joined to them: "Kelly Marsh, mother"."""
    grouped: list[str] = []
    for chunk in chunks:
        words = chunk.strip()
        is_detail = words[:1].islower() or words[:1].isdigit() or bool(_ID.match(words) or _PR.match(words))
        if grouped and is_detail and not words.startswith(("mum ", "dad ")):
            grouped[-1] += f",{chunk}"
        else:
            grouped.append(chunk)
    return grouped


def _and_parted(chunk: str) -> list[str]:
    return re.split(r"\s+(?:and|&)\s+(?=[A-Z])", chunk) if "(" not in chunk else [chunk]
