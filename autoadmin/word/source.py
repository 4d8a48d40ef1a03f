"""A part's tree with planted tags, written as the source text of a Jinja template.

The delimiters hold characters that XML cannot hold, so fixed text is never taken for a tag, whatever it says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from autoadmin.word.guards import MARKS
from autoadmin.word.page_breaks import PAGE_BREAK, page_break
from autoadmin.word.tags import Tag

PRINT: Final = ("\x01{", "}\x01")
BLOCK: Final = ("\x01%", "%\x01")
COMMENT: Final = ("\x01#", "#\x01")
DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
IN_ATTRIBUTE: Final = "\ufdd0{}\ufdd1"  # the number of a tag, where it cannot be a node
_PLANTED: Final = re.compile(r"<\?(?:tag|guard) ([^?]+)\?>")
_AS_NODES: Final = (("&#64976;", "<?tag "), ("&#64977;", "?>"))  # IN_ATTRIBUTE as it is written, and what stands for it


@dataclass(frozen=True, slots=True)
class Source:
    """The words and tags of a part in their order, as Jinja reads them, and which tag starts on which line of that."""

    planted: tuple[str | Tag, ...] = ()
    tag_of_line: dict[int, int] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """Return all of it as one text for Jinja."""
        return "".join(as_jinja(piece) if isinstance(piece, Tag) else piece for piece in self.planted)

    def tag_at(self, line: int) -> int:
        """Return the number of the tag that is on or nearest above a line."""
        while line > 0 and line not in self.tag_of_line:
            line -= 1
        return self.tag_of_line.get(line, 0)


def write_source(root: etree._Element, tags: list[Tag]) -> Source:
    """Return the source for a part. Each tag ends its line, so that a line of the source tells the tag."""
    text = DECLARATION + etree.tostring(root, encoding="us-ascii").decode("ascii")  # references: see escaping.to_xml
    for written, node in _AS_NODES:
        text = text.replace(written, node)
    pieces: list[str | Tag] = []
    line, tag_of_line = 1, {}
    for position, piece in enumerate(_PLANTED.split(text)):
        if position % 2 and piece not in MARKS:
            tag = tags[int(piece)]
            tag_of_line[line] = int(piece)
            line += as_jinja(tag).count("\n")
            pieces.append(tag)
        else:
            words = MARKS[piece] if position % 2 else piece
            line += words.count("\n")
            pieces.append(words)
    return Source(tuple(pieces), tag_of_line)


def as_jinja(tag: Tag) -> str:
    """Return a tag as Jinja reads it."""
    if tag.keyword == PAGE_BREAK:
        return page_break(tag, BLOCK)
    start, end = PRINT if tag.is_print else COMMENT if tag.is_comment else BLOCK
    before, after = tag.frame
    return f"{before}{start} {tag.code}\n{end}{after}"
