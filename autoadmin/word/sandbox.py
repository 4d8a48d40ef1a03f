"""The sandbox that templates run in: plain values in, text out, and nothing else within reach."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Mapping
from datetime import date, time
from types import BuiltinMethodType, MethodType
from typing import Any, Final

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range

from autoadmin.domain.gaps import NotRecorded
from autoadmin.word.arithmetic import WORKED_OUT, dated, replaced, trimmed, worked_out
from autoadmin.word.filters import allowed_filters, allowed_tests
from autoadmin.word.printing import PRESS
from autoadmin.word.source import BLOCK, COMMENT, PRINT

_DAY: Final = {"year", "month", "day", "weekday", "isoweekday", "isoformat", "strftime"}
_CLOCK: Final = {"hour", "minute", "second", "isoformat", "strftime"}
_LOOP: Final = {
    *("index", "index0", "revindex", "revindex0", "first", "last", "length", "depth", "depth0"),
    *("previtem", "nextitem", "cycle", "changed"),
}
_TEXT: Final = {
    *("upper", "lower", "title", "capitalize", "strip", "lstrip", "rstrip", "split", "startswith", "endswith"),
    "replace",
}
_ALLOWED: Final[tuple[tuple[type, frozenset[str]], ...]] = (
    (str, frozenset(_TEXT)),
    (date, frozenset(_DAY | _CLOCK | {"date", "time"})),
    (time, frozenset(_CLOCK)),
    (Mapping, frozenset({"items", "keys", "values", "get"})),
    (LoopContext, frozenset(_LOOP)),
)
METHODS: Final = frozenset().union(*(names for _, names in _ALLOWED))


class UnknownName(str):
    """The message that a name is unknown; `name` is that name, `known` those that exist in its place."""

    name: str
    known: tuple[str, ...]

    def __new__(cls, name: str, known: tuple[str, ...], words: str = "There is no field “{}”.") -> UnknownName:
        """Return the message for a name."""
        message = super().__new__(cls, words.format(name))
        message.name, message.known = name, known
        return message

    def suggestion(self, others: tuple[str, ...] = ()) -> str:
        """Return the question what was likely meant, or nothing."""
        close = difflib.get_close_matches(self.name, self.known or others, n=1, cutoff=0.5)
        return f"Did you mean “{close[0]}”?" if close else ""


class UnknownEntry(str):
    """The message that a list is not so long."""


class Unknown(StrictUndefined):
    """Something that the content does not have. Asking whether it is `defined` is all one can do with it."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        name: object = self._undefined_name  # of an entry, its number
        if isinstance(name, int):
            return UnknownEntry(f"There is no entry number {name + 1}.")
        if isinstance(self._undefined_obj, LoopContext):
            return UnknownName(str(name), tuple(sorted(_LOOP)), "A loop has no “{}” of its own.")
        known = tuple(map(str, self._undefined_obj)) if isinstance(self._undefined_obj, Mapping) else ()
        return UnknownName(str(self._undefined_name), known)


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja for layouts. Fields come before methods, and below what nobody recorded nothing is recorded."""

    intercepted_binops = WORKED_OUT

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return the field, or a method that is harmless; Unknown for anything else."""
        if obj.__class__ is dict:
            try:
                return obj[attribute]
            except KeyError:
                pass
        elif obj is None or isinstance(obj, NotRecorded):
            return obj
        elif isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        elif isinstance(obj, Undefined):
            return getattr(obj, attribute)  # raises, naming what is unknown
        return getattr(obj, attribute) if attribute in _allowed(obj) else self.undefined(obj=obj, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return the item, or the field of that name; Unknown if there is none."""
        if obj is None or isinstance(obj, NotRecorded):
            return obj
        if isinstance(argument, str) and argument.startswith("_"):  # put together as it ran: as written it is refused
            raise SecurityError("a hidden name")
        try:
            return obj[argument]
        except (TypeError, LookupError):
            return self.getattr(obj, argument) if isinstance(argument, str) else self.undefined(obj=obj, name=argument)

    def cut(self, context: Context, obj: Any, start: Any, stop: Any, step: Any) -> Any:
        """Return a part of a text or list, `obj[start:stop:step]`; what nobody recorded as it is."""
        if obj is None or isinstance(obj, NotRecorded):
            return obj
        if isinstance(obj, Mapping):
            raise TypeError("a group of fields has no parts in order")
        part = obj[start:stop:step]
        meter = context.parent[PRESS].meter
        if isinstance(part, str):
            meter.count_made(len(part))
        else:
            meter.count_turns(len(part))
        return part

    def call(self, context: Context, obj: Any, *args: Any, **kwargs: Any) -> Any:
        """Return what a harmless method returns; what nobody recorded for a method of it."""
        if obj is None or isinstance(obj, NotRecorded):
            return obj
        if obj is not safe_range and not _is_harmless_method(obj):
            raise SecurityError("not callable in a template")
        meter = context.parent[PRESS].meter
        target: Any = getattr(obj, "__self__", None)
        match obj.__name__ if obj is not safe_range else "":
            case "replace" if isinstance(target, str):
                return replaced(meter, target, *args, **kwargs)
            case "strip" | "lstrip" | "rstrip" as name:
                return trimmed(name, target, *args, **kwargs)
            case "strftime":
                return dated(target, *args, **kwargs)
        result = context.call(obj, *args, **kwargs)
        if isinstance(target, str):
            meter.count_made(len(target))
        return result

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Return what the two sides come to, unless that could fill the memory."""
        work = functools.partial(super().call_binop, context, operator, left, right)
        return worked_out(operator, left, right, work, context.parent[PRESS].meter)


def make_sandbox() -> Sandbox:
    """Return an environment for layouts."""
    sandbox = Sandbox(
        block_start_string=BLOCK[0],
        block_end_string=BLOCK[1],
        variable_start_string=PRINT[0],
        variable_end_string=PRINT[1],
        comment_start_string=COMMENT[0],
        comment_end_string=COMMENT[1],
        keep_trailing_newline=True,
        optimized=False,  # what is worked out while compiling is not counted; looking for it takes a tenth of that
        undefined=Unknown,
        autoescape=False,  # print_at escapes everything printed; no value can claim to be markup
        cache_size=0,
    )
    sandbox.filters.clear()
    sandbox.filters.update(allowed_filters())
    sandbox.tests.clear()
    sandbox.tests.update(allowed_tests())
    sandbox.globals = {"range": safe_range}
    return sandbox


def _allowed(value: object) -> frozenset[str]:
    """Return the names of what templates may use of a value besides its fields."""
    if isinstance(value, tuple):
        return frozenset(getattr(value, "_fields", ()))  # a group of `groupby`: its grouper and its list
    return next((names for kind, names in _ALLOWED if isinstance(value, kind)), frozenset())


def _is_harmless_method(value: object) -> bool:
    return isinstance(value, BuiltinMethodType | MethodType) and value.__name__ in _allowed(value.__self__)
