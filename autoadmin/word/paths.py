"""What a template uses: the dotted path of every field, through loops, sets and filters.

`discussions[].entries[].text` is the text of each entry of each discussion.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jinja2 import nodes

from autoadmin.word.placing import LINES

_SAME: Final = frozenset(
    {"list", "reverse", "sort", "unique", "selectattr", "rejectattr", "select", "reject", "default", "d"}
)
_ONE_OF: Final = frozenset({"first", "last", "min", "max"})
_METHODS: Final = frozenset({"items", "keys", "values"})
_BY_NAME: Final = frozenset(
    {"map", "join", "sort", "selectattr", "rejectattr", "groupby", "sum", "unique", "min", "max"}
)
Scope = dict[str, str]
NO_FIELDS: Final[Scope] = {"range": ""}


def path_of(node: nodes.Node | None, scope: Scope) -> str:
    """Return the path that an expression stands for; empty where it has none."""
    match node:
        case nodes.Name():
            return scope.get(node.name, node.name)
        case nodes.Getattr():
            return _below(path_of(node.node, scope), node.attr)
        case nodes.Getitem(arg=nodes.Const(value=str(name))):
            return _below(path_of(node.node, scope), name)
        case nodes.Getitem(arg=nodes.Slice()):
            return path_of(node.node, scope)
        case nodes.Getitem():
            return _each(path_of(node.node, scope))
        case nodes.Filter(name=name):
            path = path_of(node.node, scope)
            return _each(path) if name in _ONE_OF else path
        case nodes.Call(node=nodes.Getattr() as method):
            return path_of(method.node, scope)
        case nodes.Or():
            return path_of(node.left, scope)
        case nodes.CondExpr():
            return path_of(node.expr1, scope)
    return ""


def fields_in(node: nodes.Node, scope: Scope) -> Iterator[str]:
    """Yield the path of every field that an expression uses, the longest way down each."""
    match node:
        case nodes.Name() | nodes.Getattr() | nodes.Getitem():
            if path := path_of(node, scope):
                yield path
            if isinstance(node, nodes.Getitem):
                yield from fields_in(node.arg, scope)
            if not path and not isinstance(node, nodes.Name):
                yield from fields_in(node.node, scope)
        case nodes.Call(node=nodes.Getattr() as method):
            yield from fields_in(method.node, scope)
            for argument in node.args:
                yield from fields_in(argument, scope)
        case _:
            if isinstance(node, nodes.Filter):
                yield from _named_by_filter(node, scope)
            for child in node.iter_child_nodes():
                yield from fields_in(child, scope)


def loop_scope(loop: nodes.For, scope: Scope) -> Scope:
    """Return the scope within a loop: its variables stand for each of what it runs over."""
    path = path_of(loop.iter, scope)
    item = path if is_paragraphs(loop) else _each(path)
    names = {target.name: item for target in loop.target.find_all(nodes.Name)}
    if isinstance(loop.target, nodes.Name):
        names = {loop.target.name: item}
    return {**scope, **names, "loop": ""}


def bind(target: nodes.Node, value: nodes.Node, scope: Scope, inner: Scope) -> None:
    """Put into `inner` what a set or with makes each of its names stand for."""
    if isinstance(target, nodes.Name):
        inner[target.name] = path_of(value, scope)
    else:
        inner.update({name.name: "" for name in target.find_all(nodes.Name)})


def attribute_names(node: nodes.Filter, scope: Scope) -> Iterator[tuple[nodes.Const, str]]:
    """Yield each text of a filter that names a field, with the path of what has it: `people|map(attribute="name")`."""
    path = path_of(node.node, scope)
    named = [keyword.value for keyword in node.kwargs if keyword.key == "attribute"]
    if node.name in ("selectattr", "rejectattr", "groupby"):
        named += node.args[:1]
    if node.name in _BY_NAME and path:
        yield from ((name, _each(path)) for name in named if isinstance(name, nodes.Const))


def is_paragraphs(loop: nodes.For) -> bool:
    """Return whether the loop is one that a `{{p }}` was made into."""
    return isinstance(loop.iter, nodes.Filter) and loop.iter.name == LINES


def _named_by_filter(node: nodes.Filter, scope: Scope) -> Iterator[str]:
    """Yield the fields that a filter names as text."""
    for name, path in attribute_names(node, scope):
        yield _below(path, str(name.value))


def _below(path: str, name: str) -> str:
    return f"{path}.{name}" if path else ""


def _each(path: str) -> str:
    return f"{path}[]" if path else ""
