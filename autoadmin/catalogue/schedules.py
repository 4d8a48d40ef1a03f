"""The folder of schedules: TOML files whose `[[schedule]]` tables say when which workflow runs, and with what."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import time
from pathlib import Path

from autoadmin.catalogue.tables import Table, did_you_mean, read_toml, shown
from autoadmin.domain.cron import read_cron
from autoadmin.domain.errors import CatalogueError
from autoadmin.domain.identifiers import RuleId
from autoadmin.domain.schedules import BeforeDue, BeforeMeeting, CatchUp, Cron, Schedule, When

KEYS = ("id", "title", "workflow", "cron", "before_meeting", "before_due", "with", "catch_up", "on")
WHEN_KEYS = ("cron", "before_meeting", "before_due")
HEADING = re.compile(r"\s*\[\[\s*schedule\s*\]\]")
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")  # it becomes part of a task's key


@dataclass(frozen=True, slots=True)
class KnownNames:
    """What a schedule may name; None where it is not known, and then not checked."""

    workflows: Collection[str] | None = None
    templates: Collection[str] | None = None
    rules: Collection[str] | None = None


@dataclass(frozen=True, slots=True)
class ScheduleCatalogue:
    """The schedules that are right, file by file in their order, and a sentence for each thing that is not."""

    schedules: tuple[Schedule, ...]
    problems: tuple[str, ...] = ()


ANY_NAME = KnownNames()


def load_schedules(folder: Path, known: KnownNames = ANY_NAME) -> tuple[Schedule, ...]:
    """Return every schedule of the folder; CatalogueError lists everything that is not right, with file and line."""
    catalogue = read_schedules(folder, known)
    if catalogue.problems:
        raise CatalogueError("\n".join(catalogue.problems))
    return catalogue.schedules


def read_schedules(folder: Path, known: KnownNames = ANY_NAME) -> ScheduleCatalogue:
    """Return the schedules that can be used and what is wrong with the others: one mistake stops no other schedule."""
    if not folder.is_dir():
        return ScheduleCatalogue((), (f"The schedules folder {folder} is not there.",))
    reading = _Reading(known)
    for path in sorted(folder.glob("*.toml")):
        try:
            _read_file(path, reading)
        except CatalogueError as error:
            reading.problems.append(error.detail)
    return ScheduleCatalogue(tuple(reading.schedules.values()), tuple(reading.problems))


@dataclass(slots=True)
class _Reading:
    """What has been read so far: the schedules by id, and the problems of all files."""

    known: KnownNames
    schedules: dict[str, Schedule] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def _read_file(path: Path, reading: _Reading) -> None:
    whole = Table(shown(path), read_toml(path), reading.problems)
    whole.only(("schedule",))
    tables = whole.keys.get("schedule", [])
    if not isinstance(tables, list) or not all(isinstance(keys, dict) for keys in tables):
        whole.wrong("schedules stand under [[schedule]], in two pairs of brackets.")
        return
    for place, keys in zip(_places(path, len(tables)), tables, strict=True):
        table = Table(f"{place} ({keys['id']})" if "id" in keys else place, keys, [])
        schedule = _read_schedule(table, reading.known, path.name)
        if schedule.id in reading.schedules:
            table.wrong(f"this id is already used in {reading.schedules[schedule.id].file}.")
        if table.problems:
            reading.problems.extend(table.problems)
        else:
            reading.schedules[schedule.id] = schedule


def _places(path: Path, count: int) -> list[str]:
    """Return where each table starts: its line, or its number where the headings cannot be told apart."""
    lines = path.read_text("utf-8-sig").splitlines()
    starts = [number for number, line in enumerate(lines, start=1) if HEADING.match(line)]
    if len(starts) == count:
        return [f"{shown(path)}, line {number}" for number in starts]
    return [f"{shown(path)}, schedule {number}" for number in range(1, count + 1)]


def _read_schedule(table: Table, known: KnownNames, file: str) -> Schedule:
    table.only(KEYS)
    schedule_id = table.text("id", None)
    if schedule_id and not ID.fullmatch(schedule_id):
        table.wrong("id must be small letters and digits with single hyphens between, like draft-reports.")
    workflow = table.text("workflow", None)
    if workflow:
        _check_name(table, "workflow", workflow, known.workflows)
    given = table.within("with")
    arguments = given.plain_texts() if given else {}
    if given and "template" in arguments:
        _check_name(given, "template", arguments["template"], known.templates)
    return Schedule(
        id=schedule_id,
        title=table.text("title", schedule_id),
        when=_read_when(table, known),
        workflow=workflow,
        arguments=arguments,
        catch_up=_read_catch_up(table),
        is_on=table.switch("on", default=True),
        file=file,
    )


def _read_when(table: Table, known: KnownNames) -> When:
    """Return when the schedule fires; midnight every day stands in where the table does not say it rightly."""
    given = [key for key in WHEN_KEYS if key in table.keys]
    if len(given) != 1:
        found = " and ".join(given) or "none of them"
        table.wrong(f"it needs one of cron, before_meeting or before_due, and has {found}.")
    elif given == ["cron"]:
        return _read_cron(table)
    elif (when := table.within(given[0])) is not None:
        return _read_before_meeting(when) if given == ["before_meeting"] else _read_before_due(when, known)
    return Cron("0 0 * * *")


def _read_cron(table: Table) -> Cron:
    expression = table.text("cron", None)
    try:
        if expression:
            read_cron(expression)
    except CatalogueError as error:
        table.wrong(f"cron {error.detail}")
    return Cron(expression)


def _read_before_meeting(when: Table) -> BeforeMeeting:
    when.only(("working_days", "at"))
    return BeforeMeeting(when.whole_number("working_days"), _read_time(when))


def _read_before_due(when: Table, known: KnownNames) -> BeforeDue:
    when.only(("rules", "working_days", "at", "cannot_tell"))
    rules = when.texts("rules")
    if not rules:
        when.wrong('rules must name at least one rule, like rules = ["ICPC_15"].')
    for rule in rules:
        _check_name(when, "rule", rule, known.rules)
    return BeforeDue(
        tuple(RuleId(rule) for rule in rules),
        when.whole_number("working_days"),
        _read_time(when),
        when.switch("cannot_tell", default=True),
    )


def _read_time(when: Table) -> time:
    """Return a time of day, typed as "15:00" or as TOML's own 15:00:00."""
    typed = when.keys.get("at")
    try:
        at = typed if isinstance(typed, time) else time.fromisoformat(str(typed))
    except ValueError:
        at = None
    if at is None or at.tzinfo is not None:
        when.wrong('at must be a time of day on the 24-hour clock, like at = "15:00".')
        return time()
    return at.replace(second=0, microsecond=0)


def _read_catch_up(table: Table) -> CatchUp:
    typed = table.text("catch_up", CatchUp.LATEST)
    if typed in set(CatchUp):
        return CatchUp(typed)
    table.wrong(f'catch_up is "{typed}"{did_you_mean(typed, CatchUp)}')
    return CatchUp.LATEST


def _check_name(table: Table, what: str, name: str, known: Collection[str] | None) -> None:
    if known is not None and name not in known:
        table.wrong(f'there is no {what} called "{name}"{did_you_mean(name, known)}')
