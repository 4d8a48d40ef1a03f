"""What people wrote about rows: impact and analysis, signed and dated, kept apart from what happened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from autoadmin.chronology.choosing import Places
from autoadmin.domain.chronologies import ChronologyRow, Meaning, RowWords
from autoadmin.domain.versions import day_in_words


def with_words(rows: Sequence[ChronologyRow], written: Iterable[RowWords]) -> tuple[ChronologyRow, ...]:
    """Return the rows with what people wrote after what was recorded; the last about a row and meaning is the one
    that holds. What fits no row any more is left out: it stays in the record.
    """
    last: dict[tuple[int, Meaning], RowWords] = {}
    places = Places(rows)
    for words in written:
        place = places.of(words)
        if place is not None:
            last[place, words.meaning] = words
    found = list(rows)
    for (place, _), words in sorted(last.items(), key=lambda held: (held[0][0], held[0][1])):
        if words.text:
            found[place] = _with(found[place], words)
    return tuple(found)


def _with(row: ChronologyRow, words: RowWords) -> ChronologyRow:
    said = f"{words.text} ({words.by}, {day_in_words(words.at.date())})"
    if words.meaning is Meaning.IMPACT:
        return replace(row, impact=" ".join(filter(None, (row.impact, said))), words=(*row.words, words))
    return replace(row, analysis=" ".join(filter(None, (row.analysis, said))), words=(*row.words, words))
