"""Which fields a document is given: whether a path is one of them, and which one was likely meant."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from autoadmin.domain.gaps import NotRecorded
from autoadmin.word.meanings import meant_by_words
from autoadmin.word.paths import Scope

ANYTHING: Final = "*"  # ends a path below which nobody knows what there is
_OF_A_DAY: Final = frozenset({"year", "month", "day", "hour", "minute", "second"})
_LIKE_ENOUGH: Final = 0.6
_LAST_LIKE_ENOUGH: Final = 0.5  # of the last names alone: “child.dob” is not “child.id”


@dataclass(frozen=True, slots=True)
class Known:
    """The fields that there are, by path, those above others among them."""

    paths: frozenset[str]
    meanings: Mapping[str, str] = field(default_factory=dict, hash=False)  # by path, in plain words, where known

    def has(self, path: str) -> bool:
        """Return whether there is such a field, or may be."""
        if path in self.paths:
            return True
        above = list(_above(path))
        if any(f"{prefix}{ANYTHING}" in self.paths for prefix in (path, *above)):
            return True
        head, _, last = path.rpartition(".")
        return last in _OF_A_DAY and head in self.paths and not self.below(head)

    def has_all_above(self, path: str) -> bool:
        """Return whether what the last step of a path belongs to is there."""
        head = path.removesuffix("[]") if path.endswith("[]") else path.rpartition(".")[0]
        return not head or self.has(head)

    def is_value(self, path: str) -> bool:
        """Return whether a field is there and is one value: neither a list nor a group."""
        return path in self.paths and not self.below(path) and f"{path}{ANYTHING}" not in self.paths

    def below(self, path: str) -> list[str]:
        """Return the paths of the fields of a group or list."""
        return [known for known in self.paths if known.startswith((f"{path}.", f"{path}["))]

    def names_in(self, path: str) -> set[str]:
        """Return the names of the fields right in a group, or in each entry of a list (`siblings[]`)."""
        rest = (known.removeprefix(f"{path}.") for known in self.paths if known.startswith(f"{path}."))
        return {name for name in rest if name.isidentifier()}

    def meant(self, written: str, variables: Scope) -> str:
        """Return what was likely meant, as one would write it there; empty if nothing comes near."""
        group, _, name = written.partition("_")
        if name and "." not in written and self.below(group) and (meant := self.meant(f"{group}.{name}", variables)):
            return meant
        forms = list(self._forms(variables))
        folded = {form.casefold().replace("-", "_"): form for form in sorted(forms, key=len, reverse=True)}
        typed = written.casefold().replace("-", "_")
        close = [form for form in difflib.get_close_matches(typed, folded, cutoff=_LIKE_ENOUGH) if _alike(typed, form)]
        if close:
            return folded[close[0]]
        same_end = [form for form in forms if form.rpartition(".")[2].casefold() == typed.rpartition(".")[2]]
        return same_end[0] if len(same_end) == 1 else self._meant_by_words(typed, variables)

    def in_lists(self, written: str) -> list[str]:
        """Return the path of the one field of a list's entries that the words of a name tell of, if there is one."""
        of_entries = {path: text for path, text in self.meanings.items() if path.count("[]") == 1 and "[]." in path}
        meant = meant_by_words(written, of_entries)
        return [meant] if meant else []

    def _meant_by_words(self, typed: str, variables: Scope) -> str:
        """Return the one field beside the place that was named, or anywhere, that the words typed tell of."""
        meanings = {form: self.meanings.get(path, "") for form, path in self._paths_by_form(variables)}
        above, _, name = typed.rpartition(".")
        beside = {form: meaning for form, meaning in meanings.items() if form.rpartition(".")[0].casefold() == above}
        return (meant_by_words(name, beside) if above else "") or meant_by_words(typed, meanings)

    def _forms(self, variables: Scope) -> Iterator[str]:
        """Yield every field that can be named, as it is written with the names made so far."""
        return (form for form, _ in self._paths_by_form(variables))

    def _paths_by_form(self, variables: Scope) -> Iterator[tuple[str, str]]:
        for path in self.paths:
            if "[]" not in path and ANYTHING not in path:
                yield path, path
        for name, stands_for in variables.items():
            if stands_for:
                for path in self._within(stands_for):
                    yield (name + path.removeprefix(stands_for)).lstrip("."), path

    def _within(self, stands_for: str) -> Iterator[str]:
        for path in self.below(stands_for):
            if "[]" not in path.removeprefix(stands_for) and ANYTHING not in path:
                yield path


def _alike(typed: str, form: str) -> bool:
    """Return whether two paths are alike in their last names too, where what stands before is the same.

    Nobody who typed `child.dob` meant `child` itself.
    """
    (above, _, name), (other, _, known) = typed.rpartition("."), form.rpartition(".")
    if not above or above not in (other, form):
        return True
    return above == other and difflib.SequenceMatcher(None, name, known).ratio() >= _LAST_LIKE_ENOUGH


def known_fields(paths: Collection[str], meanings: Mapping[str, str] | None = None) -> Known:
    """Return the fields of a catalogue of paths, and what each belongs to; `meanings` say what they are, by path."""
    return Known(frozenset(paths) | {above for path in paths for above in _above(path)}, meanings or {})


def fields_of_content(content: Mapping[str, object]) -> Known:
    """Return the fields that an example of a document's content shows; below what is empty in it may be anything."""
    return known_fields(frozenset(_paths(content, "")))


def _paths(value: object, path: str) -> Iterator[str]:
    if path:
        yield path
    match value:
        case Mapping():
            for name, item in value.items():
                yield from _paths(item, f"{path}.{name}" if path else str(name))
        case list() | tuple() if value:
            for item in value:
                yield from _paths(item, f"{path}[]")
        case list() | tuple() | None | NotRecorded():
            yield f"{path}{ANYTHING}"


def _above(path: str) -> Iterator[str]:
    """Yield the path of everything that a field belongs to, nearest first: `a[].b.c` belongs to a[].b, a[] and a."""
    while path:
        path = path.removesuffix("[]") if path.endswith("[]") else path.rpartition(".")[0]
        if path:
            yield path
