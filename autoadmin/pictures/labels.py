"""What stands at each symbol: name and note below, birth year above left, year of death above right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from autoadmin.domain.kinship import Genogram, Loss, Person, Sex
from autoadmin.pictures.measuring import lines_of, width_of
from autoadmin.pictures.shapes import Anchor, Box, Figure, Symbol, Words

SIZE: Final = 40  # of a symbol
NAME: Final = 12
SMALL: Final = 10
LINE: Final = 14
ABOVE: Final = 16  # room for the years
NAME_WIDTH: Final = 78
BESIDE: Final = 7  # from the line under a symbol to the words beside it
MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
NO_NAME: Final = "name not recorded"
FIGURES: Final = {
    Sex.MALE: Figure.SQUARE,
    Sex.FEMALE: Figure.CIRCLE,
    Sex.NON_BINARY: Figure.HEXAGON,
    Sex.UNKNOWN: Figure.DIAMOND,
}
LOST: Final = 22  # the size of the symbol of a pregnancy that ended


@dataclass(frozen=True, slots=True)
class Label:
    """The words of one person; `has_stem` where a line goes down from the symbol, so that words stand beside it."""

    name: tuple[str, ...]
    small: tuple[str, ...]
    born: str
    died: str
    has_stem: bool

    @property
    def left(self) -> int:
        """Return how much room is needed left of the middle of the symbol."""
        own = 0 if self.has_stem else (self._width + 1) // 2
        return max(SIZE // 2 + 4, own, BESIDE + width_of(self.born, SMALL) if self.born else 0)

    @property
    def right(self) -> int:
        """Return how much room is needed right of the middle of the symbol."""
        own = BESIDE + self._width if self.has_stem else (self._width + 1) // 2
        return max(SIZE // 2 + 4, own, BESIDE + width_of(self.died, SMALL) if self.died else 0)

    @property
    def height(self) -> int:
        """Return how much room is needed below the symbol."""
        return LINE * (len(self.name) + len(self.small)) + 6

    @property
    def _width(self) -> int:
        names = [width_of(line, NAME) for line in self.name]
        return max([*names, *(width_of(line, SMALL) for line in self.small)], default=0)


def label_of(person: Person, *, has_stem: bool) -> Label:
    """Return the words at a person's symbol."""
    name = lines_of(person.name, NAME, NAME_WIDTH) if person.name else ()
    due = due_words(person)
    told = (due, lost_words(person), person.note, "" if person.name or person.is_unborn or person.loss else NO_NAME)
    small = tuple(line for words in told for line in lines_of(words, SMALL, NAME_WIDTH))
    born = str(person.born_on.year) if person.born_on else ""
    died = str(person.year_of_death) if person.has_died and person.year_of_death else ""
    return Label(name, small, born, died, has_stem)


def due_words(person: Person) -> str:
    """Return "due 12 Feb 2027" of a pregnancy; empty for anybody born."""
    day = person.expected_on
    return f"due {day.day} {MONTHS[day.month - 1]} {day.year}" if person.is_unborn and day else ""


def lost_words(person: Person) -> str:
    """Return "stillborn 2018" of a pregnancy that ended; empty for anybody else."""
    return f"{person.loss.value} {person.year_of_death or ''}".strip() if person.loss else ""


def words_at(label: Label, x: int, top: int) -> list[Words]:
    """Return the words at a symbol whose middle is at `x` and whose upper edge at `top`."""
    anchor, at = (Anchor.START, x + BESIDE) if label.has_stem else (Anchor.MIDDLE, x)
    found, y = [], top + SIZE + LINE
    for lines, size in ((label.name, NAME), (label.small, SMALL)):
        for line in lines:
            found.append(Words(line, at, y, size, anchor))
            y += LINE
    if label.born:
        found.append(Words(label.born, x - BESIDE, top - 5, SMALL, Anchor.END))
    if label.died:
        found.append(Words(label.died, x + BESIDE, top - 5, SMALL))
    return found


def symbol_of(person: Person, x: int, top: int) -> Symbol:
    """Return a person's symbol; a question mark stands in one whose sex and age are not recorded."""
    if person.loss:
        box = Box(x - LOST / 2, top, LOST, LOST)
        return Symbol(person.key, Figure.TRIANGLE, box, "", person.is_index, *signs_of(person.loss))
    figure = Figure.TRIANGLE if person.is_unborn else FIGURES[person.sex]
    inside = person.age or ("?" if figure is Figure.DIAMOND else "")
    box = Box(x - SIZE / 2, top, SIZE, SIZE)
    return Symbol(person.key, figure, box, inside, person.is_index, person.has_died)


def signs_of(loss: Loss) -> tuple[bool, bool]:
    """Return whether the small triangle of a pregnancy that ended has a cross, and whether it has a slash."""
    return loss is Loss.STILLBIRTH, loss is Loss.TERMINATION


def has_stem(genogram: Genogram, key: str) -> bool:
    """Return whether a line goes down from somebody's symbol: to a partner or to children."""
    return any(key in (bond.one, bond.other) for bond in genogram.bonds) or bool(genogram.children(key))
