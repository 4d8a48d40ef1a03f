"""Who was at the meeting, as a line or a table of the sheet says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from autoadmin.domain.records import Attendee, Presence
from autoadmin.intake.sheets.names import is_namelike, is_role

_NOBODY = re.compile(r"^(?:none|nil|no one|nobody|n/?a|-|–|no)\.?$", re.IGNORECASE)
_AWAY = re.compile(
    r"^(?P<name>[^\W\d_][\w'’.-]*(?:\s+[A-Z][\w'’-]*){0,3})\s+(?:is\s+|was\s+)?"
    r"(?P<why>(?:on|off|away|sick|ill|absent|sends?|sent|gave|late|not here|unable|could not|couldn['’]?t)\b.*)$",
    re.IGNORECASE,
)
_ROLED = re.compile(r"^(?P<name>[^(\[]+?)\s*[(\[](?P<role>[^)\]]*)[)\]]\s*(?P<rest>.*)$")
_REMARKED = re.compile(
    r"^(?:arrived\b.*|joined\b.*|left\b.*|late|part|by phone|by video|on the phone|online|remote(?:ly)?|"
    r"(?:on|via) teams|(?:for|from|until|till)\b.*)$",
    re.IGNORECASE,
)
_SENT = re.compile(r"^apol(?:ogie)?s(?:\s+from)?\s*:?\s+(?P<name>[A-Z].*)$", re.IGNORECASE)
_DASHED = re.compile(r"^(?P<name>.*?)\s+[-–—]\s+(?P<role>.*)$", re.DOTALL)
_ROLE_LED = re.compile(r"^(?P<role>[a-z][a-z’' -]{1,40}?)\s*:\s*(?P<name>[A-Z].*)$", re.IGNORECASE)
_ROLE_AFTER = re.compile(r"^(?P<name>[A-Z][\w’'.-]*(?:\s+[A-Z][\w’'-]*[a-z][\w’'-]*)*)\s+(?P<role>C?SW|CP|UC)$")
_EVERYBODY = re.compile(r"^(?:all|everyone|everybody|(?:the )?(?:whole|full|entire) (?:unit|team))\b", re.IGNORECASE)
_YES = frozenset({"yes", "y", "present", "here", "attended", "x", "✓", "✔", "in person", "online", "teams", "by phone"})


def read_attendees(value: str, presence: Presence) -> tuple[Attendee, ...]:
    """Return the people in a list such as "Ruth Adeyemi (consultant social worker), Tom Byrne; Sam on leave"."""
    attendees: list[Attendee] = []
    if _NOBODY.match(value.strip()):
        return ()
    for chunk in _chunks(value):
        if _NOBODY.match(chunk):
            continue
        if attendees and _is_remark(chunk):
            attendees[-1] = _told_more(attendees[-1], chunk)
        else:
            attendees.append(_attendee(chunk, presence))
    return tuple(attendee for attendee in attendees if attendee.name and not _EVERYBODY.match(attendee.name))


def names_nobody(value: str) -> bool:
    """Return whether a list says that everybody was there without naming them: "all", "everyone except Lena"."""
    return bool(_EVERYBODY.match(value.strip()))


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
    """Yield what stands between commas, semicolons, strokes and full stops, but not within brackets."""
    depth, start = 0, 0
    for index, mark in enumerate(value):
        depth += (mark in "([") - (mark in ")]" and depth > 0)
        is_stop = mark in ",;/\n" or (
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
    if "(" in chunk or ":" in chunk or _AWAY.match(chunk) or _SENT.match(chunk) or _ROLE_AFTER.match(chunk):
        return False
    if (dashed := _DASHED.match(chunk)) and dashed["name"][:1].isupper() and not is_role(dashed["name"]):
        return False
    return is_role(chunk) or (" " in chunk and not is_namelike(chunk) and not chunk[:1].isupper())


def _told_more(before: Attendee, chunk: str) -> Attendee:
    """Return somebody with what a further chunk says: a role where none was given, else a remark."""
    if is_role(chunk) and not before.role:
        return replace(before, role=chunk.casefold())
    return replace(before, remark=f"{before.remark}, {chunk}" if before.remark else chunk)


def _attendee(chunk: str, presence: Presence) -> Attendee:
    if sent := _SENT.match(chunk):
        return _attendee(sent["name"], Presence.APOLOGIES)
    if away := _AWAY.match(chunk):
        return Attendee(away["name"].strip(), "", Presence.APOLOGIES, away["why"].strip())
    if roled := _ROLED.match(chunk):
        return _bracketed(roled["name"].strip(" -–—"), roled["role"], roled["rest"].strip(" ,"), presence)
    if (led := _ROLE_LED.match(chunk)) and is_role(led["role"]):
        return Attendee(led["name"].strip(), led["role"].strip().casefold(), presence)
    found = _DASHED.match(chunk) or _ROLE_AFTER.match(chunk)
    if found:
        return Attendee(found["name"].strip(), found["role"].strip().casefold(), presence)
    return Attendee(chunk.strip(" -–—"), "", presence)


def _bracketed(name: str, inside: str, rest: str, presence: Presence) -> Attendee:
    """Return somebody whose role, or a remark, stands in brackets: "(clinician, by phone)"."""
    parts = [part.strip() for part in inside.split(",") if part.strip()]
    is_away = presence is Presence.APOLOGIES
    remarks = [part for part in parts if _REMARKED.match(part) or (is_away and not is_role(part))]
    role = ", ".join(part for part in parts if part not in remarks)
    return Attendee(name, role.casefold(), presence, ", ".join([*remarks, *([rest] if rest else [])]))
