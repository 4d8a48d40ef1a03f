"""Why a clock says what it says."""

from __future__ import annotations

from autoadmin.domain.clocks import Clock
from autoadmin.domain.drafts import SENTENCES
from autoadmin.domain.errors import UnknownIdError
from autoadmin.domain.event_codes import label
from autoadmin.domain.rules import Rule
from autoadmin.domain.wall_time import LONDON
from autoadmin.store import Session
from autoadmin.timescales import explain
from autoadmin.timescales.words import day_in_words
from autoadmin.workflows.answering import Answering
from autoadmin.workflows.gathering import clocks_now
from autoadmin.workflows.services import Services


def explain_clock(services: Services, clock_id: str) -> str:
    """Return the story of one clock in sentences that cite its rule; UnknownIdError where none has that id."""
    with services.store.read() as store:
        held = store.clocks.get(clock_id)
        for clock in clocks_now(store, services.shelf, held.child, at=services.today()):
            if clock.id == clock_id:
                rule = services.shelf.rules[clock.rule]
                story = explain(clock, rule, services.shelf.calendars)
                return f"{story}{_document(store, services, clock, rule)}"
        if _begins_later(store, services, held):
            return _not_begun(services, held)
    raise UnknownIdError(f"The clock {clock_id} no longer runs: the record that started it was corrected.")


def _document(store: Session, services: Services, clock: Clock, rule: Rule) -> str:
    """Return which document answers the clock and which draft of it there is; nothing where none does."""
    answering = Answering(store, services, child=clock.child)
    template, draft = answering.template(rule), answering.draft(clock, rule)
    if template is None:
        return ""
    if draft is None:
        return f"\nThe document that answers it is {template}; none is drafted for it yet."
    day = day_in_words(draft.drafted_at.astimezone(LONDON).date())
    return f"\nThe document that answers it is {template}: {draft.id} of {day}. {SENTENCES[draft.state]}"


def _begins_later(store: Session, services: Services, held: Clock) -> bool:
    """Return whether the records still start the clock, on a day that lies ahead of the one asked about."""
    begins_on = held.started_by.on
    later = clocks_now(store, services.shelf, held.child, at=begins_on) if begins_on > services.today() else ()
    return any(clock.id == held.id for clock in later)


def _not_begun(services: Services, held: Clock) -> str:
    rule = services.shelf.rules[held.rule]
    begins = f"{label(held.started_by.code)} on {day_in_words(held.started_by.on)}"
    return f"{rule.title}: {rule.law}.\nOn {day_in_words(services.today())} this clock had not begun: {begins}."
