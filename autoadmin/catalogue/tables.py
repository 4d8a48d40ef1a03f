"""Reading one TOML table key by key, gathering everything that is wrong instead of stopping at the first."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from autoadmin.domain.errors import CatalogueError

_OF_A_TEMPLATE: Final = frozenset({"template.toml", "layout.docx", "sample.json"})


def read_toml(path: Path) -> Mapping[str, object]:
    """Return what a TOML file holds; CatalogueError says where it cannot be read. A byte-order mark is no harm."""
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise CatalogueError(f"{shown(path)} is not saved as UTF-8 text.") from error
    except tomllib.TOMLDecodeError as error:
        raise CatalogueError(f"{shown(path)} cannot be read as TOML: {error}.") from error
    except OSError as error:
        raise CatalogueError(cannot_open(path, error)) from error


def cannot_open(path: Path, error: OSError) -> str:
    """Return the sentence for a file that cannot be opened, and what to do where it was never made."""
    if not isinstance(error, FileNotFoundError):
        return f"{shown(path)} cannot be opened: {error.strerror}."
    hint = " Copy that of another template and change it." if path.name in _OF_A_TEMPLATE else ""
    return f"{shown(path)} cannot be opened: There is no such file.{hint}"


def shown(path: Path) -> str:
    """Return the file's folder and name, enough for the person who edits it."""
    return f"{path.parent.name}/{path.name}"


def did_you_mean(typed: str, known: Iterable[str]) -> str:
    """Return the tail of a sentence that offers the nearest known word, or lists the few there are."""
    words = sorted(known)
    nearest = get_close_matches(typed, words, n=1, cutoff=0.6)
    if nearest:
        return f'; did you mean "{nearest[0]}"?'
    return f"; known are {', '.join(words)}." if words else "."


@dataclass(slots=True)
class Table:
    """One table of a file: `place` leads every sentence, `problems` collects them for the whole file.

    Where `place` has {line} in it, that is the line of the key at fault, or the line that the table starts on.
    """

    place: str
    keys: Mapping[str, object]
    problems: list[str] = field(default_factory=list)
    line: int = 0
    lines: Mapping[str, int] = field(default_factory=dict)

    def wrong(self, sentence: str, key: str = "") -> None:
        """Note one thing that is not right here, at the line of `key` where that is known."""
        place = self.place.replace("{line}", str(self.lines.get(key, self.line)))
        self.problems.append(f"{place}: {sentence}")

    def only(self, known: Collection[str]) -> None:
        """Note every key that nobody knows."""
        for key in self.keys:
            if key not in known:
                self.wrong(f'"{key}" is not known here{did_you_mean(key, known)}', key)

    def within(self, key: str) -> Table | None:
        """Return the table below `key`; None where there is none."""
        value = self.keys.get(key)
        if value is None or isinstance(value, dict):
            line = self.lines.get(key, self.line)
            return None if value is None else Table(f"{self.place}, {key}", value, self.problems, line)
        self.wrong(f"{key} must be a table, like {key} = {{ ... }}, not {_typed(value)}.", key)
        return None

    def text(self, key: str, default: str | None = "") -> str:
        """Return a text; with no default it must be there and say something."""
        value = self.keys.get(key, default)
        if isinstance(value, str) and (value.strip() or default is not None):
            return value.strip()
        if value is None:
            self.wrong(f"{key} is missing.")
        else:
            self.wrong(f"{key} must be text in quotes, not {_typed(value)}.", key)
        return ""

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts, empty where the key is not there."""
        value = self.keys.get(key, [])
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        self.wrong(f'{key} must be a list of texts, like ["one", "two"], not {_typed(value)}.', key)
        return ()

    def plain_texts(self) -> dict[str, str]:
        """Return every key with its value as text; numbers and dates are written out, anything else is noted."""
        plain: dict[str, str] = {}
        for key, value in self.keys.items():
            if isinstance(value, str):
                plain[key] = value
            elif isinstance(value, int | date) and not isinstance(value, bool):
                plain[key] = str(value)
            else:
                self.wrong(f"{key} must be text in quotes, not {_typed(value)}.", key)
        return plain

    def switch(self, key: str, *, default: bool) -> bool:
        """Return true or false."""
        value = self.keys.get(key, default)
        if isinstance(value, bool):
            return value
        self.wrong(f"{key} must be true or false, not {_typed(value)}.", key)
        return default

    def whole_number(self, key: str) -> int:
        """Return a whole number that must be there, nought or more."""
        value = self.keys.get(key)
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        found = f"{key} is missing." if value is None else f"{key} must be a whole number, not {_typed(value)}."
        self.wrong(found, key)
        return 0


def _typed(value: object) -> str:
    """Return what stood in the file, as a person would recognise it."""
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "a list" if all(isinstance(item, str) for item in value) else "a list of other things"
    return "a table" if isinstance(value, dict) else str(value)
