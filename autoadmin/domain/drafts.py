"""Drafts, the states they pass through, and the sentences that tell people where they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from autoadmin.domain.errors import ReviewError
from autoadmin.domain.gaps import Gap
from autoadmin.domain.identifiers import ChildId, DraftId, FamilyId, MeetingId, TemplateId, UnitId, digest


class DraftState(StrEnum):
    """Where a draft stands. `TRANSITIONS` says what may follow what."""

    DRAFTED = "drafted"
    IN_REVIEW = "in_review"
    RETURNED = "returned"
    SIGNED = "signed"
    DELIVERED = "delivered"
    FILED = "filed"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


TRANSITIONS: dict[DraftState, frozenset[DraftState]] = {
    DraftState.DRAFTED: frozenset({DraftState.IN_REVIEW, DraftState.SUPERSEDED, DraftState.WITHDRAWN}),
    DraftState.IN_REVIEW: frozenset({DraftState.RETURNED, DraftState.SIGNED, DraftState.WITHDRAWN}),
    DraftState.RETURNED: frozenset({DraftState.IN_REVIEW, DraftState.SUPERSEDED, DraftState.WITHDRAWN}),
    DraftState.SIGNED: frozenset({DraftState.DELIVERED}),
    DraftState.DELIVERED: frozenset({DraftState.FILED}),
    DraftState.FILED: frozenset(),
    DraftState.SUPERSEDED: frozenset(),
    DraftState.WITHDRAWN: frozenset(),
}

SENTENCES: dict[DraftState, str] = {
    DraftState.DRAFTED: "Drafted from the record; nobody has looked at it yet.",
    DraftState.IN_REVIEW: "With a practitioner for review.",
    DraftState.RETURNED: "Returned to be put right.",
    DraftState.SIGNED: "Signed; waiting to be delivered.",
    DraftState.DELIVERED: "Delivered; waiting to be filed.",
    DraftState.FILED: "Filed.",
    DraftState.SUPERSEDED: "Replaced by a newer draft, because the record was corrected.",
    DraftState.WITHDRAWN: "Withdrawn.",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """One document drafted from the record.

    `records_hash` is the digest of everything it was drafted from, `subject` what it is about ("meeting:...",
    "family:...", "child:..."); with the template's id and hash they make the id, so that the same records and the
    same template give the same draft however often, and by however many processes, it is asked for.
    """

    id: DraftId
    template: TemplateId
    template_version: str
    template_sha256: str
    subject: str
    records_hash: str
    title: str
    drafted_at: datetime
    sha256: str  # of the Word file
    file: str  # where it lies below the outbox, in ids only: no names in paths
    unit: UnitId | None = None
    family: FamilyId | None = None
    children: tuple[ChildId, ...] = ()
    meeting: MeetingId | None = None
    meeting_on: date | None = None
    due_on: date | None = None
    state: DraftState = DraftState.DRAFTED
    gaps: tuple[Gap, ...] = ()
    notes: tuple[str, ...] = ()
    supersedes: DraftId | None = None
    template_number: int | None = None  # of the version in force; None where it was drafted before versions were kept
    engine: str = ""  # the version of autoadmin that made the Word file

    @property
    def required_gaps(self) -> tuple[Gap, ...]:
        """Return the gaps that must be filled before anybody can sign."""
        return tuple(gap for gap in self.gaps if gap.is_required)


def draft_id(template: TemplateId, template_sha256: str, subject: str, records_hash: str) -> DraftId:
    """Return the id that these records and this template always give."""
    return DraftId(f"D-{digest(template, template_sha256, subject, records_hash)[:12]}")


def move(draft: Draft, to: DraftState) -> Draft:
    """Return the draft in its next state; a step that `TRANSITIONS` does not know is refused."""
    if to not in TRANSITIONS[draft.state]:
        raise ReviewError(f"{draft.id} is {draft.state.value}, and cannot become {to.value}.")
    return replace(draft, state=to)
