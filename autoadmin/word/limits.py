"""How much one document may take: turns of loops, text made on the way, what is written, and time.

All are far above what documents need, and met only by a template that is wrong or means harm.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sized
from dataclasses import dataclass, field
from itertools import chain, islice
from time import monotonic
from typing import Final

MAX_TURNS: Final = 5_000_000  # of all loops together, and entries gone through by filters
MAX_LIST: Final = 100_000  # entries that a template may put into one list
MAX_NESTED: Final = 100  # lists and groups that a template may put into one another
MAX_TEXT: Final = 1_000_000  # characters that a template may put into one text
MAX_MADE: Final = 50_000_000  # characters of all texts that a template makes on its way to what it prints
MAX_WRITTEN: Final = 64_000_000  # characters of XML
MAX_SECONDS: Final = 10.0
MAX_BITS: Final = 1_024  # of a whole number
_FREE_TURNS: Final = 1_000  # until then nobody looks at the clock
_LONG: Final = 1_000  # a list of which the clock is looked at for each turn
_BATCH: Final = 256  # pieces that are joined at once

Made = list[object] | tuple[object, ...] | Mapping[object, object]


class TooMuchError(Exception):
    """A template takes more than one document may; the message says more of what."""


@dataclass(slots=True)
class Meter:
    """What one document has taken so far. Its methods raise TooMuchError where that is too much."""

    clock: Callable[[], float] = monotonic
    turns: int = 0
    made: int = 0
    written: int = 0
    end: float = field(init=False)

    def __post_init__(self) -> None:
        self.end = self.clock() + MAX_SECONDS

    def entries(self, values: list[object] | tuple[object, ...]) -> Iterable[object]:
        """Return what a loop is to run over: the list as it is, watched only where it is long."""
        self.turns += len(values)
        if self.turns <= _FREE_TURNS:
            return values
        self.count_turns(0)
        return values if len(values) < _LONG else Watched(values, self)

    def counted(self, values: Iterable[object]) -> Iterator[object]:
        """Yield values of which nobody knows how many they are, counting them."""
        for value in values:
            self.count_turns(1)
            yield value

    def count_turns(self, turns: int) -> None:
        """Count turns of a loop, or entries that a filter goes through."""
        self.turns += turns
        if self.turns > MAX_TURNS:
            raise TooMuchError(f"The template goes through more than {MAX_TURNS:,} entries for one document.")
        self.look_at_clock()

    def count_list(self, length: int) -> None:
        """Count the entries of a list that is to be made."""
        if length > MAX_LIST:
            raise TooMuchError(f"The template makes a list of more than {MAX_LIST:,} entries.")
        self.count_turns(length)

    def count_nested(self, made: Made) -> None:
        """Count what a list or group that the template has made holds, and what that holds in turn, wherever it recurs.

        Lists that hold one another twice, a few tags long, would keep a comparison busy for years.
        """
        layer, entries = [made], 0
        for _ in range(MAX_NESTED):
            entries += sum(map(len, layer))
            if entries > MAX_LIST:
                raise TooMuchError(f"The template puts more than {MAX_LIST:,} entries into lists within lists.")
            held = chain.from_iterable(each.values() if isinstance(each, Mapping) else each for each in layer)
            layer = [entry for entry in held if isinstance(entry, list | tuple | Mapping)]
            if not layer:
                return self.count_turns(entries)
        raise TooMuchError(f"The template puts more than {MAX_NESTED} lists into one another.")

    def count_text(self, length: int) -> None:
        """Count the characters of a text that is to be made."""
        if length > MAX_TEXT:
            raise TooMuchError(f"The template makes a text of more than {MAX_TEXT:,} characters.")
        self.count_made(length)

    def count_made(self, length: int) -> None:
        """Count the characters of a text that has been made, at most as long as one that was there."""
        self.made += length
        if self.made > MAX_MADE:
            raise TooMuchError(f"The template makes more than {MAX_MADE:,} characters of text for one document.")

    def look_at_clock(self) -> None:
        """Look whether there is time left."""
        if self.clock() > self.end:
            raise TooMuchError(f"The template takes more than {MAX_SECONDS:.0f} seconds for one document.")

    def batches(self, pieces: Iterator[str]) -> Iterator[bytes]:
        """Yield the pieces joined to longer ones, as UTF-8; what is too much is raised in their midst.

        There the tag can be told. Nothing holds the whole text: of a long one that takes more time than printing it.
        """
        number = 0
        while batch := list(islice(pieces, _BATCH)):
            text = "".join(batch)
            self.written += len(text)
            if self.written > MAX_WRITTEN:
                message = f"The template writes more than {MAX_WRITTEN:,} characters into one document."
                if isinstance(pieces, Generator):
                    pieces.throw(TooMuchError(message))
                raise TooMuchError(message)
            number += 1
            if not number % 16:
                self.look_at_clock()
            yield text.encode()


@dataclass(frozen=True, slots=True)
class Watched:
    """A long list, run over as itself, with an eye on the clock."""

    values: list[object] | tuple[object, ...]
    meter: Meter

    def __len__(self) -> int:
        return len(self.values)

    def __iter__(self) -> Iterator[object]:
        clock, end = self.meter.clock, self.meter.end
        for value in self.values:
            if clock() > end:
                self.meter.look_at_clock()
            yield value


def entries_in(value: object) -> int:
    """Return how many entries a list or group of fields has; 0 for anything else."""
    return len(value) if isinstance(value, Sized) and not isinstance(value, str | bytes) else 0
