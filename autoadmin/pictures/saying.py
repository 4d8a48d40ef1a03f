"""A picture in words, for those who cannot see it: whose child each is, who lives together, what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final

from autoadmin.domain.generations import generations, settled
from autoadmin.domain.kinship import Couple, Ecomap, Feeling, Genogram, Loss, Outside, Person, Rearing, Sex, Support
from autoadmin.pictures.labels import due_words
from autoadmin.pictures.sheet import with_all_bonds
from autoadmin.pictures.sibships import sibships_of, twin_groups

MOST: Final = 2_000  # letters: about two minutes read aloud
NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six")
PARENTS: Final = {Sex.FEMALE: "mother", Sex.MALE: "father", Sex.NON_BINARY: "parent", Sex.UNKNOWN: "parent"}
CHILDREN: Final = {Sex.FEMALE: "daughter", Sex.MALE: "son", Sex.NON_BINARY: "child", Sex.UNKNOWN: "child"}
SIBLINGS: Final = {
    Sex.FEMALE: "sister",
    Sex.MALE: "brother",
    Sex.NON_BINARY: "sibling",
    Sex.UNKNOWN: "brother or sister",
}
LOSSES: Final = {
    Loss.MISCARRIAGE: "a pregnancy that ended in miscarriage",
    Loss.STILLBIRTH: "a stillborn child",
    Loss.TERMINATION: "a pregnancy that was ended by choice",
}
CARERS: Final = {Rearing.BIRTH: "{parent}", Rearing.ADOPTED: "adoptive {parent}", Rearing.FOSTER: "foster carer"}
COUPLES: Final = {
    Couple.MARRIED: "{one} and {other} are married{since}.",
    Couple.TOGETHER: "{one} and {other} are a couple.",
    Couple.SEPARATED: "{one} and {other} are separated{since}.",
    Couple.DIVORCED: "{one} and {other} are divorced{since}.",
}
FEELINGS: Final = {
    Feeling.CLOSE: "{one} and {other} are close.",
    Feeling.DISTANT: "{one} and {other} are distant.",
    Feeling.HOSTILE: "{one} and {other} are hostile to each other.",
    Feeling.CUT_OFF: "{one} and {other} are cut off from each other.",
    Feeling.VIOLENT: "{one} has been violent to {other}.",
}
SUPPORTS: Final = {
    Support.PLAIN: "",
    Support.STRONG: ": strong",
    Support.WEAK: ": weak",
    Support.STRESSFUL: ": stressful",
}


def genogram_in_words(recorded: Genogram) -> str:
    """Return what a genogram shows, in sentences: no more than can be listened to."""
    return _bounded(_sentences(with_all_bonds(settled(recorded))))


def all_in_words(recorded: Genogram) -> str:
    """Return all that a genogram shows, where the words stand in its place."""
    return " ".join(_sentences(with_all_bonds(settled(recorded))))


def names_of(genogram: Genogram) -> dict[str, str]:
    """Return each person's name by their key; whose kin they are where no name is recorded."""
    return {person.key: person.name or _by_kin(genogram, person) for person in genogram.people}


def ecomap_in_words(ecomap: Ecomap) -> str:
    """Return what an ecomap shows, in sentences."""
    inside = f" In the middle: {listed(ecomap.inside)}." if ecomap.inside else ""
    told = [_outside(each) for each in ecomap.outside]
    around = f" Around: {'; '.join(told)}." if told else " Nobody outside the home is recorded."
    return f"Ecomap of the {ecomap.family} family.{inside}{around}"


def _outside(outside: Outside) -> str:
    what = f" ({outside.what})" if outside.what else ""
    return f"{outside.name}{what}{SUPPORTS[outside.support]}"


def _bounded(sentences: Iterable[str]) -> str:
    """Return sentences as far as they have room, and how many more there would be."""
    told = list(sentences)
    kept = told[:1]
    while len(kept) < len(told) and sum(map(len, kept)) + len(kept) + len(told[len(kept)]) <= MOST:
        kept.append(told[len(kept)])
    if left := len(told) - len(kept):
        kept.append(f"The picture shows more: {left} {'sentence is' if left == 1 else 'sentences are'} left out here.")
    return " ".join(kept)


def _sentences(genogram: Genogram) -> Iterator[str]:
    """Yield what the picture shows, what matters most first."""
    names = names_of(genogram)
    count = max(generations(genogram).values(), default=-1) + 1
    many = NUMBERS[count] if count < len(NUMBERS) else str(count)
    yield f"Genogram of the {genogram.family} family: {many} generation{'' if count == 1 else 's'}."
    if about := [names[person.key] for person in genogram.people if person.is_index]:
        yield f"It is about {listed(about)}."
    orphans = [names[each.key] for each in genogram.people if each.is_index and not genogram.parents(each.key)]
    if orphans:
        yield f"No parent is recorded of {listed(orphans)}."
    for person in genogram.people:
        yield from _of_parent(genogram, person, names)
    for household in genogram.households:
        yield f"Living together: {listed([names[key] for key in household])}."
    yield from _between(genogram, names)
    yield from _of_each(genogram, names)
    if genogram.unplaced:
        unplaced = "; ".join(f"{each.name}: {each.words}" if each.words else each.name for each in genogram.unplaced)
        yield f"Recorded, but not where in the family: {unplaced}."
    if told := [f"{names[each.key]} ({_told(each)})" for each in genogram.people if _told(each)]:
        yield f"Ages: {listed(told)}."


def _of_parent(genogram: Genogram, person: Person, names: dict[str, str]) -> Iterator[str]:
    for rearing in Rearing:
        children = [
            names[child] for child in genogram.children(person.key) if person.key in genogram.parents(child, rearing)
        ]
        what = CARERS[rearing].format(parent=PARENTS[person.sex])
        if children and person.name:
            yield f"{names[person.key]} is {what} of {listed(children)}."
        elif children:
            yield f"The name of the {what} of {listed(children)} is not recorded."


def _between(genogram: Genogram, names: dict[str, str]) -> Iterator[str]:
    """Yield what two people are to each other."""
    for bond in (each for each in genogram.bonds if each.couple is not Couple.PARENTS):
        since = f" ({bond.year})" if bond.year else ""
        yield COUPLES[bond.couple].format(one=names[bond.one], other=names[bond.other], since=since)
    if doubt := [bond for bond in genogram.bonds if bond.couple is Couple.PARENTS]:
        pairs = "; ".join(f"{names[bond.one]} and {names[bond.other]}" for bond in doubt)
        whether = f"whether {pairs} are a couple" if len(doubt) == 1 else f"whether these are couples: {pairs}"
        yield f"It is not recorded {whether}."
    for bond in (each for each in genogram.bonds if each.are_kin):
        yield f"{names[bond.one]} and {names[bond.other]} are kin by blood."
    for each in genogram.siblings:
        word = SIBLINGS[genogram.person(each.one).sex]
        half = f"half-{word.replace(' or ', ' or half-')}" if each.is_half else word
        yield f"{names[each.one]} is {half} of {names[each.other]}."
    yield from _twins(genogram, names)
    for relation in genogram.relations:
        yield FEELINGS[relation.feeling].format(one=names[relation.one], other=names[relation.other])


def _twins(genogram: Genogram, names: dict[str, str]) -> Iterator[str]:
    held = {frozenset(pair) for pair in genogram.twins}
    for one, other in genogram.twins:
        identical = "identical " if {(one, other), (other, one)} & {*genogram.identical} else ""
        yield f"{names[one]} and {names[other]} are {identical}twins."
    for sibship in sibships_of(genogram):
        for group in twin_groups(genogram, sibship):
            if len(group) > 1 and not any(frozenset(pair) in held for pair in combinations(group, 2)):
                yield f"{listed([names[key] for key in group])} are twins, or born on one day."


def _of_each(genogram: Genogram, names: dict[str, str]) -> Iterator[str]:
    """Yield what is told of single people: death and notes."""
    for person in genogram.people:
        year = f" ({person.year_of_death})" if person.year_of_death else ""
        if person.has_died:
            yield f"{names[person.key]} has died{year}."
        if person.loss and person.name:
            yield f"{person.name}: {person.loss.value}{year}."
        if person.note:
            yield f"{names[person.key]}: {person.note}."


def _told(person: Person) -> str:
    """Return somebody's age, or the day on which they are expected; empty where neither is recorded."""
    return due_words(person) or person.age


def _by_kin(genogram: Genogram, person: Person) -> str:
    """Return whose kin somebody without a name is."""
    if person.loss:
        return f"{LOSSES[person.loss]} ({person.year_of_death})" if person.year_of_death else LOSSES[person.loss]
    child = next((genogram.person(key).name for key in genogram.children(person.key) if genogram.person(key).name), "")
    if child:
        return f"{child}’s {PARENTS[person.sex]} (name not recorded)"
    parent = next((genogram.person(key).name for key in genogram.parents(person.key) if genogram.person(key).name), "")
    return f"{parent}’s {CHILDREN[person.sex]} (name not recorded)" if parent else "somebody whose name is not recorded"


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence lists them: "Ann, Bo and Cy"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
