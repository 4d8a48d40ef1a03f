"""What a replacement of a field makes of the files beside a layout: its description and its samples."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autoadmin.catalogue.replacing import TextChange, replace_in_description, replace_in_sample
from autoadmin.catalogue.samples import SAMPLES
from autoadmin.catalogue.templates import DESCRIPTION, SAMPLE

__all__ = ["ReplacedBeside", "TextChange", "replaced_beside"]


@dataclass(frozen=True, slots=True)
class ReplacedBeside:
    """A file of a template's folder that names the field: its text afterwards, and what was changed or left and why."""

    name: str
    text: str
    changes: tuple[TextChange, ...]
    copy: Path | None = None

    @property
    def is_changed(self) -> bool:
        """Return whether there is anything new in it."""
        return any(change.after for change in self.changes)


def replaced_beside(folder: Path, old: str, new: str) -> tuple[ReplacedBeside, ...]:
    """Return the files of a template's folder that name the old field; the check tells of any that cannot be read."""
    old, new = old.replace("[]", ""), new.replace("[]", "")
    return tuple(each for each in _each(folder, old, new) if each.changes)


def _each(folder: Path, old: str, new: str) -> Iterator[ReplacedBeside]:
    for path in (folder / DESCRIPTION, folder / SAMPLE, *sorted((folder / SAMPLES).glob("*.json"))):
        replaces = replace_in_description if path.name == DESCRIPTION else replace_in_sample
        try:
            text, changes = replaces(path.read_text("utf-8-sig"), old, new)
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, json.JSONDecodeError):
            continue
        yield ReplacedBeside(str(path.relative_to(folder).as_posix()), text, changes)
