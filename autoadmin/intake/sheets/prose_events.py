"""Dated facts read from prose: only plain statements of what has happened, each shown to a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from autoadmin.domain.clocks import DISCUSSION_SHEET
from autoadmin.domain.event_codes import label
from autoadmin.domain.events import Event, Precision, Source
from autoadmin.domain.identifiers import ChildId
from autoadmin.domain.records import Entry, Kind, RecordedChild
from autoadmin.intake.sheets.dates import in_words
from autoadmin.intake.sheets.entries import Scene
from autoadmin.intake.sheets.missing import missing_episode
from autoadmin.intake.sheets.prose_patterns import (
    AT_SECOND_HAND,
    FOR_ANOTHER,
    HAPPENED,
    HELD_BY_ITS_DATE,
    OF_ALL_CHILDREN,
    OF_ALL_ON_PLAN,
    OF_THE_NAMED,
    PLAIN_ALONE,
    SAYS_FOR_WHOM,
    Statement,
)
from autoadmin.intake.sheets.seen import seen_fields
from autoadmin.intake.sheets.undone import NOT_DONE

_VISITED = re.compile(r"\b(?:visited|home visit|visit (?:to|with)|saw|seen)\b", re.IGNORECASE)
_NO_ACCESS = re.compile(
    r"\b(?:no (?:answer|reply|access|one (?:in|home))|nobody (?:in|home|there)|not (?:in|at home))\b", re.I
)
_HOME_OR_PLACEMENT = re.compile(
    r"\b(?:visited|home visit|at home|in placement|unannounced|stat(?:utory)? visit|private fostering visit|"
    r"(?<!contact )visit to [^.;]*\bhome)\b",
    re.IGNORECASE,
)
_VISIT_CODES = (
    *(("CLA_START", "VISIT_CLA"), ("CPP_START", "VISIT_CP")),
    *(("CIN_START", "VISIT_CIN"), ("CIN_PLAN_START", "VISIT_CIN"), ("PF_START", "VISIT_PF")),
)
_OUT_OF_AREA = re.compile(r"\b(?:out[- ]of[- ]area|outside (?:our|the) area|at a distance)\b", re.IGNORECASE)


# Meetings and plans are those of the children who have the plan or status, whoever else the line happens to name.
_OF_CHILDREN_WITH = {
    "CORE_GROUP_HELD": "CPP_START",
    "CP_REVIEW_HELD": "CPP_START",
    "CP_REVIEW_BOOKED": "CPP_START",
    "CIN_MEETING_HELD": "CIN_PLAN_START",
    "PEP_HELD": "CLA_START",
    "HEALTH_CHECK": "CLA_START",
    "CLA_REVIEW_HELD": "CLA_START",
    "PLACEMENT_PLAN_AGREED": "CLA_START",
    "CARE_PLAN_START": "CLA_START",
    "PATHWAY_ASSESSED": "CLA_START",
    "PATHWAY_REVIEW": "CLA_START",
    "REG24_APPROVED": "CLA_START",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """Which plan or status each child has, as the same sheet says."""

    codes: frozenset[tuple[ChildId | None, str]]

    def visit_code(self, child: ChildId | None) -> str:
        """Return the code of a statutory visit to a child, or nothing where the sheet does not tell which kind."""
        found = [visit for status, visit in _VISIT_CODES if (child, status) in self.codes]
        return found[0] if found else ""


def prose_events(entries: Iterable[Entry], known: Sequence[Event], scene: Scene) -> tuple[Event, ...]:
    """Return the events that recorded facts state; what the header said already is not said twice."""
    standing = Standing(frozenset((event.child, event.code) for event in known))
    said = {(event.code, event.child, event.on) for event in known}
    events: list[Event] = []
    for entry in entries:
        if entry.kind is not Kind.FACT or entry.on is None or entry.on > scene.met_on:
            continue
        for event in _events_of(entry, entry.on, standing, scene):
            if (event.code, event.child, event.on) not in said:
                said.add((event.code, event.child, event.on))
                events.append(event)
        _tell(entry, events, scene)
    return tuple(events)


def _tell(entry: Entry, events: Sequence[Event], scene: Scene) -> None:
    for code, on in dict.fromkeys((e.code, e.on) for e in events if e.source.raw == entry.raw):
        message = f"Read as: {label(code)[0].lower()}{label(code)[1:]} on {in_words(on)}; please check."
        scene.remarks.note(entry.place.where, message, entry.raw)


def _events_of(entry: Entry, on: date, standing: Standing, scene: Scene) -> Iterator[Event]:
    for clause in re.split(r"(?<=[.;!?])\s+", entry.text):
        for statement in HAPPENED:
            found = statement.words.search(clause)
            if found and not _is_undone(clause, found, statement):
                fields = {**statement.fields, **(_where(clause) if statement.code == "PLACEMENT_START" else {})}
                yield from _for_each(entry, statement.code, on, scene, standing, fields=fields)
        for code, words in HELD_BY_ITS_DATE:
            if words.search(clause) and not NOT_DONE.search(clause):
                yield from _for_each(entry, code, on, scene, standing)
    if missing := missing_episode(entry.text, scene):
        named = [child.id for child in missing.children] or concerned(entry, "MISSING_START", scene, standing)
        for child in named:
            yield _event(entry, "MISSING_START", on, child, {}, scene)
            back = missing.returned_on
            if missing.returned_after is not None:
                back = on + timedelta(days=missing.returned_after)
            if back and back <= scene.met_on:
                yield _event(entry, "MISSING_END", back, child, {}, scene, at=missing.returned_at)
    yield from _visits(entry, standing, scene)


def _where(clause: str) -> dict[str, str]:
    """Return whether a clause says that a placement is out of the council's area; nothing where it does not say."""
    found = _OUT_OF_AREA.search(clause)
    return {"out_of_area": "yes"} if found and not NOT_DONE.search(clause, 0, found.start()) else {}


def _is_undone(clause: str, found: re.Match[str], statement: Statement) -> bool:
    """Return whether words before or within the match say that it has not happened, only may, or was only told of."""
    if statement.code in PLAIN_ALONE and AT_SECOND_HAND.search(clause, 0, found.start()):
        return True
    doubts = NOT_DONE.finditer(clause, 0, found.end())
    return any(doubt[0].casefold() not in statement.own_words for doubt in doubts)


def _visits(entry: Entry, standing: Standing, scene: Scene) -> Iterator[Event]:
    """Yield a statutory visit for each child the line says was seen, or went unseen, at home or in placement."""
    if entry.on is None or not (_VISITED.search(entry.text) and _HOME_OR_PLACEMENT.search(entry.text)):
        return
    if NOT_DONE.search(_HOME_OR_PLACEMENT.split(entry.text)[0]) or _NO_ACCESS.search(entry.text):
        return
    for child in _named(entry, scene.children):
        if code := standing.visit_code(child.id):
            yield _event(entry, code, entry.on, child.id, seen_fields(entry.text), scene)


def _for_each(
    entry: Entry, code: str, on: date, scene: Scene, standing: Standing, *, fields: dict[str, str] | None = None
) -> Iterator[Event]:
    if on > scene.met_on:
        return
    for child in concerned(entry, code, scene, standing):
        yield _event(entry, code, on, child, fields or {}, scene)


def concerned(entry: Entry, code: str, scene: Scene, standing: Standing) -> list[ChildId | None]:
    """Return the children an event is about: those named who have the plan it belongs to, else those who have it.

    Where the sheet tells of no such plan: those named, else all who are born, else the whole family. An enquiry and its
    strategy discussion are about every child listed, unborn too, unless the line says for whom: a name may stand there
    by the way ("held without Ella's school"), and a deadline too many is seen, one too late is not.
    """
    if code in OF_ALL_CHILDREN and not SAYS_FOR_WHOM.search(entry.text):
        return [child.id for child in scene.children if child.id] or [None]
    says_for_whom = SAYS_FOR_WHOM.search(entry.text)
    status = _OF_CHILDREN_WITH.get(code)
    on_plan = [child.id for child in scene.children if child.id and (child.id, status) in standing.codes]
    if on_plan and code in OF_ALL_ON_PLAN and not says_for_whom:
        return [*on_plan]
    named = [child.id for child in _named(entry, scene.children)]
    is_only_child = len(scene.children) == 1 and not FOR_ANOTHER.search(entry.text)
    if code in OF_THE_NAMED and not (named or on_plan or is_only_child):
        return []
    listed = [child.id for child in scene.children if child.id]
    born = [child.id for child in scene.children if child.id and not child.expected_on]
    return [*([id for id in on_plan if id in named] or on_plan or named or born or listed)] or [None]


def _named(entry: Entry, children: Sequence[RecordedChild]) -> list[RecordedChild]:
    return [child for child in children if (child.id or child.name) in entry.about and child.id]


def _event(
    entry: Entry,
    code: str,
    on: date,
    child: ChildId | None,
    fields: dict[str, str],
    scene: Scene,
    *,
    at: time | None = None,
) -> Event:
    precision = Precision.TIME if at else entry.precision if on == entry.on else Precision.DAY
    source = Source(entry.place, entry.raw, DISCUSSION_SHEET, scene.met_on)
    words = entry.on_words if precision is Precision.APPROXIMATE else ""
    return Event(code, on, source, child=child, precision=precision, at_time=at, fields=fields, on_words=words)
