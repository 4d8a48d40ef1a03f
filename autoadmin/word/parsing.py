"""From a part's planted tags to the syntax tree that Jinja reads, whatever is wrong with some of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from jinja2 import TemplateSyntaxError, nodes
from lxml import etree

from autoadmin.word.depth import note_too_deep
from autoadmin.word.runs import planted, tag_number
from autoadmin.word.sandbox import make_sandbox
from autoadmin.word.source import Source, as_jinja, write_source
from autoadmin.word.tags import Tags
from autoadmin.word.usual_tags import UnusualError, usual_tree
from autoadmin.word.wording import check_allowed, explain_syntax

SANDBOX: Final = make_sandbox()
_FRAMES: Final = {  # what makes a whole template of a tag that is a piece of one
    "for": ("", "endfor"),
    "if": ("", "endif"),
    "with": ("", "endwith"),
    "else": ("if x", "endif"),
    "elif": ("if x", "endif"),
    "endfor": ("for x in x", ""),
    "endif": ("if x", ""),
    "endwith": ("with", ""),
}


def parse_tags(root: etree._Element, tags: Tags) -> tuple[Source, nodes.Template]:
    """Return the source of a part and its tree. What cannot be read or is not allowed is noted; the rest is there."""
    source = write_source(root, tags)
    if note_too_deep(map(tag_number, planted(root)), tags):
        return source, nodes.Template([], lineno=1)
    try:
        tree, unusual = _parse(source)
    except TemplateSyntaxError:
        for number in map(tag_number, planted(root)):
            _note_if_unreadable(number, tags)
        source = write_source(root, tags)
        tree = _parse_what_is_left(source, tags)
        unusual = tree.body
    check_allowed(nodes.Template(unusual), SANDBOX, source, tags)
    return source, tree


def _parse(source: Source) -> tuple[nodes.Template, list[nodes.Node]]:
    """Return the tree of a source, and those of its nodes that may hold what is not allowed."""
    try:
        return usual_tree(source.planted, SANDBOX.parse)
    except UnusualError:
        tree = SANDBOX.parse(source.text)
        return tree, tree.body


def _parse_what_is_left(source: Source, tags: Tags) -> nodes.Template:
    try:
        return SANDBOX.parse(source.text)
    except TemplateSyntaxError as error:  # such as a second else: each tag can be read, but not all together
        number = source.tag_at(error.lineno)
        tags.faulty.add(number)
        tags.add(explain_syntax(error, tags[number]))
        return nodes.Template([], lineno=1)


def _note_if_unreadable(number: int, tags: Tags) -> None:
    """Note a tag that cannot be read on its own, and put one that can in its place, so that its block stays whole."""
    tag = tags[number]
    before, after = _FRAMES.get(tag.keyword, ("", ""))
    pieces = (replace(tag, code=code) for code in (before, tag.code, after) if code or code is tag.code)
    try:
        SANDBOX.parse("".join(map(as_jinja, pieces)))
    except TemplateSyntaxError as error:
        tags.note_fault(number, explain_syntax(error, tag))
