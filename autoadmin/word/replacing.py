"""One field put in the place of another in a Word file: in its tags alone, wherever they stand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from autoadmin.word.changing import Change, Untouched, change_part
from autoadmin.word.mentions import fields_named
from autoadmin.word.outside import Outside
from autoadmin.word.package import read_package
from autoadmin.word.parts import as_document, text_parts


@dataclass(frozen=True, slots=True)
class Replacement:
    """A Word file with one field in the place of another, every tag that changed, and what was left alone and why."""

    file: bytes
    changes: tuple[Change, ...]
    untouched: tuple[Untouched, ...]


def replace_field(file: bytes, old: str, new: str) -> Replacement:
    """Return a copy of a layout that names `new` wherever it named `old`; LayoutError if it is not right.

    Paths are as in `Template.fields`; in `old` the `[]` of lists may be left out. Everything else is as it was, byte
    for byte.
    """
    fields_named(file)  # what is not whole cannot be changed safely
    parts = read_package(file)
    titles = text_parts(as_document(parts))
    found = [change_part(name, title, parts[name], old, new) for name, title in titles.items()]
    changed = {part.name: part.data for part in found if part.changes}
    outside = Outside(parts | changed, titles)
    outside.replace(old, new)
    changed |= outside.changed
    copy = _with_parts(file, changed) if changed else file
    if changed:
        fields_named(copy)
    changes = (*(change for part in found for change in part.changes), *outside.changes)
    untouched = [left for part in found for left in part.untouched]
    told = {(change.place, change.before) for change in changes} | {(left.place, left.typed) for left in untouched}
    missed = (left for left in outside.untouched if (left.place, left.typed) not in told)
    return Replacement(copy, changes, (*untouched, *dict.fromkeys(missed)))


def _with_parts(file: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Return the file with some parts changed; the others keep their bytes, order and dates."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for entry in source.infolist():
            copy.writestr(entry, changed.get(entry.filename, source.read(entry)))
    return target.getvalue()
