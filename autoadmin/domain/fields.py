"""The fields that a document is given, as a tree: what each means, of which kind of record, how a template names it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Shape(StrEnum):
    """What a template can do with a field: print a value, go into a group, repeat a list."""

    TEXT = "text"
    NUMBER = "number"
    YES_NO = "yes or no"
    PICTURE = "picture"
    GROUP = "group"
    LIST = "list"

    @property
    def is_value(self) -> bool:
        """Return whether it is printed as it is."""
        return self not in (Shape.GROUP, Shape.LIST)


class FieldKind(StrEnum):
    """Which kind of record a field comes from; fact, said, opinion and decision are kept apart to print."""

    FACT = "fact"
    SAID = "said"
    OPINION = "opinion"
    HYPOTHESIS = "hypothesis"
    DECISION = "decision"
    ACTION = "action"
    MIXED = "mixed"  # each row says which
    WORDING = ""  # of the document itself: its title, labels, numbers of sources


@dataclass(frozen=True, slots=True)
class Field:
    """One field. A list has the fields of each of its rows as children; a list of plain words has none."""

    name: str
    meaning: str  # one plain phrase, as the field picker shows it
    kind: FieldKind = FieldKind.WORDING
    shape: Shape = Shape.TEXT
    children: tuple[Field, ...] = ()
    aliases: tuple[str, ...] = ()  # names it had before, in the same place of the tree
    each: str = ""  # of a list: what one row is called in a template, `decision`
    heading: str = ""  # of a field at the top of the tree: where the field picker shows it
    can_be_gap: bool = False  # whether it prints as "not recorded" where nobody recorded it


def walk(fields: Iterable[Field], above: str = "") -> Iterator[tuple[str, Field]]:
    """Yield every field with its path, parents first: `discussions`, then `discussions[].decisions`..."""
    for field in fields:
        path = f"{above}.{field.name}" if above else field.name
        yield path, field
        yield from walk(field.children, f"{path}[]" if field.shape is Shape.LIST else path)


def paths(fields: Iterable[Field]) -> frozenset[str]:
    """Return every path that a template may use, groups and lists among them: `decisions`, `decisions[]`, `unit`."""
    found = list(walk(fields))
    return frozenset(path for path, _ in found) | {f"{path}[]" for path, field in found if field.shape is Shape.LIST}


def meanings(fields: Iterable[Field]) -> Mapping[str, str]:
    """Return what each field is, by its path."""
    return {path: field.meaning for path, field in walk(fields)}


def aliases(fields: Iterable[Field]) -> Mapping[str, str]:
    """Return the path of each renamed field by the path it had before; parents are named as they are now."""
    return {f"{path.removesuffix(field.name)}{alias}": path for path, field in walk(fields) for alias in field.aliases}


def gap_paths(fields: Iterable[Field]) -> frozenset[str]:
    """Return the paths that may be gaps, as `template.toml` names them: `decisions.why`."""
    return frozenset(path.replace("[]", "") for path, field in walk(fields) if field.can_be_gap)


def named_as_today(values: Mapping[str, object], renamed: Mapping[str, str], above: str = "") -> dict[str, object]:
    """Return content with each field under the name it has today; `renamed` are the aliases of its fields.

    What already stands under the name of today is left as it is, and an old name beside it too.
    """
    today: dict[str, object] = {}
    for name, value in values.items():
        path = renamed.get(f"{above}{name}", f"{above}{name}")
        new = path.removeprefix(above)
        key = name if new != name and new in values else new
        today[key] = _below_as_today(value, renamed, path)
    return today


def _below_as_today(value: object, renamed: Mapping[str, str], path: str) -> object:
    if isinstance(value, Mapping):
        return named_as_today(value, renamed, f"{path}.")
    if isinstance(value, list | tuple):
        return [_below_as_today(item, renamed, f"{path}[]") for item in value]
    return value
