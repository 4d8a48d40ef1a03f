"""A part's reviewed tree as a Python function that yields the part's XML, piece by piece.

Jinja reads the layouts; its own code is general, and making it takes longer than everything else in compiling.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext

from autoadmin.word.expressions import expression
from autoadmin.word.printing import PRINT_FILTER
from autoadmin.word.sandbox import Sandbox
from autoadmin.word.source import Source
from autoadmin.word.variables import Names, Shared, names_made

Fill = Callable[[Context], Iterator[str]]
_IN_LOOPS: Final = "turns_of"


@dataclass(frozen=True, slots=True)
class Code:
    """A part as a function of its content. `tags` are the numbers of the tags by the function's lines."""

    fill: Fill
    filename: str
    tags: tuple[int, ...]

    def tag_at(self, line: int) -> int:
        """Return which tag a line of the function comes from."""
        return self.tags[line - 1]


def code_part(tree: nodes.Template, name: str, source: Source, sandbox: Sandbox) -> Code:
    """Return the function for a part whose tree was reviewed."""
    writer = _Writer(source, Shared({"filter": sandbox.filters, "test": sandbox.tests}))
    names = Names(writer.shared)
    writer.block(tree.body, names, 1)
    writer.line("yield ''", 1, 0)  # of a part without words too
    looked_up = [f"    {variable} = resolve({name!r})" for name, variable in writer.shared.fields.items()]
    head = ["def fill(context):", "    resolve = context.resolve", *looked_up]
    filename = f"<{name}>"
    code = compile("\n".join(head + writer.lines), filename, "exec", dont_inherit=True)
    space = {**_doors(sandbox), **writer.shared.functions}
    exec(code, space)  # noqa: S102 - every name and value in it was written by expressions.py and variables.py
    fill: Fill = space["fill"]
    return Code(fill, filename, (*[0] * len(head), *writer.tags))


@dataclass(slots=True)
class _Writer:
    """The lines of the function so far, with the tag that each comes from."""

    source: Source
    shared: Shared
    lines: list[str] = field(default_factory=list)
    tags: list[int] = field(default_factory=list)

    def block(self, body: list[nodes.Node], names: Names, depth: int, first: Iterable[str] = ()) -> None:
        """Write statements that have names of their own so deep, with some lines before them."""
        self._branch(body, names, depth, (*first, *names.from_above(names_made(body))))

    def line(self, line: str, depth: int, tag: int) -> None:
        """Write one line so deep."""
        self.lines.append("    " * depth + line)
        self.tags.append(tag)

    def _branch(self, body: list[nodes.Node], names: Names, depth: int, first: Iterable[str] = ()) -> None:
        start = len(self.lines)
        for line in first:
            self.line(line, depth, 0)
        for node in body:
            self._statement(node, names, depth)
        if len(self.lines) == start:
            self.line("pass", depth, 0)

    def _statement(self, node: nodes.Node, names: Names, depth: int) -> None:
        match node:
            case nodes.Output():
                self._output(node, names, depth)
            case nodes.If():
                self._if(node, names, depth)
            case nodes.For():
                self._for(node, names, depth)
            case nodes.Assign():
                value = expression(node.node, names)
                self.line(f"{_target(node.target, names)} = {value}", depth, self._tag(node))
            case nodes.With():
                self._with(node, names, depth)
            case _:
                raise TypeError(f"{node.__class__.__name__} is no statement of a layout.")  # a review finds it before

    def _output(self, node: nodes.Output, names: Names, depth: int) -> None:
        for item in node.nodes:
            words = expression(item, names)
            is_text = isinstance(item, nodes.TemplateData) or (
                isinstance(item, nodes.Filter) and item.name == PRINT_FILTER
            )
            self.line(f"yield {words}" if is_text else f"yield str({words})", depth, self._tag(item))

    def _if(self, node: nodes.If, names: Names, depth: int) -> None:
        for word, branch in (("if", node), *(("elif", other) for other in node.elif_)):
            self.line(f"{word} {expression(branch.test, names)}:", depth, self._tag(branch))
            self._branch(branch.body, names, depth + 1)
        if node.else_:
            self.line("else:", depth, 0)
            self._branch(node.else_, names, depth + 1)

    def _for(self, node: nodes.For, names: Names, depth: int) -> None:
        tag, inner = self._tag(node), names.within(self.shared.new())
        values, target = expression(node.iter, names), _target(node.target, inner)
        if node.test is not None:
            untold = Names(self.shared, names, own=inner.own)  # nobody knows yet which turns there will be
            values = f"({target} for {target} in {values} if {expression(node.test, untold)})"
        if node.else_:
            has_none = self.shared.new()
            self.line(f"{has_none} = True", depth, tag)
        head = len(self.lines)
        self.line("", depth, tag)  # once it is known whether its turns are asked after
        first = [f"{has_none} = False"] if node.else_ else []
        self.block(node.body, inner, depth + 1, first)
        if inner.is_asked:
            target, values = f"{target}, {inner.loop}", f"{_IN_LOOPS}({values}, undefined)"
        self.lines[head] = f"{'    ' * depth}for {target} in {values}:"
        if node.else_:
            self.line(f"if {has_none}:", depth, tag)
            self.block(node.else_, names.within(), depth + 1)

    def _with(self, node: nodes.With, names: Names, depth: int) -> None:
        inner, tag = names.within(), self._tag(node)
        for target, value in zip(node.targets, node.values, strict=True):
            coded = expression(value, names)
            self.line(f"{_target(target, inner)} = {coded}", depth, tag)
        self.block(node.body, inner, depth)

    def _tag(self, node: nodes.Node) -> int:
        return self.source.tag_at(node.lineno)


def _target(target: nodes.Node, names: Names) -> str:
    """Return what a set, with or for gives values to, as Python writes it."""
    match target:
        case nodes.Name():
            return names.make(target.name)
        case nodes.Tuple():
            return f"({''.join(f'{_target(item, names)}, ' for item in target.items)})"
        case _:
            return "forbidden[0]"  # a field: it is the content's, not the template's


def _doors(sandbox: Sandbox) -> dict[str, Any]:
    """Return what the function finds besides its context, its filters and its tests."""
    return {
        "__builtins__": {"str": str},
        "field": sandbox.getattr,
        "item": sandbox.getitem,
        "cut": sandbox.cut,
        "call": sandbox.call,
        "worked_out": sandbox.call_binop,
        "undefined": sandbox.undefined,
        "forbidden": _Forbidden(),
        _IN_LOOPS: LoopContext,
    }


class _Forbidden:
    """Where a template would put what it may not change."""

    def __setitem__(self, key: object, value: object) -> None:
        raise SecurityError("a field is the content's")
