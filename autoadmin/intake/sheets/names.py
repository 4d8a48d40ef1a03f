"""Who is meant by a name as typed: full name, unique first name, or title and surname, among the people of a sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from autoadmin.domain.identity import name_words

_TITLE = re.compile(r"^(?:dr|mr|mrs|ms|miss|mx|prof|professor|sir|rev)\.?\s+", re.IGNORECASE)
_CAPITALISED = re.compile(r"^[A-ZÀ-Þ][\w’'.-]*(?:\s+(?:de|van|von|bin|al|el|[A-ZÀ-Þ][\w’'.-]*)){1,3}$")
_KIN = frozenset(
    (
        *("mum", "mam", "mom", "mother", "dad", "father", "nan", "nana", "gran", "grandma", "grandmother", "granddad"),
        *("grandad", "grandfather", "aunt", "auntie", "uncle", "stepdad", "stepmum", "stepfather", "stepmother"),
        *("carer", "school", "police", "gp", "midwife", "iro", "csw", "sw", "boyfriend", "girlfriend", "partner"),
    )
)
_ROLE = re.compile(
    r"\b(?:social worker|csw|sw|clinician|practitioner|coordinator|co-ordinator|therapist|psychologist|psychiatrist|"
    r"manager|student|health visitor|midwife|teacher|iro|nurse|consultant|support worker|chair|officer|advocate)s?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class People:
    """The people that one sheet names, those of the meeting before those of the family."""

    names: tuple[str, ...] = ()

    def matches(self, typed: str) -> tuple[str, ...]:
        """Return the full names that `typed` may mean; more than one means that it does not tell."""
        wanted = bare(typed)
        if not wanted:
            return ()
        whole = [name for name in self.names if bare(name) == wanted]
        if whole:
            return tuple(dict.fromkeys(whole))
        part = -1 if _TITLE.match(typed.strip()) else 0
        return tuple(dict.fromkeys(n for n in self.names if bare(n) and bare(n).split()[part] == wanted))

    def full_name(self, typed: str) -> str:
        """Return the one full name that is meant, or nothing."""
        found = self.matches(typed)
        return found[0] if len(found) == 1 else ""

    def and_also(self, names: Iterable[str]) -> People:
        """Return these people and others after them."""
        return People((*self.names, *(name for name in names if name)))


def bare(name: str) -> str:
    """Return a name without title, folded as names are compared everywhere."""
    return " ".join(name_words(name))


def is_namelike(typed: str) -> bool:
    """Return whether `typed` looks like a person's name or "Mum": two or more capitalised words, a title, or kin."""
    typed = typed.strip()
    titled = bool(_TITLE.match(typed)) and len(typed.split()) <= 4
    return titled or bool(_CAPITALISED.match(typed)) or is_kin(typed)


def is_kin(typed: str) -> bool:
    """Return whether `typed` is "mum", "nan" and the like, or who else stands for a person without a name."""
    return typed.strip().casefold() in _KIN


def is_role(typed: str) -> bool:
    """Return whether `typed` names a job rather than a person."""
    return bool(_ROLE.search(typed)) and len(typed.split()) <= 5


def split_names(typed: str) -> tuple[str, ...]:
    """Return the names in "Tom, Priya and Sam"."""
    return tuple(part.strip() for part in re.split(r"\s*(?:,|;|/|&|\+|\band\b)\s*", typed) if part.strip())
