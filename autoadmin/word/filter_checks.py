"""What a filter may be given: nothing that would make it work for hours, or write a list as a programmer sees it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from jinja2.runtime import Undefined

from autoadmin.word.arithmetic import check_signs
from autoadmin.word.limits import TooMuchError
from autoadmin.word.picture import Picture
from autoadmin.word.printing import UnprintableError
from autoadmin.word.rich import RichText
from autoadmin.word.values import words_of

_OF_TEXT: Final = frozenset({"capitalize", "join", "lower", "replace", "string", "title", "trim", "upper", "wordcount"})
_MAX_GROUPS: Final = 10_000
_MAX_DECIMALS: Final = 20


def check_filter(name: str, value: object, arguments: Sequence[object], options: Mapping[str, object]) -> None:
    """Raise TooMuchError or UnprintableError for what a filter should not be given."""
    if name in _OF_TEXT and isinstance(value, Iterable) and not isinstance(value, str | Undefined):
        raise UnprintableError("This is a list or a group of fields, not a text.")
    if name in ("batch", "slice"):
        _check_groups(*_given(("number", "fill_with"), ("linecount", "slices"), arguments, options))
    elif name == "round":
        decimals, _ = _given(("precision", "method"), (), arguments, options)
        if isinstance(decimals, int) and abs(decimals) > _MAX_DECIMALS:
            raise TooMuchError(f"A number can be rounded to {_MAX_DECIMALS} decimal places at most.")
    elif name == "trim":
        check_signs(_given(("chars", ""), (), arguments, options)[0])
    elif name == "sum":
        _, start = _given(("attribute", "start"), (), arguments, options)
        if entries_like(start):
            raise UnprintableError("Only numbers can be summed.")


def as_text(name: str, value: object) -> object:
    """Return what a filter is to be given: for one of text, a plain value as it is printed, and never a picture."""
    if name not in _OF_TEXT or isinstance(value, str | Iterable | Undefined):
        return value
    words = str(value) if isinstance(value, RichText) else words_of(value)
    if words is None:
        raise UnprintableError(
            "This is a picture." if isinstance(value, Picture) else "This is no text, number or date."
        )
    return words


def entries_like(value: object) -> bool:
    """Return whether a value holds others."""
    return isinstance(value, Iterable) and not isinstance(value, str)


def _check_groups(number: object, filling: object) -> None:
    if not isinstance(number, int) or not 1 <= number <= _MAX_GROUPS:
        raise TooMuchError(f"A list can be divided by a number from 1 to {_MAX_GROUPS:,}.")
    if filling is not None and words_of(filling) is None:
        raise UnprintableError("Only a plain value can fill up a list.")


def _given(
    names: tuple[str, str], other_names: tuple[str, ...], arguments: Sequence[object], options: Mapping[str, object]
) -> tuple[object, object]:
    """Return the two arguments of a filter, given by place or by name; None for what was not given."""
    named = [options.get(name) for name in names]
    for other in other_names:
        named[0] = options.get(other, named[0])
    first, second, *_ = (*arguments[:2], *named[len(arguments[:2]) :])
    return first, second
