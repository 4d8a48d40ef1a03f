"""How long `due` and the daily restating of clocks take end to end, from a SQLite store, and what one new event costs.

python -m tests.benchmarks.bench_due [--whole]: a tenth of the council of bench_clocks, 900 children and 100,000 events;
with --whole all 9,000 children and a million events, whose store takes many minutes to make. Seconds on the clock.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
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


def _seconds(work: Callable[[], object]) -> tuple[float, object]:
    began = perf_counter()
    result = work()
    return perf_counter() - began, result


def main() -> None:
    """Print the figures."""
    part = 1 if "--whole" in sys.argv else TENTH
    council = a_council(CHILDREN // part, EVENTS // part)
    with tempfile.TemporaryDirectory() as folder:
        office = Path(folder) / "office"
        found_office(office)
        services = open_office(
            load_settings(office / "config.toml"), at=datetime(*TODAY.timetuple()[:3], 9, tzinfo=UTC)
        )
        fill(services, council)
        child = council[0][0].child or ""
        del council
        print_figures(services, child)
        services.store.close()


def print_figures(services: Services, child: str) -> None:
    """Print seconds for each command."""
    with services.store.read() as store:
        print(f"{len(store.events.list_children_with_events()):,} children")
    taken, changed = _seconds(lambda: restate_clocks(services))
    print(f"  clocks restated, all new:     {taken:6.1f} s ({changed} children)")
    taken, changed = _seconds(lambda: restate_clocks(services))
    print(f"  clocks restated, none new:    {taken:6.1f} s ({changed} children)")
    taken, rows = _seconds(lambda: list_due(services, by="bench"))
    assert isinstance(rows, tuple)
    print(f"  due listed:                   {taken:6.1f} s ({len(rows):,} rows)")
    taken, _ = _seconds(lambda: start_clocks(services, file="f", drop="d", children=child))
    print(f"  after one new event, a child: {taken:6.3f} s")


if __name__ == "__main__":
    main()
