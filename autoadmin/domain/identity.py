"""Who is meant: names of units, families and workers joined to what is held, doubt reported and never guessed.

Children are joined on ids alone; a first name counts only inside one family (see intake).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from autoadmin.domain.identifiers import UnitId, slug
from autoadmin.domain.people import Family, Member, Unit

TITLES = frozenset({"dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "rev"})


def match_unit(name: str, council: str, held: Sequence[Unit]) -> Unit:
    """Return the unit a sheet means: the held one of that name, its council filled in, or a new one.

    "Unit 4" means the one Unit 4 there is; a Unit 4 of another council is another unit.
    """
    same_name = [unit for unit in held if fold(unit.name) == fold(name)]
    same_council = [unit for unit in same_name if not council or fold(unit.council) == fold(council)]
    if len(same_council) == 1:
        return same_council[0]
    unclaimed = [unit for unit in same_name if not unit.council]
    if unclaimed:
        return Unit(unclaimed[0].id, name, council)
    plain = slug(name) or "unit"
    return Unit(UnitId(f"{plain}-{slug(council)}" if same_name and council else plain), name, council)


def match_member(name: str, members: Sequence[Member]) -> Member | None:
    """Return the one member meant by a full name, a first name or a title and surname; None where it could be two."""
    wanted = name_words(name)
    if not wanted:
        return None
    exact = [member for member in members if name_words(member.name) == wanted]
    if exact:
        return exact[0] if len({member.id for member in exact}) == 1 else None
    if len(wanted) > 1:
        return None
    has_title = len(name.split()) > 1
    position = -1 if has_title else 0
    alike = [member for member in members if name_words(member.name)[position : position + 1 or None] == wanted]
    return alike[0] if len(alike) == 1 else None


def match_family(name: str, families: Iterable[Family]) -> Family | None:
    """Return the one family of that name among those of a unit; None where there is none, or more than one."""
    alike = [family for family in families if fold(family.name) == fold(name)]
    return alike[0] if len(alike) == 1 else None


def name_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a person's name without titles."""
    words = tuple(fold(word) for word in name.replace(".", " ").split())
    return tuple(word for word in words if word and word not in TITLES)


def fold(text: str) -> str:
    """Return text as names are compared: composed, case folded, white space and apostrophes made one kind."""
    if text.isascii():  # most of it, and already composed
        return " ".join(text.lower().split())
    plain = unicodedata.normalize("NFC", text).casefold().replace("’", "'").replace("‘", "'")
    return " ".join(plain.split())
