"""The fields of every composition, by its name."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from autoadmin.domain.errors import UnknownIdError
from autoadmin.domain.fields import Field
from autoadmin.drafting.fields.chronologies import CASE_FILE_CHRONOLOGY, COURT_CHRONOLOGY, MULTI_AGENCY_CHRONOLOGY
from autoadmin.drafting.fields.conference_report import CONFERENCE_REPORT
from autoadmin.drafting.fields.discussion_record import DISCUSSION_RECORD
from autoadmin.drafting.fields.forms import form_fields
from autoadmin.drafting.fields.next_meeting_sheet import NEXT_MEETING_SHEET
from autoadmin.drafting.fields.unit_minutes import UNIT_MINUTES
from autoadmin.drafting.forms.all_forms import FORMS

FIELDS: Final[Mapping[str, tuple[Field, ...]]] = MappingProxyType(
    {
        "unit-minutes": UNIT_MINUTES,
        "discussion-record": DISCUSSION_RECORD,
        "chronology-case-file": CASE_FILE_CHRONOLOGY,
        "chronology-court": COURT_CHRONOLOGY,
        "chronology-multi-agency": MULTI_AGENCY_CHRONOLOGY,
        "conference-report": CONFERENCE_REPORT,
        "next-meeting-sheet": NEXT_MEETING_SHEET,
        **{name: form_fields(form) for name, form in FORMS.items()},
    }
)


def fields_of(composition: str) -> tuple[Field, ...]:
    """Return the fields that a composition gives, as a tree; UnknownIdError where there is no such composition."""
    if composition not in FIELDS:
        raise UnknownIdError(f"There is no composition {composition}; there are {', '.join(FIELDS)}.")
    return FIELDS[composition]
