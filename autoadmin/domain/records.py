"""The record of a unit meeting: who was there, and for each family what was recorded, in five kinds kept apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from autoadmin.domain.events import Event, Precision
from autoadmin.domain.findings import Finding, Place
from autoadmin.domain.identifiers import ChildId, FamilyId


class Kind(StrEnum):
    """What sort of thing an entry is. A hypothesis or opinion is never shown as a fact."""

    FACT = "fact"
    SAID = "said"
    OPINION = "opinion"
    HYPOTHESIS = "hypothesis"
    DECISION = "decision"
    ACTION = "action"


class Section(StrEnum):
    """The headings of a discussion, child's experience first (statutory brief B1)."""

    WHY_NOW = "why_now"
    LIVED_EXPERIENCE = "lived_experience"
    GENOGRAM = "genogram"
    SINCE = "since"
    FAMILY_WORDS = "family_words"
    WORRIES = "worries"
    STRENGTHS = "strengths"
    HYPOTHESES = "hypotheses"
    CLINICIAN_VIEW = "clinician_view"
    DIFFERENT_VIEWS = "different_views"
    DECISIONS = "decisions"
    ACTIONS = "actions"
    OUTPUTS_AFFECTED = "outputs_affected"
    OTHER = "other"


SECTION_TITLES: dict[Section, str] = {
    Section.WHY_NOW: "Why now",
    Section.LIVED_EXPERIENCE: "Child's lived experience",
    Section.GENOGRAM: "Genogram",
    Section.SINCE: "What has happened since",
    Section.FAMILY_WORDS: "Family's own words and goals",
    Section.WORRIES: "Worries",
    Section.STRENGTHS: "Strengths",
    Section.HYPOTHESES: "Hypotheses",
    Section.CLINICIAN_VIEW: "Clinician's view",
    Section.DIFFERENT_VIEWS: "Different views",
    Section.DECISIONS: "Decisions",
    Section.ACTIONS: "Actions",
    Section.OUTPUTS_AFFECTED: "Plans and dates affected",
    Section.OTHER: "Other",
}


class ActionStatus(StrEnum):
    """Where an action stands, as far as it is recorded."""

    OPEN = "open"
    DONE = "done"
    LATE = "late"  # recorded as late, or past its date when the meeting met
    DROPPED = "dropped"


class Presence(StrEnum):
    """Whether somebody was at the meeting."""

    PRESENT = "present"
    APOLOGIES = "apologies"
    GUEST = "guest"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class HeaderField:
    """A labelled line of a sheet as typed: `name` is the label, `value` what follows."""

    name: str
    value: str
    place: Place


@dataclass(frozen=True, slots=True)
class Heading:
    """A section heading, or the head row of a table, as typed. It carries no record, but its words are kept."""

    section: Section
    words: str
    place: Place


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody at, or missing from, the meeting. `role` is as recorded, in lower case; empty if nobody recorded it."""

    name: str
    role: str = ""
    presence: Presence = Presence.PRESENT
    remark: str = ""  # "for Marsh only"

    @property
    def is_clinician(self) -> bool:
        """Return whether this is the unit's clinician (family therapist, psychologist or similar)."""
        return any(word in self.role for word in ("clinician", "therapist", "psycholog", "psychiatr"))


@dataclass(frozen=True, slots=True)
class RecordedChild:
    """A child as a sheet names them; `born_on` and `expected_on` are never both meant."""

    name: str
    id: ChildId | None = None
    born_on: date | None = None
    expected_on: date | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class RecordedAdult:
    """An adult as a sheet names them; `has_pr` is None where nobody recorded parental responsibility."""

    name: str
    relationship: str = ""  # as typed: "Noah's father, lives elsewhere"
    has_pr: bool | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing recorded in a discussion.

    `text` is what was recorded, in its own words, without list mark, speaker label, date label, "Why:" or "By:" that
    were read into other fields; `raw` is the whole line or table row as typed. `about` holds ids of the children it is
    about, or their names where no id is known; empty means the whole family. `id` is stable for the same words at the
    same meeting.
    """

    id: str
    section: Section
    kind: Kind
    text: str
    raw: str
    place: Place
    about: tuple[str, ...] = ()
    speaker: str = ""  # of something said
    author: str = ""  # of an opinion or hypothesis, or who observed a fact, where recorded
    authoriser: str = ""  # of a decision
    why: str = ""  # of a decision
    to_test: str = ""  # of a hypothesis: what would confirm or disprove it
    owner: str = ""  # of a decision or action
    due_on: date | None = None
    status: ActionStatus | None = None
    on: date | None = None  # when it happened or was said, where recorded
    precision: Precision = Precision.DAY
    on_words: str = ""  # an approximate date as it was recorded: "summer 2019"
    is_restricted: bool = False  # recorded as not to be shared ("do NOT share address with father")


@dataclass(frozen=True, slots=True)
class Discussion:
    """What was recorded about one family at one meeting."""

    family_name: str
    place: Place
    family_id: FamilyId | None = None
    heading: str = ""  # as typed
    children: tuple[RecordedChild, ...] = ()
    adults: tuple[RecordedAdult, ...] = ()
    worker: str = ""
    status: str = ""  # as typed
    minutes_spent: int | None = None
    header: tuple[HeaderField, ...] = ()  # every labelled line as typed
    headings: tuple[Heading, ...] = ()  # every section heading and table head row as typed
    entries: tuple[Entry, ...] = ()
    events: tuple[Event, ...] = ()  # dated facts read from the header and the entries

    def entries_in(self, section: Section) -> tuple[Entry, ...]:
        """Return the entries of one section, in the order recorded."""
        return tuple(entry for entry in self.entries if entry.section is section)


@dataclass(frozen=True, slots=True)
class MeetingRecord:
    """What one discussion sheet says of one meeting."""

    file: str
    sha256: str
    unit: str  # as typed, without the council: "Unit 4"
    on: date
    council: str = ""
    chair: str = ""
    notes_by: str = ""
    attendees: tuple[Attendee, ...] = ()
    header: tuple[HeaderField, ...] = ()  # every labelled line as typed, the title among them
    headings: tuple[Heading, ...] = ()  # headings and table head rows that belong to no family
    discussions: tuple[Discussion, ...] = ()
    entries: tuple[Entry, ...] = ()  # what belongs to the meeting and to no family
    findings: tuple[Finding, ...] = field(default=())

    @property
    def had_clinician(self) -> bool | None:
        """Return whether a clinician was present; None where the roles do not tell."""
        present = [a for a in self.attendees if a.presence is Presence.PRESENT]
        if any(a.is_clinician for a in present):
            return True
        return False if present and all(a.role for a in present) else None

    def kept_words(self) -> Iterator[str]:
        """Yield every word of the sheet that was kept, from headers, headings, entries: none may be missing."""
        for item in (*self.header, *(label for d in self.discussions for label in d.header)):
            yield from f"{item.name} {item.value}".split()
        for heading in (*self.headings, *(heading for d in self.discussions for heading in d.headings)):
            yield from heading.words.split()
        for discussion in self.discussions:
            yield from discussion.heading.split()
        for entry in (*self.entries, *(e for d in self.discussions for e in d.entries)):
            yield from entry.raw.split()
