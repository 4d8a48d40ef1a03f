"""Where a syntax tree names fields: each name that is typed, with the path it stands for where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jinja2 import nodes

from autoadmin.word.paths import NO_FIELDS, Scope, attribute_names, bind, loop_scope, path_of


@dataclass(frozen=True, slots=True)
class Named:
    """One name of a field: `why` in `decision.why`, `decision["why"]` or `decisions|map(attribute="why")`."""

    node: nodes.Name | nodes.Getattr | nodes.Const
    above: str  # the path of what the field belongs to; empty for a field at the top
    name: str
    variables: frozenset[str]  # the names that the template itself has made, where this one stands
    part: int = 0  # which part of a text such as "owner.name" it is

    @property
    def path(self) -> str:
        """Return the path that the name stands for."""
        return f"{self.above}.{self.name}" if self.above else self.name


def names_in(tree: nodes.Template) -> Iterator[Named]:
    """Yield every name of a field in a part's tree, those above before those below."""
    yield from _in_statements(tree.body, dict(NO_FIELDS))


def _in_statements(body: Iterable[nodes.Node], scope: Scope) -> Iterator[Named]:
    for node in body:
        match node:
            case nodes.For():
                yield from _in_loop(node, scope)
            case nodes.If():
                yield from _in_expression(node.test, scope)
                for branch in (node.body, node.elif_, node.else_):
                    yield from _in_statements(branch, scope)
            case nodes.Assign():
                yield from _in_expression(node.node, scope)
                bind(node.target, node.node, scope, scope)
            case nodes.With():
                inner = dict(scope)
                for target, value in zip(node.targets, node.values, strict=True):
                    yield from _in_expression(value, scope)
                    bind(target, value, scope, inner)
                yield from _in_statements(node.body, inner)
            case _:
                yield from _in_expression(node, scope)


def _in_loop(loop: nodes.For, scope: Scope) -> Iterator[Named]:
    inner = loop_scope(loop, scope)
    yield from _in_expression(loop.iter, scope)
    if loop.test is not None:
        yield from _in_expression(loop.test, inner)
    yield from _in_statements(loop.body, inner)
    yield from _in_statements(loop.else_, scope)


def _in_expression(node: nodes.Node, scope: Scope) -> Iterator[Named]:
    match node:
        case nodes.Name():
            if node.name not in scope:
                yield Named(node, "", node.name, frozenset(scope))
            return
        case nodes.Call(node=nodes.Getattr() as method):
            inside: Iterable[nodes.Node] = [method.node, *node.args, *node.kwargs]
        case _:
            inside = node.iter_child_nodes()
    for child in inside:
        yield from _in_expression(child, scope)
    yield from _own_names(node, scope)


def _own_names(node: nodes.Node, scope: Scope) -> Iterator[Named]:
    """Yield the names that an expression adds to those within it."""
    variables = frozenset(scope)
    match node:
        case nodes.Getattr():
            if above := path_of(node.node, scope):
                yield Named(node, above, node.attr, variables)
        case nodes.Getitem(arg=nodes.Const(value=str(name)) as key):
            if above := path_of(node.node, scope):
                yield Named(key, above, name, variables)
        case nodes.Filter():
            for text, above in attribute_names(node, scope):
                for part, name in enumerate(str(text.value).split(".")):
                    yield Named(text, above, name, variables, part)
                    above = f"{above}.{name}"
