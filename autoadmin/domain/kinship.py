"""A family as a genogram shows it: people, whose child each is, couples, who lives together; only what is recorded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Sex(StrEnum):
    """What is recorded of a person's sex, by the words for them: a mother is female; a child is as recorded."""

    FEMALE = "female"
    MALE = "male"
    NON_BINARY = "non-binary"
    UNKNOWN = "unknown"


class Loss(StrEnum):
    """How a pregnancy ended, as recorded, where no child lived."""

    MISCARRIAGE = "miscarriage"
    STILLBIRTH = "stillborn"
    TERMINATION = "termination"


class Couple(StrEnum):
    """What is recorded of two people as a couple."""

    MARRIED = "married"
    TOGETHER = "together"
    SEPARATED = "separated"
    DIVORCED = "divorced"
    PARENTS = "parents"  # of the same child; whether they are a couple is not recorded


class Rearing(StrEnum):
    """How a child is somebody's child."""

    BIRTH = "birth"
    ADOPTED = "adopted"
    FOSTER = "foster"


class Feeling(StrEnum):
    """A relationship between two people, as recorded."""

    CLOSE = "close"
    DISTANT = "distant"
    HOSTILE = "hostile"
    CUT_OFF = "cut off"
    VIOLENT = "violent"  # of `one` towards `other`


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the family. `name` is empty where nobody recorded it; `key` tells them from all others."""

    key: str
    name: str = ""
    sex: Sex = Sex.UNKNOWN
    born_on: date | None = None
    expected_on: date | None = None  # of a pregnancy
    died_on: date | None = None
    is_dead: bool = False
    is_index: bool = False  # one of the children whom the picture is about
    age: str = ""  # on the day of the picture, or as recorded: "11", "7m"
    note: str = ""  # "lives elsewhere"
    died_in: int | None = None  # where only the year is recorded
    loss: Loss | None = None

    @property
    def is_unborn(self) -> bool:
        """Return whether this is a pregnancy."""
        return self.born_on is None and self.expected_on is not None

    @property
    def has_died(self) -> bool:
        """Return whether somebody who lived has died."""
        return self.loss is None and (self.is_dead or self.died_on is not None or self.died_in is not None)

    @property
    def year_of_death(self) -> int | None:
        """Return the year in which somebody died, or a pregnancy ended, as far as it is recorded."""
        return self.died_on.year if self.died_on else self.died_in


@dataclass(frozen=True, slots=True)
class Bond:
    """Two people as a couple, or as parents of one child."""

    one: str
    other: str
    couple: Couple = Couple.PARENTS
    year: int | None = None  # since when they are what is recorded of them
    are_kin: bool = False  # by blood, as recorded


@dataclass(frozen=True, slots=True)
class Parentage:
    """A child and one parent or carer."""

    child: str
    parent: str
    rearing: Rearing = Rearing.BIRTH


@dataclass(frozen=True, slots=True)
class Siblings:
    """Two people recorded as brother or sister, where their parents may not be."""

    one: str
    other: str
    is_half: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """How one person is with another; a direction only where it is violence."""

    one: str
    other: str
    feeling: Feeling


@dataclass(frozen=True, slots=True)
class Unplaced:
    """Somebody recorded, whose place in the family is not: shown in words beside the picture."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Genogram:
    """What is recorded of a family. Every key of a link is that of one of the people."""

    family: str
    people: tuple[Person, ...] = ()
    bonds: tuple[Bond, ...] = ()
    parentages: tuple[Parentage, ...] = ()
    siblings: tuple[Siblings, ...] = ()
    twins: tuple[tuple[str, str], ...] = ()
    households: tuple[tuple[str, ...], ...] = ()
    relations: tuple[Relation, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    on: date | None = None  # the day of which the ages are
    identical: tuple[tuple[str, str], ...] = ()  # twins, recorded as identical

    def person(self, key: str) -> Person:
        """Return one of the people."""
        return next(person for person in self.people if person.key == key)

    def parents(self, child: str, *rearings: Rearing) -> tuple[str, ...]:
        """Return the parents of a child, in the order of the people; of some rearings only, where given."""
        found = {
            each.parent for each in self.parentages if each.child == child and each.rearing in (rearings or Rearing)
        }
        return tuple(person.key for person in self.people if person.key in found)

    def children(self, parent: str) -> tuple[str, ...]:
        """Return the children of a parent, in the order of the people."""
        found = {each.child for each in self.parentages if each.parent == parent}
        return tuple(person.key for person in self.people if person.key in found)


class Support(StrEnum):
    """How a person or service outside is with the family, as recorded."""

    PLAIN = "plain"  # the record names it, and says no more
    STRONG = "strong"
    WEAK = "weak"
    STRESSFUL = "stressful"


@dataclass(frozen=True, slots=True)
class Outside:
    """A person or service outside the home: "Ruby Kerrigan", "midwife"."""

    name: str
    what: str = ""
    support: Support = Support.PLAIN


@dataclass(frozen=True, slots=True)
class Ecomap:
    """The family in the middle, and who and what is around it."""

    family: str
    inside: tuple[str, ...] = ()
    outside: tuple[Outside, ...] = ()
