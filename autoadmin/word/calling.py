"""What a tag would call that cannot be called in a layout, and what to write instead."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from jinja2 import nodes

_INSTEAD: Final = {
    "namespace": "Count with loop.index or |length: what is set in a loop is known only there.",
    "joiner": "Join a list with |join(', '), or ask {% if not loop.last %}.",
    "cycler": "In a loop, write loop.cycle(...).",
    "dict": "Write {'name': value}.",
    "loop": "A loop cannot repeat itself. Write a loop within the loop.",
    "iteritems": "Write .items() behind the value.",
    "len": "Write |length behind the value.",
    "str": "A value is printed as words of itself. Leave it out.",
    "super": "A layout is based on no other. Leave it out.",
    "format": "Put the words together with ~.",
    "append": "A list is added to with +.",
}


def about_call(node: nodes.Call, functions: Collection[str], methods: Collection[str], filters: Collection[str]) -> str:
    """Return what to write instead of a call that always fails; nothing for one that may come to something."""
    match node.node:
        case nodes.Name(name=name) if name not in functions:
            return _instead(name, filters)
        case nodes.Getattr(attr=name) if name not in methods:
            return _instead(name, filters)
        case _:
            return ""


def _instead(name: str, filters: Collection[str]) -> str:
    if known := _INSTEAD.get(name):
        return known
    if name in filters:
        return f"Write |{name} behind the value."
    return "If a field is meant, leave out the brackets."
