"""What `+`, `*`, `**` and `%` come to in a template, told beforehand where it would be too much."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from typing import Final

from autoadmin.domain.gaps import NotRecorded
from autoadmin.word.limits import MAX_BITS, Meter, TooMuchError
from autoadmin.word.values import words_of

WORKED_OUT: Final = frozenset({"+", "*", "**", "%"})
_FORM: Final = re.compile(r"%[-+ 0#]*\d{0,2}(?:\.\d{1,2})?[sdifFeEgGxXo]|%%")
_DATE_FORM: Final = re.compile(r"(?:[^%]|%[-#]?[A-Za-z%])*")
_MAX_SIGNS: Final = 100
_MAX_FORM: Final = 200  # characters
_MAX_REPEATED_ENTRIES: Final = 1_000


def worked_out(operator: str, left: object, right: object, work: Callable[[], object], meter: Meter) -> object:
    """Return what `work`, the operator on its two sides, comes to; raise TooMuchError where that would be too large.

    With what nobody recorded nothing can be worked out: it comes out as it went in.
    """
    for side in (left, right):
        if side is None or isinstance(side, NotRecorded):
            return side
    if operator == "%" and isinstance(left, str):
        return _filled_in(left, right, meter)
    if operator == "+":
        _check_sum(left, right, meter)
    elif operator == "*":
        _check_product(left, right, meter)
    elif operator == "**" and isinstance(left, int) and isinstance(right, int):
        check_bits(left.bit_length() * abs(right))
    return work()


def check_bits(bits: int) -> None:
    """Raise TooMuchError for a whole number of more binary digits than a template may work with."""
    if bits > MAX_BITS:
        raise TooMuchError("The template works out a number of more than 300 digits.")


def replaced(meter: Meter, text: str, old: str, new: str, count: int | None = None) -> str:
    """Return the text with one wording replaced by another."""
    times = text.count(old) if count is None or count < 0 else min(text.count(old), count)
    meter.count_text(len(text) + max(0, times * (len(new) - len(old))))
    return text.replace(old, new, -1 if count is None else count)


def trimmed(name: str, text: str, signs: str | None = None) -> str:
    """Return the text without some signs at its ends: `strip`, `lstrip` or `rstrip`, by name."""
    check_signs(signs)
    stripped: str = getattr(text, name)(signs)
    return stripped


def check_signs(signs: object) -> None:
    """Raise TooMuchError for more signs than a template may take from the ends of a text: each is looked for anew."""
    if isinstance(signs, str) and len(signs) > _MAX_SIGNS:
        raise TooMuchError(f"At most {_MAX_SIGNS} signs can be taken from the ends of a text.")


def dated(day: date | time, form: str) -> str:
    """Return a date or time in some form, which may hold the usual marks and no widths."""
    if len(form) > _MAX_FORM or not _DATE_FORM.fullmatch(form):
        raise TooMuchError("This form of a date is too long, or holds marks that are none.")
    return day.strftime(form)


def _check_sum(left: object, right: object, meter: Meter) -> None:
    if isinstance(left, str) and isinstance(right, str):
        meter.count_text(len(left) + len(right))
    elif isinstance(left, list | tuple) and isinstance(right, list | tuple):
        meter.count_list(len(left) + len(right))
        meter.count_made(_text_in(left) + _text_in(right))


def _check_product(left: object, right: object, meter: Meter) -> None:
    if isinstance(left, int) and isinstance(right, int):
        check_bits(left.bit_length() + right.bit_length())
        return
    whole, times = (right, left) if isinstance(left, int) else (left, right)
    if isinstance(times, int) and isinstance(whole, str):
        meter.count_text(len(whole) * abs(times))
    elif isinstance(times, int) and isinstance(whole, list | tuple):
        _check_repeated(whole, times)
        meter.count_made(_text_in(whole) * abs(times))


def _check_repeated(whole: list[object] | tuple[object, ...], times: int) -> None:
    is_plain = all(words_of(entry) is not None for entry in whole)
    if not is_plain or len(whole) * abs(times) > _MAX_REPEATED_ENTRIES:
        raise TooMuchError(f"Only plain entries can be repeated, up to {_MAX_REPEATED_ENTRIES:,} of them.")


def _text_in(entries: list[object] | tuple[object, ...]) -> int:
    """Return how many characters the texts of a list have: comparing it with another may look at each."""
    return sum(len(entry) for entry in entries if isinstance(entry, str))


def _filled_in(form: str, values: object, meter: Meter) -> object:
    """Return the form with plain values in the place of its marks; what nobody recorded comes out as it went in."""
    entries = values if isinstance(values, tuple) else (values,)
    missing = next((value for value in entries if value is None or isinstance(value, NotRecorded)), entries)
    if missing is not entries:
        return missing
    rest = _FORM.sub("", form)
    if "%" in rest:
        raise TooMuchError("This form holds a mark that is not for templates: use %s, %d or %.1f.")
    plain = tuple(value if isinstance(value, int | float) else words_of(value) for value in entries)
    if None in plain:
        raise TypeError("not a plain value")
    meter.count_text(len(form) + 100 * len(plain) + sum(len(str(value)) for value in plain))
    return form % plain
