"""What a form is made of: parts, and for each part where its words come from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from autoadmin.domain.records import Section
from autoadmin.drafting.forms.topics import Topic


@dataclass(frozen=True, slots=True)
class Asked:
    """Only a person can say: one value, a gap until somebody does."""


@dataclass(frozen=True, slots=True)
class Met:
    """The day of the last meeting: one value, a gap where there was none."""


@dataclass(frozen=True, slots=True)
class Noted:
    """What the latest of these events says in the first of these fields: one value, a gap where none says it."""

    codes: frozenset[str]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """What meetings recorded under some headings: facts, words and views; never a hypothesis."""

    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Sorted:
    """What meetings recorded of one sort, by whose words they are or the word a judgement uses (see `evidence.py`).

    With a topic, only what uses a word of it: for a reader who needs to know no more.
    """

    group: str
    topic: Topic | None = None


@dataclass(frozen=True, slots=True)
class Mentioning:
    """What meetings recorded, under any heading, that uses a word of a topic: sorted, not weighed."""

    topic: Topic
    is_since: bool = True  # only since the day the form counts from; a history is told from the beginning


@dataclass(frozen=True, slots=True)
class Dated:
    """Dated facts with one of these event codes; with none, every significant one."""

    codes: frozenset[str] = frozenset()
    is_since: bool = True  # only since the day the form counts from
    besides: frozenset[str] = frozenset()  # events that are left out: that a child was born is no worry


@dataclass(frozen=True, slots=True)
class Seen:
    """Dated facts that tell of a visit, or that the child was seen."""


@dataclass(frozen=True, slots=True)
class Decided:
    """Decisions of the unit that are not judgements."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """Actions that are not done or dropped; with a topic, those that use a word of it."""

    topic: Topic | None = None


@dataclass(frozen=True, slots=True)
class Carried:
    """Every action with where it stands, done and late ones among them."""


Single = Asked | Met | Noted
Listed = Told | Sorted | Mentioning | Dated | Seen | Decided | Agreed | Carried
Content = Single | Listed
ASKED: Final = Asked()


@dataclass(frozen=True, slots=True)
class Part:
    """One heading of a form: the field that a layout prints, and where its words come from.

    A part that is `Single` is one value under its name (`Noted` has `<name>_ref` beside it); any other is a list under
    its name, with `<name>_gap` beside it.
    """

    name: str
    content: Content
    meaning: str  # one plain phrase, as the field picker shows it

    @property
    def is_list(self) -> bool:
        """Return whether the part is a list with a gap beside it."""
        return not isinstance(self.content, Single)


@dataclass(frozen=True, slots=True)
class Form:
    """One document. `since` are the events from whose last day its work counts: meetings and facts from then on.

    A record of what has just been held counts from the last day before: its own time does not begin with it. Where none
    of them is recorded it draws on the last meeting; `is_whole` draws on everything held. A form of a family may have
    `child_parts`, which stand once for each child; where it `tells_together`, what is about several of the children
    stands once before them, in parts of the same names.
    """

    composition: str
    parts: tuple[Part, ...]
    since: frozenset[str] = frozenset()
    is_whole: bool = False
    is_record: bool = False  # of what has just been held
    is_of_family: bool = False
    tells_changes: bool = False  # of a document that comes back: what is new since the last meeting
    child_parts: tuple[Part, ...] = ()
    tells_together: bool = False
    pictures: tuple[str, ...] = ()  # "genogram", "ecomap"
    holds_back: re.Pattern[str] | None = None  # lines that use such a word are left out and counted

    @property
    def headings(self) -> frozenset[str]:
        """Return the sorts of recorded words that have a heading of their own here."""
        parts = (*self.parts, *self.child_parts)
        return frozenset(part.content.group for part in parts if isinstance(part.content, Sorted))


def codes(*names: str) -> frozenset[str]:
    """Return event codes as a set."""
    return frozenset(names)


def asked(**meanings: str) -> tuple[Part, ...]:
    """Return parts that only a person can fill, each named with what it means."""
    return tuple(Part(name, ASKED, meaning) for name, meaning in meanings.items())
