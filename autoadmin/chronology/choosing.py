"""What people chose about rows, laid over what the written rule says; it outlives redrafts and corrected records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from autoadmin.domain.chronologies import ChronologyRow, RowChoice, RowWords
from autoadmin.domain.clocks import DISCUSSION_SHEET
from autoadmin.domain.events import Source
from autoadmin.domain.identity import fold

CORRECTED_WITHIN = timedelta(days=31)  # a date that is further off is another event


@dataclass(frozen=True, slots=True)
class Chosen:
    """A chronology with people's choices, and the choices whose row the records do not tell of any more."""

    rows: tuple[ChronologyRow, ...]
    lost: tuple[RowChoice, ...] = ()


def with_choices(rows: Sequence[ChronologyRow], choices: Iterable[RowChoice]) -> Chosen:
    """Return the rows in or out as people last chose; a row whose record has changed since says so.

    A choice follows its row by the entries and events it was made of. Where they are gone, it follows the one row that
    was corrected from it: the same line of the same meeting's sheet, or the same kind of event from the same kind of
    record about the same time. Where that is no row or several, nothing is guessed: the choice is lost, and told.
    """
    if not (made := tuple(choices)):
        return Chosen(tuple(rows))
    found = list(rows)
    places = Places(rows)
    lost: dict[tuple[str, ...], RowChoice] = {}
    for choice in made:
        place = places.of(choice)
        if place is None:
            lost[choice.keys] = choice
            continue
        row = found[place]
        has_changed = row.on != choice.on or fold(row.detail) != fold(choice.read)
        found[place] = replace(row, is_significant=choice.is_included, choice=choice, is_changed=has_changed)
    return Chosen(tuple(found), tuple(lost.values()))


class Places:
    """Where in a chronology a row is that a person once chose or wrote about."""

    def __init__(self, rows: Sequence[ChronologyRow]) -> None:
        self._rows = rows
        self._place_of = {key: place for place, row in enumerate(rows) for key in row.keys}

    def of(self, about: RowChoice | RowWords) -> int | None:
        """Return the place of the row; None where it is none any more, or may be several."""
        places = {self._place_of[key] for key in about.keys if key in self._place_of}
        places = places or {place for place, row in enumerate(self._rows) if _is_correction(row, about)}
        return places.pop() if len(places) == 1 else None


def _is_correction(row: ChronologyRow, choice: RowChoice | RowWords) -> bool:
    if any(_same_line(one, other) for one in row.sources for other in choice.sources):
        return True
    kinds = {source.kind for source in row.sources} & {source.kind for source in choice.sources}
    return bool(kinds and set(row.codes) & set(choice.codes) and abs(row.on - choice.on) <= CORRECTED_WITHIN)


def _same_line(one: Source, other: Source) -> bool:
    is_sheet = one.kind == other.kind == DISCUSSION_SHEET and one.stated_on == other.stated_on
    return is_sheet and bool(one.place.where) and one.place.where == other.place.where
