"""Where a part uses fields: each path with its tag, as it is written, and whether the layout allows for its absence.

Only paths that are sure are given: what comes out of a call or of a filter that makes something new has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, TypeVar

from jinja2 import nodes

from autoadmin.word.paths import Scope, path_of
from autoadmin.word.source import Source

_Node = TypeVar("_Node", bound=nodes.Node)
_SAME: Final = frozenset(
    {"list", "reverse", "sort", "unique", "selectattr", "rejectattr", "select", "reject", "first", "last", "min", "max"}
)
_NAMING: Final = frozenset(
    {"map", "join", "sort", "sum", "unique", "min", "max", "groupby", "selectattr", "rejectattr"}
)
_BY_POSITION: Final = frozenset({"groupby", "selectattr", "rejectattr"})
_DEFAULTS: Final = frozenset({"default", "d"})
_ASKING: Final = frozenset({"defined", "undefined", "recorded", "none"})


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a field. `variables` are the names that the layout itself made there, with what they stand for."""

    tag: int
    path: str
    written: str
    guard: str  # the path that the layout asks after before: the field itself or what it belongs to; empty if none
    variables: Scope = field(hash=False)


def uses_in(tree: nodes.Template, source: Source) -> tuple[Use, ...]:
    """Return every use of a field in a part's tree, in the order of the document."""
    return tuple(_Walk(source).statements(tree.body, {"range": ""}, frozenset()))


def loop_variables(tree: nodes.Template) -> frozenset[str]:
    """Return the names that the loops of a part give to what they run over."""
    return frozenset(name for loop in tree.find_all(nodes.For) for name in _names(loop.target))


class _Walk:
    """One walk over a tree: statement by statement, with the names and the guards that hold at each."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def statements(self, body: Iterable[nodes.Node], scope: Scope, guards: frozenset[str]) -> Iterator[Use]:
        for node in body:
            match node:
                case nodes.For():
                    yield from self._loop(node, scope, guards)
                case nodes.If():
                    within = guards | _guards_in(node.test, scope)
                    yield from self.expression(node.test, scope, within)
                    for branch in (node.body, node.elif_, node.else_):
                        yield from self.statements(branch, scope, within)
                case nodes.Assign():
                    yield from self.expression(node.node, scope, guards)
                    _bind(node.target, node.node, scope, scope)
                case nodes.With():
                    inner = dict(scope)
                    for target, value in zip(node.targets, node.values, strict=True):
                        yield from self.expression(value, scope, guards)
                        _bind(target, value, scope, inner)
                    yield from self.statements(node.body, inner, guards)
                case nodes.Output():
                    for item in node.nodes:
                        yield from self.expression(item, scope, guards | _guards_in(item, scope))

    def _loop(self, loop: nodes.For, scope: Scope, guards: frozenset[str]) -> Iterator[Use]:
        inner = {**scope, "loop": "", **dict.fromkeys(_names(loop.target), "")}
        if isinstance(loop.target, nodes.Name) and (path := _sure_path(loop.iter, scope)):
            inner[loop.target.name] = f"{path}[]"
        yield from self.expression(loop.iter, scope, guards)
        if loop.test is not None:
            yield from self.expression(loop.test, inner, guards)
        yield from self.statements(loop.body, inner, guards)
        yield from self.statements(loop.else_, scope, guards)

    def expression(self, node: nodes.Node, scope: Scope, guards: frozenset[str]) -> Iterator[Use]:
        match node:
            case nodes.Name() | nodes.Getattr() | nodes.Getitem():
                yield from self._field(node, scope, guards)
            case nodes.Call(node=nodes.Name() | nodes.Getattr() as called):
                if isinstance(called, nodes.Getattr):
                    yield from self.expression(called.node, scope, guards)
                for argument in (*node.args, *(keyword.value for keyword in node.kwargs)):
                    yield from self.expression(argument, scope, guards)
            case _:
                if isinstance(node, nodes.Filter):
                    yield from self._named_by_filter(node, scope, guards)
                for child in node.iter_child_nodes():
                    yield from self.expression(child, scope, guards)

    def _field(
        self, node: nodes.Name | nodes.Getattr | nodes.Getitem, scope: Scope, guards: frozenset[str]
    ) -> Iterator[Use]:
        if path := _sure_path(node, scope):
            yield self._use(node, path, _written(node), scope, guards)
        elif not isinstance(node, nodes.Name):
            yield from self.expression(node.node, scope, guards)
        if isinstance(node, nodes.Getitem):
            yield from self.expression(node.arg, scope, guards)

    def _named_by_filter(self, node: nodes.Filter, scope: Scope, guards: frozenset[str]) -> Iterator[Use]:
        """Yield the fields that a filter names as text: `people|map(attribute="name")`."""
        keys = {str(keyword.key): keyword.value for keyword in node.kwargs}
        named = [keys["attribute"]] if "attribute" in keys else node.args[:1] if node.name in _BY_POSITION else []
        path = _sure_path(node.node, scope) if node.name in _NAMING and "default" not in keys else ""
        for name in named:
            if path and isinstance(name, nodes.Const) and isinstance(name.value, str):
                yield self._use(name, f"{path}[].{name.value}", name.value, {"": f"{path}[]"}, guards)

    def _use(self, node: nodes.Node, path: str, written: str, scope: Scope, guards: frozenset[str]) -> Use:
        asked = (guard for guard in sorted(guards) if path == guard or path.startswith((f"{guard}.", f"{guard}[")))
        return Use(self._source.tag_at(node.lineno), path, written, next(asked, ""), dict(scope))


def _guards_in(node: nodes.Node, scope: Scope) -> frozenset[str]:
    """Return the paths whose absence an expression asks after, or has a default for."""
    asked = [test.node for test in _all(node, nodes.Test) if test.name in _ASKING]
    asked += [named.node for named in _all(node, nodes.Filter) if named.name in _DEFAULTS and named.node is not None]
    return frozenset(filter(None, (_sure_path(item, scope) for item in asked)))


def _all(node: nodes.Node, kind: type[_Node]) -> list[_Node]:
    found = list(node.find_all(kind))
    return [node, *found] if isinstance(node, kind) else found


def _sure_path(node: nodes.Node | None, scope: Scope) -> str:
    step = node
    while not isinstance(step, nodes.Name):
        match step:
            case nodes.Getattr() | nodes.Getitem():
                step = step.node
            case nodes.Filter(name=name) if name in _SAME:
                step = step.node
            case _:
                return ""
    return path_of(node, scope)


def _written(node: nodes.Node | None) -> str:
    match node:
        case nodes.Name():
            return node.name
        case nodes.Getattr():
            return f"{_written(node.node)}.{node.attr}"
        case nodes.Getitem(arg=nodes.Const(value=value)):
            return f"{_written(node.node)}.{value}" if isinstance(value, str) else f"{_written(node.node)}[{value}]"
        case nodes.Getitem() | nodes.Filter():
            return _written(node.node)
    return ""


def _bind(target: nodes.Node, value: nodes.Node, scope: Scope, inner: Scope) -> None:
    if isinstance(target, nodes.Name):
        inner[target.name] = _sure_path(value, scope)
    else:
        inner.update(dict.fromkeys(_names(target), ""))


def _names(target: nodes.Node) -> list[str]:
    return [name.name for name in _all(target, nodes.Name)]
