"""Dashed frames round those who live together, and never round anybody who does not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from autoadmin.domain.kinship import Genogram
from autoadmin.pictures.ordering import Rows
from autoadmin.pictures.shapes import Box, Outline, Symbol, Words, box_around

AROUND: Final = 5
LETTER: Final = 10


def outlines_of(
    genogram: Genogram, rows: Rows, symbols: Sequence[Symbol], words: Mapping[str, Sequence[Words]]
) -> tuple[tuple[Outline, ...], tuple[Words, ...]]:
    """Return a frame for each household, or one for each group of neighbours where another person stands between.

    Where there is more than one frame, each has the letter of its home.
    """
    boxes = {each.key: box_around([each.box, *(word.box for word in words[each.key])]) for each in symbols}
    found: list[tuple[int, Outline]] = []
    for home, household in enumerate(genogram.households):
        together = box_around([boxes[key] for key in household]).around(AROUND)
        if not any(together.overlaps(box) for key, box in boxes.items() if key not in household):
            found.append((home, Outline(together, household)))
        else:
            found.extend((home, frame) for frame in _framed(rows, boxes, household))
    letters = [Words(_letter(home), frame.box.x, frame.box.y - 2, LETTER) for home, frame in found]
    return tuple(frame for _, frame in found), tuple(letters if len(found) > 1 else ())


def _letter(home: int) -> str:
    """Return A to Z, then A2..."""
    return f"{chr(ord('A') + home % 26)}{home // 26 + 1 if home >= 26 else ''}"


def _framed(rows: Rows, boxes: Mapping[str, Box], household: tuple[str, ...]) -> list[Outline]:
    runs: list[list[str]] = []
    for row in rows:
        is_running = False
        for key in row:
            if key in household and is_running:
                runs[-1].append(key)
            elif key in household:
                runs.append([key])
            is_running = key in household
    return [Outline(box_around([boxes[key] for key in run]).around(AROUND), tuple(run)) for run in runs]
