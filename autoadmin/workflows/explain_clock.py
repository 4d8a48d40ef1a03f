"""Why a clock says what it says."""

from __future__ import annotations

from autoadmin.domain.errors import UnknownIdError
from autoadmin.timescales import explain
from autoadmin.workflows.gathering import clocks_now
from autoadmin.workflows.services import Services


def explain_clock(services: Services, clock_id: str) -> str:
    """Return the story of one clock in sentences that cite its rule; UnknownIdError where none has that id."""
    with services.store.read() as store:
        held = store.clocks.get(clock_id)
        for clock in clocks_now(store, services.shelf, held.child, at=services.today()):
            if clock.id == clock_id:
                return explain(clock, services.shelf.rules[clock.rule])
    raise UnknownIdError(f"The clock {clock_id} no longer runs: the record that started it was corrected.")
