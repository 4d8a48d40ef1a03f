"""When a child ceased to be looked after: the end of the last episode of a period of care, for a reason that ends it.

An episode also ends at each change of placement or legal status (reason X1); that is no end of care.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from autoadmin.domain.events import Event
from autoadmin.domain.findings import Severity
from autoadmin.domain.identifiers import ChildId
from autoadmin.intake.extracts.harvest import Harvest
from autoadmin.intake.extracts.ledger import Ledger

END_CODE = re.compile(r"\s*E\d", re.IGNORECASE)
GOES_ON = re.compile(r"\s*X1\b|.*new episode", re.IGNORECASE)

NO_NEXT = "the episode ended because a new one began, but no new one is in the extract"
NO_REASON = "the last episode of a period of care ended without a reason: not read as the end of care"
IN_WORDS = "the reason is in words, not a code: read as the end of care, because no later episode is in the extract"


def end_care(harvest: Harvest, ledger: Ledger) -> None:
    """Add CLA_END for each period of care that ended, and doubts where the reason does not say."""
    ends: dict[tuple[ChildId | None, str], list[Event]] = defaultdict(list)
    starts: dict[tuple[ChildId | None, str], list[Event]] = defaultdict(list)
    for event in list(harvest.by_identity.values()):
        if event.code in ("CLA_EPISODE_START", "CLA_EPISODE_END"):
            group = ends if event.code == "CLA_EPISODE_END" else starts
            group[event.child, event.fields.get("period", "")].append(event)
    for period, ended in ends.items():
        for end in ended:
            if not _goes_on(end, starts[period], has_period=bool(period[1])):
                _add_end(harvest, ledger, end)


def _goes_on(end: Event, starts: Iterable[Event], *, has_period: bool) -> bool:
    """Return whether another episode of the same care follows; without a period id it must follow at once."""
    others = [start for start in starts if start.source.place.row != end.source.place.row and start.on >= end.on]
    return any(has_period or start.on - end.on <= timedelta(days=1) for start in others)


def _add_end(harvest: Harvest, ledger: Ledger, end: Event) -> None:
    reason = end.fields.get("reason", "")
    if GOES_ON.match(reason):
        _doubt(ledger, end, NO_NEXT)
    elif not reason:
        _doubt(ledger, end, NO_REASON)
    else:
        if not END_CODE.match(reason):
            _doubt(ledger, end, IN_WORDS)
        harvest.add(replace(end, code="CLA_END"))


def _doubt(ledger: Ledger, event: Event, message: str) -> None:
    place = event.source.place
    raw = event.fields.get("reason", "") or event.source.raw
    ledger.add(Severity.DOUBTED, place.file, message, place.row or 0, place.column or "", raw)
