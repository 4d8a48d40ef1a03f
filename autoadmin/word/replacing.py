"""One field put in the place of another in a Word file: in its tags alone, wherever they name it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from autoadmin.word.changing import Change, Untouched, change_part
from autoadmin.word.package import read_package
from autoadmin.word.parts import as_document, text_parts
from autoadmin.word.template import compile_template


@dataclass(frozen=True, slots=True)
class Replacement:
    """A Word file with one field in the place of another, every tag that changed, and what was left alone and why."""

    file: bytes
    changes: tuple[Change, ...]
    untouched: tuple[Untouched, ...]


def replace_field(file: bytes, old: str, new: str) -> Replacement:
    """Return a copy of a layout that names `new` wherever it named `old`; LayoutError if it cannot be compiled.

    Paths are as in `Template.fields`; in `old` the `[]` of lists may be left out. Everything else is as it was, byte
    for byte.
    """
    compile_template(file)  # what is not whole cannot be changed safely
    parts = read_package(file)
    found = [change_part(name, title, parts[name], old, new) for name, title in text_parts(as_document(parts)).items()]
    changed = {part.name: part.data for part in found if part.changes}
    copy = _with_parts(file, changed) if changed else file
    if changed:
        compile_template(copy)
    return Replacement(
        copy,
        tuple(change for part in found for change in part.changes),
        tuple(left for part in found for left in part.untouched),
    )


def _with_parts(file: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Return the file with some parts changed; the others keep their bytes, order and dates."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for entry in source.infolist():
            copy.writestr(entry, changed.get(entry.filename, source.read(entry)))
    return target.getvalue()
