"""What meetings recorded that a document leaving the unit may quote, sorted to its headings without weighing it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from autoadmin.domain.concerning import concerns, is_named
from autoadmin.domain.held import CaseFile
from autoadmin.domain.identifiers import ChildId
from autoadmin.domain.identity import fold, name_words
from autoadmin.domain.people import Child, Family
from autoadmin.domain.records import ActionStatus, Entry, Kind, Section
from autoadmin.drafting.meeting import belongs_to_meeting
from autoadmin.drafting.same_task import known_words

# A judgement goes under the heading whose own word it uses; drafting does not decide what a view amounts to.
JUDGEMENTS: Final = (
    ("recommendation", re.compile(r"\brecommend", re.IGNORECASE)),
    ("threshold", re.compile(r"\bthreshold\b", re.IGNORECASE)),
    ("harm", re.compile(r"\bharm", re.IGNORECASE)),
)
JUDGED: Final = frozenset(name for name, _ in JUDGEMENTS)
HEADINGS: Final = {
    Section.WHY_NOW: "reason",
    Section.LIVED_EXPERIENCE: "daily_life",
    Section.WORRIES: "worries",
    Section.STRENGTHS: "strengths",
    Section.FAMILY_WORDS: "goals",
    Section.DIFFERENT_VIEWS: "different_views",
    Section.CLINICIAN_VIEW: "analysis",
}
GROUPS: Final = (
    "reason",
    "child_words",
    "daily_life",
    "parents_words",
    "goals",
    "worries",
    "strengths",
    "harm",
    "analysis",
    "different_views",
    "threshold",
    "recommendation",
)
GOAL: Final = re.compile(r"\W*(our |the |family |family's )?goals?\b", re.IGNORECASE)
SEEN: Final = re.compile(r"\b(seen|saw)\b", re.IGNORECASE)
ALL_CHILDREN: Final = re.compile(r"\b(children|siblings|twins|both)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """An entry and the day of the meeting that recorded it."""

    entry: Entry
    met_on: date


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the meetings since a day recorded about some children and may be shared outside the unit."""

    family: Family
    children: tuple[Child, ...]
    told: tuple[Told, ...]

    def groups(self, judgements: Collection[str] = JUDGED) -> dict[str, list[Told]]:
        """Return the entries by the report's headings; decisions that recommend or weigh are among the judgements.

        A document names the `judgements` that it has a heading for; what belongs under any other is analysis.
        """
        groups: dict[str, list[Told]] = {name: [] for name in GROUPS}
        for told in self.told:
            name = self._heading(told.entry)
            if name in JUDGED and name not in judgements:
                name = "" if told.entry.kind is Kind.DECISION else "analysis"
            if name:
                groups[name].append(told)
        return groups

    def where(self, is_wanted: Callable[[tuple[ChildId, ...]], bool]) -> Evidence:
        """Return what is about children of whom that holds."""
        return replace(self, told=tuple(told for told in self.told if is_wanted(self._about(told.entry))))

    def _about(self, entry: Entry) -> tuple[ChildId, ...]:
        return tuple(child.id for child in self.children if concerns(entry, child.id, self.family))

    def stated(self) -> list[Told]:
        """Return what is neither decided nor to be done: facts, what was said, and views."""
        return [t for t in self.told if t.entry.kind not in (Kind.DECISION, Kind.ACTION)]

    def decisions(self, judgements: Collection[str] = JUDGED) -> list[Told]:
        """Return the decisions that stand under no heading of a judgement."""
        return [t for t in self.told if t.entry.kind is Kind.DECISION and _judgement(t.entry) not in judgements]

    def actions(self) -> list[Told]:
        """Return every action, wherever it stands."""
        return [t for t in self.told if t.entry.kind is Kind.ACTION]

    def open_actions(self) -> list[Told]:
        """Return the actions not recorded as done or dropped."""
        closed = (ActionStatus.DONE, ActionStatus.DROPPED)
        return [t for t in self.actions() if t.entry.status not in closed]

    def since(self) -> list[Told]:
        """Return what was recorded as having happened since the meeting before."""
        return [t for t in self.told if t.entry.section is Section.SINCE and t.entry.kind in (Kind.FACT, Kind.SAID)]

    def _heading(self, entry: Entry) -> str:
        if entry.kind in (Kind.OPINION, Kind.DECISION) and entry.section is not Section.DIFFERENT_VIEWS:
            if judgement := _judgement(entry):
                return judgement
            if entry.kind is Kind.OPINION:
                return HEADINGS.get(entry.section, "analysis")
        if entry.kind is Kind.SAID and entry.section is not Section.DIFFERENT_VIEWS:
            return self._whose_words(entry)
        return HEADINGS.get(entry.section, "") if entry.kind in (Kind.FACT, Kind.OPINION, Kind.SAID) else ""

    def _whose_words(self, entry: Entry) -> str:
        if entry.section is Section.FAMILY_WORDS and GOAL.match(entry.raw):
            return "goals"
        if any(is_named(child.id, entry.speaker, self.family) for child in self.children):
            return "child_words"
        if entry.section is Section.FAMILY_WORDS or any(_is_adult(entry.speaker, a.name) for a in self.family.adults):
            return "parents_words"
        return HEADINGS.get(entry.section, "")


def evidence_for(case: CaseFile, children: Sequence[Child], *, since: date | None) -> Evidence:
    """Return what meetings on or after a day recorded; the last meeting's where none was, or no day is known."""
    recent = [meeting for meeting in case.meetings if since and meeting.record.on >= since] or case.meetings[-1:]
    told = [
        Told(entry, meeting.record.on)
        for meeting in recent
        if (discussion := case.discussion_at(meeting))
        for entry in discussion.entries
        if may_be_quoted(entry) and any(concerns(entry, child.id, case.family) for child in children)
    ]
    return Evidence(case.family, tuple(children), _each_once(told))


def _each_once(told: Sequence[Told]) -> tuple[Told, ...]:
    """Return what meetings recorded in the same words once: an action as it last stood, the rest as first told."""
    found: dict[tuple[Kind, Section, tuple[str, ...], str, str], Told] = {}
    for each in told:
        entry = each.entry
        key = (entry.kind, entry.section, entry.about, entry.speaker, known_words(entry))
        if key not in found or each.entry.kind is Kind.ACTION:
            found[key] = each
    return tuple(found.values())


def tells_child_seen(words: str, name: str) -> bool:
    """Return whether a recorded fact says that this child, or all the children, were seen."""
    own = name_words(name)
    return bool(SEEN.search(words)) and bool(
        ALL_CHILDREN.search(words) or (own and re.search(rf"\b{re.escape(own[0])}\b", fold(words)))
    )


def may_be_quoted(entry: Entry) -> bool:
    """Return whether an entry may leave the unit: no hypothesis, nothing that is not to be shared."""
    is_hypothesis = entry.kind is Kind.HYPOTHESIS or entry.section is Section.HYPOTHESES
    return not (is_hypothesis or entry.is_restricted or belongs_to_meeting(entry))


def _judgement(entry: Entry) -> str:
    words = f"{entry.text} {entry.why}"
    return next((name for name, pattern in JUDGEMENTS if pattern.search(words)), "")


def _is_adult(speaker: str, name: str) -> bool:
    said, own = name_words(speaker), name_words(name)
    return bool(said) and bool(own) and (said == own or said == own[:1])
