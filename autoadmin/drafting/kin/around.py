"""What is recorded around a family, read as an ecomap: adults elsewhere, the worker, guests for them, services."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from autoadmin.domain.concerning import concerns
from autoadmin.domain.held import CaseFile
from autoadmin.domain.identifiers import ChildId
from autoadmin.domain.identity import fold
from autoadmin.domain.kinship import Ecomap, Genogram, Outside, Support
from autoadmin.domain.records import Entry, Kind, Presence, Section

SERVICES: Final[dict[str, str]] = {
    "School": r"school",
    "Nursery": r"nursery|pre-?school",
    "College": r"college",
    "Health visitor": r"health visitors?",
    "Midwife": r"midwi(?:fe|ves|fery)",
    "GP": r"gps?|doctor'?s surgery",
    "Hospital": r"hospital",
    "CAMHS": r"camhs",
    "Police": r"police",
    "Housing": r"housing(?: officer| association)?",
    "Probation": r"probation",
    "Youth justice": r"youth (?:justice|offending)(?: team| service)?",
    "Family support": r"family support(?: worker)?|family hub|children's centre",
    "Food bank": r"food ?bank",
}
# Who comes when something happens is not around a family for that: decision 12.
CALLED_OUT: Final = frozenset({"Police", "Hospital"})
_NONE_OF: Final = (
    r"\b(?:no|without|not (?:known|open) to|not (?:registered|enrolled|yet) (?:with|at))"
    r"(?: (?:an?|any|the|more|further|contact with|involvement (?:of|from|with)|links? (?:with|to)))* "
)
SECTIONS: Final = (Section.GENOGRAM, Section.SINCE, Section.STRENGTHS)
SUPPORTS: Final = {"strong": Support.STRONG, "weak": Support.WEAK, "stressful": Support.STRESSFUL}
_LINK: Final = r"(?:link|tie|bond|support|connection|relationship)s?"
WORKER: Final = "social worker"


def ecomap_of(case: CaseFile, about: Collection[ChildId], genogram: Genogram) -> Ecomap:
    """Return the ecomap; a line is plain unless the record calls the link strong, weak or stressful."""
    keys = {key for home in genogram.households for key in home if {*home} & {*about}} | {*about}
    inside = tuple(person.name for person in genogram.people if person.key in keys and person.name)
    facts = [*_facts(case, about)]
    texts = [entry.text for entry in facts]
    people = [
        Outside(adult.name, adult.relationship.split(",")[0], _support(adult.name, texts))
        for adult in case.family.adults
        if adult.name not in inside
    ]
    worker = [Outside(case.family.worker, WORKER)] if case.family.worker else []
    services = [
        Outside(name, "", _support(words, texts))
        for name, words in SERVICES.items()
        if any(_tells_of_link(fact, name, words) for fact in facts)
    ]
    return Ecomap(case.family.name or case.family.id, inside, (*people, *worker, *_guests(case), *services))


def _facts(case: CaseFile, about: Collection[ChildId]) -> Iterator[Entry]:
    for meeting in case.meetings:
        discussion = case.discussion_at(meeting)
        for entry in discussion.entries if discussion else ():
            is_ours = any(concerns(entry, child, case.family) for child in about)
            if entry.section in SECTIONS and entry.kind is Kind.FACT and not entry.is_restricted and is_ours:
                yield entry


def _tells_of_link(fact: Entry, name: str, words: str) -> bool:
    """Return whether a fact names a service as one that the family has to do with, not one it has none of."""
    if name in CALLED_OUT and fact.section is not Section.GENOGRAM and _called(words, [fact.text]) is None:
        return False
    denied = re.sub(rf"{_NONE_OF}(?:{words})\b", "", fact.text, flags=re.IGNORECASE)
    return bool(re.search(rf"\b(?:{words})\b", denied, re.IGNORECASE))


def _guests(case: CaseFile) -> list[Outside]:
    """Return those who came to a meeting for this family by name: "Ruby Kerrigan (midwife), for Calloway only"."""
    found = (
        Outside(person.name, person.role)
        for meeting in case.meetings
        for person in meeting.record.attendees
        if person.presence is Presence.GUEST
        and case.family.name
        and fold(case.family.name) in fold(person.remark).split()
    )
    return list(dict.fromkeys(found))


def _support(words: str, texts: list[str]) -> Support:
    """Return what the last text that says so calls the link with somebody."""
    return _called(words, texts) or Support.PLAIN


def _called(words: str, texts: list[str]) -> Support | None:
    named = f"(?:{words})" if words in SERVICES.values() else re.escape(words)
    pattern = re.compile(
        rf"\b(?P<before>strong|weak|stressful) {_LINK} (?:with|to|from) (?:the |her |his |their )?{named}\b"
        rf"|\b{named}: (?P<after>strong|weak|stressful)\b",
        re.IGNORECASE,
    )
    found = [match for text in texts for match in pattern.finditer(text)]
    return SUPPORTS[(found[-1]["before"] or found[-1]["after"]).casefold()] if found else None
