"""The same thing told in several places becomes one row with every source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from autoadmin.chronology.order import by_day, order
from autoadmin.chronology.saying import says
from autoadmin.chronology.significance import weighed
from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.events import Precision, Source
from autoadmin.domain.identity import fold

EXACT = frozenset({Precision.DAY, Precision.TIME})
EXACTNESS = ("year", "approximate", "month", "day", "time")


def join_same(rows: Iterable[ChronologyRow]) -> list[ChronologyRow]:
    """Return the rows with repetitions joined, in order: a recorded entry's words before a label.

    Two rows tell the same if they are of one date and either share an event's code without contradicting each other,
    or have the same words, or one is a fact that says in its words what the other's label says.
    """
    found: list[ChronologyRow] = []
    for told in by_day(rows):
        found += told if len(told) == 1 else _one_day(told)
    return found


def _one_day(told: list[ChronologyRow]) -> list[ChronologyRow]:
    day: list[ChronologyRow] = []
    for row in told:
        _add(day, row)
    return day if len(day) == len(told) else sorted(day, key=order)


def _add(day: list[ChronologyRow], row: ChronologyRow) -> None:
    for place, other in enumerate(day):
        if _tell_the_same(other, row):
            day[place] = _join(other, row)
            return
    day.append(row)


def _tell_the_same(one: ChronologyRow, other: ChronologyRow) -> bool:
    if one.is_restricted != other.is_restricted or not _equally_exact(one, other):
        return False  # what may be shared stays sharable beside what may not
    if fold(one.detail) == fold(other.detail):
        return one.kind == other.kind or None in (one.kind, other.kind)
    if one.kind is not None and other.kind is not None:
        return False
    is_one_event = not set(one.codes).isdisjoint(other.codes) or says(one, other) or says(other, one)
    return is_one_event and _agree(one, other)


def _equally_exact(one: ChronologyRow, other: ChronologyRow) -> bool:
    """Return whether both are as exact as each other; that only one has the hour does not matter."""
    if one.on_words != other.on_words and fold(one.on_words) != fold(other.on_words):
        return False  # "early 2019" and "about 2019" begin on one day and are not the same
    return one.precision is other.precision or {one.precision, other.precision} == EXACT


def _agree(one: ChronologyRow, other: ChronologyRow) -> bool:
    """Return whether nothing that one source says is said differently by the other."""
    if one.kind is None and other.kind is None and "(" in one.detail and "(" in other.detail:
        return False  # two labels with different particulars: two placements that began on one day
    return not (one.action and other.action and fold(one.action) != fold(other.action))


def _join(first: ChronologyRow, second: ChronologyRow) -> ChronologyRow:
    """Return one row for both: the entry's words where there is an entry, else the fuller label."""
    lead, rest = (second, first) if _says_more(second, first) else (first, second)
    joined = replace(
        lead,
        precision=max(lead.precision, rest.precision, key=EXACTNESS.index),
        at_time=lead.at_time or rest.at_time,
        by=lead.by or rest.by,
        codes=tuple(sorted({*lead.codes, *rest.codes})),
        impact=lead.impact or rest.impact,
        analysis=lead.analysis or rest.analysis,
        action=lead.action or rest.action,
        sources=_witnesses(lead, rest),
        entries=tuple(dict.fromkeys((*lead.entries, *rest.entries))),
        events=(*lead.events, *rest.events),
        is_restricted=lead.is_restricted or rest.is_restricted,
    )
    return weighed(joined)


def _says_more(one: ChronologyRow, other: ChronologyRow) -> bool:
    if (one.kind is None) != (other.kind is None):
        return one.kind is not None
    return one.kind is None and len(one.detail) > len(other.detail)


def _witnesses(lead: ChronologyRow, rest: ChronologyRow) -> tuple[Source, ...]:
    """Return the sources of both; where the words are an entry's, first of all the place it was read at."""
    if lead.kind is None:
        return _one_of_each_kind((*lead.sources, *rest.sources))
    own, *others = (*lead.sources, *rest.sources)
    return (own, *_one_of_each_kind(tuple(source for source in others if not _repeats(source, own))))


def _repeats(source: Source, own: Source) -> bool:
    """Return whether a source is the entry's own place, or a later one of its kind."""
    if (source.kind, source.stated_on, source.place) == (own.kind, own.stated_on, own.place):
        return True
    return source.kind == own.kind and (source.stated_on or date.min) > (own.stated_on or date.max)


def _one_of_each_kind(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return the earliest source of each kind: fifty weekly sheets that repeat one date are one witness to it."""
    first: dict[str, Source] = {}
    for source in sources:
        held = first.get(source.kind)
        if held is None or (source.stated_on and held.stated_on and source.stated_on < held.stated_on):
            first[source.kind] = source
    return tuple(first.values())
