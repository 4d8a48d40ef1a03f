"""The children's rows as one family's: what is told of several children stands once and names them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from autoadmin.chronology.order import order
from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.identifiers import ChildId


def family_rows(chronologies: Mapping[ChildId, tuple[ChronologyRow, ...]]) -> tuple[ChronologyRow, ...]:
    """Return every row of some children, oldest first, each with the children it is about.

    Rows tell the same where day, words, kind, speaker and what may be shared are the same; the sources of all stand by.
    """
    found: dict[tuple[object, ...], ChronologyRow] = {}
    for child, rows in chronologies.items():
        for row in rows:
            same = (row.on, row.precision, row.on_words, row.at_time, row.detail, row.kind, row.by, row.is_restricted)
            held = found.get(same)
            found[same] = _and_also(held, row, child) if held else replace(row, about=(child,))
    return tuple(sorted(found.values(), key=order))


def _and_also(held: ChronologyRow, row: ChronologyRow, child: ChildId) -> ChronologyRow:
    return replace(
        held,
        about=tuple(dict.fromkeys((*held.about, child))),
        entries=tuple(dict.fromkeys((*held.entries, *row.entries))),
        events=(*held.events, *row.events),
        sources=tuple(dict.fromkeys((*held.sources, *row.sources))),
        impact=held.impact or row.impact,
        analysis=held.analysis or row.analysis,
        action=held.action or row.action,
        is_significant=held.is_significant or row.is_significant,
        choice=held.choice or row.choice,
    )
