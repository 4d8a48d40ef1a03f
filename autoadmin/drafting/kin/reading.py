"""What is recorded of a family, read as a genogram."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from typing import Final

from autoadmin.domain.concerning import concerns
from autoadmin.domain.held import CaseFile
from autoadmin.domain.identifiers import ChildId
from autoadmin.domain.kinship import Genogram, Person, Sex
from autoadmin.domain.people import Child
from autoadmin.domain.records import Entry, Kind, Section
from autoadmin.drafting.kin.adults import read_adults
from autoadmin.drafting.kin.lines import read_lines
from autoadmin.drafting.kin.tree import Tree
from autoadmin.drafting.wording import age_words

SEXES: Final = {
    "girl": Sex.FEMALE,
    "female": Sex.FEMALE,
    "f": Sex.FEMALE,
    "boy": Sex.MALE,
    "male": Sex.MALE,
    "m": Sex.MALE,
}
NON_BINARY: Final = re.compile(r"\bnon[- ]?binary\b", re.IGNORECASE)
IDENTICAL: Final = re.compile(r"\bidentical twins?\b", re.IGNORECASE)
TWIN: Final = re.compile(r"\btwins?\b", re.IGNORECASE)


def genogram_of(case: CaseFile, about: Collection[ChildId]) -> Genogram:
    """Return the genogram of a family, of the day of its last meeting; `about` are the children it is about.

    It is read from the adults and children as last recorded, and from the facts under the heading Genogram: never from
    a hypothesis, from what is not to be shared, or from what is only about a brother or sister.
    """
    on = max((meeting.record.on for meeting in case.meetings), default=None)
    remarks = _remarks(case)
    tree = Tree([_child(child, about, remarks.get(child.id, ""), on) for child in case.family.children])
    twins = [child.id for child in case.family.children if TWIN.search(remarks.get(child.id, ""))]
    if len(twins) == 2:
        tree.twins.append((twins[0], twins[1]))
        if all(IDENTICAL.search(remarks[key]) for key in twins):
            tree.identical.append((twins[0], twins[1]))
    read_adults(tree, case.family.adults)
    for entry in genogram_lines(case, about):
        read_lines(tree, entry.text)
    return tree.finished(case.family.name or case.family.id, on)


def genogram_lines(case: CaseFile, about: Collection[ChildId]) -> Iterator[Entry]:
    """Yield the facts under the heading Genogram that may stand in a document about these children, oldest first."""
    for meeting in case.meetings:
        discussion = case.discussion_at(meeting)
        for entry in discussion.entries_in(Section.GENOGRAM) if discussion else ():
            is_ours = any(concerns(entry, child, case.family) for child in about)
            if entry.kind is Kind.FACT and not entry.is_restricted and is_ours:
                yield entry


def _remarks(case: CaseFile) -> dict[str, str]:
    """Return what was noted beside each child's name at the last meeting that noted anything."""
    found = (case.discussion_at(meeting) for meeting in case.meetings)
    return {child.id: child.remark for each in found if each for child in each.children if child.id and child.remark}


def _child(child: Child, about: Collection[ChildId], remark: str, on: date | None) -> Person:
    until = child.died_on or on
    age = _short(age_words(child.born_on, until)) if child.born_on and until else ""
    return Person(
        child.id,
        child.name or child.id,
        _sex(remark),
        born_on=child.born_on,
        expected_on=child.expected_on,
        died_on=child.died_on,
        is_index=child.id in about,
        age=age,
    )


def _sex(remark: str) -> Sex:
    """Return the sex that a remark beside a child's name says, where it says one."""
    if NON_BINARY.search(remark):
        return Sex.NON_BINARY
    found = {SEXES[word] for word in re.split(r"[^\w]+", remark.casefold()) if word in SEXES}
    return found.pop() if len(found) == 1 else Sex.UNKNOWN


def _short(age: str) -> str:
    """Return an age as it stands in a symbol: "11" for "11 years", "7m" for "7 months", "3w" for "3 weeks"."""
    number, _, unit = age.partition(" ")
    return number if unit.startswith("year") else f"{number}{unit[:1]}"
