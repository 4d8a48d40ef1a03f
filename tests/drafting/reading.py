"""Reading composed content back: every text in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from autoadmin.domain.gaps import NotRecorded
from autoadmin.domain.held import Content
from autoadmin.domain.kinship import Genogram


def texts(value: object) -> Iterator[str]:
    """Yield every piece of text that would be printed, the words of gaps among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, NotRecorded):
        yield value.what
    elif isinstance(value, Genogram):
        yield from (words for person in value.people for words in (person.name, person.age) if words)
        yield from (words for each in value.unplaced for words in (each.name, each.words))
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from texts(inner)
    elif isinstance(value, Sequence):
        for item in value:
            yield from texts(item)


def printed(content: Content) -> str:
    """Return everything a document would print, one text a line."""
    return "\n".join([content.title, *texts(content.values)])
