"""What a draft is about, as one line ("child=C-1;meeting=unit-4-2026-11-19"): the arguments of its task."""

from __future__ import annotations

from collections.abc import Mapping

ASPECTS = ("meeting", "family", "child", "unit", "clock", "meeting_on", "role")


def subject_line(about: Mapping[str, str]) -> str:
    """Return the line for what is given, aspects in a fixed order."""
    return ";".join(f"{aspect}={about[aspect]}" for aspect in ASPECTS if about.get(aspect))


def subject_parts(line: str) -> dict[str, str]:
    """Return what a subject line names, by aspect."""
    return dict(part.split("=", 1) for part in line.split(";") if "=" in part)
