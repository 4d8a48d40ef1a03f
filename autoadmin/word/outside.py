"""One field put in the place of another in tags outside the words: alternative texts, links, fields, properties, notes.

Those tags are found in the letters of the part itself, whichever way they are written there. Whether every name then
leads where it should is looked at afterwards, by reading the changed parts anew.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from autoadmin.word.changing import Change, Untouched, is_named, obstacle_to, words_for
from autoadmin.word.naming import Named, names_in
from autoadmin.word.notes import NOTES
from autoadmin.word.parts import as_document
from autoadmin.word.preparing import prepare
from autoadmin.word.proving import prove_parts
from autoadmin.word.tags import Tag

OUTSIDE: Final = (
    "It stands outside the words, in an alternative text, a link, a field or the document's properties, "
    "and is put together from pieces there. Change it by hand."
)
_OTHER_FORMS: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;", "\n": "&#10;"}
_WORDS: Final = re.compile(r"(<w:t(?:\s[^>]*)?>[^<]*</w:t>)")


@dataclass(slots=True)
class Outside:
    """The parts of a layout, changed tag by tag; what was changed, and what was left alone and why."""

    parts: Mapping[str, bytes]
    titles: Mapping[str, str]
    changed: dict[str, bytes] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    untouched: list[Untouched] = field(default_factory=list)

    def replace(self, old: str, new: str) -> None:
        """Change every tag outside the words that names the old field, or leave it with the reason."""
        tried: set[tuple[object, str, str]] = set()
        while use := next((use for use in self._uses(old) if _mark(*use) not in tried), None):
            tried.add(_mark(*use))
            tag, named = use
            words = words_for(named, new)
            if why := obstacle_to(named, words, new):
                self.untouched.append(Untouched(tag.place, tag.typed, why))
            elif not self._change(tag, named, words, old, new):
                self.untouched.append(Untouched(tag.place, tag.typed, OUTSIDE))

    def _uses(self, old: str) -> Iterator[tuple[Tag, Named]]:
        return ((tag, named) for tag, named in _names(self._now, self.titles) if is_named(named.path, old))

    @property
    def _now(self) -> dict[str, bytes]:
        return {**self.parts, **self.changed}

    def _change(self, tag: Tag, named: Named, words: str, old: str, new: str) -> bool:
        """Return whether the tag could be changed, so that the old field is named less and all else is as it was."""
        name = tag.place.name
        letters = rf"(?:(?<!\w)|(?<=%[0-9A-Fa-f]{{2}})){re.escape(named.name)}(?!\w)"
        made = re.sub(letters, words, tag.typed)
        data = _rewritten(self._now.get(name, b""), tag.typed, letters, words, in_words=name in NOTES.values())
        if data is None or not _is_as_meant(self._now, {**self._now, name: data}, self.titles, old, new):
            return False
        self.changed[name] = data
        self.changes.append(Change(tag.place, tag.typed, made))
        return True


def _names(parts: Mapping[str, bytes], titles: Mapping[str, str]) -> Iterator[tuple[Tag, Named]]:
    """Yield every name of a field with its tag, as the engine sees them."""
    proofs, _ = prove_parts(prepare(as_document(parts), titles).parts, titles)
    for proof in proofs:
        for named in names_in(proof.tree):
            yield proof.tags[proof.source.tag_at(named.node.lineno)], named


def _mark(tag: Tag, named: Named) -> tuple[object, str, str]:
    return tag.place, tag.typed, named.path


def _rewritten(data: bytes, typed: str, letters: str, words: str, *, in_words: bool) -> bytes | None:
    """Return the part with a tag changed wherever it stands in one piece outside the words; None where it does not."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    tag = re.compile("".join(map(_any_form, typed)))
    pieces = [text] if in_words else _WORDS.split(text)
    count = 0
    for at in range(0, len(pieces), 1 if in_words else 2):  # every second piece is words
        pieces[at], found = tag.subn(lambda one: re.sub(letters, words, one.group()), pieces[at])
        count += found
    return "".join(pieces).encode() if count else None


def _any_form(character: str) -> str:
    """Return a pattern for a character as it is, as XML writes it, and as an address does."""
    forms = {character, _OTHER_FORMS.get(character, character)}
    encoded = "".join(f"%{byte:02X}" for byte in character.encode())
    plain = "|".join(map(re.escape, sorted(forms)))
    return f"(?:{plain}|(?i:{encoded}))"


def _is_as_meant(
    before: Mapping[str, bytes], after: Mapping[str, bytes], titles: Mapping[str, str], old: str, new: str
) -> bool:
    """Return whether the fields named are the same but for the new one in some places of the old."""
    was, now = (Counter(_readable(named.path) for _, named in _names(parts, titles)) for parts in (before, after))
    gone, come = was - now, now - was
    return bool(gone) and set(gone) <= set(_with_above(old)) and set(come) <= set(_with_above(new))


def _with_above(path: str) -> list[str]:
    names = _readable(path).split(".")
    return [".".join(names[:count]) for count in range(1, len(names) + 1)]


def _readable(path: str) -> str:
    return path.replace("[]", "")
