"""The small words of a rule file: event codes, lengths, ages, what a field must say."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final, TypeVar

from autoadmin.catalogue.rule_lines import Block
from autoadmin.catalogue.tables import Table, did_you_mean
from autoadmin.domain.event_codes import LABELS
from autoadmin.domain.field_tests import FieldTest
from autoadmin.domain.lengths import Counting, DaysOf, Direction, Length, LengthUnit
from autoadmin.domain.rules import Ages

UNITS: Final = {unit.name.lower(): unit for unit in LengthUnit}
LENGTH_KEYS: Final = (*UNITS, "at_most_days", "counting", "direction", "days_of")

Word = TypeVar("Word", bound=StrEnum)


def read_length(table: Table, default: Length | None = None) -> Length | None:
    """Return a length; exactly one of the units must be named. What is not said is as in `default`."""
    table.only(LENGTH_KEYS)
    named = [unit for unit in UNITS if unit in table.keys]
    if len(named) != 1:
        table.wrong(f"name exactly one of {', '.join(UNITS)}.")
        return None
    like = default or Length(0, LengthUnit.CALENDAR_DAYS)
    return Length(
        count=table.whole_number(named[0]),
        unit=UNITS[named[0]],
        counting=one_of(table, "counting", Counting, like.counting),
        direction=one_of(table, "direction", Direction, like.direction),
        at_most_days=table.whole_number("at_most_days") if "at_most_days" in table.keys else None,
        days_of=one_of(table, "days_of", DaysOf, like.days_of),
    )


def read_allowed(rule: Table) -> tuple[tuple[LengthUnit, int, int], ...]:
    """Return between which lengths a council may set its own, in each unit it may use."""
    table = rule.within("allowed")
    allowed = []
    for unit, value in (table.keys if table else {}).items():
        if table and unit not in UNITS:
            table.wrong(f'"{unit}" is not known here{did_you_mean(unit, UNITS)}')
        elif table and not _is_range(value):
            table.wrong(f"{unit} must be two whole numbers, from and to, like {unit} = [5, 20].")
        elif isinstance(value, list):
            allowed.append((UNITS[unit], int(value[0]), int(value[1])))
    return tuple(allowed)


def read_ages(rule: Table, key: str) -> Ages | None:
    """Return an age in years, like { from = 4, under = 17 }."""
    table = rule.within(key)
    if table is None:
        return None
    table.only(("from", "under"))
    under = table.whole_number("under") if "under" in table.keys else None
    return Ages(number(table, "from", 0), under)


def read_tests(table: Table, key: str) -> tuple[FieldTest, ...]:
    """Return what fields must say; one value may stand without its brackets."""
    below = table.within(key)
    if below is None:
        return ()
    tests = []
    for name, value in below.keys.items():
        values = (value,) if isinstance(value, str) else below.texts(name)
        tests.append(FieldTest(name, tuple(value.casefold() for value in values)))
    return tuple(tests)


def list_of_tables(table: Table, block: Block, key: str, *, is_needed: bool = False) -> list[Table]:
    """Return the tables under `key`, numbered; an event code by itself stands for a table with nothing else in it."""
    value = table.keys.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, dict | str) for item in value):
        table.wrong(f"{key} must be tables: start each with its heading in two pairs of brackets.", key)
        return []
    if is_needed and not value:
        table.wrong(f"{key} is missing; a rule needs at least one [[rule.{key}]].")
    tables = []
    for place, item in enumerate(value):
        part = block.part(key, place)
        keys = {"event": item} if isinstance(item, str) else item
        tables.append(Table(f"{table.place}, {key} {place + 1}", keys, table.problems, part.line, part.keys))
    return tables


def one_of(table: Table, key: str, words: type[Word], default: Word | None) -> Word:
    """Return one of a few words; with no default it must be there."""
    typed = table.text(key, default)
    if typed in tuple(words):
        return words(typed)
    if typed:
        table.wrong(f'{key} must be one of {", ".join(words)}, not "{typed}".', key)
    return next(iter(words))


def codes(table: Table, key: str) -> tuple[str, ...]:
    """Return event codes; one may stand without its brackets."""
    value = table.keys.get(key)
    typed = (value,) if isinstance(value, str) else table.texts(key)
    return tuple(_known(table, key, code) for code in typed)


def code(table: Table, key: str, *, is_needed: bool = True) -> str:
    """Return the code of an event that autoadmin knows."""
    typed = table.text(key, None if is_needed else "")
    return _known(table, key, typed) if typed else ""


def number(table: Table, key: str, default: int) -> int:
    """Return a whole number, or the default where the key is not there."""
    return table.whole_number(key) if key in table.keys else default


def day(table: Table, key: str) -> date | None:
    """Return a date, None where the key is not there."""
    value = table.keys.get(key)
    if value is None or type(value) is date:
        return value
    table.wrong(f"{key} must be a date like 2026-04-29, without quotes.", key)
    return None


def _known(table: Table, key: str, typed: str) -> str:
    if typed not in LABELS:
        table.wrong(f'{key} names "{typed}", which is no event code{did_you_mean(typed, LABELS)}', key)
    return typed


def _is_range(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) == 2
        and all(isinstance(one, int) and not isinstance(one, bool) for one in value)
        and 0 <= value[0] <= value[1]
    )
