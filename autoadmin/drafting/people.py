"""The people of a document: children with their ages, adults with parental responsibility, who was at the meeting."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from autoadmin.domain.gaps import NotRecorded
from autoadmin.domain.held import CaseFile
from autoadmin.domain.identifiers import ChildId
from autoadmin.domain.people import Adult, Child
from autoadmin.domain.records import Attendee, Discussion, MeetingRecord, Presence, RecordedAdult, RecordedChild
from autoadmin.drafting.paper import Paper
from autoadmin.drafting.wording import Wording, age_words, day_words


def child_values(paper: Paper, child: Child, path: str, on: date | None = None) -> dict[str, object]:
    """Return a child's name, id, birth and age; `on` is the day of the meeting, without which no age is given."""
    return {
        "name": child.name or child.id,
        "id": child.id,
        "born": born_words(child) or paper.gap(f"{path}.born"),
        "age": age_words(child.born_on, on) if on and child.born_on and not child.died_on else "",
    }


def born_words(child: Child) -> str:
    """Return "born 3 April 2015", with the day of death where there is one, or "expected 12 February 2027".

    Empty where neither birth nor expected birth is held.
    """
    if child.born_on is None and child.expected_on:
        return Wording.EXPECTED.format(day=day_words(child.expected_on))
    born = Wording.BORN.format(day=day_words(child.born_on)) if child.born_on else ""
    died = Wording.DIED.format(day=day_words(child.died_on)) if child.died_on else ""
    return ", ".join(part for part in (born, died) if part)


def children_of(discussion: Discussion, case: CaseFile | None) -> list[Child]:
    """Return the children as the meeting named them, filled in from the family's file; the file's where it named none.

    Only an id joins the two: a name alone may be another child's.
    """
    held = {child.id: child for child in case.family.children} if case else {}
    if not discussion.children:
        return list(held.values())
    return [_filled_in(recorded, held.get(recorded.id) if recorded.id else None) for recorded in discussion.children]


def children_values(paper: Paper, children: Iterable[Child], path: str, on: date | None) -> list[dict[str, object]]:
    """Return the children of a discussion; one line with a gap for a name where nobody recorded any."""
    found = [child_values(paper, child, path, on) for child in children]
    return found or [{"name": paper.gap(f"{path}.name"), "id": "", "born": "", "age": ""}]


def adults_values(paper: Paper, adults: Iterable[Adult | RecordedAdult], path: str) -> list[dict[str, object]]:
    """Return the adults; one line with a gap for a name where nobody recorded any."""
    found = [adult_values(paper, adult, path) for adult in adults]
    return found or [{"name": paper.gap(f"{path}.name"), "relationship": "", "pr": ""}]


def adult_values(paper: Paper, adult: Adult | RecordedAdult, path: str) -> dict[str, object]:
    """Return an adult's name, relationship and whether they have parental responsibility."""
    return {"name": adult.name, "relationship": adult.relationship, "pr": _pr(paper, adult.has_pr, f"{path}.pr")}


def family_values(paper: Paper, case: CaseFile, child: Child, on: date | None) -> dict[str, object]:
    """Return the child, the family, its other children and its adults; ages are those on a day."""
    others = [other for other in case.family.children if other.id != child.id]
    return {
        "child": child_values(paper, child, "child", on),
        "family": family_name(paper, case),
        "siblings": [child_values(paper, other, "siblings", on) for other in others],
        "adults": adults_values(paper, case.family.adults, "adults"),
    }


def family_name(paper: Paper, case: CaseFile) -> dict[str, object]:
    """Return a family's name and id."""
    return {"name": paper.recorded(case.family.name, "family.name"), "id": case.family.id}


def attendance(paper: Paper, record: MeetingRecord) -> dict[str, object]:
    """Return who was at the meeting by role, who was not, and whether a clinician was there."""
    groups: dict[str, object] = {
        name: [_attendee(paper, person, f"attendance.{name}") for person in record.attendees if person.presence is kind]
        for name, kind in PRESENCES.items()
    }
    groups["present"] = groups["present"] or [{"name": paper.gap("attendance.present.name"), "role": "", "remark": ""}]
    return {**groups, "clinician": _clinician(paper, record)}


PRESENCES = {
    "present": Presence.PRESENT,
    "guests": Presence.GUEST,
    "apologies": Presence.APOLOGIES,
    "absent": Presence.ABSENT,
}


def present_names(attendees: Iterable[Attendee]) -> str:
    """Return the names of those present with their roles, as a sheet lists them."""
    here = (person for person in attendees if person.presence is Presence.PRESENT)
    return ", ".join(
        Wording.NAME_AND_MORE.format(name=person.name, more=person.role) if person.role else person.name
        for person in here
    )


def _filled_in(recorded: RecordedChild, held: Child | None) -> Child:
    if held is None:
        return Child(recorded.id or ChildId(""), recorded.name, None, recorded.born_on, recorded.expected_on)
    return Child(
        held.id,
        recorded.name or held.name,
        held.family,
        recorded.born_on or held.born_on,
        recorded.expected_on or held.expected_on,
        held.died_on,
    )


def _pr(paper: Paper, has_pr: bool | None, path: str) -> str | NotRecorded:
    if has_pr is None:
        return paper.gap(path)
    return Wording.HAS_PR.value if has_pr else Wording.NO_PR.value


def _attendee(paper: Paper, person: Attendee, path: str) -> dict[str, object]:
    return {"name": person.name, "role": paper.recorded(person.role, f"{path}.role"), "remark": person.remark}


def _clinician(paper: Paper, record: MeetingRecord) -> str | NotRecorded:
    if record.had_clinician is None:
        return paper.gap("attendance.clinician")
    return Wording.CLINICIAN_PRESENT.value if record.had_clinician else Wording.NO_CLINICIAN.value
