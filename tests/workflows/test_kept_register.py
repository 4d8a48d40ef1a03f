"""Whom the council knows is read once, and again as soon as anybody is added or changed, whoever did it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from autoadmin.domain.events import Event, Source
from autoadmin.domain.findings import Place
from autoadmin.domain.identifiers import ChildId, FamilyId, MemberId, UnitId
from autoadmin.domain.people import Adult, Child, Family, Member, Unit
from autoadmin.drafting.register import Register
from autoadmin.store import open_store
from autoadmin.store.session import Session
from autoadmin.store.store import Store
from autoadmin.workflows.kept_register import KeptRegister
from tests.databases import on_both
from tests.workflows.office import Office

pytestmark = on_both

PENROSE = Family(FamilyId("F-9001"), "Penrose", children=(Child(ChildId("C-9011"), "Ada Penrose"),))
STATED_AT = datetime(2026, 11, 20, tzinfo=UTC)


@pytest.fixture
def store(office: Office) -> Store:
    with office.services.store.begin() as session:
        session.families.save(PENROSE)
    return office.services.store


def read(kept: KeptRegister, store: Store) -> Register:
    with store.read() as session:
        return kept.get(session)


def test_as_long_as_nobody_changes_it_is_read_once(store: Store) -> None:
    kept = KeptRegister()
    before = read(kept, store)
    with store.begin() as session:
        session.events.replace("sheet", [an_event("VISIT_CP")], STATED_AT)
    assert read(kept, store) is before
    assert ("ada", "penrose") in before.names


def a_child(session: Session) -> None:
    session.children.save(Child(ChildId("C-7777"), "Ned Nobody"))


def an_adult(session: Session) -> None:
    session.families.save(replace(PENROSE, adults=(Adult("Ned Nobody"),)))


def a_worker(session: Session) -> None:
    session.units.save(Unit(UnitId("unit-9"), "Unit 9"))
    session.units.save_member(Member(MemberId("ned"), UnitId("unit-9"), "Ned Nobody"))


@pytest.mark.parametrize("change", [a_child, an_adult, a_worker])
def test_whoever_is_added_by_another_process_is_known_at_once(store: Store, change: object) -> None:
    assert callable(change)
    kept = KeptRegister()
    before = read(kept, store)
    other = open_store(store.where)
    with other.begin() as session:
        change(session)
    other.close()
    after = read(kept, store)
    assert after is not before
    assert ("ned", "nobody") in after.names or ("ned", "nobody") in after.workers


def test_what_was_undone_changes_nothing(store: Store) -> None:
    kept = KeptRegister()
    before = read(kept, store)
    with pytest.raises(RuntimeError), store.begin() as session:
        a_child(session)
        raise RuntimeError
    assert read(kept, store) is before


def test_an_address_is_known_as_soon_as_it_is_stated_and_forgotten_as_soon_as_it_is_not(store: Store) -> None:
    kept = KeptRegister()
    for stated in (("HU52AB",), (), ("HU52AB", "HU53CD"), ("HU53CD",)):
        with store.begin() as session:
            session.events.replace("bundle", [an_event("ADDRESS_FROM", postcode) for postcode in stated], STATED_AT)
        assert read(kept, store).postcodes == {postcode: {"F-9001"} for postcode in stated}


def an_event(code: str, postcode: str = "") -> Event:
    source = Source(Place("ssd_address.csv", "row 2", 2), "", "SSD bundle", date(2026, 11, 20))
    fields = {"postcode": postcode, "address": '{"HOUSE": "3"}'} if postcode else {}
    return Event(code, date(2026, 1, 5), source, ChildId("C-9011"), fields=fields)
