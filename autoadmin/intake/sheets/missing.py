"""A child who was missing, and came back: only where the words say that it was a child."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time

from autoadmin.domain.records import RecordedChild
from autoadmin.intake.sheets.children_meant import children_named
from autoadmin.intake.sheets.dates import find_dates
from autoadmin.intake.sheets.entries import Scene
from autoadmin.intake.sheets.names import is_kin
from autoadmin.intake.sheets.times import find_time
from autoadmin.intake.sheets.undone import NOT_DONE

_MISSING = re.compile(
    r"\b(?:went |goes |was |is |been |gone |reported )?missing\b"
    r"(?! (?:episode|school|lesson|from (?:school|class|the (?:file|record|house|flat|home))))",
    re.IGNORECASE,
)
_RETURNED = re.compile(r"\b(?:returned|back|found|came home|came back)\b(?P<rest>[^.;]*)", re.IGNORECASE)
_SAME_DAY = re.compile(r"\bsame (?:night|day|evening)\b", re.IGNORECASE)
_NEXT_DAY = re.compile(r"\b(?:the )?next (?:day|morning)\b", re.IGNORECASE)
_IN_BETWEEN = re.compile(
    r"(?:\s*\b(?:still|again|also|now|has|have|had|then|been|gone|went|was|is|reported)\b)+\s*$", re.I
)
_OF_SOMEBODY = re.compile(r"['’]s?\s+(?:[\w-]+\s+)?[\w-]+$")  # "Kelly's phone", "mum's new boyfriend"
_ANYBODY = frozenset(
    {"", "he", "she", "they", "both", "children", "boys", "girls", "child", "young", "person", "again"}
)


@dataclass(frozen=True, slots=True)
class MissingEpisode:
    """A missing episode as a line tells it; `children` is empty where it names none of those listed."""

    children: tuple[RecordedChild, ...] = ()
    returned_on: date | None = None
    returned_after: int | None = None  # days, where the line says "same night" or "next day"
    returned_at: time | None = None


def missing_episode(text: str, scene: Scene) -> MissingEpisode | None:
    """Return the episode that a line states; None where it states none, or of a thing or an adult."""
    for clause in re.split(r"(?<=[.;!?])\s+", text):
        found = _MISSING.search(clause)
        if found is None or NOT_DONE.search(clause[: found.end()]):
            continue
        before = _IN_BETWEEN.sub("", clause[: found.start()]).strip(" ,:-–—")
        named = children_named(before, scene.children) or children_named(clause[found.end() :], scene.children)
        if _is_child(before, scene):
            children = tuple(child for child in scene.children if child.id and child.id in named)
            return _with_return(children, text, scene)
    return None


def _is_child(before: str, scene: Scene) -> bool:
    """Return whether the words before "missing" end with a child, or leave nobody else it could be."""
    last = before.split()[-1].casefold() if before else ""
    if _OF_SOMEBODY.search(before) or is_kin(last):
        return False
    if children_named(last, scene.children) or children_named(" ".join(before.split()[-2:]), scene.children):
        return True
    if scene.people.matches(last):
        return False
    return last in _ANYBODY or last[-1:].isdigit() or not scene.children


def _with_return(children: tuple[RecordedChild, ...], text: str, scene: Scene) -> MissingEpisode:
    found = _RETURNED.search(text)
    if found is None or NOT_DONE.search(_NEXT_DAY.sub("", found[0])):
        return MissingEpisode(children)
    days = [day.on for day in find_dates(found["rest"], scene.met_on) if day.on and day.on <= scene.met_on]
    if days:
        return MissingEpisode(children, days[0], None, find_time(found["rest"]))
    after = 0 if _SAME_DAY.search(found["rest"]) else 1 if _NEXT_DAY.search(found["rest"]) else None
    return MissingEpisode(children, None, after, find_time(found["rest"]) if after is not None else None)
