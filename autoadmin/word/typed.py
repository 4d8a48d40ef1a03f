"""The tags of a part where somebody typed them: each letter of a tag's code, and the text of the file that holds it."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from autoadmin.word.finding import UNSEEN, find_tags
from autoadmin.word.names import FALLBACK, TEXT
from autoadmin.word.places import paragraphs_of
from autoadmin.word.rewriting import Edit
from autoadmin.word.runs import plant_tags, planted, tag_number
from autoadmin.word.tags import Tag, Tags

_NO_TEXT: Final = -1  # a break or a tab


@dataclass(frozen=True, slots=True)
class TypedTag:
    """A tag in the letters of its paragraph, which stand in one or more texts of the part."""

    tag: Tag
    start: int  # its first letter in the paragraph
    texts: Sequence[
        tuple[int, int, int]
    ]  # number of the text, its first letter in the paragraph, the one after its last
    is_twin: bool  # whether it is the second form, for older versions of Word

    def edits(self, start: int, end: int, words: str) -> Iterator[tuple[int, Edit]]:
        """Yield the changes to texts that put words in the place of some letters of the tag, counted as typed."""
        start, end = self.start + start, self.start + end
        for number, first, last in self.texts:
            if first < end and start < last and number != _NO_TEXT:
                yield number, (max(start, first) - first, min(end, last) - first, words)
                words = ""

    def as_typed(self, start: int, end: int) -> tuple[int, int]:
        """Return where some letters of the tag's code start and end in the tag as typed."""
        letters = _letters_of_code(self.tag)
        return letters[start], letters[end - 1] + 1

    def changed(self, changes: Iterable[tuple[int, int, str]]) -> str:
        """Return what the tag reads with words in the place of some letters, counted as typed."""
        typed = self.tag.typed
        for start, end, words in sorted(changes, reverse=True):
            typed = typed[:start] + words + typed[end:]
        return typed


def typed_tags(root: etree._Element, title: str, name: str) -> list[TypedTag]:
    """Return the tags of a part by number; notes between authors among them only where they stand for something."""
    numbers = {text: number for number, text in enumerate(root.iter(TEXT))}
    return [typed for typed in _all_tags(root, title, name, numbers) if not typed.tag.is_comment or typed.tag.scope]


def typed_notes(root: etree._Element, title: str, name: str) -> list[TypedTag]:
    """Return the notes between authors: `{# ... #}`."""
    return [typed for typed in _all_tags(root, title, name, {}) if typed.tag.is_comment]


def in_order(root: etree._Element, title: str, name: str) -> list[int]:
    """Return the numbers of a part's tags in the order of the document, those of text boxes where they stand."""
    planting, tags = copy.deepcopy(root), Tags()
    for paragraph in list(paragraphs_of(planting, title, name)):
        plant_tags(paragraph.pieces, paragraph.place, tags)
    return [tag_number(node) for node in planted(planting)]


def _all_tags(root: etree._Element, title: str, name: str, numbers: dict[etree._Element, int]) -> Iterator[TypedTag]:
    for paragraph, place, pieces in paragraphs_of(root, title, name):
        texts, position = [], 0
        for element, words in pieces:
            texts.append((numbers.get(element, _NO_TEXT), position, position + len(words)))
            position += len(words)
        is_twin = next(paragraph.iterancestors(FALLBACK), None) is not None
        for start, _, tag in find_tags("".join(words for _, words in pieces), place):
            if not tag.fault:
                yield TypedTag(tag, start, texts, is_twin)


def _letters_of_code(tag: Tag) -> list[int]:
    """Return where each letter of a tag's code stands in the tag as typed; mending leaves out what cannot be seen."""
    letters, position = [], len(tag.typed) - len("}}")
    if tag.trims_after or tag.typed[position - 1] == "+":
        position = _before(tag, position, tag.typed[position - 1])
    for letter in reversed(tag.code):
        position = _before(tag, position, letter)
        letters.append(position)
    return letters[::-1]


def _before(tag: Tag, position: int, letter: str) -> int:
    """Return where the letter before a position stands, passing over what cannot be seen."""
    position -= 1
    while tag.typed[position] != letter and tag.typed[position] in UNSEEN:
        position -= 1
    return position
