"""A Word template: compiled once, kept, and filled any number of times without touching the disk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from autoadmin.domain.gaps import Gap
from autoadmin.word.archive import LEVEL, Archive, Entry, keep_parts, pack
from autoadmin.word.copying import copy_notes, is_of_notes
from autoadmin.word.enclosing import enclose, is_of_the_package
from autoadmin.word.errors import LayoutError
from autoadmin.word.layout import Layout, compile_part
from autoadmin.word.limits import Meter
from autoadmin.word.package import read_file, read_package
from autoadmin.word.parts import as_document, text_parts
from autoadmin.word.preparing import prepare
from autoadmin.word.proving import prove_parts, setting_of
from autoadmin.word.turning import turn_pages


@dataclass(frozen=True, slots=True)
class Rendered:
    """A filled Word file, what it lacks, and what somebody should know about it."""

    file: bytes
    gaps: tuple[Gap, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A compiled template. `fields` are the paths it uses; `notes` say what in it was put right on the way."""

    fields: tuple[str, ...]
    notes: tuple[str, ...]
    layouts: tuple[Layout, ...]
    _archive: Archive
    _package: Mapping[str, bytes]  # the parts that pictures and repeated notes make change

    def render(self, content: Mapping[str, object]) -> Rendered:
        """Return the document for some content; raise TemplateError naming the tag that the content does not fit.

        The same content gives the same bytes. Values may be nested mappings and sequences of text, numbers, dates,
        booleans, None and NotRecorded; the last two print as highlighted gaps.
        """
        filled: list[Entry] = []
        gaps: dict[Gap, None] = {}
        forbidden = unsafe_links = 0
        archive = self._archive
        copies: list[tuple[str, str, str]] = []
        shown: dict[str, dict[str, bytes]] = {}
        meter = Meter()
        for layout in self.layouts:
            press = layout.press(meter)
            entry = pack(layout.name, layout.printed(content, press), LEVEL)
            if press.wide:
                entry = pack(layout.name, (turn_pages(entry.unpacked(), press.wide),), LEVEL)
            filled.append(entry)
            copies += press.notes
            if press.pictures:
                shown[layout.name] = press.pictures
            gaps.update(press.gaps)
            forbidden += press.forbidden
            unsafe_links += press.unsafe_links
        if shown or copies:
            filled = self._completed(filled, shown, copies)
            archive = archive.without({entry.name for entry in filled})
        return Rendered(archive.with_entries(filled), tuple(gaps), _notes(forbidden, unsafe_links))

    def _completed(
        self,
        filled: list[Entry],
        shown: Mapping[str, Mapping[str, bytes]],
        copies: list[tuple[str, str, str]],
    ) -> list[Entry]:
        """Return the filled parts with the pictures that they show and the notes that they repeat."""
        pictures = sorted({name for names in shown.values() for name in names})
        parts = {**self._package, **{entry.name.decode(): entry.unpacked() for entry in filled}}
        changed = copy_notes(parts, copies, pictures)
        if shown:
            changed |= enclose(shown, {**parts, **changed})
        entries = {entry.name.decode(): entry for entry in filled}
        entries |= {name: pack(name, (data,), LEVEL) for name, data in changed.items()}
        return list(entries.values())


def compile_template(
    path: Path | str | bytes, *, labels: Mapping[str, str] | None = None, aliases: Mapping[str, str] | None = None
) -> Template:
    """Return the Word file at a path, or given as bytes, compiled; raise LayoutError with everything wrong with it.

    `labels` are the plain words for fields by path, shown where nobody recorded a value. `aliases` are the paths of
    renamed fields by those they had before: a layout that uses an old one is filled from the new one, and noted.
    """
    parts: Mapping[str, bytes] = read_package(path if isinstance(path, bytes) else read_file(Path(path)))
    parts = as_document(parts)
    prepared = prepare(parts, text_parts(parts))
    parts = prepared.parts
    layouts = _compile_parts(parts, labels, aliases)
    filled = {layout.name for layout in layouts}
    return Template(
        fields=tuple(sorted(frozenset().union(*(layout.fields for layout in layouts)))),
        notes=(
            *prepared.notes,
            *(f"The tag {typed} was mended." for layout in layouts for typed in layout.mended),
            *(str(warning) for layout in layouts for warning in layout.renamed),
        ),
        layouts=layouts,
        _archive=keep_parts({name: data for name, data in parts.items() if name not in filled}),
        _package={name: data for name, data in parts.items() if is_of_the_package(name) or is_of_notes(name)},
    )


def _compile_parts(
    parts: Mapping[str, bytes], labels: Mapping[str, str] | None, aliases: Mapping[str, str] | None
) -> tuple[Layout, ...]:
    """Return the parts that hold tags, compiled; raise one LayoutError with all that is wrong in any of them."""
    titles = text_parts(parts)
    proofs, unread = prove_parts(parts, titles)
    setting = setting_of(parts, titles, proofs, labels=labels, aliases=aliases)
    layouts: list[Layout] = []
    problems = [*unread]
    for proof in proofs:
        try:
            layout = compile_part(proof, setting)
        except LayoutError as error:
            problems += error.problems
        else:
            layouts += () if layout is None else (layout,)
    if problems:
        raise LayoutError(*problems)
    return tuple(layouts)


def _notes(forbidden: int, unsafe_links: int) -> tuple[str, ...]:
    notes = []
    if forbidden:
        characters = "1 character that Word cannot hold was" if forbidden == 1 else (
            f"{forbidden} characters that Word cannot hold were"
        )  # fmt: skip
        notes.append(f"{characters} shown as \N{REPLACEMENT CHARACTER}.")
    if unsafe_links:
        notes.append("A link that was no web or mail address was left out; its words are there.")
    return tuple(notes)
