"""Saying why a visit or meeting that is recorded met no clock, so that nobody thinks it was overlooked."""

from __future__ import annotations

from collections.abc import Iterator

from autoadmin.domain.event_codes import label
from autoadmin.domain.events import Event
from autoadmin.domain.field_tests import says
from autoadmin.domain.rules import Stop
from autoadmin.timescales.endings import Ending
from autoadmin.timescales.words import day_in_words, source_in_words

SHOWN = 2  # of several, the last
NOT_SEEN = {"seen": "the child is recorded as not seen", "seen_alone": "the child is recorded as not seen alone"}


def not_counted(ending: Ending) -> Iterator[str]:
    """Yield for the last records of the work that do not count which they are, and what they say against it."""
    for event, stop in sorted(ending.not_counted, key=lambda told: told[0].on)[-SHOWN:]:
        told = f"{label(event.code)} on {day_in_words(event.on)}, {source_in_words(event.source)}"
        yield f"{told}, does not count: {_why(event, stop)}."


def _why(event: Event, stop: Stop) -> str:
    """Return what the record says: what it was instead, by whom, or that the child was not seen."""
    for test in stop.not_if:
        if says((test,), event.fields):
            said = event.fields[test.field].strip()
            return f"it was by the {said}" if test.field == "by_role" else f'it is recorded as "{said}"'
    for test in stop.only_if:
        if says((test,), event.fields) is False:
            return NOT_SEEN.get(test.field, f'the record says "{event.fields[test.field].strip()}"')
    return "the record says that it was not what is asked for"
