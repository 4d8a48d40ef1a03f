"""The names of a template as Python's variables: which one a name means where it stands.

Loops, withs and elses have names of their own, which begin as those outside and end with them. What no tag makes is
looked up in the content once, before anything is printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import nodes

LOOP = "loop"


@dataclass(slots=True)
class Shared:
    """What all names of one part have in common."""

    doors: Mapping[str, Mapping[str, Any]]  # the filters and the tests that there are, by name
    count: int = 0
    fields: dict[str, str] = field(default_factory=dict)  # variables by the names that are looked up in the content
    functions: dict[str, Callable[..., Any]] = field(default_factory=dict)  # filters and tests by variable
    called: dict[tuple[str, str], str] = field(default_factory=dict)  # how they are called, by kind and name

    def new(self) -> str:
        """Return a variable that nothing else is called."""
        self.count += 1
        return f"v{self.count}"

    def call(self, kind: str, name: str) -> str:
        """Return how a filter or test is called, as far as to the value that it is given."""
        if (kind, name) not in self.called:
            function, variable = self.doors[kind][name], f"f{len(self.called)}"
            self.functions[variable] = function
            takes_context = getattr(function, "jinja_pass_arg", None) is not None  # ours take no other
            self.called[kind, name] = f"{variable}(context, " if takes_context else f"{variable}("
        return self.called[kind, name]


@dataclass(slots=True)
class Names:
    """The names that hold within one part, loop, with or else."""

    shared: Shared
    above: Names | None = None
    own: dict[str, str] = field(default_factory=dict)
    loop: str = ""  # in a loop: the variable for what tells of its turns; it is there if it `is_asked`
    is_asked: bool = False

    def within(self, loop: str = "") -> Names:
        """Return names for a loop, with or else that stands here."""
        return Names(self.shared, self, loop=loop)

    def make(self, name: str) -> str:
        """Return the variable for a name that a tag makes here."""
        if name not in self.own:
            self.own[name] = self.shared.new()
        return self.own[name]

    def variable(self, name: str) -> str:
        """Return the variable that a name means here."""
        if name in self.own:
            return self.own[name]
        if self.loop and name == LOOP:
            self.is_asked = True
            return self.loop
        if self.above is not None:
            return self.above.variable(name)
        if name not in self.shared.fields:
            self.shared.fields[name] = self.shared.new()
        return self.shared.fields[name]

    def from_above(self, made: Iterable[str]) -> Iterator[str]:
        """Make names here that are not there yet, and yield the statements by which they begin as those outside."""
        for name in dict.fromkeys(made):
            if name not in self.own:
                outside = self.variable(name)
                yield f"{self.make(name)} = {outside}"


def names_made(body: Iterable[nodes.Node]) -> Iterator[str]:
    """Yield the names that statements make for those after them: not those within their loops and withs."""
    for node in body:
        if isinstance(node, nodes.Assign):
            yield from names_of(node.target)
        elif isinstance(node, nodes.If):
            for branch in (node.body, node.elif_, node.else_):
                yield from names_made(branch)


def names_of(target: nodes.Node) -> Iterator[str]:
    """Yield the names in what a set, with or for gives values to."""
    if isinstance(target, nodes.Name):
        yield target.name
    elif isinstance(target, nodes.Tuple):
        for item in target.items:
            yield from names_of(item)
