"""Where a row stands among others: by day, and within a day by hour, then as the work goes, then as it was typed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, time
from itertools import groupby
from operator import attrgetter
from typing import Final

from autoadmin.domain.chronologies import ChronologyRow
from autoadmin.domain.event_codes import LABELS
from autoadmin.domain.events import Precision

VAGUER_FIRST: Final = {
    Precision.YEAR: 0,
    Precision.APPROXIMATE: 1,
    Precision.MONTH: 2,
    Precision.DAY: 3,
    Precision.TIME: 3,
}
# As one day's work goes: what happened, then the enquiry, conference and plan, then court, order and placement.
FIRST: Final = (
    *("BIRTH", "BECAME_MOTHER", "ADDRESS_FROM", "SERIOUS_INCIDENT", "MISSING_START", "MISSING_END", "CONTACT"),
    *("EH_START", "REFERRAL", "REFERRAL_DECIDED", "CONCERN_FORMED", "STRATEGY_DISCUSSION", "S47_START"),
    *("ASSESSMENT_START", "CIN_START", "S47_END", "ASSESSMENT_AUTHORISED", "CIN_PLAN_DECIDED", "CIN_PLAN_START"),
    *("ICPC_HELD", "CP_REVIEW_HELD", "CPP_START", "PLO_DECISION", "LETTER_BEFORE_PROCEEDINGS", "PLO_MEETING"),
    *("PROCEEDINGS_ISSUED", "COURT_HEARING", "COURT_DIRECTION", "LEGAL_STATUS_END", "LEGAL_STATUS_START"),
    *("PLACEMENT_ORDER", "PERMANENCE_ORDER", "CLA_START", "CLA_EPISODE_END", "CLA_EPISODE_START", "PLACEMENT_END"),
    *("PLACEMENT_START", "CARE_PLAN_START", "PLACEMENT_PLAN_AGREED"),
)
LAST: Final = ("CLA_END", "CPP_END", "CIN_PLAN_END", "EH_END", "PROCEEDINGS_ENDED", "CASE_CLOSED", "DEATH")
_BETWEEN: Final = tuple(code for code in LABELS if code not in {*FIRST, *LAST})
DAY: Final = attrgetter("on")
CODE_ORDER: Final = {code: place for place, code in enumerate((*FIRST, *_BETWEEN, *LAST))}


def by_day(rows: Iterable[ChronologyRow]) -> Iterator[list[ChronologyRow]]:
    """Yield the rows of each day in order, oldest first; where a day has one, as most have, nothing else is asked."""
    for _, told in groupby(sorted(rows, key=DAY), key=DAY):
        day = list(told)
        if len(day) > 1:
            day.sort(key=order)
        yield day


def order(row: ChronologyRow) -> tuple[object, ...]:
    """Return where a row stands: by day, the vaguer date first, then by hour, by code and by where it was read.

    Entries that tell of no event stand behind those that do, in the order of their sheet.
    """
    codes = row.codes
    last = len(CODE_ORDER)
    code = (
        CODE_ORDER.get(codes[0], last)
        if len(codes) == 1
        else min((CODE_ORDER.get(one, last) for one in codes), default=last)
    )
    first = row.sources[0]
    place = first.place
    where = _natural(place.where) if place.row is None else ((0, place.where),)
    read = (first.stated_on or date.min, place.file, place.row or 0, where)
    return (row.on, VAGUER_FIRST[row.precision], row.at_time or time.min, code, *read, row.detail)


def _natural(words: str) -> tuple[tuple[int, str], ...]:
    """Return a key under which "line 9" comes before "line 10"."""
    return tuple([(int(word), "") if word.isdecimal() else (-1, word) for word in words.replace(",", " ").split()])
