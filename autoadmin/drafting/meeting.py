"""What every document drafted from one meeting opens with, and which entries are the meeting's and no family's."""

from __future__ import annotations

import re

from autoadmin.domain.held import HeldMeeting
from autoadmin.domain.records import Entry, Kind, MeetingRecord, Section
from autoadmin.drafting.paper import Paper
from autoadmin.drafting.people import attendance
from autoadmin.drafting.wording import day_words

NOT_DISCUSSED = re.compile(r"\W*(families\s+)?not\s+discussed\b", re.IGNORECASE)


def meeting_values(paper: Paper, meeting: HeldMeeting) -> dict[str, object]:
    """Return the council, unit, date, chair, note-taker and attendance."""
    record = meeting.record
    return {
        "council": paper.recorded(record.council or meeting.unit.council, "council"),
        "unit": record.unit or meeting.unit.name,
        "date": day_words(record.on),
        "chair": paper.recorded(record.chair, "chair"),
        "notes_by": paper.recorded(record.notes_by, "notes_by"),
        "attendance": attendance(paper, record),
    }


def spare_entries(record: MeetingRecord) -> list[Entry]:
    """Return what belongs to the meeting and to no family, wherever on the sheet it was typed."""
    labelled = [Entry("", Section.OTHER, Kind.FACT, f"{f.name}: {f.value}", f.name, f.place) for f in record.header]
    under_families = [entry for discussion in record.discussions for entry in discussion.entries]
    return [
        *(entry for entry in labelled if is_not_discussed(entry)),
        *record.entries,
        *(entry for entry in under_families if belongs_to_meeting(entry)),
    ]


def is_not_discussed(entry: Entry) -> bool:
    """Return whether an entry says which families were not discussed."""
    return bool(NOT_DISCUSSED.match(entry.raw))


def belongs_to_meeting(entry: Entry) -> bool:
    """Return whether an entry under a family is the meeting's after all: typed last, it names other families."""
    return is_not_discussed(entry)
