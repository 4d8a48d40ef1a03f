"""Who is to do what by when, who decided and why: the parts of a line that records an action or a decision."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from autoadmin.domain.records import ActionStatus
from autoadmin.intake.sheets.clauses import read_clauses
from autoadmin.intake.sheets.dates import DateFound, find_dates, find_due_weekday
from autoadmin.intake.sheets.names import People, is_namelike, is_role, split_names

_BRACKETED = re.compile(r"^(?P<text>.*\S)\s*\((?P<name>[^()]{2,40})\)[.!]?$", re.DOTALL)
_DASHED = re.compile(r"^(?P<text>.*\S)\s+[-–—]\s+(?P<name>[^,–—]{2,40})(?:,\s*(?P<when>[^,]+))?[.!]?$", re.DOTALL)
_BY = re.compile(r"^(?P<text>.*\S)\s+by\s+(?P<name>[^,.;:()]{2,40})[.!]?$", re.DOTALL | re.IGNORECASE)
_OWNER_LED = re.compile(r"^(?P<name>[^:–—]{2,40}?)\s*(?::(?!\d)|\s[-–—]\s)\s*(?P<rest>\S.*)$", re.DOTALL)
_NAME = r"(?:dr\.?\s+)?[^\W\d_][\w'’.-]*(?:\s+(?-i:[A-Z])[\w'’-]*){0,2}"
_OWNER_TO = re.compile(
    rf"^(?P<name>{_NAME}(?:(?:\s*[,&+/]\s*|\s+and\s+){_NAME}){{0,3}})\s+"
    r"(?:to|will|must|should|needs to)\s+(?P<rest>\S.*)$",
    re.DOTALL | re.IGNORECASE,
)
_INITIALS = re.compile(r"^[A-Z]{2,3}$")
_DUE_LED = re.compile(
    r"(?:\b(?:by|due|before|until|on or before|no later than|target|deadline)\b[\s:]*(?:the\s+)?)$", re.IGNORECASE
)
_WAS_DUE = re.compile(r"\bwas due\b", re.IGNORECASE)
_LATE = re.compile(r"\b(?:late|overdue|still not|not yet done|outstanding|was due)\b", re.IGNORECASE)
_DONE = re.compile(
    r"(?:[-–—:(,;]\s*|^)(?:done|completed?|closed)\b(?:\s+(?:on\s+)?\d[\w/. ]{1,18})?[.)!\s]*$", re.IGNORECASE
)
_STANDING_TAIL = re.compile(r"[\s,;(–—-]*(?:done|completed?|closed|late|overdue)?[\s.,;)!]*", re.IGNORECASE)
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
    owner: str = ""
    due_on: date | None = None
    doubts: tuple[str, ...] = ()


def read_action(text: str, people: People, met_on: date, members: People) -> Duty:
    """Return who is to do what by when; what the line does not say is empty, and nobody is guessed.

    A name that ends the line is the owner's only if it is one of the `members` of the meeting.
    """
    told = read_clauses(text)
    is_labelled = bool(told.owner or told.due or told.status)
    owner, task, doubts = _owner(told.text if is_labelled else text, people)
    due = _due(f"by {told.due}", met_on) if told.due else _due(task, met_on)
    shown = _without_due(task, None if told.due else due)
    if not owner:
        owner, shown, doubts = _owner_at_end(told.owner, shown, people, members)
    status = status_of(f"{told.text} - {told.status}" if is_labelled else text)
    return Duty(shown, owner, due.on if due else None, status, (*doubts, *_date_doubts(due)))


def read_decision(text: str, people: People, met_on: date) -> Ruling:
    """Return what was decided, why and by whom, and where the line labels them who is to do it by when."""
    told = read_clauses(text)
    decided, why, by = told.text, told.why, told.by
    if not by:
        why, by = _trailing_name(why, people)
    if not by:
        decided, by = _trailing_name(decided, people)
    due = _due(f"by {told.due}", met_on) if told.due else None
    doubts = (f'Who "{by}" is cannot be told; it was kept as written.',) if len(people.matches(by)) > 1 else ()
    return Ruling(
        _sentence(decided, text),
        why,
        people.full_name(by) or by,
        people.full_name(told.owner) or told.owner,
        due.on if due else None,
        (*doubts, *_date_doubts(due)),
    )


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
    """Return the owner that begins a line, the rest of it, and what is doubtful about the owner."""
    if found := _OWNER_TO.match(text):
        names = split_names(found["name"])
        if len(names) > 1 and all(len(people.matches(name)) == 1 for name in names):
            return " and ".join(people.full_name(name) for name in names), found["rest"].strip(), ()
        if _is_somebody(found["name"], people):
            return _named(found["name"], found["rest"], people)
    found = _OWNER_LED.match(text)
    if found and (people.matches(found["name"]) or is_namelike(found["name"])):
        return _named(found["name"], found["rest"], people)
    first, _, rest = text.partition(" ")
    if rest and people.matches(first.strip(",")):
        return _named(first.strip(","), rest, people)
    return "", text, ()


def _is_somebody(typed: str, people: People) -> bool:
    """Return whether words before "to" name who is to do it: a person, initials or a role."""
    return bool(people.matches(typed) or is_namelike(typed) or is_role(typed) or _INITIALS.match(typed))


def _owner_at_end(typed: str, task: str, people: People, members: People) -> tuple[str, str, tuple[str, ...]]:
    """Return the owner after "Owner:", else the member whose name ends the task: "Ring school (Tom)"."""
    if typed:
        return _named(typed, task, people)
    shown, name = _trailing_name(task, members)
    return _named(name, shown, members) if name else ("", task, ())


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
    """Return the task without a due clause that ends it, and without where it stands after that; one inside stays."""
    if due is None or due.on is None or not _STANDING_TAIL.fullmatch(text[due.end :]) or _WAS_DUE.search(text):
        return text
    shown = re.sub(
        r"[\s,;(–—-]*(?:\b(?:now|by|on|due|before|until|no later than)\b[\s:]*(?:the\s+)?)*$",
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
