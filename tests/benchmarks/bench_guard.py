"""How long the guard against the wrong child takes with each draft, in a council of 9,000 children.

The council is invented: 4,500 families with an address each, and 100,000 other events. A meeting of thirty more is
taken in; measured is what the guard adds to the largest draft, the minutes of all thirty, and to that of one child.
Processor time, the least of several rounds. Run as `python -m tests.benchmarks.bench_guard`.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path
from time import process_time

from autoadmin.bootstrap import load_settings, open_office
from autoadmin.domain.events import Event, Source
from autoadmin.domain.findings import Place
from autoadmin.domain.identifiers import ChildId, FamilyId, TemplateId
from autoadmin.domain.people import Adult, Child, Family
from autoadmin.drafting.compose import compose
from autoadmin.engine import run_queued
from autoadmin.workflows.content_text import content_text, content_values
from autoadmin.workflows.found_office import found_office
from autoadmin.workflows.holding_back import hold_back_strangers
from autoadmin.workflows.receive_files import receive_files
from autoadmin.workflows.registry import WORKFLOWS
from autoadmin.workflows.requests import gather_request
from autoadmin.workflows.services import Services
from tests.benchmarks.bench_meeting import FAMILIES, FAMILY, MEETING, MEETING_ON

HELD, PLAIN_EVENTS, ROUNDS = 4_500, 100_000, 5
FIRST = tuple("Ada Ben Cleo Dan Ella Finn Gwen Hari Isla Jude Kit Lena Milo Nell Omar Pia Quin Rosa Sol Tess".split())
SURNAME_STARTS = "Ald Bex Cor Dun Els Far Gar Hax Ing Jor Kel Lor Mor Nor Ox".split()
SURNAME_ENDS = "by den ley ford gate ham low mere ner rick ston thorpe ton wick worth".split()
SURNAMES = tuple(start + end for start, end in product(SURNAME_STARTS, SURNAME_ENDS))
STREETS = ("Elm Row", "Mill Lane", "High Street", "Quay Road", "Hope Terrace")


def a_family(number: int) -> Family:
    """Return a family of two children, two parents and a surname that others have too."""
    surname, first = SURNAMES[number % len(SURNAMES)], FIRST[number % len(FIRST)]
    born_on = date(2010, 1, 1) + timedelta(days=number)
    names = (f"{first} {surname}", f"{FIRST[(number * 7 + 3) % len(FIRST)]} {surname}")
    children = (
        Child(ChildId(f"C-{10_000 + 2 * number + which}"), name, born_on=born_on + timedelta(days=700 * which))
        for which, name in enumerate(names)
    )
    parents = (Adult(f"{FIRST[(number * 11 + 5) % len(FIRST)]} {surname}"), Adult(f"Sam {surname}"))
    return Family(FamilyId(f"F-{10_000 + number}"), surname, adults=parents, children=tuple(children))


def an_address(number: int) -> Event:
    """Return where a family lives."""
    street, postcode = STREETS[number % len(STREETS)], f"HU{number % 20}{number % 10}AB"
    fields = {"postcode": postcode, "address": f'{{"HOUSE":"{number % 300}","STREET":"{street}"}}'}
    return _event("ADDRESS_FROM", number, ChildId(f"C-{10_000 + 2 * number}"), fields)


def fill(services: Services) -> None:
    """Put the council into an office's store."""
    at = datetime(2026, 11, 18, tzinfo=UTC)
    plain = [_event("CONTACT", n, ChildId(f"C-{10_000 + n % (2 * HELD)}"), {}) for n in range(PLAIN_EVENTS)]
    with services.store.begin() as store:
        for number in range(HELD):
            store.families.save(a_family(number))
        store.events.replace("bundle", [*plain, *map(an_address, range(HELD))], at)


def _event(code: str, number: int, child: ChildId, fields: Mapping[str, str]) -> Event:
    source = Source(Place("ssd.csv", f"row {number + 2}", number + 2), "", "SSD bundle", date(2026, 11, 18))
    return Event(code, date(2020, 1, 1) + timedelta(days=number % 2_000), source, child, fields=fields)


def guard_of(services: Services, template: TemplateId, about: Mapping[str, str]) -> Callable[[], None]:
    """Return what the guard does with one draft."""
    description = services.shelf.working_copy(template)
    with services.store.read() as store:
        request = gather_request(store, services.shelf, description, about, today=services.today())
    values = content_values(content_text(compose(description.composition, request.composition).values))
    return lambda: hold_back_strangers(services, description, request, values, allowed=())


def _milliseconds(work: Callable[[], None]) -> float:
    began = process_time()
    work()
    return 1000 * (process_time() - began)


def main() -> None:
    """Print milliseconds for the first draft after somebody was added, and for every other."""
    sheet = MEETING + "".join(FAMILY.format(n=n, plan=MEETING_ON - timedelta(days=60 + n)) for n in range(FAMILIES))
    with tempfile.TemporaryDirectory() as folder:
        office = Path(folder) / "office"
        found_office(office)
        services = open_office(load_settings(office / "config.toml"), at=datetime(2026, 11, 20, 9, 0, tzinfo=UTC))
        fill(services)
        path = Path(folder) / "unit-meeting.md"
        path.write_text(sheet, encoding="utf-8")
        receive_files(services, [path])
        run_queued(services, WORKFLOWS)
        with services.store.read() as store:
            meeting = next(draft.meeting for draft in store.drafts.list() if draft.meeting) or ""
        print(f"{2 * HELD:,} children in {HELD:,} families, {PLAIN_EVENTS + HELD:,} events")
        for template, about in (
            ("unit-minutes", {"meeting": meeting}),
            ("discussion-record", {"meeting": meeting, "child": "C-90011"}),
        ):
            work = guard_of(services, TemplateId(template), about)
            with services.store.begin() as store:
                store.children.save(Child(ChildId("C-1"), "Ned Nobody"))
            first, least = _milliseconds(work), min(_milliseconds(work) for _ in range(ROUNDS))
            print(f"  {template}: {least:.1f} ms; {first:.0f} ms for the first after somebody was added")
        services.store.close()


if __name__ == "__main__":
    main()
