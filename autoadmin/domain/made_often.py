"""Frozen dataclasses of which one file holds thousands, made in less than half the time."""

from __future__ import annotations

from dataclasses import MISSING, fields
from functools import update_wrapper
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T", bound="DataclassInstance")


def made_often(kind: type[T]) -> type[T]:
    """Return a frozen dataclass with slots, whose `__init__` now puts each value straight into its slot.

    The one that dataclasses writes looks every slot up by its name, for every object again. All else stays: arguments,
    defaults, and that nothing can be changed afterwards. Raises TypeError where `__init__` does more than fill slots.
    """
    held = fields(kind)
    if hasattr(kind, "__post_init__") or any(field.default_factory is not MISSING or not field.init for field in held):
        raise TypeError(f"{kind.__name__} is made by more than filling its slots.")
    names = [field.name for field in held]
    space: dict[str, Any] = {f"put_{name}": getattr(kind, name).__set__ for name in names}
    lines = [f"def __init__(self, {', '.join(names)}):", *(f"    put_{name}(self, {name})" for name in names)]
    exec("\n".join(lines), space)  # noqa: S102 - the names of the class's own fields, as dataclasses does it
    filling = space["__init__"]
    update_wrapper(filling, kind.__init__)
    filling.__defaults__ = kind.__init__.__defaults__
    setattr(kind, "__init__", filling)  # noqa: B010 - to a type checker a method cannot be assigned to
    return kind
