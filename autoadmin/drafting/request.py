"""What a composition is given; each asks for the parts it needs and says which one is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.errors import OperationError, UnknownIdError
from autoadmin.domain.held import CaseFile, HeldMeeting
from autoadmin.domain.identifiers import ChildId, RuleId
from autoadmin.domain.people import Child, Unit
from autoadmin.domain.rules import Rule
from autoadmin.domain.sharing import Withheld
from autoadmin.domain.templates import DocumentTemplate


@dataclass(frozen=True, slots=True)
class CompositionRequest:
    """The template, and what is held. Content depends on nothing else: the same request gives the same content.

    `chronology` is what `build_chronology` returns, `court_chronology` what `court_rows` makes of it, `chronologies`
    those of every child that the document is about; `shared` is the copy of them that may leave the council.
    """

    template: DocumentTemplate
    at: date | None = None
    meeting: HeldMeeting | None = None
    case: CaseFile | None = None
    cases: tuple[CaseFile, ...] = ()
    child: ChildId | None = None
    unit: Unit | None = None
    meeting_on: date | None = None
    rules: Mapping[RuleId, Rule] = field(default_factory=dict)
    chronology: tuple[ChronologyRow, ...] = ()
    court_chronology: tuple[ChronologyRow, ...] = ()
    chronologies: Mapping[ChildId, tuple[ChronologyRow, ...]] = field(default_factory=dict)
    shared: tuple[ChronologyRow, ...] = ()
    withheld: Mapping[Withheld, int] = field(default_factory=dict)  # from the copy that this document is

    def the_meeting(self) -> HeldMeeting:
        """Return the meeting, or say that it is missing."""
        if self.meeting is None:
            raise OperationError(f"{self.template.id} needs a meeting to be drafted from.")
        return self.meeting

    def the_case(self) -> CaseFile:
        """Return the family's file, or say that it is missing."""
        if self.case is None:
            raise OperationError(f"{self.template.id} needs a family's file to be drafted from.")
        return self.case

    def the_child(self) -> Child:
        """Return the child, who must be one of the family's."""
        if self.child is None:
            raise OperationError(f"{self.template.id} needs a child to be drafted for.")
        child = self.the_case().child(self.child)
        if child is None:
            raise UnknownIdError(f"{self.child} is not a child of family {self.the_case().family.id}.")
        return child

    def the_unit(self) -> Unit:
        """Return the unit: the one asked for, else the meeting's, else the family's."""
        held = (self.unit, self.meeting and self.meeting.unit, self.case and self.case.unit)
        unit = next((unit for unit in held if unit), None)
        if unit is None:
            raise OperationError(f"{self.template.id} needs a unit to be drafted for.")
        return unit

    def all_cases(self) -> tuple[CaseFile, ...]:
        """Return every family's file given, the one asked about first."""
        return (self.case, *self.cases) if self.case else self.cases

    def meetings(self) -> tuple[HeldMeeting, ...]:
        """Return every meeting given, each once."""
        held = [meeting for case in self.all_cases() for meeting in case.meetings]
        return tuple({meeting.id: meeting for meeting in ([self.meeting] if self.meeting else []) + held}.values())
