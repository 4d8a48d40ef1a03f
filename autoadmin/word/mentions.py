"""What a layout names, found without compiling it: for looking through many of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from autoadmin.word.errors import LayoutError
from autoadmin.word.package import read_package
from autoadmin.word.parts import as_document, text_parts
from autoadmin.word.preparing import prepare
from autoadmin.word.proving import prove_parts
from autoadmin.word.renaming import rename_fields
from autoadmin.word.reviewing import Review

_UNSEEN: Final = re.compile(
    rb"<[^>]*>|\xe2\x80\x8b|\xe2\x81\xa0|\xef\xbb\xbf|\xc2\xad"
)  # markup, and what mending leaves out
_OTHER_ENCODINGS: Final = (b"\xff\xfe", b"\xfe\xff")


def fields_named(layout: bytes, aliases: Mapping[str, str] | None = None) -> frozenset[str]:
    """Return what `fields` of the compiled template would list; raise LayoutError for a layout that is not right."""
    parts = as_document(read_package(layout))
    titles = text_parts(parts)
    proofs, problems = prove_parts(prepare(parts, titles).parts, titles)
    named: set[str] = set()
    for proof in proofs:
        rename_fields(proof, aliases or {})
        problems += proof.problems
        review = Review(proof.source, proof.tags)
        review.run(proof.tree)
        named |= review.fields
    if problems:
        raise LayoutError(*problems)
    return frozenset(named)


def may_name(layout: bytes, path: str) -> bool:
    """Return whether the last name of a path stands anywhere in a Word file, in tags or not."""
    name = path.replace("[]", "").rpartition(".")[2].encode()
    return any(
        name in data or name in _UNSEEN.sub(b"", data) or data.startswith(_OTHER_ENCODINGS)
        for data in read_package(layout).values()
    )
