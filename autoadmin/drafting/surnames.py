"""Families that a text mentions by surname alone: "the Quill family", "the Quills", "their neighbour Mrs Quill"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from autoadmin.domain.identity import fold

_NAME: Final = r"[A-Z][\w’']*[a-z](?:-[A-Z][\w’']*[a-z])?"
# Work with any family at all: "the Family Help team", "May family time", "a Rose family group conference".
_NOT_A_FAMILY: Final = (
    r"(?! (?:group|help|support|court|hub|time|centre|network|therap\w+|work\w*|meeting|conference|law|plan|members?))"
)
_TITLE: Final = r"(?:Mr|Mrs|Ms|Miss|Mx)\.?"
_NEAR: Final = r"(?:[Nn]eighbours?|[Nn]ext[ -]door)"
_FORMS: Final = (
    re.compile(rf"(?P<the>\b[Tt]he )?\b(?P<name>{_NAME})(?:['’]s)? (?:family|household)\b{_NOT_A_FAMILY}"),
    re.compile(rf"(?P<the>\b[Tt]he )(?P<many>{_NAME})\b"),
    re.compile(rf"(?P<the>\b{_NEAR}\b)[,:(]? (?:(?:the|and|{_TITLE}) ){{0,4}}(?P<name>{_NAME})\b"),
    re.compile(rf"(?P<the>\b{_TITLE} )(?P<name>{_NAME})\b[^.;]{{0,25}}\b{_NEAR}\b"),
)
_HINT: Final = re.compile(r"family|household|[Nn]eighbour|[Nn]ext[ -]door|[Tt]he\s+[A-Z]")
# Days and months that are surnames too: a name only behind "the". Places that are plurals: never a family's.
_DAYS: Final = frozenset({"march", "april", "may", "june", "august", "friday", "sunday"})
_PLACES: Final = frozenset(
    "banks courts downs fields gardens greens halls hills kings lakes lanes parks queens roses wards woods".split()
)


def surnames_in(text: str) -> Iterator[str]:
    """Yield each word of a text that names a family by its surname alone, folded and in the singular."""
    if not _HINT.search(text):
        return
    text = " ".join(text.split())
    for form in _FORMS:
        for found in form.finditer(text):
            yield from _singular(found["many"]) if "many" in form.groupindex else _alone(found)


def _alone(found: re.Match[str]) -> Iterator[str]:
    name = fold(found["name"]).removesuffix("'s")
    if name not in _DAYS or found["the"]:
        yield name


def _singular(many: str) -> Iterator[str]:
    """Yield what a plural may be one of: "Quills" of Quill, "Joneses" of Jones."""
    name = fold(many)
    if name in _PLACES:
        return
    if name.endswith("s"):
        yield name[:-1]
    if name.endswith("es"):
        yield name[:-2]
