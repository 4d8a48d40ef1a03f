"""How long `due` and the daily restating of clocks take end to end, from a SQLite store, and what one new event costs.

python -m tests.benchmarks.bench_due [--whole] [FOLDER]: a tenth of the council of bench_clocks, 900 children with
100,000 events; with --whole all 9,000 children and a million events, whose store takes minutes to make. It is kept in
FOLDER, where one is given. Seconds on the clock, and of processor time in all processes together.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from time import perf_counter

from autoadmin.bootstrap import load_settings, open_office
from autoadmin.domain.event_codes import LABELS
from autoadmin.domain.events import Event
from autoadmin.domain.files import TakenExtract, TakenFile
from autoadmin.domain.findings import IntakeReport, Outcome
from autoadmin.domain.people import Child
from autoadmin.workflows.found_office import found_office
from autoadmin.workflows.list_due import list_due
from autoadmin.workflows.restate_clocks import restate_clocks
from autoadmin.workflows.services import Services
from autoadmin.workflows.start_clocks import start_clocks
from tests.benchmarks.bench_clocks import CHILDREN, EVENTS, a_council
from tests.timescales.office_diary import TODAY

TENTH = 10
AT = datetime(2026, 11, 24, 8, tzinfo=UTC)
KIND = "SSD bundle (Mosaic)"


def fill(services: Services, council: list[list[Event]]) -> None:
    """Put the council into an office's store, as one extract tells of it."""
    content = b"an invented bundle"
    digest = sha256(content).hexdigest()
    taken = TakenFile(digest, "bundle.zip", KIND, Outcome.TAKEN, AT, IntakeReport("bundle.zip", KIND, Outcome.TAKEN))
    children = frozenset(events[0].child for events in council if events[0].child)
    extract = TakenExtract(digest, KIND, "Invented", AT.date(), AT, frozenset(LABELS), children)
    with services.store.begin() as store:
        for child in sorted(children):
            store.children.save(Child(child))
        store.files.add(taken, content)
        store.extracts.add(extract)
    for start in range(0, len(council), 100):
        with services.store.begin() as store:
            told = [_as_told(event, n) for held in council[start : start + 100] for n, event in enumerate(held)]
            store.events.replace(f"bundle {start}", told, AT)


def _as_told(event: Event, number: int) -> Event:
    return replace(event, fields={**event.fields, "row": str(number)})  # an equal one would be the same event


def main() -> None:
    """Print the figures."""
    part = 1 if "--whole" in sys.argv else TENTH
    kept = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    if kept:
        print_figures(a_filled_office(Path(kept[0]), part))
    else:
        with tempfile.TemporaryDirectory() as folder:
            print_figures(a_filled_office(Path(folder) / "office", part))


def a_filled_office(folder: Path, part: int) -> Services:
    """Return the office in a folder; one that was not there yet is made, and is that part of a council."""
    is_new = not folder.exists()
    if is_new:
        found_office(folder)
    services = open_office(load_settings(folder / "config.toml"), at=datetime.combine(TODAY, time(9), UTC))
    if is_new:
        fill(services, a_council(CHILDREN // part, EVENTS // part))
    return services


def print_figures(services: Services) -> None:
    """Print seconds for each command."""
    with services.store.begin() as store:
        children = store.events.list_children_with_events()
        store.clocks.apply(store.clocks.compare(dict.fromkeys(children, ())))
    print(f"{len(children):,} children")
    one = children[0]
    monday = replace(services, clock=lambda: datetime.combine(TODAY, time(9), UTC) + timedelta(days=3))
    _print("clocks restated, all new", lambda: restate_clocks(services))
    _print("clocks restated, none new", lambda: restate_clocks(services))
    _print("clocks restated, next day", lambda: restate_clocks(monday))
    _print("due listed", lambda: len(list_due(services, by="bench")))
    _print("a new event, first child", lambda: start_clocks(services, file="f", drop="d", children=one))
    _print("a new event, next child", lambda: start_clocks(services, file="f", drop="e", children=one))


def _print(what: str, work: Callable[[], int]) -> None:
    began, used = perf_counter(), _processor_time()
    number = work()
    print(f"  {what:<28}{perf_counter() - began:7.2f} s, {_processor_time() - used:6.2f} s of work ({number:,})")


def _processor_time() -> float:
    return sum(sum(getrusage(whose)[:2]) for whose in (RUSAGE_SELF, RUSAGE_CHILDREN))


if __name__ == "__main__":
    main()
