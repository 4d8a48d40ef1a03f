"""What parents get, by post or as a party: where a child is placed and who spoke in confidence is in none of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from autoadmin.chronology import gives_away_who_told, hides_who_told, redact, without_addresses
from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.held import CaseFile, HeldMeeting
from autoadmin.domain.identifiers import ChildId
from autoadmin.domain.records import Discussion, Entry
from autoadmin.domain.sharing import Role
from autoadmin.domain.templates import DocumentTemplate

Chronologies = Mapping[ChildId, tuple[ChronologyRow, ...]]
_PARENTS: Final = re.compile(
    r"^(?:the |both )?(?:famil(?:y|ies)|parents?|mother|father)\b|\bparental responsibility\b|\bparties\b"
)


def goes_to_parents(template: DocumentTemplate) -> bool:
    """Return whether a template names parents, the family or the parties among those who receive its document."""
    return any(_PARENTS.search(each.casefold()) for each in template.received_by)


def rows_for_parents(rows: tuple[ChronologyRow, ...]) -> tuple[ChronologyRow, ...]:
    """Return a chronology's rows with a mark for a placement's address and a confidential source.

    What is not to be shared at all is left out, without a mark: its place in time could tell what it is. Parents know
    the adults of their own family, whose names stand.
    """
    shown = [row for row in rows if not row.is_restricted]
    copied = redact(shown, Role.AGENCY).rows
    return tuple(replace(copy, choice=row.choice) for copy, row in zip(copied, shown, strict=True))


def case_for_parents(case: CaseFile) -> CaseFile:
    """Return a family's file in which what somebody said in confidence is not to be shared, and no address stands."""
    return replace(case, meetings=tuple(_meeting(meeting) for meeting in case.meetings))


def _meeting(meeting: HeldMeeting) -> HeldMeeting:
    discussions = tuple(_discussion(each) for each in meeting.record.discussions)
    return replace(meeting, record=replace(meeting.record, discussions=discussions))


def _discussion(discussion: Discussion) -> Discussion:
    return replace(discussion, entries=tuple(_entry(entry) for entry in discussion.entries))


def _entry(entry: Entry) -> Entry:
    in_confidence = hides_who_told(entry.speaker) or hides_who_told(entry.author) or gives_away_who_told(entry.text)
    return replace(
        entry,
        text=without_addresses(entry.text),
        why=without_addresses(entry.why),
        is_restricted=entry.is_restricted or in_confidence,
    )
