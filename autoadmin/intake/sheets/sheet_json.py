"""The discussion sheet as JSON: for other programs to write, described by `autoadmin schema discussion`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from autoadmin.domain.errors import IntakeError
from autoadmin.domain.events import Precision
from autoadmin.domain.identifiers import ChildId, FamilyId, slug
from autoadmin.domain.records import (
    ActionStatus,
    Attendee,
    Discussion,
    Entry,
    Kind,
    MeetingRecord,
    Presence,
    RecordedAdult,
    RecordedChild,
    Section,
)
from autoadmin.intake.sheets.bookings import bookings
from autoadmin.intake.sheets.children_meant import children_named
from autoadmin.intake.sheets.entries import Scene, with_ids
from autoadmin.intake.sheets.names import People
from autoadmin.intake.sheets.outstanding import outstanding_plans
from autoadmin.intake.sheets.prose_events import prose_events
from autoadmin.intake.sheets.remarks import Remarks
from autoadmin.intake.sheets.statuses import birth_events, status_events

SCHEMA = "https://json-schema.org/draft/2020-12/schema"
_SIGN_0 = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")  # PostgreSQL keeps none in text, and Word none at all


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class AttendeeJson(_Part):
    """Somebody at, or missing from, the meeting."""

    name: str = Field(min_length=1, description="Full name.")
    role: str = Field("", description='In lower case: "consultant social worker", "clinician".')
    presence: Presence = Presence.PRESENT
    remark: str = Field("", description='For example "for Marsh only".')


class ChildJson(_Part):
    """A child of the family. `born_on` and `expected_on` are never both given."""

    name: str
    id: str | None = Field(None, description="The case system's id.")
    born_on: date | None = None
    expected_on: date | None = Field(None, description="Expected date of birth of an unborn child.")
    remark: str = ""


class AdultJson(_Part):
    """A parent, carer or relative."""

    name: str
    relationship: str = Field("", description='For example "mother".')
    has_pr: bool | None = Field(None, description="Parental responsibility; null where nobody recorded it.")


class EntryJson(_Part):
    """One thing recorded. The five kinds are kept apart from intake to print."""

    section: Section
    kind: Kind
    text: str = Field(min_length=1, description="In the words in which it was recorded.")
    about: list[str] = Field(default_factory=list, description="Ids of the children; empty means the whole family.")
    on: date | None = Field(None, description="When it happened or was said; the first day that it can have been.")
    on_words: str = Field("", description='An approximate date as it was recorded: "summer 2019".')
    speaker: str = Field("", description="Of something said.")
    author: str = Field("", description="Of an opinion or hypothesis, or who observed a fact.")
    authoriser: str = Field("", description="Of a decision.")
    why: str = Field("", description="Of a decision.")
    to_test: str = Field("", description="Of a hypothesis: what would confirm or disprove it.")
    owner: str = Field("", description="Of a decision or action.")
    due_on: date | None = None
    status: ActionStatus | None = None
    restricted: bool = Field(False, description="Recorded as not to be shared.")


class FamilyJson(_Part):
    """What was recorded about one family."""

    name: str
    id: str | None = Field(None, description="The council's id of the family.")
    children: list[ChildJson] = Field(default_factory=list)
    adults: list[AdultJson] = Field(default_factory=list)
    worker: str = ""
    status: str = Field("", description='As typed: "child protection plan (neglect) from 14 September 2026".')
    minutes_spent: int | None = Field(None, ge=0)
    entries: list[EntryJson] = Field(default_factory=list)


class MeetingJson(_Part):
    """The record of one unit meeting."""

    unit: str = Field(min_length=1, description='Without the council: "Unit 4".')
    council: str = ""
    date: date
    chair: str = ""
    notes_by: str = ""
    attendees: list[AttendeeJson] = Field(default_factory=list)
    families: list[FamilyJson] = Field(default_factory=list)
    entries: list[EntryJson] = Field(default_factory=list, description="What belongs to the meeting and to no family.")


def discussion_schema() -> dict[str, Any]:
    """Return the JSON Schema of a discussion sheet."""
    return {"$schema": SCHEMA, **MeetingJson.model_json_schema()}


def read_json_sheet(name: str, data: bytes) -> MeetingRecord:
    """Return the record in a JSON sheet; IntakeError names every place that does not fit the schema."""
    try:
        sheet = MeetingJson.model_validate_json(data.removeprefix(b"\xef\xbb\xbf"))
    except ValidationError as error:
        wrong = "; ".join(f"{_place(item['loc'])}: {item['msg']}" for item in error.errors(include_input=False)[:10])
        raise IntakeError(f"It does not fit the schema that `autoadmin schema discussion` prints. {wrong}.") from None
    if _SIGN_0.search(data):
        raise IntakeError("It holds the sign \\u0000, which no text has. Take it out and send the file again.")
    remarks = Remarks(name)
    people = People(tuple(dict.fromkeys(a.name for a in sheet.attendees)))
    key = f"{slug(sheet.unit)}@{sheet.date}"
    scene = Scene(key, sheet.date, people, remarks, members=people)
    return MeetingRecord(
        file=name,
        sha256=sha256(data).hexdigest(),
        unit=sheet.unit,
        on=sheet.date,
        council=sheet.council,
        chair=sheet.chair,
        notes_by=sheet.notes_by,
        attendees=tuple(Attendee(a.name, a.role, a.presence, a.remark) for a in sheet.attendees),
        discussions=tuple(_discussion(family, number, scene) for number, family in enumerate(sheet.families)),
        entries=with_ids([_entry(e, f"entries[{n}]", scene) for n, e in enumerate(sheet.entries)], key),
        findings=remarks.findings(),
    )


def write_record_json(record: MeetingRecord) -> dict[str, Any]:
    """Return a record in the form that `read_json_sheet` reads; where its words stood in a file is left out."""
    sheet = MeetingJson(
        unit=record.unit,
        council=record.council,
        date=record.on,
        chair=record.chair,
        notes_by=record.notes_by,
        attendees=[
            AttendeeJson(name=a.name, role=a.role, presence=a.presence, remark=a.remark) for a in record.attendees
        ],
        families=[_family_json(discussion) for discussion in record.discussions],
        entries=[_entry_json(entry) for entry in record.entries],
    )
    written: dict[str, Any] = sheet.model_dump(mode="json", exclude_defaults=True)
    return written


def _discussion(family: FamilyJson, number: int, scene: Scene) -> Discussion:
    where = f"families[{number}]"
    children = tuple(
        RecordedChild(
            c.name, ChildId(c.id) if c.id else None, c.born_on, None if c.born_on else c.expected_on, c.remark
        )
        for c in family.children
    )
    scene = replace(scene, children=children, people=scene.people.and_also(a.name for a in family.adults))
    entries = [_entry(e, f"{where}.entries[{n}]", scene) for n, e in enumerate(family.entries)]
    numbered = with_ids(entries, f"{scene.meeting_key}/{family.id or family.name}")
    told = [
        *birth_events(children, "", f"{where}.children", scene),
        *status_events(family.status, f"{where}.status", scene),
    ]
    return Discussion(
        family_name=family.name,
        place=scene.remarks.place(where),
        family_id=FamilyId(family.id) if family.id else None,
        heading=family.name,
        children=children,
        adults=tuple(RecordedAdult(a.name, a.relationship, a.has_pr) for a in family.adults),
        worker=family.worker,
        status=family.status,
        minutes_spent=family.minutes_spent,
        entries=numbered,
        events=(
            *told,
            *prose_events(numbered, told, scene),
            *outstanding_plans(numbered, told, scene),
            *bookings(numbered, told, scene),
        ),
    )


def _entry(told: EntryJson, where: str, scene: Scene) -> Entry:
    values = told.model_dump(exclude={"restricted", "about"})
    about = tuple(told.about) or children_named(told.text, scene.children)
    return Entry(
        id="",
        raw=told.text,
        place=scene.remarks.place(where),
        about=about,
        is_restricted=told.restricted,
        precision=Precision.APPROXIMATE if told.on_words else Precision.DAY,
        **values,
    )


def _family_json(discussion: Discussion) -> FamilyJson:
    return FamilyJson(
        name=discussion.family_name,
        id=discussion.family_id,
        children=[
            ChildJson(name=c.name, id=c.id, born_on=c.born_on, expected_on=c.expected_on, remark=c.remark)
            for c in discussion.children
        ],
        adults=[AdultJson(name=a.name, relationship=a.relationship, has_pr=a.has_pr) for a in discussion.adults],
        worker=discussion.worker,
        status=discussion.status,
        minutes_spent=discussion.minutes_spent,
        entries=[_entry_json(entry) for entry in discussion.entries],
    )


def _entry_json(entry: Entry) -> EntryJson:
    shared: Mapping[str, Any] = {name: getattr(entry, name) for name in EntryJson.model_fields if hasattr(entry, name)}
    return EntryJson(**{**shared, "about": list(entry.about), "restricted": entry.is_restricted})


def _place(path: tuple[int | str, ...]) -> str:
    words = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path).lstrip(".")
    return words or "the whole file"
