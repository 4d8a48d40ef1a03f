"""Who was at the meeting, as a line or a table of the sheet says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from autoadmin.domain.records import Attendee, Presence
from autoadmin.intake.sheets.names import is_namelike, is_role

_NOBODY = re.compile(r"^(?:none|nil|no one|nobody|n/?a|-|–|no)\.?$", re.IGNORECASE)
_AWAY = re.compile(
    r"^(?P<name>[^\W\d_][\w'’.-]*(?:\s+[A-Z][\w'’-]*){0,3})\s+(?:is\s+|was\s+)?"
    r"(?P<why>(?:on|off|away|sick|ill|absent|sends?|sent|gave|late|not here|unable|could not|couldn['’]?t)\b.*)$",
    re.IGNORECASE,
)
_ROLED = re.compile(r"^(?P<name>[^(\[]+?)\s*[(\[](?P<role>[^)\]]*)[)\]]\s*(?P<rest>.*)$")
_YES = frozenset({"yes", "y", "present", "here", "attended", "x", "✓", "✔", "in person", "online", "teams", "by phone"})


def read_attendees(value: str, presence: Presence) -> tuple[Attendee, ...]:
    """Return the people in a list such as "Ruth Adeyemi (consultant social worker), Tom Byrne; Sam on leave"."""
    attendees: list[Attendee] = []
    for chunk in _chunks(value):
        if _NOBODY.match(chunk):
            continue
        if attendees and _is_remark(chunk):
            before = attendees[-1]
            remark = f"{before.remark}, {chunk}" if before.remark else chunk
            attendees[-1] = Attendee(before.name, before.role, before.presence, remark)
        else:
            attendees.append(_attendee(chunk, presence))
    return tuple(attendee for attendee in attendees if attendee.name)


def presence_of(cell: str) -> tuple[Presence, str]:
    """Return what a cell of an attendance table says, and the rest of its words as a remark."""
    words = cell.strip().casefold()
    if words in _YES or not words:
        return Presence.PRESENT, ""
    if "apolog" in words or "leave" in words or "sick" in words:
        return Presence.APOLOGIES, "" if words == "apologies" else cell.strip()
    if words in {"no", "n", "absent", "not present", "dna"}:
        return Presence.ABSENT, ""
    if "guest" in words or "visitor" in words:
        return Presence.GUEST, "" if words == "guest" else cell.strip()
    return Presence.PRESENT, cell.strip()


def _chunks(value: str) -> Iterator[str]:
    """Yield what stands between commas, semicolons and full stops, but not within brackets."""
    depth, start = 0, 0
    for index, mark in enumerate(value):
        depth += (mark in "([") - (mark in ")]" and depth > 0)
        is_stop = mark in ",;\n" or (
            mark == "." and value[index + 1 : index + 2] in {" ", ""} and _ends_name(value, index)
        )
        if is_stop and depth == 0:
            yield from _and_parted(value[start:index])
            start = index + 1
    yield from _and_parted(value[start:])


def _and_parted(chunk: str) -> Iterator[str]:
    parts = re.split(r"\s+(?:and|&)\s+(?=[A-Z])", chunk.strip()) if "(" not in chunk else [chunk.strip()]
    yield from (part.strip(" .") for part in parts if part.strip(" ."))


def _ends_name(value: str, index: int) -> bool:
    """Return whether a full stop ends a sentence, and not a title as in "Dr. Fox"."""
    before = re.split(r"[\s,;]", value[:index])[-1].casefold()
    return before not in {"dr", "mr", "mrs", "ms", "prof", "rev", "st"}


def _is_remark(chunk: str) -> bool:
    """Return whether a chunk goes on about the person before it: "for Marsh only", "social worker"."""
    if "(" in chunk or _AWAY.match(chunk):
        return False
    return is_role(chunk) or (" " in chunk and not is_namelike(chunk) and not chunk[:1].isupper())


def _attendee(chunk: str, presence: Presence) -> Attendee:
    if away := _AWAY.match(chunk):
        return Attendee(away["name"].strip(), "", Presence.APOLOGIES, away["why"].strip())
    if roled := _ROLED.match(chunk):
        inside, rest = roled["role"].strip(), roled["rest"].strip(" ,")
        if presence is Presence.APOLOGIES and not is_role(inside):
            return Attendee(roled["name"].strip(" -–—"), "", presence, f"{inside} {rest}".strip())
        return Attendee(roled["name"].strip(" -–—"), inside.casefold(), presence, rest)
    name, dash, role = re.match(r"^(.*?)(?:\s+([-–—])\s+(.*))?$", chunk, re.DOTALL).groups()  # type: ignore[union-attr] # always matches
    return Attendee(name.strip(), role.strip().casefold() if dash and role else "", presence)
