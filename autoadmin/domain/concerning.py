"""Whose an entry is: about this child or the whole family, or only about another child of it."""

from __future__ import annotations

from autoadmin.domain.identifiers import ChildId
from autoadmin.domain.identity import fold, name_words
from autoadmin.domain.people import Child, Family
from autoadmin.domain.records import Entry


def concerns(entry: Entry, child: ChildId, family: Family) -> bool:
    """Return whether an entry may stand in a document about this child.

    It may where it is about the child or about the whole family. An entry about somebody who cannot be matched to the
    child is kept out: better a gap in one child's document than another child's words in it. What a brother or sister
    said, and nobody marked as about anybody, is theirs.
    """
    if entry.about:
        return any(is_named(child, named, family) for named in entry.about)
    if entry.speaker:
        return is_named(child, entry.speaker, family) or not any(
            is_named(other.id, entry.speaker, family) for other in family.children if other.id != child
        )
    return True


def is_named(child: ChildId, named: str, family: Family) -> bool:
    """Return whether an id, a full name, or a first name that no other child of the family has, means this child."""
    if named == child:
        return True
    meant = [other.id for other in family.children if _answers_to(other, named)]
    return meant == [child]


def _answers_to(child: Child, named: str) -> bool:
    words, own = name_words(named), name_words(child.name)
    if not words or not own:
        return False
    return words == own or (len(words) == 1 and words[0] == own[0] and fold(named) == own[0])
