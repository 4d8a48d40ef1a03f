"""The test vectors of the statutory brief, section F, put to the rules as they are shipped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from autoadmin.domain.clocks import Coverage
from autoadmin.domain.events import Event, Source
from autoadmin.domain.findings import Place
from autoadmin.domain.identifiers import ChildId, RuleId
from autoadmin.timescales import start_clocks
from tests.external.shared import shared
from tests.timescales.office_diary import CALENDARS, RULE_OF

CHILD = ChildId("C-1")
# A rule for each column: what starts it.
OF_DAYS = {
    "1 WD": ("LADO_1", "ALLEGATION_KNOWN"),
    "5 WD": ("SIN_5", "SERIOUS_INCIDENT"),
    "10 WD": ("CORE_1", "CPP_START"),
    "15 WD": ("RAPID_15", "SERIOUS_INCIDENT_NOTIFIED"),
    "20 WD": ("LAC_REV_1", "CLA_START"),
    "45 WD": ("CFA_45", "REFERRAL"),
}


def table(heading: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each row of the table with this heading: its first cell, and the others."""
    text = shared("domain/statutory.md").read_text(encoding="utf-8")
    rows = text[text.index(heading) :].split("\n\n")[0].splitlines()[2:]
    for row in rows:
        first, *others = (cell.strip() for cell in row.strip("|").split("|"))
        yield first, others


def day(words: str, year: int) -> date:
    """Return "30 Nov 2026", "Mon 30 Nov 2026" or "6 Jan", whose year is that of the cell before."""
    found = re.search(r"(\d+) (\w{3})(?: (\d{4}))?", words)
    assert found
    return datetime.strptime(f"{found[1]} {found[2]} {found[3] or year}", "%d %b %Y").date()


def due_on(rule: str, *told: tuple[str, date]) -> date:
    """Return when the rule is due that the last of these events starts."""
    source = Source(Place("brief"), kind="record")
    events = [Event(code, on, source, CHILD) for code, on in told]
    at = told[-1][1]
    clocks = start_clocks(events, [RULE_OF[RuleId(rule)]], coverage=Coverage(), calendars=CALENDARS, at=at)
    return next(clock.due_on for clock in clocks if clock.started_on == at)


def test_working_days_are_those_of_the_brief() -> None:
    checked = 0
    for trigger, cells in table("| trigger | 1 WD |"):
        start = day(trigger, 0)
        before = start
        for column, cell in zip(OF_DAYS, cells, strict=True):
            expected = day(cell, before.year)
            expected = expected if expected >= before else expected.replace(year=before.year + 1)
            rule, code = OF_DAYS[column]
            assert due_on(rule, (code, start)) == expected, (trigger, column)
            before = expected
            checked += 1
    assert checked == 30


def test_three_and_six_months_are_the_earlier_of_months_and_days() -> None:
    rows = list(table("| from | + 3 M |"))
    assert len(rows) == 3
    for from_, cells in rows:
        start = day(from_, 0)
        ends = [day(cell, start.year) for cell in cells]
        three, ninety_one, six, days_183 = (end if end > start else end.replace(year=start.year + 1) for end in ends)
        assert due_on("RCPC_1", ("CPP_START", start)) == min(three, ninety_one)
        in_care = date(start.year, start.month, 1)
        assert due_on("LAC_REV_2", ("CLA_START", in_care), ("CLA_REVIEW_HELD", start)) == min(three, ninety_one)
        assert due_on("RCPC_N", ("CP_REVIEW_HELD", start)) == min(six, days_183)


def test_26_weeks_begin_with_the_day_of_issue() -> None:
    assert "26 weeks from issue on 4 Jan 2027: last day 4 Jul 2027" in shared("domain/statutory.md").read_text("utf-8")
    assert due_on("PLO_26W", ("PROCEEDINGS_ISSUED", date(2027, 1, 4))) == date(2027, 7, 4)
