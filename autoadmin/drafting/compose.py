"""The one door of the room: the name of a composition and what it is given, the content of a document back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from autoadmin.domain.errors import UnknownIdError
from autoadmin.domain.held import Content
from autoadmin.drafting.case_file_chronology import compose_case_file_chronology
from autoadmin.drafting.conference_report import compose_conference_report
from autoadmin.drafting.court_chronology import compose_court_chronology
from autoadmin.drafting.discussion_record import compose_discussion_record
from autoadmin.drafting.forms.all_forms import FORMS
from autoadmin.drafting.forms.compose_form import composition_of
from autoadmin.drafting.multi_agency_chronology import compose_multi_agency_chronology
from autoadmin.drafting.next_meeting_sheet import compose_next_meeting_sheet
from autoadmin.drafting.request import CompositionRequest
from autoadmin.drafting.unit_minutes import compose_unit_minutes

COMPOSITIONS: Final[Mapping[str, Callable[[CompositionRequest], Content]]] = MappingProxyType(
    {
        "unit-minutes": compose_unit_minutes,
        "discussion-record": compose_discussion_record,
        "chronology-case-file": compose_case_file_chronology,
        "chronology-court": compose_court_chronology,
        "chronology-multi-agency": compose_multi_agency_chronology,
        "conference-report": compose_conference_report,
        "next-meeting-sheet": compose_next_meeting_sheet,
        **{name: composition_of(form) for name, form in FORMS.items()},
    }
)


def compose(composition: str, request: CompositionRequest) -> Content:
    """Return the content of one document.

    Raises UnknownIdError for a composition or a child that is not known, OperationError where a part is missing.
    """
    if composition not in COMPOSITIONS:
        known = ", ".join(COMPOSITIONS)
        raise UnknownIdError(f"There is no composition {composition}; there are {known}.")
    return COMPOSITIONS[composition](request)
