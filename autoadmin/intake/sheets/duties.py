"""Who is to do what by when, who decided and why: the parts of a line that records an action or a decision."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from autoadmin.domain.records import ActionStatus
from autoadmin.intake.sheets.dates import DateFound, find_dates, find_due_weekday
from autoadmin.intake.sheets.names import People, is_namelike

_WHY_BY = re.compile(
    r"(?:^|(?<=[\s.;,(–—-]))(?P<label>why|reason|rationale|because|by|authorised by|decided by|agreed by)\s*:\s*",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"^(?P<text>.*\S)\s*\((?P<name>[^()]{2,40})\)[.!]?$", re.DOTALL)
_DASHED = re.compile(r"^(?P<text>.*\S)\s+[-–—]\s+(?P<name>[^,–—]{2,40})(?:,\s*(?P<when>[^,]+))?[.!]?$", re.DOTALL)
_BY = re.compile(r"^(?P<text>.*\S)\s+by\s+(?P<name>[^,.;:()]{2,40})[.!]?$", re.DOTALL | re.IGNORECASE)
_OWNER_LED = re.compile(r"^(?P<name>[^:–—]{2,40}?)\s*(?::(?!\d)|\s[-–—]\s)\s*(?P<rest>\S.*)$", re.DOTALL)
_OWNER_TO = re.compile(
    r"^(?P<name>(?:dr\.?\s+)?[^\W\d_][\w'’.-]*(?:\s+[A-Z][\w'’-]*){0,2})\s+to\s+(?P<rest>\S.*)$", re.DOTALL
)
_DUE_LED = re.compile(
    r"(?:\b(?:by|due|before|until|on or before|no later than|target|deadline)\b[\s:]*(?:the\s+)?)$", re.IGNORECASE
)
_WAS_DUE = re.compile(r"\bwas due\b", re.IGNORECASE)
_LATE = re.compile(r"\b(?:late|overdue|still not|not yet done|outstanding|was due)\b", re.IGNORECASE)
_DONE = re.compile(r"(?:[-–—:(]\s*|^)(?:done|completed?|closed)\b[.)!\s]*$", re.IGNORECASE)
_DROPPED = re.compile(r"\b(?:no longer needed|dropped|withdrawn|cancelled)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Duty:
    """The parts of an action."""

    text: str
    owner: str = ""
    due_on: date | None = None
    status: ActionStatus = ActionStatus.OPEN
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ruling:
    """The parts of a decision."""

    text: str
    why: str = ""
    authoriser: str = ""
    doubts: tuple[str, ...] = ()


def read_action(text: str, people: People, met_on: date) -> Duty:
    """Return who is to do what by when; what the line does not say is empty, and nobody is guessed."""
    owner, task, doubts = _owner(text, people)
    due = _due(task, met_on)
    shown = _without_due(task, due)
    return Duty(shown, owner, due.on if due else None, status_of(text), (*doubts, *_date_doubts(due)))


def read_decision(text: str, people: People) -> Ruling:
    """Return what was decided, why and by whom."""
    parts = {"text": "", "why": "", "by": ""}
    current, start = "text", 0
    for label in _WHY_BY.finditer(text):
        parts[current] += text[start : label.start()]
        current = "why" if label["label"].casefold() in {"why", "reason", "rationale", "because"} else "by"
        start = label.end()
    parts[current] += text[start:]
    decided, why, by = (parts[part].strip(" .;,–—-") for part in ("text", "why", "by"))
    if not by:
        why, by = _trailing_name(why, people)
    if not by:
        decided, by = _trailing_name(decided, people)
    doubts = (f'Who "{by}" is cannot be told; it was kept as written.',) if len(people.matches(by)) > 1 else ()
    return Ruling(_sentence(decided, text), why, people.full_name(by) or by, doubts)


def status_of(text: str) -> ActionStatus:
    """Return where an action stands, as far as its words say."""
    if _DONE.search(text):
        return ActionStatus.DONE
    if _DROPPED.search(text):
        return ActionStatus.DROPPED
    return ActionStatus.LATE if _LATE.search(text) else ActionStatus.OPEN


def due_date(text: str, met_on: date) -> DateFound | None:
    """Return the date by which something is due where a cell or clause says one."""
    return _due(text, met_on)


def _owner(text: str, people: People) -> tuple[str, str, tuple[str, ...]]:
    for form in (_OWNER_TO, _OWNER_LED):
        found = form.match(text)
        if found and (people.matches(found["name"]) or (form is _OWNER_LED and is_namelike(found["name"]))):
            return _named(found["name"], found["rest"], people)
        if found and form is _OWNER_TO and is_namelike(found["name"]):
            return _named(found["name"], found["rest"], people)
    first, _, rest = text.partition(" ")
    if rest and people.matches(first.strip(",")):
        return _named(first.strip(","), rest, people)
    return "", text, ()


def _named(name: str, rest: str, people: People) -> tuple[str, str, tuple[str, ...]]:
    matches = people.matches(name)
    doubts = (f'"{name.strip()}" could be more than one person; it was kept as written.',) if len(matches) > 1 else ()
    return (matches[0] if len(matches) == 1 else name.strip()), rest.strip(), doubts


def _due(text: str, met_on: date) -> DateFound | None:
    """Return the date led by "by" or "due", else one that ends the line; the last such one."""
    found = find_dates(text, met_on)
    led = [day for day in found if _DUE_LED.search(text[: day.start])]
    if led:
        return led[-1]
    if found and not text[found[-1].end :].strip(" .,;)!") and (found[-1].on is None or found[-1].on >= met_on):
        return found[-1]
    weekday = find_due_weekday(text, met_on)
    if weekday:
        on, match = weekday
        return DateFound(on, match.group(), match.start(), match.end())
    return None


def _without_due(text: str, due: DateFound | None) -> str:
    """Return the task without a due clause that ends it; one in the middle stays."""
    if due is None or due.on is None or text[due.end :].strip(" .,;)!") or _WAS_DUE.search(text):
        return text
    shown = re.sub(
        r"[\s,;(–—-]*(?:\b(?:now|by|due|before|until|no later than)\b[\s:]*(?:the\s+)?)*$",
        "",
        text[: due.start],
        flags=re.IGNORECASE,
    )
    return shown or text


def _date_doubts(due: DateFound | None) -> tuple[str, ...]:
    if due is None:
        return ()
    if due.on is None:
        return (f'There is no such date as "{due.raw.strip()}"; the words were kept and no date was taken.',)
    return (due.doubt,) if due.doubt else ()


def _trailing_name(text: str, people: People) -> tuple[str, str]:
    """Return the decision without a name that ends it: "(Ruth)" or "- Ruth, today"."""
    for form in (_BRACKETED, _DASHED, _BY):
        found = form.match(text)
        if found and people.matches(found["name"]):
            return found["text"].strip(" .;,"), found["name"].strip()
    return text, ""


def _sentence(decided: str, typed: str) -> str:
    """Return the decision with the full stop it was typed with."""
    return f"{decided}." if decided and f"{decided}." in typed else decided
