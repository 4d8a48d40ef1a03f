"""One field put in the place of another in a Word file: in its tags alone, wherever they name it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from autoadmin.word.changing import Change, Untouched, change_part, is_named
from autoadmin.word.naming import names_in
from autoadmin.word.package import read_package
from autoadmin.word.parts import as_document, text_parts
from autoadmin.word.plain_parts import proof_plain_parts
from autoadmin.word.proofs import proof_part
from autoadmin.word.template import compile_template

OUTSIDE: Final = (
    "It stands outside the words: in an alternative text, a link, a field or the document's properties. "
    "Change it by hand."
)


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
    titles = text_parts(as_document(parts))
    found = [change_part(name, title, parts[name], old, new) for name, title in titles.items()]
    changed = {part.name: part.data for part in found if part.changes}
    copy = _with_parts(file, changed) if changed else file
    if changed:
        compile_template(copy)
    changes = tuple(change for part in found for change in part.changes)
    untouched = [left for part in found for left in part.untouched]
    told = {(change.place, change.before) for change in changes} | {(left.place, left.typed) for left in untouched}
    missed = (left for left in _outside_words(parts, titles, old) if (left.place, left.typed) not in told)
    return Replacement(copy, changes, (*untouched, *dict.fromkeys(missed)))


def _outside_words(parts: Mapping[str, bytes], titles: Mapping[str, str], old: str) -> Iterator[Untouched]:
    """Yield every tag that the engine sees naming the field, wherever it stands."""
    of_text = (proof_part(name, title, parts[name]) for name, title in titles.items())
    for proof in (*of_text, *proof_plain_parts(parts, titles)):
        for named in names_in(proof.tree):
            if is_named(named.path, old):
                tag = proof.tags[proof.source.tag_at(named.node.lineno)]
                yield Untouched(tag.place, tag.typed, OUTSIDE)


def _with_parts(file: bytes, changed: Mapping[str, bytes]) -> bytes:
    """Return the file with some parts changed; the others keep their bytes, order and dates."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for entry in source.infolist():
            copy.writestr(entry, changed.get(entry.filename, source.read(entry)))
    return target.getvalue()
