"""A part's tree made without Jinja's parser, from the tags that layouts are nearly all made of.

`{{ child.name }}`, `{% for each in list %}`, `{% if a.b != "" %}` and their ends are read here; a tag that says more is
given to Jinja on its own. The tree is the one that Jinja makes of the whole. Where that is in doubt there is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Final

from jinja2 import nodes

from autoadmin.word.source import as_jinja
from autoadmin.word.syntax import Made, made
from autoadmin.word.tags import Tag

Read = Callable[[str], nodes.Template]
_PATH: Final = r"[A-Za-z]\w*(?:\.[A-Za-z]\w*)*"
_TERM: Final = re.compile(
    rf"\s*(?P<no>not\s+)?(?P<path>{_PATH})"
    r"""(?:\s*(?P<how>==|!=)\s*(?:"(?P<double>[^"\\]*)"|'(?P<single>[^'\\]*)'))?\s*""",
    re.ASCII,
)
_FOR: Final = re.compile(rf"\s*for\s+(?P<each>[A-Za-z]\w*)\s+in\s+(?P<path>{_PATH})\s*", re.ASCII)
_WORDS: Final = frozenset(  # of Jinja's own, which are no fields
    {"true", "false", "none", "True", "False", "None", "not", "and", "or", "in", "is", "if", "else", "elif"}
)
_COMPARED: Final = {"==": "eq", "!=": "ne"}
_OPENERS: Final = {"if": nodes.If, "for": nodes.For, "with": nodes.With}


class UnusualError(Exception):
    """The tags do not fit together in a way that is plain here; Jinja says what of it."""


def usual_tree(planted: Iterable[str | Tag], read: Read) -> tuple[nodes.Template, list[nodes.Node]]:
    """Return the tree for the words and tags of a part, and what in it was read by Jinja; raise UnusualError."""
    tree = _Tree(read)
    for piece in planted:
        if isinstance(piece, Tag):
            tree.add_tag(piece)
        else:
            tree.add_words(piece)
    return nodes.Template(tree.closed(None), lineno=1), tree.unusual


class _Tree:
    """The statements so far, and those of them that are still open, the outermost first."""

    def __init__(self, read: Read) -> None:
        self.unusual: list[nodes.Node] = []
        self._read = read
        self._line = 1
        self._body: list[nodes.Node] = []  # of what was opened last, where statements are added
        self._open: list[tuple[nodes.Node | None, list[nodes.Node]]] = [(None, self._body)]
        self._printed: list[nodes.Expr] = []  # what the last statement of the body prints, if it does

    def closed(self, kind: type[nodes.Node] | None) -> list[nodes.Node]:
        """Return the statements within what was opened last and now ends, which is of this kind."""
        node, body = self._open.pop()
        if (node and node.__class__) is not kind:
            raise UnusualError
        self._go_on_in(self._open[-1][1] if self._open else [])
        return body

    def add_words(self, words: str) -> None:
        """Add fixed words."""
        if "\r" in words:
            raise UnusualError  # Jinja makes a line break of it
        if words:
            self._print(made(nodes.TemplateData, self._line, data=words))
            self._line += words.count("\n")

    def add_tag(self, tag: Tag) -> None:
        """Add a tag, with the words that it is written into."""
        before, after = tag.frame
        self.add_words(before)
        if tag.is_print:
            self._print(_term(tag.code, self._line) or self._of_jinja(tag, nodes.Output).nodes[0])
        elif not tag.is_comment:
            self._add_statement(tag)
        self._line += tag.code.count("\n") + 1
        self.add_words(after)

    def _add_statement(self, tag: Tag) -> None:
        match tag.keyword:
            case "if":
                self._begin(self._if(tag))
            case "for":
                self._begin(_for(tag.code, self._line) or self._of_jinja(tag, nodes.For, "endfor"))
            case "with":
                self._begin(self._of_jinja(tag, nodes.With, "endwith"))
            case "elif" | "else":
                self._turn(tag)
            case "endif" | "endfor" | "endwith" as keyword if tag.code.strip() == keyword:
                self.closed(_OPENERS[keyword.removeprefix("end")])
            case _:
                self._body.append(self._of_jinja(tag, nodes.Stmt))
                self._go_on_in(self._body)

    def _begin(self, node: nodes.If | nodes.For | nodes.With) -> None:
        self._body.append(node)
        self._open.append((node, node.body))
        self._go_on_in(node.body)

    def _turn(self, tag: Tag) -> None:
        """Begin another branch of what was opened last."""
        node, body = self._open[-1]
        if isinstance(node, nodes.If | nodes.For) and body is not node.else_ and tag.code.strip() == "else":
            branch = node.else_
        elif isinstance(node, nodes.If) and body is not node.else_ and tag.keyword == "elif":
            other = self._if(replace(tag, code=tag.code.replace("elif", "if", 1)))
            node.elif_.append(other)
            branch = other.body
        else:
            raise UnusualError
        self._open[-1] = (node, branch)
        self._go_on_in(branch)

    def _if(self, tag: Tag) -> nodes.If:
        if test := _term(tag.code.lstrip().removeprefix("if"), self._line):
            return made(nodes.If, self._line, test=test, body=[], elif_=[], else_=[])
        return self._of_jinja(tag, nodes.If, "endif")

    def _of_jinja(self, tag: Tag, kind: type[Made], end: str = "") -> Made:
        """Return what Jinja reads in a tag on its own."""
        closing = as_jinja(replace(tag, code=end, frame=("", ""))) if end else ""
        body = self._read(as_jinja(replace(tag, frame=("", ""))) + closing).body
        if len(body) != 1 or not isinstance(body[0], kind):
            raise UnusualError
        self.unusual.append(body[0].set_lineno(self._line, override=True))
        return body[0]

    def _print(self, node: nodes.Expr) -> None:
        if not self._printed:
            self._body.append(made(nodes.Output, self._line, nodes=self._printed))
        self._printed.append(node)

    def _go_on_in(self, body: list[nodes.Node]) -> None:
        self._body, self._printed = body, []


def _term(code: str, line: int) -> nodes.Expr | None:
    """Return a field, perhaps compared with some words or turned into its contrary; None for anything else."""
    found = _TERM.fullmatch(code)
    path = _path(found["path"], line) if found else None
    if found is None or path is None:
        return None
    if found["how"]:
        words = found["double"] if found["double"] is not None else found["single"]
        other = made(nodes.Operand, line, op=_COMPARED[found["how"]], expr=made(nodes.Const, line, value=words))
        path = made(nodes.Compare, line, expr=path, ops=[other])
    return made(nodes.Not, line, node=path) if found["no"] else path


def _for(code: str, line: int) -> nodes.For | None:
    found = _FOR.fullmatch(code)
    values = _path(found["path"], line) if found and found["each"] not in _WORDS else None
    if found is None or values is None:
        return None
    each = made(nodes.Name, line, name=found["each"], ctx="store")
    return made(nodes.For, line, target=each, iter=values, body=[], else_=[], test=None, recursive=False)


def _path(path: str, line: int) -> nodes.Expr | None:
    first, *others = path.split(".")
    if first in _WORDS:
        return None
    node: nodes.Expr = made(nodes.Name, line, name=first, ctx="load")
    for name in others:
        node = made(nodes.Getattr, line, node=node, attr=name, ctx="load")
    return node
