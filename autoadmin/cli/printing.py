"""How answers look: tables for people, JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

WIDTH_OF_FILE = 180  # columns, where the answer goes into a file or a pipe


def print_json(answer: object) -> None:
    """Print an answer as JSON; dates are ISO, paths are text."""
    print(json.dumps(answer, default=_plain, ensure_ascii=False, indent=2))


def print_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under a title; the table is as wide as the screen, or as it needs where there is no screen."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title, title_justify="left", title_style="bold", header_style="bold", show_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    is_screen = Console().is_terminal
    Console(width=None if is_screen else WIDTH_OF_FILE).print(table)


def in_words(day: date | None) -> str:
    """Return a day as people write it, or a dash where there is none."""
    return f"{day.day} {day:%b %Y}" if day else "–"


def _plain(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    raise TypeError(type(value).__name__)
