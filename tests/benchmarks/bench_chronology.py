"""How long a chronology of 5,000 events takes: set in order, composed and filled into Word, in processor time.

python -m tests.benchmarks.bench_chronology
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from time import process_time

from autoadmin.chronology import build_chronology
from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.events import Event, Source
from autoadmin.domain.findings import Place
from autoadmin.domain.held import CaseFile
from autoadmin.drafting.compose import compose
from autoadmin.drafting.request import CompositionRequest
from autoadmin.word import Template, compile_template
from tests.drafting.pellow import EXTRACTED_ON, PELLOW, TAMSIN, TEMPLATES, UNIT, a_template, the_family, the_meeting

EVENTS = 5_000
ROUNDS = 7
BORN_ON = date(2014, 5, 9)
TEMPLATE = "chronology-case-file"
# What an extract holds of one child, most of it routine; and the worst there can be, every event a row of its own.
AS_HELD = (
    "VISIT_CLA",
    "VISIT_CP",
    "VISIT_CIN",
    "HEALTH_CHECK",
    "CORE_GROUP_HELD",
    "SDQ",
    "IRO_CONTACT",
    "CASE_NOTE_WRITTEN",
)
NOW_AND_THEN = ("PLACEMENT_START", "CLA_REVIEW_HELD", "LEGAL_STATUS_START", "MISSING_START", "WORKER_ALLOCATED")
ONE_IN = 20


def a_case(codes: Callable[[int], str]) -> CaseFile:
    """Return a family's file with so many events of one child, from birth on."""
    held = []
    for number in range(EVENTS):
        on = BORN_ON + timedelta(days=(number * 4_600) // EVENTS)
        place = Place("ssd_extract.csv", f"row {number + 2}", number + 2)
        source = Source(place, on.isoformat(), "SSD bundle (Mosaic)", EXTRACTED_ON)
        held.append(Event(codes(number), on, source, TAMSIN, PELLOW, fields={"reason": f"reason {number}"}))
    return CaseFile(the_family(), UNIT, (the_meeting(),), tuple(held))


def as_held(number: int) -> str:
    """Return the code of an event: one in twenty is not routine."""
    if number % ONE_IN == 0:
        return NOW_AND_THEN[number // ONE_IN % len(NOW_AND_THEN)]
    return AS_HELD[number % len(AS_HELD)]


def all_significant(number: int) -> str:
    """Return the code of an event that is never routine."""
    return NOW_AND_THEN[number % len(NOW_AND_THEN)]


def stages(case: CaseFile, template: Template) -> dict[str, float]:
    """Return the milliseconds of each stage, the least of several rounds: what else the machine does only adds."""
    least: dict[str, float] = {}
    for _ in range(ROUNDS):
        taken = _once(case, template)
        least = {name: min(spent, least.get(name, spent)) for name, spent in taken.items()}
    return least


def _once(case: CaseFile, template: Template) -> dict[str, float]:
    began = process_time()
    rows = build_chronology(case, TAMSIN)
    ordered = process_time()
    content = compose(TEMPLATE, _request(case, rows))
    composed = process_time()
    template.render(content.values)
    filled = process_time()
    spent = {"set in order": ordered - began, "composed": composed - ordered, "filled": filled - composed}
    return {**{name: 1000 * seconds for name, seconds in spent.items()}, "in all": 1000 * (filled - began)}


def _request(case: CaseFile, rows: tuple[ChronologyRow, ...]) -> CompositionRequest:
    return CompositionRequest(a_template(TEMPLATE), case=case, child=TAMSIN, unit=UNIT, chronology=rows)


def main() -> None:
    """Print milliseconds of processor time for each stage, for the two kinds of file."""
    template = compile_template(TEMPLATES / TEMPLATE / "layout.docx", labels=a_template(TEMPLATE).labels)
    for title, codes in (("most of them routine", as_held), ("every one a row of its own", all_significant)):
        case = a_case(codes)
        told = ", ".join(f"{name} {spent:.1f}" for name, spent in stages(case, template).items())
        print(f"{EVENTS:,} events, {title}: {told} ms")


if __name__ == "__main__":
    main()
