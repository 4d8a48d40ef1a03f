"""The filters and tests that templates may use: a short list, none of which turns "nobody recorded" into words."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable
from typing import Any, Final

from jinja2 import pass_context
from jinja2.filters import FILTERS as ALL_FILTERS
from jinja2.runtime import Context, Undefined
from jinja2.tests import TESTS as ALL_TESTS

from autoadmin.domain.gaps import Gap, NotRecorded
from autoadmin.word import voices
from autoadmin.word.cells import COLOUR_FILTER, SPAN_FILTER
from autoadmin.word.placing import LINES
from autoadmin.word.printing import (
    EACH_FILTER,
    JOIN_FILTER,
    PRESS,
    PRINT_FILTER,
    Press,
    UnprintableError,
    each_at,
    paragraph_at,
    picture_at,
    print_at,
)
from autoadmin.word.rich import RichText, lines_of, read_marks
from autoadmin.word.speaking import SPEAKING
from autoadmin.word.values import words_of

_FROM_JINJA: Final = {
    *("abs", "batch", "capitalize", "count", "dictsort", "first", "float", "groupby", "int", "items", "last", "length"),
    *("list", "lower", "map", "max", "min", "reject", "rejectattr", "replace", "reverse", "round", "select"),
    *("selectattr", "slice", "sort", "string", "sum", "title", "trim", "unique", "upper", "wordcount"),
}
_TESTS_FROM_JINJA: Final = {
    *("boolean", "defined", "divisibleby", "even", "false", "float", "in", "integer", "iterable", "lower", "mapping"),
    *("number", "odd", "sameas", "sequence", "string", "true", "undefined", "upper", "eq", "equalto", "ne", "ge"),
    *("greaterthan", "gt", "le", "lessthan", "lt", "==", "!=", ">", ">=", "<", "<="),
}
_COLOUR: Final = re.compile("[0-9A-Fa-f]{6}|auto")


def allowed_filters() -> dict[str, Callable[..., Any]]:
    """Return the filters by name."""
    filters = {name: _passing_gaps(ALL_FILTERS[name]) for name in _FROM_JINJA}
    filters |= {"default": _default, "d": _default, "join": _join, "e": _as_it_is, "escape": _as_it_is, LINES: _lines}
    filters |= {SPAN_FILTER: _span, COLOUR_FILTER: _colour, "rich": _rich}
    filters |= {voices.PARAGRAPH: paragraph_at, voices.PICTURE: picture_at, **SPEAKING}
    return {**filters, PRINT_FILTER: print_at, EACH_FILTER: each_at, JOIN_FILTER: _join}


def allowed_tests() -> dict[str, Any]:
    """Return the tests by name."""
    return {
        **{name: test for name, test in ALL_TESTS.items() if name in _TESTS_FROM_JINJA},
        "none": _is_missing,
        "recorded": lambda value: not _is_missing(value) and not isinstance(value, Undefined),
    }


def _is_missing(value: object) -> bool:
    return value is None or isinstance(value, NotRecorded)


def _passing_gaps(jinja_filter: Callable[..., Any]) -> Callable[..., object]:
    """Return the filter so changed that what nobody recorded comes out as it went in."""
    position = 1 if hasattr(jinja_filter, "jinja_pass_arg") else 0

    @functools.wraps(jinja_filter)  # carries over what Jinja is to pass in
    def passing(*arguments: object, **options: object) -> object:
        value = arguments[position]
        return value if _is_missing(value) else jinja_filter(*arguments, **options)

    return passing


def _default(value: object, default_value: object = "", boolean: object = False) -> object:
    """Return the value, or the default where there is none: unknown, not recorded or, if asked, empty."""
    if isinstance(value, Undefined) or _is_missing(value) or (boolean and not value):
        return default_value
    return value


@pass_context
def _join(context: Context, values: object, d: str = "", attribute: str | None = None) -> object:
    """Return the values in words, with `d` between them; what nobody recorded stays visible and becomes a gap."""
    if _is_missing(values):
        return values
    if not isinstance(values, Iterable):
        raise TypeError("not a list")
    items: Iterable[object] = values
    if attribute is not None:
        items = (functools.reduce(context.environment.getitem, attribute.split("."), item) for item in values)
    return str(d).join(_in_words(context.parent[PRESS], item) for item in items)


def _in_words(press: Press, item: object) -> str:
    if item is None or isinstance(item, NotRecorded):
        gap = Gap("", item.what, item.is_required) if isinstance(item, NotRecorded) else Gap("", "this")
        press.gaps[gap] = None
        return f"[not recorded: {gap.what}]"
    words = words_of(item)
    return str(item) if words is None else words


def _as_it_is(value: object) -> object:
    """Return the value: everything printed is escaped anyway."""
    return value


def _span(value: object) -> int:
    """Return how many columns a cell spans, for an attribute."""
    return max(1, int(str(value)))


def _colour(value: object) -> str:
    """Return a colour as Word's attributes take it: six hexadecimal digits or `auto`."""
    colour = str(value or "auto").removeprefix("#")
    if not _COLOUR.fullmatch(colour):
        raise UnprintableError("This is no colour: give six hexadecimal digits, such as FFF2CC.")
    return colour


def _rich(value: object) -> object:
    """Return text, or each text of a list, with its light marks read; what nobody recorded as it is."""
    if isinstance(value, list | tuple):
        return [_rich(item) for item in value]
    words = words_of(value)
    return value if words is None else read_marks(words)


def _lines(value: object) -> Iterable[object]:
    """Return the lines that a `{{p }}` prints, one paragraph each."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if isinstance(value, RichText):
        return lines_of(value)
    if isinstance(value, list | tuple):
        return [line for item in value for line in (lines_of(item) if isinstance(item, RichText) else (item,))]
    return [value]
