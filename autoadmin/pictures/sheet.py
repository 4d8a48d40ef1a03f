"""A genogram laid out: symbols in rows of generations, their words, the lines between them, households, the legend."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from autoadmin.domain.generations import forebears, settled
from autoadmin.domain.kinship import Bond, Feeling, Genogram, Unplaced
from autoadmin.pictures.columns import Columns, columns_of
from autoadmin.pictures.households import outlines_of
from autoadmin.pictures.kinlines import kinlines_of
from autoadmin.pictures.labels import LINE, SMALL, Label, has_stem, label_of, symbol_of, words_at
from autoadmin.pictures.legend import legend_of
from autoadmin.pictures.measuring import lines_of
from autoadmin.pictures.ordering import rows_of
from autoadmin.pictures.shapes import Line, Sheet, Stroke, Symbol, Words
from autoadmin.pictures.sibships import home_parents

MARGIN: Final = 24
LEAST_WIDTH: Final = 560
UNPLACED: Final = "Recorded, but not where in the family:"
LEFT_OUT: Final = "Recorded too; farther off than a page has room for:"
FEELINGS: Final = {
    Feeling.CLOSE: Stroke.CLOSE,
    Feeling.DISTANT: Stroke.DISTANT,
    Feeling.HOSTILE: Stroke.HOSTILE,
    Feeling.CUT_OFF: Stroke.CUT_OFF,
    Feeling.VIOLENT: Stroke.VIOLENT,
}


def lay_out(recorded: Genogram, left_out: str = "") -> Sheet:
    """Return the picture of a family. Who cannot be placed, or was left out of it, is told in words under it."""
    genogram = with_all_bonds(settled(recorded))
    rows = rows_of(genogram)
    labels = {person.key: label_of(person, has_stem=has_stem(genogram, person.key)) for person in genogram.people}
    columns, width = _on_the_sheet(columns_of(genogram, rows, labels), labels)
    kin = kinlines_of(genogram, rows, columns, labels)
    tops = {key: top + MARGIN for row, top in zip(rows, kin.tops, strict=True) for key in row}
    symbols = tuple(symbol_of(person, columns[person.key], tops[person.key]) for person in genogram.people)
    own_words = {key: words_at(label, columns[key], tops[key]) for key, label in labels.items()}
    lines = (*_moved(kin.lines), *_feelings(genogram, symbols))
    outlines, letters = outlines_of(genogram, rows, symbols, own_words)
    under, y = _told(genogram.unplaced, left_out, width, kin.bottom + MARGIN + LINE)
    legend = legend_of(genogram, width, y)
    years = [replace(each, y=each.y + MARGIN) for each in kin.words]
    words = (*(each for found in own_words.values() for each in found), *years, *letters, *under, *legend.words)
    return Sheet(
        width,
        legend.height + MARGIN,
        (*symbols, *legend.symbols),
        words,
        (*lines, *legend.lines),
        (*outlines, *legend.outlines),
    )


def with_all_bonds(genogram: Genogram) -> Genogram:
    """Return the genogram with a line between any two parents of one child, where nothing of them is recorded.

    Two of a couple who come from one forebear are kin.
    """
    held = {frozenset((bond.one, bond.other)) for bond in genogram.bonds}
    pairs = [home_parents(genogram, person.key) for person in genogram.people]
    missing = dict.fromkeys(pair for pair in pairs if len(pair) == 2 and frozenset(pair) not in held)
    bonds = (*genogram.bonds, *(Bond(*pair) for pair in missing))
    return replace(genogram, bonds=tuple(_with_kinship(genogram, bond) for bond in bonds))


def _with_kinship(genogram: Genogram, bond: Bond) -> Bond:
    return replace(bond, are_kin=True) if forebears(genogram, bond.one) & forebears(genogram, bond.other) else bond


def _on_the_sheet(columns: Columns, labels: Mapping[str, Label]) -> tuple[Columns, int]:
    """Return the columns moved so that all words are within a margin, and the width of the sheet."""
    left = min((place - labels[key].left for key, place in columns.items()), default=0)
    right = max((place + labels[key].right for key, place in columns.items()), default=0)
    width = max(right - left + 2 * MARGIN, LEAST_WIDTH)
    shift = (width - (right - left)) // 2 - left
    return {key: place + shift for key, place in columns.items()}, width


def _moved(lines: tuple[Line, ...]) -> list[Line]:
    return [replace(line, points=tuple((x, y + MARGIN) for x, y in line.points)) for line in lines]


def _feelings(genogram: Genogram, symbols: tuple[Symbol, ...]) -> list[Line]:
    """Return a straight line for each relationship, from symbol to symbol."""
    middle = {symbol.key: symbol.box.middle for symbol in symbols}
    return [
        Line((middle[each.one], middle[each.other]), FEELINGS[each.feeling], (each.one, each.other))
        for each in genogram.relations
        if each.one != each.other
    ]


def _told(unplaced: tuple[Unplaced, ...], left_out: str, width: int, y: int) -> tuple[list[Words], int]:
    """Return the words under the picture, one line for each who cannot be placed, and where they end."""
    told = [f"{each.name}: {each.words}" if each.words else each.name for each in unplaced]
    sentences = [*([UNPLACED, *told] if told else []), *([f"{LEFT_OUT} {left_out}."] if left_out else [])]
    found = []
    for sentence in sentences:
        for line in lines_of(sentence, SMALL + 1, width - 2 * MARGIN):
            found.append(Words(line, MARGIN, y, SMALL + 1))
            y += LINE
    return found, y + (LINE if found else 0)
