"""Which family each part of a sheet is about: never one that the words leave in doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from autoadmin.domain.findings import Finding, Severity
from autoadmin.domain.identifiers import FamilyId, digest
from autoadmin.domain.identity import fold, match_family
from autoadmin.domain.people import Family, Unit
from autoadmin.domain.records import Discussion
from autoadmin.store import Session


@dataclass(frozen=True, slots=True)
class FoundFamily:
    """A discussion, the family it is about, and what a person should know of how that was found."""

    discussion: Discussion
    family: Family
    findings: tuple[Finding, ...] = ()


def find_families(store: Session, unit: Unit, discussions: Sequence[Discussion]) -> Iterator[FoundFamily]:
    """Yield each family of a sheet once; two parts about one id are joined, and names are matched to those held before.

    An id that is held under another name, or a name that two parts of the sheet bear, is kept apart until somebody
    puts it right: better a family held twice than one family's words in another's file.
    """
    held = store.families.list(unit.id)
    named = Counter(fold(discussion.family_name) for discussion in discussions if not discussion.family_id)
    found: dict[FamilyId, FoundFamily] = {}
    seen: Counter[str] = Counter()
    for discussion in discussions:
        name = fold(discussion.family_name)
        seen[name] += 1
        one = _by_id(store, unit, discussion) if discussion.family_id else None
        one = one or _by_name(store, unit, discussion, held if named[name] == 1 else (), seen[name])
        before = found.get(one.family.id)
        found[one.family.id] = _together(before, one) if before else one
    yield from found.values()


def _by_id(store: Session, unit: Unit, discussion: Discussion) -> FoundFamily | None:
    family_id, name = FamilyId(discussion.family_id or ""), discussion.family_name
    held = store.families.find(family_id) or Family(family_id, name)
    if held.name and name and fold(held.name) != fold(name):
        apart = _provisional(unit, f"{name} {family_id}")
        message = (
            f"{family_id} is held as another family's id; this part was kept apart as {apart}. Put id or name right."
        )
        kept = store.families.find(apart) or Family(apart, name)
        return FoundFamily(discussion, kept, (_doubt(discussion, message),))
    return FoundFamily(discussion, replace(held, name=held.name or name))


def _by_name(store: Session, unit: Unit, discussion: Discussion, held: Sequence[Family], number: int) -> FoundFamily:
    name = discussion.family_name
    if match := match_family(name, held):
        message = f"No family id; taken as {match.id}, the only family of that name in the unit. Please check."
        return FoundFamily(discussion, match, (_doubt(discussion, message),))
    provisional = _provisional(unit, fold(name) if number == 1 else f"{fold(name)} {number}")
    message = (
        f"No family id, and no one family of that name was held before; kept as {provisional} until an id is given."
    )
    family = store.families.find(provisional) or Family(provisional, name)
    return FoundFamily(discussion, family, (_doubt(discussion, message),))


def _provisional(unit: Unit, words: str) -> FamilyId:
    """Return an id that holds no name: it stands in paths."""
    return FamilyId(f"{unit.id}-{digest(words)[:8]}")


def _together(first: FoundFamily, second: FoundFamily) -> FoundFamily:
    """Return two parts of a sheet about one family as one discussion."""
    one, other = first.discussion, second.discussion
    joined = replace(
        one,
        children=one.children or other.children,
        adults=one.adults or other.adults,
        worker=one.worker or other.worker,
        status=one.status or other.status,
        minutes_spent=_sum(one.minutes_spent, other.minutes_spent),
        heading=f"{one.heading} {other.heading}",
        header=(*one.header, *other.header),
        headings=(*one.headings, *other.headings),
        entries=(*one.entries, *other.entries),
        events=(*one.events, *other.events),
    )
    return FoundFamily(joined, first.family, (*first.findings, *second.findings))


def _sum(one: int | None, other: int | None) -> int | None:
    return None if one is None and other is None else (one or 0) + (other or 0)


def _doubt(discussion: Discussion, message: str) -> Finding:
    return Finding(Severity.DOUBTED, discussion.place, message, raw=discussion.heading)
