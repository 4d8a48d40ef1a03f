"""How long the clocks of a whole council take, on one core and on two, and those of one child after a new event.

The council is invented: 9,000 children, a million events, in the proportions of a middling council: most in need, some
with a child protection plan, some looked after, many closed. Run as `python -m tests.benchmarks.bench_clocks`.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from itertools import cycle, islice
from multiprocessing import get_context
from time import perf_counter, process_time

from autoadmin.domain.clocks import Coverage
from autoadmin.domain.events import Event
from autoadmin.domain.identifiers import ChildId
from autoadmin.timescales import start_clocks
from tests.timescales.office_diary import CALENDARS, RULES, TODAY, a_page, an_extract

CHILDREN, EVENTS = 9_000, 1_000_000
COVERAGE = Coverage(extracts=(an_extract("2026-11-24"),))
BUNDLE = "| bundle 2026-11-24"

REFERRED = f"""2015-06-01 BIRTH {BUNDLE}
2025-11-03 CONTACT {BUNDLE}
2025-11-03 REFERRAL {BUNDLE} | nfa=N
2025-11-10 ASSESSMENT_START {BUNDLE}
2025-12-19 ASSESSMENT_AUTHORISED {BUNDLE}"""
IN_NEED = f"{REFERRED}\n2026-01-05 CIN_PLAN_START {BUNDLE}"
PROTECTED = f"""{REFERRED}
2026-01-12 S47_START {BUNDLE}
2026-01-30 ICPC_HELD {BUNDLE} | outcome_cp=Y
2026-01-30 CPP_START {BUNDLE}
2026-02-11 CORE_GROUP_HELD
2026-04-24 CP_REVIEW_HELD {BUNDLE} | continue_cp=Y
2026-10-16 CP_REVIEW_HELD {BUNDLE} | continue_cp=Y"""
LOOKED_AFTER = f"""{REFERRED}
2025-01-06 CLA_START {BUNDLE} | legal_status=V2
2025-01-06 PLACEMENT_START {BUNDLE} | type=U6
2025-01-31 CLA_REVIEW_HELD {BUNDLE}
2025-04-25 CLA_REVIEW_HELD {BUNDLE}
2025-10-17 CLA_REVIEW_HELD {BUNDLE}
2026-04-10 CLA_REVIEW_HELD {BUNDLE}
2026-03-02 HEALTH_CHECK {BUNDLE} | type=Review health assessment"""
CLOSED = f"{REFERRED}\n2026-02-02 CASE_CLOSED {BUNDLE} | reason=RC7"
# of ten children, so many with each page, the visit they have and how often in days
MIX = (
    (3, IN_NEED, "VISIT_CIN", 28),
    (1, PROTECTED, "VISIT_CP", 14),
    (1, LOOKED_AFTER, "VISIT_CLA", 42),
    (5, CLOSED, "", 0),
)
PLAIN = ("CONTACT", "WORKER_ALLOCATED", "WORKER_ENDED", "ADDRESS_FROM", "IMMS_STATUS", "EH_START")


def a_council(children: int = CHILDREN, events: int = EVENTS) -> list[list[Event]]:
    """Return the events of each child, so many in all: what is due first, then what every file is full of."""
    pages = [_with_visits(page, visit, every) for many, page, visit, every in MIX for _ in range(many)]
    council = [_as(ChildId(f"C-{i}"), page) for i, page in zip(range(children), cycle(pages), strict=False)]
    missing = events - sum(len(held) for held in council)
    plain = [a_page(f"{TODAY - timedelta(days=700 - i % 690)} {code} {BUNDLE}")[0] for i, code in enumerate(PLAIN * 30)]
    for number, event in zip(range(missing), cycle(plain), strict=False):
        child = council[number % children]
        child.append(replace(event, child=child[0].child))
    return council


def clocks_of_all(council: Sequence[list[Event]]) -> int:
    """Return how many clocks the children have."""
    return sum(len(start_clocks(events, RULES, coverage=COVERAGE, calendars=CALENDARS, at=TODAY)) for events in council)


def main() -> None:
    """Print the figures."""
    council = a_council()
    gc.collect()
    gc.freeze()
    events = sum(len(child) for child in council)
    rules = sum(rule.is_on for rule in RULES)
    print(f"{len(council):,} children, {events:,} events, {rules} rules in force")
    began, worked = perf_counter(), process_time()
    clocks = clocks_of_all(council)
    took, worked = perf_counter() - began, process_time() - worked
    print(f"  one core:            {clocks:>9,} clocks in {took:5.1f} s ({worked:.1f} s of processor time)")
    global _COUNCIL
    _COUNCIL = council  # the processes inherit it, as they would each read their own children from the database
    began = perf_counter()
    with ProcessPoolExecutor(2, mp_context=get_context("fork")) as two:
        halves = list(two.map(_half, range(2)))
    took, clocks = perf_counter() - began, sum(clocks for clocks, _ in halves)
    worked = max(worked for _, worked in halves)
    print(f"  two cores:           {clocks:>9,} clocks in {took:5.1f} s ({worked:.1f} s of processor time on each)")
    began = perf_counter()
    for child in council[:1000]:
        clocks_of_all([child])
    print(f"  after one new event: that child's in {(perf_counter() - began):5.2f} ms on average")


_COUNCIL: list[list[Event]] = []


def _half(which: int) -> tuple[int, float]:
    began = process_time()
    return clocks_of_all(_COUNCIL[which::2]), process_time() - began


def _with_visits(page: str, visit: str, every: int) -> list[Event]:
    lines = [page, *islice(_visits(visit, every), 60)] if visit else [page]
    return a_page("\n".join(lines))


def _visits(code: str, every: int) -> Iterator[str]:
    day = date(2026, 2, 4)
    while day < date(2026, 11, 20):
        yield f"{day} {code} {BUNDLE} | seen=Y, seen_alone=Y"
        day += timedelta(days=every)


def _as(child: ChildId, page: Sequence[Event]) -> list[Event]:
    return [replace(event, child=child) for event in page]


if __name__ == "__main__":
    main()
