"""What a person asks for on the command line becomes what each draft is about."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice

from autoadmin.domain.errors import UnknownIdError, WrongUseError
from autoadmin.domain.identifiers import ChildId, FamilyId, TemplateId, UnitId
from autoadmin.domain.templates import DocumentTemplate, Subject
from autoadmin.store import Session
from autoadmin.workflows.diary import open_diary
from autoadmin.workflows.in_force import template_in_force
from autoadmin.workflows.services import Services


def draft_subjects(services: Services, template: str, asked: Mapping[str, str]) -> tuple[Mapping[str, str], ...]:
    """Return the arguments of each draft: one per child where a family is named and the document is a child's.

    Where a document is of a meeting and none is named, it is the last one; of a unit's next meeting, the next one.
    """
    description = template_in_force(services, TemplateId(template)).template
    given = {aspect: value for aspect, value in asked.items() if value}
    with services.store.read() as store:
        _check_people(store, given)
        match description.subject:
            case Subject.UNIT:
                return (_of_unit(store, services, given),)
            case Subject.MEETING:
                return ({"meeting": given.get("meeting") or _last_meeting(store, given)},)
            case Subject.FAMILY | Subject.CHILD:
                return _of_people(store, given, description)


def _check_people(store: Session, given: Mapping[str, str]) -> None:
    """Refuse people whom nobody holds, and a child with a family that is another's."""
    family = store.families.get(FamilyId(given["family"])) if "family" in given else None
    child = store.children.get(ChildId(given["child"])) if "child" in given else None
    if family and child and child.family != family.id:
        raise WrongUseError(f"{child.id} is not a child of the family {family.id}, as far as is recorded.")


def _of_unit(store: Session, services: Services, given: Mapping[str, str]) -> Mapping[str, str]:
    if "unit" not in given:
        known = ", ".join(unit.id for unit in store.units.list())
        raise WrongUseError(f"This document is for a whole unit: name one with --unit. There are: {known}.")
    unit = store.units.get(UnitId(given["unit"]))
    if "meeting_on" in given:
        return {"unit": unit.id, "meeting_on": given["meeting_on"]}
    diary = open_diary(store, services)
    meetings = next(meetings for meetings in diary.units if meetings.unit == unit.id)
    for day in islice(meetings.from_day(services.today()), 1):
        return {"unit": unit.id, "meeting_on": day.isoformat()}
    raise WrongUseError("Nobody knows when this unit meets next: give the day with --on.")


def _of_people(store: Session, given: Mapping[str, str], template: DocumentTemplate) -> tuple[Mapping[str, str], ...]:
    if "child" not in given and "family" not in given:
        raise WrongUseError("Name whom it is about with --child or --family.")
    meeting = {}
    if template.drafted_after_meeting:
        meeting = {"meeting": given.get("meeting") or _last_meeting(store, given)}
    if "child" in given:
        return ({"child": given["child"], **meeting},)
    family = store.families.get(FamilyId(given["family"]))
    if template.subject is Subject.FAMILY:
        return ({"family": family.id, **meeting},)
    if not family.children:
        raise WrongUseError(f"{template.id} is drafted for a child, and no child of {family.id} is held.")
    return tuple({"child": child.id, **meeting} for child in family.children)


def _last_meeting(store: Session, given: Mapping[str, str]) -> str:
    if "unit" in given:
        held = store.meetings.list(store.units.get(UnitId(given["unit"])).id)
    elif family := _family(store, given):
        held = store.meetings.list_for_family(family)
    else:
        raise WrongUseError("Name the meeting with --meeting, or whose last meeting it is with --unit or --family.")
    if not held:
        raise UnknownIdError("No meeting of theirs is held yet.")
    return held[-1].id


def _family(store: Session, given: Mapping[str, str]) -> FamilyId | None:
    if "family" in given:
        return FamilyId(given["family"])
    return store.children.get(ChildId(given["child"])).family if "child" in given else None
