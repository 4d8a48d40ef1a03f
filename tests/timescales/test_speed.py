"""How long the clocks of a whole council take; printed, not judged (see it with `pytest -s`)."""

from __future__ import annotations

from dataclasses import replace
from time import perf_counter

from autoadmin.domain.clocks import Coverage
from autoadmin.domain.identifiers import ChildId
from autoadmin.timescales import start_clocks
from tests.timescales.office_diary import CALENDARS, RULES, TODAY, a_page, an_extract

CHILDREN = 9_000
VISITS = "\n".join(f"2026-{month:02}-{day:02} VISIT_CP" for month in range(3, 11) for day in range(1, 28, 3))
PAGE = f"""2026-01-05 REFERRAL | bundle 2026-11-24
2026-02-20 ASSESSMENT_AUTHORISED | bundle 2026-11-24
2026-02-02 STRATEGY_DISCUSSION
2026-02-03 S47_START | bundle 2026-11-24
2026-02-20 ICPC_HELD | bundle 2026-11-24 | outcome_cp=Y
2026-02-20 CPP_START | bundle 2026-11-24
2026-03-02 CORE_GROUP_HELD
2026-05-12 CP_REVIEW_HELD | bundle 2026-11-24 | continue_cp=Y
2026-11-02 CP_REVIEW_HELD | bundle 2026-11-24 | continue_cp=Y
2026-11-09 CLA_START | bundle 2026-11-24
2026-11-09 PLACEMENT_START | bundle 2026-11-24
2026-11-10 PLACEMENT_START
{VISITS}"""


def test_the_clocks_of_nine_thousand_children_are_timed() -> None:
    page = a_page(PAGE)
    council = [[replace(event, child=ChildId(f"C-{i}")) for event in page] for i in range(CHILDREN)]
    coverage = Coverage(extracts=(an_extract("2026-11-24"),))
    began = perf_counter()
    clocks = [
        clock
        for events in council
        for clock in start_clocks(events, RULES, coverage=coverage, calendars=CALENDARS, at=TODAY)
    ]
    took = perf_counter() - began
    told = CHILDREN * len(page)
    print(f"\n{CHILDREN:,} children, {len(RULES)} rules, {told:,} events: {len(clocks):,} clocks in {took:.1f} s")
    assert len({clock.id for clock in clocks}) == len(clocks)
