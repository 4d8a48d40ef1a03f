"""Nodes of Jinja's syntax tree, made the short way: there are thousands in a layout."""

from __future__ import annotations

from typing import TypeVar

from jinja2 import nodes

Made = TypeVar("Made", bound=nodes.Node)


def made(kind: type[Made], line: int, **fields: object) -> Made:
    """Return a node of a kind on a line of the source. All fields of the kind are to be given; nobody checks."""
    node = kind.__new__(kind)  # what its own __init__ does takes three times as long
    node.__dict__.update(fields, lineno=line, environment=None)
    return node
