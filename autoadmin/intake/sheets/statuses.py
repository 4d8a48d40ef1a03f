"""A family's status line, and lines like it, as dated facts about the children they name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from autoadmin.domain.clocks import DISCUSSION_SHEET
from autoadmin.domain.events import Event, Source
from autoadmin.domain.identifiers import ChildId
from autoadmin.domain.records import RecordedChild
from autoadmin.intake.sheets.children_meant import children_named
from autoadmin.intake.sheets.dates import DateFound, find_dates
from autoadmin.intake.sheets.entries import Scene

_CLAUSES = re.compile(r";(?![^()]*\))")  # not within "(neglect; emotional abuse)"
_SINCE = re.compile(r"\b(?:from|since|started|began|begun)\b", re.IGNORECASE)
_PLAN = re.compile(
    r"\b(?:child protection plan|cp plan|cpp|subject to a plan)\b\s*(?:\((?P<category>[^)]*)\))?", re.IGNORECASE
)
_LOOKED_AFTER = re.compile(r"\b(?:looked[- ]after|in care|lac|cla|cic)\b(?! review)", re.IGNORECASE)
_LEGAL = re.compile(
    r"\b(?P<status>section 20|s\.?\s?20|interim care order|ico|full care order|care order|placement order|"
    r"emergency protection order|epo|police protection|section 31|s\.?\s?31|section 38|s\.?\s?38)\b",
    re.IGNORECASE,
)
_PLACEMENT = re.compile(
    r"\b(?:(?P<type>foster|residential|kinship|connected[- ]person|family and friends|parent and child)\s+)?"
    r"placement\b[^()]*",
    re.IGNORECASE,
)
_EDGE = re.compile(r"\bedge of care\b", re.IGNORECASE)
_PRIVATE = re.compile(r"\bprivate(?:ly)?[- ]foster(?:ed|ing)\b", re.IGNORECASE)
_CIN = re.compile(r"\b(?:child in need|cin)\b(?: plan)?", re.IGNORECASE)
_S47 = re.compile(r"\b(?:section 47|s\.?\s?47)\b(?:\s+enquir(?:y|ies))?", re.IGNORECASE)
_STRATEGY = re.compile(r"\bstrategy (?:discussion|meeting)\b", re.IGNORECASE)
_NOT_SO = re.compile(
    r"\b(?:not|no longer|ended|closed|until|considered|requested|planned|to be|awaiting)\b", re.IGNORECASE
)
_VISITED = re.compile(
    r"\bvisit(?:s|ed|ing)?\b[^;,.]*?"
    r"\b(?P<every>weekly|fortnightly|monthly|every (?:\d+ )?(?:working )?(?:day|week|month)s?)\b",
    re.IGNORECASE,
)
_LEGAL_NAMES = {"s20": "section 20", "s31": "section 31", "s38": "section 38",
                "ico": "interim care order", "epo": "emergency protection order"}  # fmt: skip


UNDATED = 'No day is given from which this holds, so nothing is counted from it; add one, like "from 1 October 2026".'


def status_events(text: str, where: str, scene: Scene) -> Iterator[Event]:
    """Yield what a status line says of each child it is about; a status without a date gives no event, and no guess."""
    source = Source(scene.remarks.place(where), text, DISCUSSION_SHEET, scene.met_on)
    for clause in _CLAUSES.split(text):
        told = list(_dated(clause, scene.met_on))
        if not told and _first_day(clause, scene.met_on):
            scene.remarks.doubt(where, "No dated fact could be taken from this status; it is kept as typed.", clause)
        elif not told and _names_work(clause):
            scene.remarks.note(where, UNDATED, clause.strip())
        for code, fields, day in told:
            if day.on is None or day.on > scene.met_on:
                message = f"{day.raw} is after the meeting; it was not taken as having happened."
                scene.remarks.doubt(where, message)
                continue
            for child in _whose(clause, where, scene):
                yield Event(code, day.on, source, child=child, precision=day.precision, fields=fields)


def enquiry_events(text: str, where: str, scene: Scene) -> Iterator[Event]:
    """Yield the start of a section 47 enquiry where a line that stands by itself says so, and nothing else."""
    if re.search(rf"\b{_SINCE}\b|\bstarted at\b", text, re.IGNORECASE) and (
        _S47.search(text) or _STRATEGY.search(text)
    ):
        enquiries = {"S47_START", "STRATEGY_DISCUSSION"}
        yield from (event for event in status_events(text, where, scene) if event.code in enquiries)


def birth_events(children: Sequence[RecordedChild], raw: str, where: str, scene: Scene) -> Iterator[Event]:
    """Yield the birth, or the expected one, of each child whose id and date the sheet gives."""
    source = Source(scene.remarks.place(where), raw, DISCUSSION_SHEET, scene.met_on)
    for child in children:
        if child.id and child.born_on:
            yield Event("BIRTH", child.born_on, source, child=child.id)
        elif child.id and child.expected_on:
            yield Event("EXPECTED_BIRTH", child.expected_on, source, child=child.id)


def _dated(clause: str, near: date) -> Iterator[tuple[str, dict[str, str], DateFound]]:
    outside = re.sub(r"\([^)]*\)", lambda found: " " * len(found[0]), clause)
    if _NOT_SO.search(outside):
        return
    start = _first_day(outside, near)
    visited = _VISITED.search(clause)
    visits = {"visit_every": visited["every"]} if visited else {}
    strategy = _STRATEGY.search(clause)
    if _S47.search(outside) and start:
        yield "S47_START", {"anchor": "strategy discussion"} if strategy else {}, start
    if strategy and start:
        yield "STRATEGY_DISCUSSION", {}, start
    if (plan := _PLAN.search(clause)) and start:
        yield "CPP_START", {**({"category": plan["category"].strip()} if plan["category"] else {}), **visits}, start
    if (looked_after := _LOOKED_AFTER.search(outside)) and start:
        yield "CLA_START", {}, start
    if (legal := _LEGAL.search(outside)) and start:
        status = re.sub(r"[\s.]+", " ", legal["status"].casefold()).strip()
        yield "LEGAL_STATUS_START", {"status": _LEGAL_NAMES.get(status.replace(" ", ""), status)}, start
    if (private := _PRIVATE.search(outside)) and start:
        yield "PF_START", {}, start
    if not private and (placement := _PLACEMENT.search(clause)):
        on = _first_day(placement[0], near) or (start if looked_after else None)
        if on:
            yield "PLACEMENT_START", {"type": placement["type"].casefold()} if placement["type"] else {}, on
    if _EDGE.search(outside) and start:
        yield "EDGE_OF_CARE_START", {}, start
    if (in_need := _CIN.search(outside)) and start and not plan:
        yield "CIN_PLAN_START" if in_need[0].casefold().endswith("plan") else "CIN_START", visits, start


def _names_work(clause: str) -> bool:
    """Return whether a clause says that somebody has a plan, is in care or in need, as of a day it does not name."""
    outside = re.sub(r"\([^)]*\)", " ", clause)
    named = any(word.search(outside) for word in (_PLAN, _LOOKED_AFTER, _CIN, _EDGE, _S47, _PRIVATE))
    return named and not _NOT_SO.search(outside)


def _first_day(text: str, near: date) -> DateFound | None:
    return next((day for day in find_dates(text, near) if day.on), None)


def _whose(clause: str, where: str, scene: Scene) -> tuple[ChildId | None, ...]:
    """Return the children a clause is about: those it names, else every child who is born, else the whole family."""
    if not scene.children:
        return (None,)
    named = children_named(clause, scene.children)
    if named:
        return tuple(child.id for child in scene.children if (child.id or child.name) in named and child.id)
    born = [child for child in scene.children if not child.expected_on]
    unborn = [child for child in scene.children if child.expected_on]
    if unborn and born:
        names = ", ".join(child.name for child in unborn)
        scene.remarks.doubt(
            where, f"The status names no child; it was taken for those who are born, not for {names}. Please check."
        )
    return tuple(child.id for child in (born or unborn) if child.id)
