"""The filters and tests that templates may use: a short list, none of which turns "nobody recorded" into words."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Sized
from typing import Any, Final

from jinja2 import pass_context
from jinja2.filters import FILTERS as ALL_FILTERS
from jinja2.runtime import Context, Undefined
from jinja2.tests import TESTS as ALL_TESTS

from autoadmin.domain.gaps import Gap, NotRecorded
from autoadmin.word import voices
from autoadmin.word.arithmetic import check_bits, replaced
from autoadmin.word.cells import COLOUR_FILTER, SPAN_FILTER
from autoadmin.word.comparing import COMPARING, count_compared
from autoadmin.word.filter_checks import as_text, check_filter
from autoadmin.word.limits import Made, Meter, entries_in
from autoadmin.word.placing import LINES
from autoadmin.word.printing import (
    EACH_FILTER,
    JOIN_FILTER,
    MADE_FILTER,
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
    *("list", "lower", "map", "max", "min", "reject", "rejectattr", "reverse", "round", "select"),
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
    filters = {name: _passing_gaps(name) for name in _FROM_JINJA}
    filters |= {"default": _default, "d": _default, "join": _join, "e": _as_it_is, "escape": _as_it_is, LINES: _lines}
    filters |= {SPAN_FILTER: _span, COLOUR_FILTER: _colour, "rich": _rich, "replace": _replace}
    filters |= {voices.PARAGRAPH: paragraph_at, voices.PICTURE: picture_at, **SPEAKING}
    return {**filters, PRINT_FILTER: print_at, EACH_FILTER: each_at, JOIN_FILTER: _join, MADE_FILTER: _made}


def allowed_tests() -> dict[str, Any]:
    """Return the tests by name."""
    return {
        **{name: test for name, test in ALL_TESTS.items() if name in _TESTS_FROM_JINJA},
        "none": _is_missing,
        "recorded": lambda value: not _is_missing(value) and not isinstance(value, Undefined),
    }


def _is_missing(value: object) -> bool:
    return value is None or isinstance(value, NotRecorded)


def _passing_gaps(name: str) -> Callable[..., object]:
    """Return a filter of Jinja's that leaves what nobody recorded as it is, and counts what it takes."""
    jinja_filter = ALL_FILTERS[name]
    wanted = getattr(jinja_filter, "jinja_pass_arg", None)

    @pass_context
    def passing(context: Context, value: object, *arguments: object, **options: object) -> object:
        if _is_missing(value):
            return value
        meter: Meter = context.parent[PRESS].meter
        check_filter(name, value, arguments, options)
        value = as_text(name, value)
        if isinstance(value, Iterable) and not isinstance(value, Sized):
            value = meter.counted(value)
        elif entries := entries_in(value):
            meter.count_turns(entries)
        if name in COMPARING and isinstance(value, Iterable) and not isinstance(value, Undefined):
            value = value if isinstance(value, Sized) else list(value)
            count_compared(name, value, arguments, options, environment=context.environment, meter=meter)
        if value.__class__ is str:
            meter.count_made(len(value))  # what a filter only looks through takes its time too
        first = () if wanted is None else (_passed(context, wanted),)
        result = jinja_filter(*first, value, *arguments, **options)
        if result.__class__ is str and value.__class__ is not str:
            meter.count_made(len(result))
        elif result.__class__ is int:
            check_bits(result.bit_length())
        return result

    return passing


def _passed(context: Context, wanted: Any) -> object:
    """Return what a filter of Jinja's asks to be given first."""
    return {"context": context, "eval_context": context.eval_ctx, "environment": context.environment}[wanted.name]


@pass_context
def _replace(context: Context, value: object, old: object, new: object, count: int | None = None) -> object:
    """Return the text with one wording replaced by another."""
    if _is_missing(value) or _is_missing(old) or _is_missing(new):
        return value
    check_filter("replace", value, (), {})
    text = str(as_text("replace", value))
    return replaced(context.parent[PRESS].meter, text, str(old), str(new), count)


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
    press: Press = context.parent[PRESS]
    if isinstance(values, Sized):
        press.meter.count_turns(len(values))
    else:
        items = press.meter.counted(items)
    words = [_in_words(press, item) for item in items]
    press.meter.count_text(sum(map(len, words)) + len(str(d)) * len(words))
    return str(d).join(words)


@pass_context
def _made(context: Context, value: Made) -> Made:
    """Return a list or group that was made in a tag, unless it holds too much."""
    context.parent[PRESS].meter.count_nested(value)
    return value


def _in_words(press: Press, item: object) -> str:
    if item is None or isinstance(item, NotRecorded):
        gap = Gap("", item.what, item.is_required) if isinstance(item, NotRecorded) else Gap("", "this")
        press.gaps[gap] = None
        return f"[not recorded: {gap.what}]"
    words = words_of(item)
    if words is None:
        check_filter("join", item, (), {})
        return str(as_text("join", item))
    return words


def _as_it_is(value: object) -> object:
    """Return the value: everything printed is escaped anyway."""
    return value


def _span(value: object) -> int:
    """Return how many columns a cell spans, for an attribute: one where nobody recorded it."""
    if _is_missing(value):
        return 1
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
