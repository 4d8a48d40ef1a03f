"""One recorded line becomes one entry: its kind, whose it is, when it was and about whom."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from autoadmin.domain.identifiers import digest
from autoadmin.domain.records import ActionStatus, Entry, Kind, RecordedChild, Section
from autoadmin.intake.sheets.children_meant import children_named
from autoadmin.intake.sheets.duties import read_action, read_decision
from autoadmin.intake.sheets.lines import plain
from autoadmin.intake.sheets.moments import read_moment
from autoadmin.intake.sheets.names import People, is_namelike, is_role
from autoadmin.intake.sheets.remarks import Remarks
from autoadmin.intake.sheets.speech import find_speech
from autoadmin.intake.sheets.synonyms import KIND_OF_SECTION

_RESTRICTED = re.compile(
    r"\b(?:do\s+not|don['’]?t|must\s+not|mustn['’]?t|never|not\s+to\s+be|not\s+to)\s+(?:be\s+)?"
    r"(?:share|shared|tell|told|disclose|disclosed|give|given|pass|passed|show|shown|copy|copied|send|sent|reveal)\b"
    r"|\bin (?:strict )?confidence\b|\bnot for sharing\b",
    re.IGNORECASE,
)
_AUTHOR = re.compile(r"^(?P<author>[^:\"“]{2,60}?)\s*:(?!\d)\s*(?P<rest>\S.*)$", re.DOTALL)
_TO_TEST = re.compile(r"(?:^|(?<=[\s.;(]))(?:to test|test|how to test|we would know)\s*:\s*", re.IGNORECASE)
_GOAL = re.compile(r"^(?:goals?|aims?|wants?)\s*[:–—-]\s*", re.IGNORECASE)
_TICKED = re.compile(r"^\s*(?:[-*+•]\s*)?(?:\[[xX✓✔]\]|[☑✅])")
_AUTHORED = frozenset({Kind.OPINION, Kind.HYPOTHESIS})
_NEVER_SPEECH = frozenset(
    {Section.HYPOTHESES, Section.DECISIONS, Section.ACTIONS, Section.CLINICIAN_VIEW, Section.DIFFERENT_VIEWS}
)


@dataclass(frozen=True, slots=True)
class Scene:
    """What a line is read against: the meeting's day, who can be meant, and what was noticed."""

    meeting_key: str
    met_on: date
    people: People
    remarks: Remarks
    children: tuple[RecordedChild, ...] = ()
    members: People = field(default_factory=People)  # those at the meeting, or missing from it, without the family


def read_entry(raw: str, where: str, section: Section, scene: Scene, *, kind: Kind | None = None) -> Entry:
    """Return the entry that a line records under a section; `kind` is given where the heading above says it."""
    text = plain(raw)
    entry = Entry("", section, kind or KIND_OF_SECTION[section], text, raw, scene.remarks.place(where))
    match section:
        case Section.ACTIONS:
            entry = _action(entry, scene, where)
        case Section.DECISIONS:
            entry = _decision(entry, scene, where)
        case _:
            entry = _recorded(entry, scene, where)
    return replace(
        entry,
        about=children_named(text, scene.children),
        is_restricted=bool(_RESTRICTED.search(text)),
    )


def with_ids(entries: Sequence[Entry], meeting_key: str) -> tuple[Entry, ...]:
    """Return the entries with ids that depend on their words and section alone, equal ones numbered in order."""
    seen: dict[tuple[Section, str], int] = {}
    numbered = []
    for entry in entries:
        words = " ".join(plain(entry.raw).casefold().split())
        count = seen[(entry.section, words)] = seen.get((entry.section, words), 0) + 1
        numbered.append(replace(entry, id=f"E-{digest(meeting_key, entry.section, words, str(count))[:12]}"))
    return tuple(numbered)


def _action(entry: Entry, scene: Scene, where: str) -> Entry:
    duty = read_action(entry.text, scene.people, scene.met_on, scene.members)
    _doubt(duty.doubts, scene, where)
    status = ActionStatus.DONE if _TICKED.match(entry.raw) else duty.status
    return replace(entry, kind=Kind.ACTION, text=duty.text, owner=duty.owner, due_on=duty.due_on, status=status)


def _decision(entry: Entry, scene: Scene, where: str) -> Entry:
    ruling = read_decision(entry.text, scene.people, scene.met_on)
    _doubt(ruling.doubts, scene, where)
    return replace(
        entry,
        kind=Kind.DECISION,
        text=ruling.text or entry.text,
        why=ruling.why,
        authoriser=ruling.authoriser,
        owner=ruling.owner,
        due_on=ruling.due_on,
    )


def _recorded(entry: Entry, scene: Scene, where: str) -> Entry:
    moment = read_moment(entry.text, scene.met_on, scene.children)
    _doubt(moment.doubts, scene, where)
    entry = replace(
        entry,
        text=moment.text or entry.text,
        on=moment.on,
        precision=moment.precision,
        on_words=moment.on_words,
    )
    if entry.section not in _NEVER_SPEECH and (speech := find_speech(entry.text, scene.people)):
        return replace(entry, kind=Kind.SAID, text=speech.words, speaker=speech.speaker, author=speech.hearer)
    if entry.section is Section.FAMILY_WORDS and _GOAL.match(entry.text):
        return entry
    if entry.kind is Kind.HYPOTHESIS:
        entry = _tested(entry)
    return _authored(entry, scene)


def _tested(entry: Entry) -> Entry:
    parts = _TO_TEST.split(entry.text, maxsplit=1)
    if len(parts) < 2 or not parts[0].strip():
        return entry
    return replace(entry, text=parts[0].strip(), to_test=parts[1].strip())


def _authored(entry: Entry, scene: Scene) -> Entry:
    """Return the entry with the name before a colon as its author, or as the speaker under the family's own words."""
    found = _AUTHOR.match(entry.text)
    if found is None:
        return entry
    typed = found["author"].strip()
    known = scene.people.full_name(typed)
    is_dated = any(letter.isdigit() for letter in typed)  # "Midwife referred on 18 November:" tells what happened
    if not known and (is_dated or entry.kind not in _AUTHORED or not (is_namelike(typed) or is_role(typed))):
        return entry
    if entry.section is Section.FAMILY_WORDS:
        return replace(entry, kind=Kind.SAID, text=found["rest"].strip(), speaker=known or typed)
    if entry.kind is Kind.FACT and not scene.members.matches(typed):
        return entry  # "Ella: tired at school" may be by her or about her: kept as typed
    return replace(entry, text=found["rest"].strip(), author=known or typed)


def _doubt(sentences: Sequence[str], scene: Scene, where: str) -> None:
    for sentence in sentences:
        scene.remarks.doubt(where, sentence)
