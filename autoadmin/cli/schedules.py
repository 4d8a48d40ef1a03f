"""`autoadmin schedules`: when what happens of its own accord."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer

from autoadmin.cli.office_door import AsJson, At, Config, door
from autoadmin.cli.printing import in_words, print_json, print_table

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from autoadmin.domain.schedules import Schedule
    from autoadmin.domain.trials import Trial

NOT_RIGHT = 1

app = typer.Typer(help="When what happens of its own accord.", no_args_is_help=True)


@app.command("list")
def list_(context: typer.Context, as_json: AsJson = False, config: Config = None) -> None:
    """List the schedules."""
    from autoadmin.workflows.list_schedules import list_schedules

    with door(context).open(config) as services:
        catalogue = list_schedules(services)
    if as_json:
        print_json(
            [
                {
                    "id": schedule.id,
                    "title": schedule.title,
                    "when": _when(schedule),
                    "workflow": schedule.workflow,
                    "with": dict(schedule.arguments),
                    "catch_up": schedule.catch_up.value,
                    "on": schedule.is_on,
                    "file": schedule.file,
                }
                for schedule in catalogue.schedules
            ]
        )
    else:
        rows = [(s.id, s.title, _when(s), "on" if s.is_on else "off", s.file) for s in catalogue.schedules]
        print_table("Schedules", ("id", "what", "when", "", "file"), rows)
    for problem in catalogue.problems:
        typer.echo(problem, err=True)
    if catalogue.problems:
        raise typer.Exit(NOT_RIGHT)


@app.command("check")
def check(context: typer.Context, as_json: AsJson = False, at: At = None, config: Config = None) -> None:
    """Check the schedules and timescales, each problem with its file and line, and try every rule."""
    from autoadmin.workflows.list_schedules import check_schedules
    from autoadmin.workflows.registry import SCHEDULED
    from autoadmin.workflows.try_rules import try_rules

    with door(context).open(config, at=at) as services:
        problems = check_schedules(services, workflows=SCHEDULED)
        trials = try_rules(services)
        off = {rule.id for rule in services.shelf.rules.values() if not rule.is_on} if trials else set()
    problems += tuple(str(trial) for trial in trials if trial.problem)
    if as_json:
        notes = [{"severity": "note", "message": str(trial)} for trial in trials if not trial.problem]
        print_json([*({"severity": "error", "message": problem} for problem in problems), *notes])
    else:
        _print_trials(trials, off)
        print("\n".join(problems) or "Schedules and timescales are right.")
    if problems:
        raise typer.Exit(NOT_RIGHT)


def _print_trials(trials: Sequence[Trial], off: Collection[str]) -> None:
    columns = ("rule", "", "an invented child", "on", "due", "met by")
    rows = [
        (
            trial.rule,
            "off" if trial.rule in off else "",
            trial.started_by,
            in_words(trial.started_on),
            in_words(trial.due_on) if trial.due_on else trial.note,
            trial.met_by,
        )
        for trial in trials
    ]
    if rows:
        print_table("Every rule tried", columns, rows)


@app.command("next")
def next_(
    context: typer.Context,
    most: Annotated[int, typer.Option(help="How many to list.")] = 20,
    as_json: AsJson = False,
    at: At = None,
    config: Config = None,
) -> None:
    """List what happens next, and when, by the clock on the wall in London."""
    from autoadmin.workflows.list_schedules import next_firings

    with door(context).open(config, at=at) as services:
        firings = next_firings(services, most=most)
    if as_json:
        print_json(
            [{"at": f.at, "schedule": f.schedule, "workflow": f.workflow, "with": dict(f.arguments)} for f in firings]
        )
        return
    london = ZoneInfo("Europe/London")
    rows = [
        (
            f"{f.at.astimezone(london):%a %d %b %Y %H:%M}",
            f.schedule,
            ", ".join(f"{k} {v}" for k, v in f.arguments.items()),
        )
        for f in firings
    ]
    print_table("What happens next", ("when", "schedule", "with"), rows)


def _when(schedule: Schedule) -> str:
    """Return in words when a schedule fires."""
    from autoadmin.domain.schedules import BeforeDue, BeforeMeeting, Cron

    match schedule.when:
        case Cron(expression):
            return f"cron {expression}"
        case BeforeMeeting(days, at):
            return f"{days} working days before the unit's meeting, {at:%H:%M}"
        case BeforeDue(rules, days, at):
            return f"{days} working days before {', '.join(rules)} is due, {at:%H:%M}"
