"""What to type for each field: the tag to copy, and for a list the two tags that its rows stand between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from autoadmin.domain.fields import Field, Shape


@dataclass(frozen=True, slots=True)
class Pick:
    """A field as an administrator picks it. `closing` ends a list; a group and a list of groups print nothing."""

    field: Field
    path: str
    tag: str
    closing: str = ""
    level: int = 0  # how deep in the tree, groups and lists counted


def picks(fields: Iterable[Field]) -> Iterator[Pick]:
    """Yield every field with what to type for it, parents first; the row of a list of plain words after the list."""
    fields = list(fields)
    taken = frozenset(field.name for field in fields)
    for field in fields:
        yield from _picks(field, "", "", 0, taken)


def _picks(field: Field, above: str, typed_above: str, level: int, taken: frozenset[str]) -> Iterator[Pick]:
    """Yield a field and those below it; `typed_above` is how a template writes what it belongs to.

    `taken` are the names that already stand for something there, which no row of a list may be called.
    """
    path = f"{above}.{field.name}" if above else field.name
    typed = f"{typed_above}.{field.name}" if typed_above else field.name
    if field.shape is Shape.LIST:
        scope, each = _scope(field), _row_name(field, taken)
        taken |= {each}
        yield Pick(field, path, f"{{%{scope} for {each} in {typed} %}}", f"{{%{scope} endfor %}}", level)
        if not field.children:
            yield Pick(Field(each, "one of them", field.kind), f"{path}[]", f"{{{{ {each} }}}}", "", level + 1)
        path, typed = f"{path}[]", each
    elif field.shape is Shape.GROUP:
        yield Pick(field, path, "", "", level)
    else:
        yield Pick(field, path, _value_tag(field, typed), "", level)
    for child in field.children:
        yield from _picks(child, path, typed, level + 1, taken)


def _row_name(field: Field, taken: frozenset[str]) -> str:
    """Return what a row of a list is called: as the catalogue says, unless that name is another field's."""
    return f"one_{field.each}" if field.each in taken else field.each


def _value_tag(field: Field, typed: str) -> str:
    return f"{{% if {typed} %}}...{{% endif %}}" if field.shape is Shape.YES_NO else f"{{{{ {typed} }}}}"


def _scope(field: Field) -> str:
    """Return the letters for a list: table rows, or paragraphs where its rows hold lists or plain words."""
    has_lists = any(child.shape is Shape.LIST for child in field.children)
    return "p" if has_lists or not field.children else "tr"
