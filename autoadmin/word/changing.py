"""One field put in the place of another in one part of a Word file."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from jinja2 import nodes

from autoadmin.word.errors import Spot
from autoadmin.word.naming import Named, names_in
from autoadmin.word.parsing import SANDBOX
from autoadmin.word.parts import parse_part
from autoadmin.word.rewriting import Edit, rewrite
from autoadmin.word.spelling import Spelling
from autoadmin.word.typed import TypedTag, in_order, typed_notes, typed_tags


@dataclass(frozen=True, slots=True)
class Change:
    """One tag that was changed: where it stands, as it was typed, as it stands now."""

    place: Spot
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Untouched:
    """One tag that seems to name the field and was left alone."""

    place: Spot
    typed: str
    why: str


@dataclass(frozen=True, slots=True)
class PartChange:
    """A part after the change."""

    name: str
    data: bytes
    changes: tuple[Change, ...]
    untouched: tuple[Untouched, ...]


def change_part(name: str, title: str, data: bytes, old: str, new: str) -> PartChange:
    """Return the part with one field in the place of another wherever a tag names it."""
    root = parse_part(data, title)
    tags = typed_tags(root, title, name)
    found, untouched = _letters_to_change(tags, in_order(root, title, name), old, new)
    edits: dict[int, list[Edit]] = defaultdict(list)
    changes: list[Change] = []
    for number, letters in sorted(found.items()):
        typed = tags[number]
        for start, end, words in letters:
            for text, edit in typed.edits(start, end, words):
                edits[text].append(edit)
        if not typed.is_twin:
            changes.append(Change(typed.tag.place, typed.tag.typed, typed.changed(letters)))
    notes = (note for note in typed_notes(root, title, name) if _readable(old) in note.tag.code)
    untouched += [Untouched(note.tag.place, note.tag.typed, "It is a note between authors.") for note in notes]
    return PartChange(name, rewrite(data, edits) if edits else data, tuple(changes), tuple(untouched))


def is_named(path: str, old: str) -> bool:
    """Return whether a path is that of the field; the `[]` of lists may be left out."""
    return _readable(path) == _readable(old)


def words_for(named: Named, new: str) -> str:
    """Return what is to stand in the place of a name; nothing where the new field cannot be reached from there."""
    above = f"{named.above}." if named.above else ""
    words = new.removeprefix(above) if new.startswith(above) else ""
    is_one_name = "." not in words or not isinstance(named.node, nodes.Const)
    return words if "[]" not in words and is_one_name else ""


def obstacle_to(named: Named, words: str, new: str) -> str:
    """Return why words cannot take the place of a name; empty where they can."""
    if not words:
        return f"{new} does not belong to {_readable(named.above) or 'the document'} here. Change this tag by hand."
    if not named.above and words.split(".")[0] in named.variables:
        return f"The template gives the name {words.split('.')[0]} to something of its own here. Change it by hand."
    return ""


def _letters_to_change(
    tags: list[TypedTag], order: list[int], old: str, new: str
) -> tuple[dict[int, list[Edit]], list[Untouched]]:
    """Return by tag the letters as typed that are to change, and the tags that name the field and cannot be changed."""
    spelling = Spelling((number, tags[number].tag) for number in order)
    found: dict[int, list[Edit]] = defaultdict(list)
    untouched: dict[Untouched, None] = {}
    for named in names_in(SANDBOX.parse(spelling.source)):
        if not is_named(named.path, old):
            continue
        typed = tags[spelling.tag_at(named.node.lineno)]
        letters, words = spelling.letters_of(named), words_for(named, new)
        pieces = "The name is put together from pieces here. Change this tag by hand." if letters is None else ""
        if why := obstacle_to(named, words, new) or pieces:
            untouched[Untouched(typed.tag.place, typed.tag.typed, why)] = None
        elif letters is not None:
            found[letters.tag].append((*typed.as_typed(letters.start, letters.end), words))
    return found, list(untouched)


def _readable(path: str) -> str:
    return path.replace("[]", "")
