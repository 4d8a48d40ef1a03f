"""One visit noted in several tables is one visit.

SystemC lists protection and looked-after visits among the child-in-need visits as well: under the same case-note id, or
under another id at the same moment (case-system-extracts 5, 14).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable

from autoadmin.domain.events import Event


class Visits:
    """The visits taken so far; tables have to be added from the most specific to the least."""

    def __init__(self) -> None:
        self._by_note: dict[Hashable, Event] = {}
        self._by_moment: dict[Hashable, list[Event]] = defaultdict(list)

    def same(self, visit: Event, note_id: str) -> Event | None:
        """Return the visit of another kind that is this one: same case note and day, or same moment and no contradiction."""
        noted = self._by_note.get((visit.child, note_id, visit.on)) if note_id else None
        if noted is not None and noted.code != visit.code:
            return noted
        at_once = self._by_moment.get((visit.child, visit.on, visit.at_time), [])
        return next((other for other in at_once if other.code != visit.code and _agree(other, visit)), None)

    def add(self, visit: Event, note_id: str) -> None:
        """Keep a visit to compare later ones with."""
        self._by_moment[visit.child, visit.on, visit.at_time].append(visit)
        if note_id:
            self._by_note.setdefault((visit.child, note_id, visit.on), visit)


def _agree(one: Event, other: Event) -> bool:
    seen, also_seen = one.fields.get("seen"), other.fields.get("seen")
    return seen is None or also_seen is None or seen == also_seen
