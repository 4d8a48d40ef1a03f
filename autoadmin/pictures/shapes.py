"""What a picture is made of before it is written: boxes, symbols, words and lines, in pixels from the top left."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from autoadmin.pictures.measuring import width_of

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return where it ends on the right."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Return where it ends below."""
        return self.y + self.height

    @property
    def middle(self) -> Point:
        """Return its middle."""
        return self.x + self.width / 2, self.y + self.height / 2

    def overlaps(self, other: Box) -> bool:
        """Return whether the two share more than an edge."""
        across = self.x < other.right and other.x < self.right
        return across and self.y < other.bottom and other.y < self.bottom

    def around(self, margin: float) -> Box:
        """Return a box so much larger on every side."""
        return Box(self.x - margin, self.y - margin, self.width + 2 * margin, self.height + 2 * margin)


def box_around(boxes: list[Box]) -> Box:
    """Return the smallest box that holds them all; there must be one."""
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    return Box(x, y, max(box.right for box in boxes) - x, max(box.bottom for box in boxes) - y)


class Figure(StrEnum):
    """The form of a symbol."""

    SQUARE = "square"
    CIRCLE = "circle"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"
    HEXAGON = "hexagon"


class Stroke(StrEnum):
    """How a line is drawn."""

    PLAIN = "plain"
    DASHED = "dashed"
    DOTTED = "dotted"
    HOUSEHOLD = "household"
    CLOSE = "close"
    DISTANT = "distant"
    HOSTILE = "hostile"
    CUT_OFF = "cut off"
    VIOLENT = "violent"  # with an arrow at its last point
    STRONG = "strong"
    STRESSFUL = "stressful"
    ADOPTED = "adopted"
    FOSTERED = "fostered"


class Anchor(StrEnum):
    """Which part of the words stands at their place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Symbol:
    """A person. `key` is empty for one in the legend."""

    key: str
    figure: Figure
    box: Box
    words: str = ""  # inside
    is_index: bool = False
    is_dead: bool = False
    is_slashed: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """One line of words; `y` is where the letters stand."""

    words: str
    x: float
    y: float
    size: float
    anchor: Anchor = Anchor.START
    is_on_line: bool = False  # so that it must hide what it stands on

    @property
    def box(self) -> Box:
        """Return the room that the words take."""
        width = width_of(self.words, self.size)
        left = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: float(width)}[self.anchor]
        return Box(self.x - left, self.y - 0.85 * self.size, width, 1.1 * self.size)


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points. `ends` are the keys of the people whom it joins."""

    points: tuple[Point, ...]
    stroke: Stroke = Stroke.PLAIN
    ends: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """A frame: rounded and dashed round people who live together, a plain ellipse where `is_round`."""

    box: Box
    keys: tuple[str, ...] = ()
    is_round: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole picture, ready to be written."""

    width: int
    height: int
    symbols: tuple[Symbol, ...] = ()
    words: tuple[Words, ...] = ()
    lines: tuple[Line, ...] = ()
    outlines: tuple[Outline, ...] = ()
