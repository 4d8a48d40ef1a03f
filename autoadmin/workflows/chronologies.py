"""A child's chronology as the records and people's choices make it, or as it was when somebody finished it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from autoadmin.chronology import build_chronology, with_choices, with_words
from autoadmin.domain.chronologies import ChronologyRow, ChronologyState, Keeping, RowChoice
from autoadmin.domain.held import CaseFile
from autoadmin.domain.identifiers import ChildId
from autoadmin.domain.versions import day_in_words
from autoadmin.store import Session


@dataclass(frozen=True, slots=True)
class KeptChronology:
    """The rows as they now are, the choices that fit none of them, and how the chronology is kept."""

    rows: tuple[ChronologyRow, ...]
    lost: tuple[RowChoice, ...]
    keeping: Keeping

    @property
    def is_finished(self) -> bool:
        """Return whether the chronology stands as somebody finished it."""
        return self.keeping.state is ChronologyState.FINISHED

    @property
    def standing(self) -> tuple[ChronologyRow, ...]:
        """Return the rows that its document shows: those of a finished one are as they were then."""
        return self.keeping.rows if self.is_finished else self.rows

    @property
    def new(self) -> tuple[ChronologyRow, ...]:
        """Return the significant rows that came, or were worded otherwise, since it was finished."""
        if not self.is_finished:
            return ()
        known = {(row.on, row.detail) for row in self.keeping.rows}
        return tuple(row for row in self.rows if row.is_significant and (row.on, row.detail) not in known)

    def as_finished(self, case: CaseFile) -> CaseFile:
        """Return the family's file as far as a finished chronology knows it: without the meetings that came after."""
        if not self.is_finished or not self.keeping.at:
            return case
        until = self.keeping.at.date()
        return replace(case, meetings=tuple(meeting for meeting in case.meetings if meeting.record.on <= until))

    def notes(self) -> tuple[str, ...]:
        """Return what whoever reads its draft must know that the draft does not say."""
        notes = []
        if self.is_finished and self.keeping.at:
            day = day_in_words(self.keeping.at.date())
            notes.append(
                f"This chronology was finished by {self.keeping.by} on {day} and is drafted as it then stood. Rows "
                f"that are new or worded otherwise since, and not in it: {len(self.new)}."
            )
        if self.lost:
            notes.append(
                f"Choices of a person that fit no row any more, because the record was changed: {len(self.lost)}. "
                f"`autoadmin chronology list` shows them."
            )
        return tuple(notes)


def chronology_of(store: Session, case: CaseFile, child: ChildId) -> KeptChronology:
    """Return one child's chronology, drawn from the family's file."""
    chosen = with_choices(build_chronology(case, child), store.chronologies.list_choices(child))
    rows = with_words(chosen.rows, store.chronologies.list_words(child))
    return KeptChronology(rows, chosen.lost, store.chronologies.keeping(child))
