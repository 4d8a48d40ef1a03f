"""A sheet cut into its parts: what belongs to the meeting, and each family's lines under its heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from autoadmin.intake.sheets.labels import (
    FamilyHeading,
    begins_section,
    family_heading,
    is_closing,
    labelled,
    names_unit,
)
from autoadmin.intake.sheets.lines import Line, plain
from autoadmin.intake.sheets.other_families import may_be_another_family
from autoadmin.intake.sheets.synonyms import FAMILY_LABEL_OF, MEETING_LABEL_OF, normal

_OF_MEETING = frozenset({"unit", "council", "date", "chair", "present", "apologies", "guest", "absent"})


@dataclass(slots=True)
class Segment:
    """Lines that belong together: a family's, or the meeting's where `family` is None."""

    family: FamilyHeading | None
    heading: Line | None = None
    lines: list[Line] = field(default_factory=list)
    is_doubtful: bool = False  # its lines may be about a family that no heading names


def cut(lines: Sequence[Line]) -> tuple[Segment, ...]:
    """Return the parts in order; the first is the meeting's and may be empty.

    Where one discussion alone was typed, the day and who was there may stand under the family's heading.
    """
    segments = [Segment(None)]
    is_opening = False
    for line, following in _with_following(lines):
        family = None if _is_title(segments, line) else family_heading(line, following)
        if family:
            segments.append(Segment(family, line))
            is_opening = len(segments) == 2
        elif is_opening and _is_of_meeting(line, segments[0].lines):
            segments[0].lines.append(line)
        elif segments[-1].family and _ends_families(line):
            segments.append(Segment(None, None, [line]))
        elif (current := segments[-1].family) and may_be_another_family(line, current, _levels(segments)):
            segments.append(Segment(None, None, [line], is_doubtful=True))
        else:
            segments[-1].lines.append(line)
            is_opening = is_opening and not begins_section(line)
    return tuple(segments)


def _levels(segments: Sequence[Segment]) -> frozenset[int]:
    """Return the heading levels at which families stand in the sheet so far."""
    return frozenset(segment.heading.level for segment in segments if segment.heading and segment.heading.level)


def _is_of_meeting(line: Line, told: Sequence[Line]) -> bool:
    """Return whether a line tells of the meeting what the lines before the families do not."""
    role = _meeting_role(line)
    if role:
        return role in _OF_MEETING and role not in {_meeting_role(before) for before in told}
    return not line.is_listed and names_unit(line) and not any(names_unit(before) for before in told)


def _meeting_role(line: Line) -> str:
    found = labelled(plain(line.text))
    label = normal(plain(line.cells[0] if line.cells else found.label if found else ""))
    return "" if label in FAMILY_LABEL_OF else MEETING_LABEL_OF.get(label, "")


def _ends_families(line: Line) -> bool:
    """Return whether what follows belongs to the meeting again: "Any other business", "Not discussed: Rahman"."""
    is_closed = not line.is_listed and is_closing(line.text.rstrip(": "))
    return is_closed or normal(plain(line.text)).startswith("not discussed")


def _with_following(lines: Sequence[Line]) -> Iterator[tuple[Line, str]]:
    """Yield each line with the family label that the next one begins with, if it does."""
    for index, line in enumerate(lines):
        found = labelled(plain(lines[index + 1].text)) if index + 1 < len(lines) else None
        label = normal(found.label) if found else ""
        yield line, label if FAMILY_LABEL_OF.get(label) in {"children", "adults", "worker", "status"} else ""


def _is_title(segments: Sequence[Segment], line: Line) -> bool:
    """Return whether a line is the sheet's title: "Unit 4 meeting" is no family called Unit."""
    words = normal(plain(line.text)).split()
    return len(segments) == 1 and not segments[0].family and ("meeting" in words or words[:1] in (["unit"], ["team"]))
