"""The children and adults of a family, as a line of the sheet lists them."""

from __future__ import annotations

import re
from datetime import date

from autoadmin.domain.identifiers import ChildId
from autoadmin.domain.records import RecordedAdult, RecordedChild
from autoadmin.intake.sheets.dates import find_dates
from autoadmin.intake.sheets.remarks import Remarks

_CHILD = re.compile(r"^(?P<name>[^(\[]+?)\s*[(\[](?P<inside>[^)\]]*)[)\]]\s*(?P<rest>.*)$", re.DOTALL)
_ID = re.compile(r"^(?=[\w-]*\d)[A-Za-z0-9][\w-]{1,35}$")
_BORN = re.compile(r"\b(?:born|dob|d\.o\.b\.?|date of birth|b\.)\b[:\s]*", re.IGNORECASE)
_EXPECTED = re.compile(r"\b(?:expected|due|edd|unborn)\b[:\s]*", re.IGNORECASE)
_NO_PR = re.compile(r"\b(?:no|without|does not have|not)\s+(?:PR|parental responsibility)\b", re.IGNORECASE)
_PR = re.compile(r"\b(?:PR|parental responsibility)\b", re.IGNORECASE)
_LOOSE_ID = re.compile(r"^(?P<name>.*?\D)\s+(?P<id>[A-Za-z]{1,4}-?\d{3,})\s*(?P<rest>.*)$")


def read_children(value: str, near: date, remarks: Remarks, where: str) -> tuple[RecordedChild, ...]:
    """Return the children in "Ella Marsh (C-22019, born 3 April 2015); Noah Marsh (C-22020, expected 12 Feb 2027)"."""
    return tuple(_child(chunk, near, remarks, where) for chunk in _people(value))


def read_adults(value: str) -> tuple[RecordedAdult, ...]:
    """Return the adults in "Kelly Marsh (mother, PR); Dean Holt (Noah's father, lives elsewhere)"."""
    adults = []
    for chunk in _people(value):
        found = _CHILD.match(chunk)
        name = found["name"] if found else chunk
        told = f"{found['inside']} {found['rest']}".strip() if found else ""
        adults.append(RecordedAdult(name.strip(" ,-–—"), _without_pr(told), has_pr(told)))
    return tuple(adults)


def has_pr(told: str) -> bool | None:
    """Return whether somebody has parental responsibility; None where the words do not say."""
    if _NO_PR.search(told):
        return False
    return True if _PR.search(told) else None


def _without_pr(told: str) -> str:
    parts = [part.strip() for part in told.split(",")]
    return ", ".join(part for part in parts if part and not _PR.fullmatch(_NO_PR.sub("PR", part)))


def _child(chunk: str, near: date, remarks: Remarks, where: str) -> RecordedChild:
    found = _CHILD.match(chunk)
    if found is None:
        loose = _LOOSE_ID.match(chunk)
        if loose:
            return RecordedChild(loose["name"].strip(" ,"), ChildId(loose["id"].upper()), remark=loose["rest"].strip())
        return RecordedChild(chunk.strip(" ,"))
    child_id: ChildId | None = None
    born = expected = None
    others = []
    for part in (part.strip() for part in re.split(r"[,;]", found["inside"])):
        days = find_dates(part, near)
        if child_id is None and _ID.match(part) and not days:
            child_id = ChildId(part)
        elif days and _EXPECTED.search(part):
            expected = days[0].on
        elif days and (_BORN.search(part) or born is None):
            born = days[0].on
        elif part:
            others.append(part)
        for day in days:
            if day.on is None or day.doubt:
                remarks.doubt(where, day.doubt or "There is no such date; it was not taken.", day.raw)
    rest = found["rest"].strip(" -–—,")
    return RecordedChild(
        found["name"].strip(),
        child_id,
        born,
        None if born else expected,
        ", ".join([*others, *([rest] if rest else [])]),
    )


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
    nobody = re.compile(r"^\s*(?:none|nil|n/?a|not known|unknown|-|–)?\.?\s*$", re.IGNORECASE)
    return [chunk.strip() for chunk in chunks if not nobody.match(chunk)]
