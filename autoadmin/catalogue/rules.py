"""The folder of timescales: TOML files whose `[[rule]]` tables say what starts, meets and ends each clock."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from autoadmin.catalogue.tables import Table, did_you_mean, read_toml, shown
from autoadmin.domain.errors import CatalogueError
from autoadmin.domain.event_codes import LABELS
from autoadmin.domain.identifiers import RuleId, TemplateId
from autoadmin.domain.rules import (
    Anchor,
    Counting,
    Direction,
    FieldTest,
    Length,
    LengthUnit,
    Rule,
    Standing,
    Start,
    Stop,
)

KEYS = (
    *("id", "title", "law", "edition", "standing", "to_be_confirmed", "length", "starts", "stops", "ends", "done"),
    *("is_recurring", "same_within", "shown_open_by", "recorded_due", "template", "due_soon"),
    *("valid_from", "valid_to", "notes"),
)
START_KEYS = (
    *("event", "anchor", "opens", "closes", "counted_from", "otherwise", "only_if", "known_by", "unknown"),
    *("not_if", "not_if_in", "not_if_until", "because", "note", "replaces_within", "replaces_known_within"),
)
STOP_KEYS = ("event", "only_if", "not_if", "after_start_day", "days_before")
UNITS = {unit.name.lower(): unit for unit in LengthUnit}

Word = TypeVar("Word", bound=StrEnum)


def load_rules(folder: Path) -> tuple[Rule, ...]:
    """Return every rule of the folder, in the order of its files; CatalogueError lists all that is not right."""
    if not folder.is_dir():
        raise CatalogueError(f"The timescales folder {shown(folder)} is not there.")
    problems: list[str] = []
    rules: dict[RuleId, Rule] = {}
    for path in sorted(folder.glob("*.toml")):
        for table in _tables_of(path, problems):
            rule = _read_rule(table)
            if rule.id in rules:
                table.wrong("there is another rule of this id; give each its own.")
            rules[rule.id] = rule
    if problems:
        raise CatalogueError("\n".join(problems))
    return tuple(rules.values())


def _tables_of(path: Path, problems: list[str]) -> list[Table]:
    """Return the `[[rule]]` tables of one file, each under the name that its problems are reported by."""
    try:
        whole = Table(shown(path), read_toml(path), problems)
    except CatalogueError as error:
        problems.append(error.detail)
        return []
    whole.only(("rule",))
    tables = _list_of_tables(whole, "rule")
    for number, table in enumerate(tables, start=1):
        named = table.keys.get("id")
        table.place = f"{shown(path)}, rule {named if isinstance(named, str) and named else number}"
    return tables


def _read_rule(table: Table) -> Rule:
    table.only(KEYS)
    return Rule(
        id=RuleId(table.text("id", None)),
        title=table.text("title", None),
        law=table.text("law", None),
        edition=table.text("edition", None),
        standing=_one_of(table, "standing", Standing, None),
        to_be_confirmed=table.switch("to_be_confirmed", default=False),
        length=_read_length(table),
        starts=tuple(_read_start(start) for start in _list_of_tables(table, "starts", is_needed=True)),
        stops=tuple(_read_stop(stop) for stop in _list_of_tables(table, "stops", is_needed=True)),
        ends=tuple(_read_stop(stop) for stop in _list_of_tables(table, "ends")),
        done=table.text("done", None),
        is_recurring=table.switch("is_recurring", default=False),
        same_within=_number(table, "same_within", 7),
        shown_open_by=_codes(table, "shown_open_by"),
        recorded_due=_code(table, "recorded_due", is_needed=False),
        template=TemplateId(named) if (named := table.text("template")) else None,
        due_soon=_number(table, "due_soon", 5),
        valid_from=_day(table, "valid_from"),
        valid_to=_day(table, "valid_to"),
        notes=table.texts("notes"),
    )


def _read_length(rule: Table) -> Length:
    """Return the length; one of the units must be named, with how many of it."""
    table = rule.within("length")
    if table is None:
        if "length" not in rule.keys:
            rule.wrong("length is missing; write for example length = { working_days = 15 }.")
        return Length(1, LengthUnit.CALENDAR_DAYS)
    table.only((*UNITS, "at_most_days", "counting", "direction"))
    named = [unit for unit in UNITS if unit in table.keys]
    if len(named) != 1:
        table.wrong(f"name exactly one of {', '.join(UNITS)}.")
        return Length(1, LengthUnit.CALENDAR_DAYS)
    return Length(
        count=_number(table, named[0], 1),
        unit=UNITS[named[0]],
        counting=_one_of(table, "counting", Counting, Counting.EXCLUSIVE),
        direction=_one_of(table, "direction", Direction, Direction.FORWARDS),
        at_most_days=table.whole_number("at_most_days") if "at_most_days" in table.keys else None,
    )


def _read_start(table: Table) -> Start:
    table.only(START_KEYS)
    start = Start(
        event=_code(table, "event"),
        anchor=_one_of(table, "anchor", Anchor, Anchor.EACH),
        opens=_code(table, "opens", is_needed=False),
        closes=_code(table, "closes", is_needed=False),
        counted_from=_code(table, "counted_from", is_needed=False),
        otherwise=table.text("otherwise"),
        only_if=_read_tests(table, "only_if"),
        known_by=_code(table, "known_by", is_needed=False),
        unknown=table.text("unknown"),
        not_if=_read_tests(table, "not_if"),
        not_if_in=_codes(table, "not_if_in"),
        not_if_until=_codes(table, "not_if_until"),
        because=table.text("because"),
        note=table.text("note"),
        replaces_within=_number(table, "replaces_within", 28),
        replaces_known_within=_number(table, "replaces_known_within", 28),
    )
    if start.anchor is Anchor.FIRST and not (start.opens and start.closes):
        table.wrong('"first of the period" needs opens and closes: the events that bound the period.')
    return start


def _read_stop(table: Table) -> Stop:
    table.only(STOP_KEYS)
    return Stop(
        event=_code(table, "event"),
        only_if=_read_tests(table, "only_if"),
        not_if=_read_tests(table, "not_if"),
        after_start_day=table.switch("after_start_day", default=False),
        days_before=_number(table, "days_before", 0),
    )


def _read_tests(table: Table, key: str) -> tuple[FieldTest, ...]:
    """Return what fields must say; one value may stand without its brackets."""
    below = table.within(key)
    if below is None:
        return ()
    tests = []
    for name, value in below.keys.items():
        values = (value,) if isinstance(value, str) else below.texts(name)
        tests.append(FieldTest(name, tuple(value.casefold() for value in values)))
    return tuple(tests)


def _list_of_tables(table: Table, key: str, *, is_needed: bool = False) -> list[Table]:
    """Return the tables under `key`, numbered, reporting into the same list of problems."""
    value = table.keys.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        table.wrong(f"{key} must be tables: start each with its heading in two pairs of brackets.")
        return []
    if is_needed and not value:
        table.wrong(f"{key} is missing; a rule needs at least one [[rule.{key}]].")
    return [Table(f"{table.place}, {key} {i}", item, table.problems) for i, item in enumerate(value, start=1)]


def _one_of(table: Table, key: str, words: type[Word], default: Word | None) -> Word:
    """Return one of a few words; with no default it must be there."""
    typed = table.text(key, default)
    if typed in tuple(words):
        return words(typed)
    if typed:
        table.wrong(f'{key} must be one of {", ".join(words)}, not "{typed}".')
    return next(iter(words))


def _codes(table: Table, key: str) -> tuple[str, ...]:
    return tuple(_known(table, key, code) for code in table.texts(key))


def _code(table: Table, key: str, *, is_needed: bool = True) -> str:
    """Return the code of an event that autoadmin knows."""
    code = table.text(key, None if is_needed else "")
    return _known(table, key, code) if code else ""


def _known(table: Table, key: str, code: str) -> str:
    if code not in LABELS:
        table.wrong(f'{key} names "{code}", which is no event code{did_you_mean(code, LABELS)}')
    return code


def _number(table: Table, key: str, default: int) -> int:
    return table.whole_number(key) if key in table.keys else default


def _day(table: Table, key: str) -> date | None:
    value = table.keys.get(key)
    if value is None or type(value) is date:
        return value
    table.wrong(f"{key} must be a date like 2026-04-29, without quotes.")
    return None
