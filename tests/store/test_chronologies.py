"""What people chose about a chronology is kept in order, and so is the state that it is in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from autoadmin.domain.chronologies import ChronologyRow, ChronologyState, Keeping, RowChoice
from autoadmin.domain.events import Precision, Source
from autoadmin.domain.records import Kind
from autoadmin.store import Store
from tests.store.examples import ANNA, BEN, LATER, NOON, keep_people, sheet_place

SOURCE = Source(sheet_place(12), "- moved", "discussion sheet", date(2026, 11, 19))
CHOICE = RowChoice(ANNA.id, ("E-1",), True, "it mattered", "Tom Hale", NOON, date(2019, 6, 1), "Moved.", (), (SOURCE,))
ROW = ChronologyRow(
    date(2019, 6, 1), "Moved.", (SOURCE,), Precision.APPROXIMATE, "summer 2019", kind=Kind.FACT, choice=CHOICE
)


def test_every_choice_about_a_childs_rows_comes_back_in_the_order_made_and_no_other_childs(store: Store) -> None:
    second = replace(CHOICE, is_included=False, at=LATER)
    with store.begin() as session:
        keep_people(session)
        for choice in (CHOICE, second, replace(CHOICE, child=BEN.id)):
            session.chronologies.add_choice(choice)
    with store.read() as session:
        assert session.chronologies.list_choices(ANNA.id) == (CHOICE, second)


def test_a_chronology_is_active_until_somebody_finishes_it_and_then_holds_its_rows(store: Store) -> None:
    finished = Keeping(ANNA.id, ChronologyState.FINISHED, "Tom Hale", NOON, "case closed", (ROW,))
    with store.begin() as session:
        keep_people(session)
        assert session.chronologies.keeping(ANNA.id) == Keeping(ANNA.id)
        session.chronologies.keep(finished)
    with store.begin() as session:
        assert session.chronologies.keeping(ANNA.id) == finished
        session.chronologies.keep(Keeping(ANNA.id, ChronologyState.REOPENED, "Tom Hale", LATER))
        assert session.chronologies.keeping(ANNA.id).rows == ()
