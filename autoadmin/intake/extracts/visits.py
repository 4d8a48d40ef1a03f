"""One visit noted in several tables: some systems copy a case note into the visits of every kind."""

from __future__ import annotations

from collections.abc import Hashable

from autoadmin.domain.events import Event
from autoadmin.domain.identifiers import ChildId
from autoadmin.intake.extracts.harvest import Harvest
from autoadmin.intake.extracts.telling import Told, agree, completed, tell_once


class Visits:
    """Tells visits, the most specific table first. Those of a child on a day are one by case-note id, else by time."""

    def __init__(self, harvest: Harvest) -> None:
        self._harvest = harvest
        self._identities: dict[Hashable, Hashable] = {}

    def tell(self, event: Event, note_id: str) -> Told:
        """Add a visit unless it is known, and return what it was."""
        keys = self._keys(event, note_id)
        identity = next((self._identities[key] for key in keys if key in self._identities), None)
        standing = self._harvest.by_identity.get(identity) if identity is not None else None
        if identity is None or standing is None or standing.code == event.code:
            return self._tell_in_table(event, note_id, keys)
        if not agree(standing.fields, event.fields):
            return Told.CONTRADICTED
        self._harvest.by_identity[identity] = completed(standing, event)
        return Told.ELSEWHERE

    def _tell_in_table(self, event: Event, note_id: str, keys: tuple[Hashable, ...]) -> Told:
        by_note, by_time = (event.code, event.child, note_id), (event.code, event.child, event.on, event.at_time)
        identity = by_note if note_id and event.at_time is None else by_time
        told = tell_once(self._harvest, event, identity)
        for key in keys:
            self._identities.setdefault(key, identity)
        return told

    @staticmethod
    def _keys(event: Event, note_id: str) -> tuple[Hashable, ...]:
        child: ChildId | None = event.child
        moment = (child, event.on, event.at_time)
        return ((child, event.on, note_id), moment) if note_id else (moment,)
