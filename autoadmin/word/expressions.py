"""Expressions of a template as Python writes them: every field, method and filter through the sandbox's doors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from keyword import iskeyword
from typing import Final

from jinja2 import nodes

from autoadmin.word.variables import Names

_COMPARED: Final = {
    "eq": "==", "ne": "!=", "gt": ">", "gteq": ">=", "lt": "<", "lteq": "<=", "in": "in", "notin": "not in",
}  # fmt: skip


def expression(node: nodes.Node, names: Names) -> str:
    """Return the Python for an expression, with the names that hold where it stands."""
    write = _WAYS.get(node.__class__)
    if write is None:
        raise TypeError(f"{node.__class__.__name__} is no expression of a layout.")  # the parser makes no other
    return write(node, names)


def _name(node: nodes.Name, names: Names) -> str:
    return names.variable(node.name)


def _const(node: nodes.Const, names: Names) -> str:
    return repr(node.value)


def _getattr(node: nodes.Getattr, names: Names) -> str:
    return f"field({expression(node.node, names)}, {node.attr!r})"


def _getitem(node: nodes.Getitem, names: Names) -> str:
    value = expression(node.node, names)
    if isinstance(node.arg, nodes.Slice):
        ends = [expression(end, names) if end else "None" for end in (node.arg.start, node.arg.stop, node.arg.step)]
        return f"cut(context, {value}, {', '.join(ends)})"
    return f"item({value}, {expression(node.arg, names)})"


def _call(node: nodes.Call, names: Names) -> str:
    return f"call(context, {', '.join((expression(node.node, names), *_arguments(node, names)))})"


def _filter(node: nodes.Filter | nodes.Test, names: Names) -> str:
    kind = "filter" if isinstance(node, nodes.Filter) else "test"
    value = [expression(node.node, names)] if node.node is not None else []
    return f"{names.shared.call(kind, node.name)}{', '.join((*value, *_arguments(node, names)))})"


def _arguments(node: nodes.Call | nodes.Filter | nodes.Test, names: Names) -> Iterator[str]:
    yield from (expression(argument, names) for argument in node.args)
    if node.dyn_args is not None:
        yield f"*{expression(node.dyn_args, names)}"
    for option in node.kwargs:
        key, value = str(option.key), expression(option.value, names)
        is_plain = key.isascii() and key.isidentifier() and not iskeyword(key)
        yield f"{key}={value}" if is_plain else f"**{{{key!r}: {value}}}"
    if node.dyn_kwargs is not None:
        yield f"**{expression(node.dyn_kwargs, names)}"


def _compare(node: nodes.Compare, names: Names) -> str:
    rest = (f" {_COMPARED[operand.op]} {expression(operand.expr, names)}" for operand in node.ops)
    return f"({expression(node.expr, names)}{''.join(rest)})"


def _either(node: nodes.CondExpr, names: Names) -> str:
    other = expression(node.expr2, names) if node.expr2 is not None else "''"
    return f"({expression(node.expr1, names)} if {expression(node.test, names)} else {other})"


def _between(operator: str) -> Callable[[nodes.BinExpr, Names], str]:
    return lambda node, names: f"({expression(node.left, names)} {operator} {expression(node.right, names)})"


def _worked_out(node: nodes.BinExpr, names: Names) -> str:
    sides = f"{expression(node.left, names)}, {expression(node.right, names)}"
    return f"worked_out(context, {node.operator!r}, {sides})"


def _before(operator: str) -> Callable[[nodes.UnaryExpr, Names], str]:
    return lambda node, names: f"({operator} {expression(node.node, names)})"


def _tuple(node: nodes.Tuple, names: Names) -> str:
    return f"({''.join(f'{expression(item, names)}, ' for item in node.items)})"


def _list(node: nodes.List, names: Names) -> str:
    return f"[{', '.join(expression(item, names) for item in node.items)}]"


def _dict(node: nodes.Dict, names: Names) -> str:
    pairs = (f"{expression(pair.key, names)}: {expression(pair.value, names)}" for pair in node.items)
    return f"{{{', '.join(pairs)}}}"


_WAYS: Final[Mapping[type[nodes.Node], Callable[..., str]]] = {
    nodes.Name: _name,
    nodes.Const: _const,
    nodes.TemplateData: lambda node, names: repr(node.data),
    nodes.Getattr: _getattr,
    nodes.Getitem: _getitem,
    nodes.Call: _call,
    nodes.Filter: _filter,
    nodes.Test: _filter,
    nodes.Compare: _compare,
    nodes.CondExpr: _either,
    nodes.And: _between("and"),
    nodes.Or: _between("or"),
    nodes.Not: _before("not"),
    nodes.Neg: _before("-"),
    nodes.Pos: _before("+"),
    nodes.Tuple: _tuple,
    nodes.List: _list,
    nodes.Dict: _dict,
    **dict.fromkeys((nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Pow), _worked_out),
}
