"""Going through a template's syntax tree: what is used, what is not allowed, and the two doors put in place.

Every value printed goes through `print_at` and every list repeated through `each_at`, with the number of its tag.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from autoadmin.word.paths import NO_FIELDS, Scope, bind, fields_in, is_paragraphs, loop_scope, path_of
from autoadmin.word.printing import EACH_FILTER, JOIN_FILTER, MADE_FILTER, PRINT_FILTER
from autoadmin.word.source import Source
from autoadmin.word.syntax import made
from autoadmin.word.tags import Tag

_Expr = TypeVar("_Expr", bound=nodes.Node)


class Review:
    """One pass over a part's syntax tree, which it changes. Afterwards `fields` and `paths` (by tag) are filled."""

    def __init__(self, source: Source, tags: list[Tag]) -> None:
        self.fields: set[str] = set()
        self.paths: dict[int, str] = {}
        self._printed_by: dict[int, set[str]] = {}
        self._source = source
        self._tags = tags

    def run(self, tree: nodes.Template) -> None:
        """Review a whole part; raise LayoutError for a statement that is not supported."""
        self._statements(tree.body, dict(NO_FIELDS))

    def _statements(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        for node in body:
            match node:
                case nodes.Output():
                    node.nodes = [self._printed(item, scope) for item in _apart(node.nodes)]
                case nodes.For():
                    self._loop(node, scope)
                case nodes.If():
                    node.test = _settled(node.test)
                    self._use(node.test, scope)
                    for branch in (node.body, node.elif_, node.else_):
                        self._statements(branch, scope)
                case nodes.Assign():
                    node.node = _settled(node.node)
                    self._use(node.node, scope)
                    bind(node.target, node.node, scope, scope)
                case nodes.With():
                    self._with(node, scope)
                case _:
                    raise self._tags[self._number(node)].error("unknown_tag", "This form of the tag is not supported.")

    def _printed(self, node: nodes.Expr, scope: Scope) -> nodes.Expr:
        if isinstance(node, nodes.TemplateData):
            return node
        node = _settled(node)
        number = self._number(node)
        paths = self._printed_by.setdefault(number, set())
        paths |= {self._use(node, scope) or _only_field(node, scope)} - {""}
        self.paths[number] = next(iter(paths)) if len(paths) == 1 else ""  # of `a ~ b`, nobody knows which lacks
        return _filtered(node, self._tags[number].voice or PRINT_FILTER, number)

    def _loop(self, loop: nodes.For, scope: Scope) -> None:
        loop.iter = _settled(loop.iter)
        path, inner, number = self._use(loop.iter, scope), loop_scope(loop, scope), self._number(loop)
        if path:
            self.fields.discard(path)
            self.fields.add(path if is_paragraphs(loop) else f"{path}[]")
        self.paths[number] = path
        if loop.test is not None:
            loop.test = _settled(loop.test)
            self._use(loop.test, inner)
        self._statements(loop.body, inner)
        self._statements(loop.else_, scope)
        loop.iter = _filtered(loop.iter, EACH_FILTER, number)

    def _with(self, node: nodes.With, scope: Scope) -> None:
        inner = dict(scope)
        node.values = list(map(_settled, node.values))
        for target, value in zip(node.targets, node.values, strict=True):
            self._use(value, scope)
            bind(target, value, scope, inner)
        self._statements(node.body, inner)

    def _use(self, node: nodes.Node, scope: Scope) -> str:
        """Note the fields that an expression uses; return the path that it stands for, if any."""
        path = path_of(node, scope)
        if path and isinstance(node, nodes.Name | nodes.Getattr):
            self.fields.add(path)  # it uses no other
        else:
            self.fields.update(fields_in(node, scope))
        return path

    def _number(self, node: nodes.Node) -> int:
        return self._source.tag_at(node.lineno)


def _only_field(node: nodes.Node, scope: Scope) -> str:
    """Return the path of the one field that an expression uses; empty where there are more, or none."""
    paths = {*fields_in(node, scope)}
    return paths.pop() if len(paths) == 1 else ""


def _apart(printed: Iterable[nodes.Expr]) -> Iterable[nodes.Expr]:
    """Yield what a tag prints, each side of an `a ~ b` on its own."""
    for item in printed:
        yield from item.nodes if isinstance(item, nodes.Concat) else [item]


def _settled(node: _Expr) -> _Expr:
    """Return an expression as it is to be worked out."""
    if _is_plain(node):
        return node
    settled: _Expr = _Counting().visit(_Settling().visit(node))
    return settled


def _is_plain(node: nodes.Node) -> bool:
    """Return whether it is a field, or compares one with something, as nearly all do: there is nothing to settle."""
    if isinstance(node, nodes.Getattr | nodes.Not):
        return _is_plain(node.node)
    if isinstance(node, nodes.Compare):
        return _is_plain(node.expr) and all(_is_plain(operand.expr) for operand in node.ops)
    return isinstance(node, nodes.Name | nodes.Const)


class _Settling(NodeTransformer):
    """Has every `a ~ b` counted that is not printed, and gives every `x if y` an else."""

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        self.generic_visit(node)
        joined = nodes.List(node.nodes, lineno=node.lineno)
        return nodes.Filter(joined, JOIN_FILTER, [], [], None, None, lineno=node.lineno)

    def visit_CondExpr(self, node: nodes.CondExpr) -> nodes.Node:
        node.expr2 = node.expr2 or nodes.Const("", lineno=node.lineno)
        return self.generic_visit(node)


class _Counting(NodeTransformer):
    """Has every list and group counted that a tag makes of more than plain values."""

    def visit_List(self, node: nodes.List) -> nodes.Node:
        return self._counted(node)

    def visit_Tuple(self, node: nodes.Tuple) -> nodes.Node:
        return self._counted(node) if node.ctx == "load" else node

    def visit_Dict(self, node: nodes.Dict) -> nodes.Node:
        return self._counted(node)

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:
        if node.name != JOIN_FILTER or node.node is None:
            return self.generic_visit(node)
        self.generic_visit(node.node)  # the words of a ~ b: a list that nothing else sees
        return node

    def _counted(self, node: nodes.Expr) -> nodes.Node:
        is_plain = all(isinstance(child, nodes.Const) for child in node.iter_child_nodes())
        self.generic_visit(node)
        return node if is_plain else nodes.Filter(node, MADE_FILTER, [], [], None, None, lineno=node.lineno)


def _filtered(node: nodes.Node, name: str, number: int) -> nodes.Filter:
    line, argument = node.lineno, made(nodes.Const, node.lineno, value=number)
    return made(nodes.Filter, line, node=node, name=name, args=[argument], kwargs=[], dyn_args=None, dyn_kwargs=None)
