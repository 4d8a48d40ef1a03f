"""What a layout asks that the samples show to be never so, and values of which it prints but one.

Nothing fails, and words are left out without anybody noticing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from jinja2 import nodes

from autoadmin.domain.gaps import NotRecorded
from autoadmin.word.emptiness import values_at
from autoadmin.word.errors import Problem
from autoadmin.word.leftovers import warning
from autoadmin.word.paths import NO_FIELDS, Scope, bind, loop_scope, path_of
from autoadmin.word.proofs import Proof
from autoadmin.word.tags import Tag

_Examples = Sequence[Mapping[str, object]]
_KINDS: Final[tuple[tuple[type | tuple[type, ...], str], ...]] = (
    (bool, "yes or no"),
    ((int, float), "a number"),
    (str, "text"),
    ((list, tuple), "a list"),
    (Mapping, "a group of fields"),
)
_ALIKE: Final[dict[str, set[str]]] = {"yes or no": {"a number"}, "a number": {"yes or no"}}  # 1 is true


def never_so(proof: Proof, examples: _Examples) -> Iterator[Problem]:
    """Yield each comparison that no value of the examples could meet, and each `{{ a and b }}`, which prints `b`."""
    for expression, scope in _with_scope(proof.tree.body, dict(NO_FIELDS)):
        tag = proof.tags[proof.source.tag_at(expression.lineno)]
        if isinstance(expression, nodes.And) and tag.is_print:
            yield from _prints_one(expression, tag)
        for compared in (*expression.find_all(nodes.Compare), expression):
            if isinstance(compared, nodes.Compare):
                yield from _compared(compared, scope, tag, examples)


def _prints_one(both: nodes.And, tag: Tag) -> Iterator[Problem]:
    first, second = _written(both.left), _written(both.right)
    if first and second:
        meant = f"To print both, write {{{{ {first} }}}} and {{{{ {second} }}}}."
        yield warning("prints_one", f"This prints only “{second}”.", tag.place, tag.typed, meant)


def _compared(compared: nodes.Compare, scope: Scope, tag: Tag, examples: _Examples) -> Iterator[Problem]:
    if len(compared.ops) != 1 or compared.ops[0].op not in ("eq", "ne"):
        return
    sides = (compared.expr, compared.ops[0].expr)
    for field, wanted in (sides, sides[::-1]):
        path, written = path_of(field, scope), _written(field)
        if not (path and written and isinstance(wanted, nodes.Const)) or wanted.value is None:
            continue
        values = (value for example in examples for value in values_at(example, path))
        kinds = {_kind(value) for value in values if value is not None and not isinstance(value, NotRecorded)}
        kind = _kind(wanted.value)
        if len(kinds) == 1 and not kinds <= {kind} | _ALIKE.get(kind, set()):
            yield _never(written, kinds.pop(), wanted.value, tag)


def _never(written: str, kind: str, wanted: object, tag: Tag) -> Problem:
    said = f"“{wanted}”" if isinstance(wanted, str) else str(wanted).casefold()
    meant = f"To ask whether it is there, write {{% if {written} %}} or {{% if not {written} %}}."
    if kind == "a number" and str(wanted).strip().isdigit():
        meant = f"Write {wanted} without quotation marks."
    elif kind == "text" and not isinstance(wanted, bool):
        meant = f'Write it in quotation marks: "{wanted}".'
    return warning("never_so", f"“{written}” is {kind}, so it is never {said}.", tag.place, tag.typed, meant)


def _kind(value: object) -> str:
    return next((words for kind, words in _KINDS if isinstance(value, kind)), "")


def _written(node: nodes.Node) -> str:
    """Return a plain name as it is written, such as `child.name`; empty for anything else."""
    if isinstance(node, nodes.Name):
        return node.name
    above = _written(node.node) if isinstance(node, nodes.Getattr) else ""
    return f"{above}.{node.attr}" if above and isinstance(node, nodes.Getattr) else ""


def _with_scope(body: Iterable[nodes.Node], scope: Scope) -> Iterator[tuple[nodes.Node, Scope]]:
    """Yield every expression of some statements with what the names that tags made stand for there."""
    for node in body:
        match node:
            case nodes.For():
                yield node.iter, scope
                yield from _with_scope(node.body, loop_scope(node, scope))
                yield from _with_scope(node.else_, scope)
            case nodes.If():
                yield node.test, scope
                for branch in (node.body, node.elif_, node.else_):
                    yield from _with_scope(branch, scope)
            case nodes.Assign():
                yield node.node, scope
                bind(node.target, node.node, scope, scope)
            case nodes.With():
                inner = dict(scope)
                for target, value in zip(node.targets, node.values, strict=True):
                    yield value, scope
                    bind(target, value, scope, inner)
                yield from _with_scope(node.body, inner)
            case nodes.Output():
                yield from ((item, scope) for item in node.nodes if not isinstance(item, nodes.TemplateData))
