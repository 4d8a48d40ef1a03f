"""The children-in-need census return (XML), in its shapes of 2021 to 2026."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Final

from lxml import etree

from autoadmin.domain.errors import IntakeError
from autoadmin.domain.extracts import ExtractRecord, KnownPerson, RecordCount
from autoadmin.domain.findings import Severity
from autoadmin.domain.identifiers import ChildId
from autoadmin.intake.extracts.census_child import is_same_person, read_child_id, read_person
from autoadmin.intake.extracts.census_episode import read_episode
from autoadmin.intake.extracts.census_reading import ISO, KIND, CensusReading
from autoadmin.intake.extracts.census_shape import (
    HOLDS,
    NOT_KEPT,
    children_of,
    line_of,
    stray_texts,
    tag_of,
    unread_elements,
)
from autoadmin.intake.extracts.checks import check_order
from autoadmin.intake.extracts.ledger import Ledger
from autoadmin.intake.extracts.safe_xml import parse_xml

CARRIES: Final = {
    "": "BIRTH EXPECTED_BIRTH DEATH REFERRAL CASE_CLOSED ICPC_HELD",
    "Assessments": "ASSESSMENT_START ASSESSMENT_AUTHORISED",
    "CINPlanDates": "CIN_PLAN_START CIN_PLAN_END",
    "Section47": "S47_START ICPC_DUE_RECORDED",
    "ChildProtectionPlans": "CPP_START CPP_END CP_REVIEW_HELD",
}
WHOLE_RETURN = 50  # episodes; a return this long without a single assessment was cut at export

UNREAD = "an element that the census of 2021 to 2026 does not have here: not read"
STRAY = "text between elements: not read"
TWICE = "the same child id again: its episodes are added to the first"  # 8510
TWICE_OTHERWISE = "the same child id again, with other dates or sex: the first are used"  # 8510
NO_EPISODE_EVENT = "an episode without a single readable date: not taken"
NO_EPISODE = "a child without an episode"  # 8590


def read_census(name: str, data: bytes) -> ExtractRecord:
    """Return what a census return tells; one that is not readable or does not say its date is refused."""
    root = parse_xml(name, data)
    if tag_of(root) != "Message" or not children_of(root, "Children"):
        raise IntakeError(f"{name} is XML but no children-in-need census: it has no Message with Children.")
    ledger = Ledger("line")
    reading = CensusReading(name, _extract_date(name, root, ledger), ledger)
    children = _read_children(reading, root)
    _note_unread(reading, root)
    events = reading.harvest.events
    check_order(
        ledger, tuple(children.people.values()), events, tuple(reading.harvest.spans.values()), reading.extract_on
    )
    return ExtractRecord(
        file=name,
        sha256=sha256(data).hexdigest(),
        kind=KIND,
        council=_header(root, "LEA"),
        vendor=_header(root, "SoftwareCode"),
        extract_on=reading.extract_on,
        carries=_carries(name, root, ledger),
        people=tuple(children.people.values()),
        events=events,
        findings=ledger.close(),
        counts=children.counts(name),
    )


@dataclass(slots=True)
class _Children:
    people: dict[ChildId, KnownPerson]
    read: int = 0
    again: int = 0
    nameless: int = 0
    episodes: int = 0
    episodes_dropped: int = 0

    def counts(self, name: str) -> tuple[RecordCount, ...]:
        taken = self.read - self.again - self.nameless
        return (
            RecordCount(f"{name}, Child", self.read, taken, self.again, self.nameless),
            RecordCount(
                f"{name}, CINdetails", self.episodes, self.episodes - self.episodes_dropped, 0, self.episodes_dropped
            ),
        )


def _extract_date(name: str, root: etree._Element, ledger: Ledger) -> date:
    """Return the reference date, or the day the return was made where it is not given."""
    for tag in ("ReferenceDate", "DateTime"):
        match = ISO.match(_header(root, tag))
        if match:
            try:
                on = date(*map(int, match.groups()))
            except ValueError:
                continue
            if tag != "ReferenceDate":
                ledger.add(Severity.DOUBTED, name, "no ReferenceDate: the day the return was made is used instead")
            return on
    raise IntakeError(f"{name} has no readable ReferenceDate in its header. Ask for the return with its header.")


def _header(root: etree._Element, tag: str) -> str:
    for header in children_of(root, "Header"):
        for element in header.iter():
            if tag_of(element) == tag and (element.text or "").strip():
                return (element.text or "").strip()
    return ""


def _read_children(reading: CensusReading, root: etree._Element) -> _Children:
    children = _Children({})
    for element in (child for group in children_of(root, "Children") for child in children_of(group, "Child")):
        episodes = children_of(element, "CINdetails")
        children.read += 1
        children.episodes += len(episodes)
        child_id = read_child_id(reading, element)
        if child_id is None:
            children.nameless += 1
            children.episodes_dropped += len(episodes)
            continue
        _add_person(reading, children, element, child_id)
        for episode in episodes:
            if not read_episode(reading, child_id, episode):
                reading.note(Severity.DROPPED, episode, NO_EPISODE_EVENT)
                children.episodes_dropped += 1
        if not episodes:
            reading.doubt(element, NO_EPISODE)
    return children


def _add_person(reading: CensusReading, children: _Children, element: etree._Element, child_id: ChildId) -> None:
    person = read_person(reading, element, child_id)
    first = children.people.setdefault(child_id, person)
    if first is not person:
        children.again += 1
        reading.doubt(element, TWICE if is_same_person(first, person) else TWICE_OTHERWISE)


def _note_unread(reading: CensusReading, root: etree._Element) -> None:
    """Note once for each name what was not read, with how many and where."""
    for element in unread_elements(root):
        _tally(reading, Severity.DOUBTED, element, UNREAD, (element.text or "").strip())
    for element, text in stray_texts(root):
        _tally(reading, Severity.DOUBTED, element, STRAY, text)
    for tag in sorted(NOT_KEPT):
        for element in (
            found for block in root.iter() if tag_of(block) == "ChildIdentifiers" for found in children_of(block, tag)
        ):
            _tally(reading, Severity.NOTE, element, "has no use here: not kept", (element.text or "").strip())


def _tally(reading: CensusReading, severity: Severity, element: etree._Element, message: str, raw: str) -> None:
    reading.ledger.tally(severity, reading.file, message, line_of(element), tag_of(element), raw)


def _carries(name: str, root: etree._Element, ledger: Ledger) -> frozenset[str]:
    """Return what this return could have shown; a block absent from a whole return was not exported."""
    present = {tag_of(element) for element in root.iter()}
    episodes = sum(1 for element in root.iter() if tag_of(element) == "CINdetails")
    codes = set(CARRIES[""].split())
    for block in HOLDS["CINdetails"] & CARRIES.keys():
        if block in present or episodes < WHOLE_RETURN:
            codes.update(CARRIES[block].split())
        else:
            message = f"not one {block} in a return of {WHOLE_RETURN} episodes or more: taken as not exported"
            ledger.add(Severity.DOUBTED, name, message, column=block)
    return frozenset(codes)
