"""On which line of a file each table and key stands, so that what is wrong can be found again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

HEADING: Final = re.compile(r"^\s*\[{1,2}\s*([\w.]+)\s*\]{1,2}\s*(?:#.*)?$")
KEY: Final = re.compile(r"^\s*([\w-]+)\s*=")
NOWHERE: Final[Mapping[str, int]] = {}


@dataclass(slots=True)
class Block:
    """One table with its heading, and the tables below it in the order they come."""

    line: int = 0
    keys: dict[str, int] = field(default_factory=dict)
    below: list[tuple[str, Block]] = field(default_factory=list)

    def part(self, name: str, number: int) -> Block:
        """Return the table so many-th of its name; this one where the file writes it on the line of a key."""
        of_name = [block for called, block in self.below if called == name]
        return of_name[number] if number < len(of_name) else Block(self.keys.get(name, self.line))


def blocks_of(path: Path, name: str) -> list[Block]:
    """Return a block for each `[[name]]` of the file, in order; none where it cannot be read."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return []
    return [block for called, block in _tables(text) if called == name]


def _tables(text: str) -> Iterator[tuple[str, Block]]:
    """Yield each top table with those below it."""
    tables: list[tuple[str, Block]] = []
    current = Block()
    for number, line in enumerate(text.splitlines(), start=1):
        if heading := HEADING.match(line):
            top, _, below = heading[1].partition(".")
            current = Block(number)
            if below and tables:
                tables[-1][1].below.append((below, current))
            else:
                tables.append((top, current))
        elif key := KEY.match(line):
            current.keys.setdefault(key[1], number)
    yield from tables
