"""Units, families and children come back as they were saved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from autoadmin.domain.errors import UnknownIdError
from autoadmin.domain.identifiers import ChildId, FamilyId, MemberId, UnitId
from autoadmin.domain.people import Child, Member, Unit
from autoadmin.store import Store
from tests.store.examples import ANNA, BEN, LANE, REED, UNIT, keep_people


def test_a_family_comes_back_with_its_adults_and_children(store: Store) -> None:
    with store.begin() as session:
        keep_people(session)
    with store.read() as session:
        assert session.families.get(REED.id) == REED
        assert session.families.list(UNIT.id) == (LANE, REED)
        assert session.families.list(UnitId("unit-1")) == ()
        assert session.children.list(REED.id) == (ANNA, BEN)


def test_saving_a_family_again_changes_what_changed_and_keeps_its_other_children(store: Store) -> None:
    born = replace(BEN, expected_on=None, born_on=date(2027, 2, 10))
    with store.begin() as session:
        keep_people(session)
        session.families.save(replace(REED, worker="Ann Poole", children=(born,)))
    with store.read() as session:
        assert session.families.get(REED.id) == replace(REED, worker="Ann Poole", children=(ANNA, born))


def test_a_child_whom_only_an_extract_knows_has_no_family(store: Store) -> None:
    unplaced = Child(ChildId("C-900"))
    with store.begin() as session:
        keep_people(session)
        session.children.save(unplaced)
    with store.read() as session:
        assert session.children.list_without_family() == (unplaced,)
        assert session.children.list() == (ANNA, BEN, unplaced)


def test_units_are_found_by_bare_name_in_any_case_and_spacing(store: Store) -> None:
    other = Unit(UnitId("unit-9-derby"), "UNIT  9", "Derbyshire")
    with store.begin() as session:
        session.units.save(UNIT)
        assert session.units.list_by_name("unit 9 ") == (UNIT,)
        session.units.save(other)
        assert session.units.list_by_name("Unit 9") == (UNIT, other)
        assert session.units.list_by_name("Unit 10") == ()
        assert session.units.list() == (UNIT, other)


def test_members_are_listed_by_unit(store: Store) -> None:
    ruth = Member(MemberId("m-1"), UNIT.id, "Ruth Bell", "consultant social worker")
    with store.begin() as session:
        session.units.save(UNIT)
        session.units.save_member(replace(ruth, role=""))
        session.units.save_member(ruth)
    with store.read() as session:
        assert session.units.list_members(UNIT.id) == (ruth,)
        assert session.units.list_members(UnitId("unit-1")) == ()
        assert session.units.find_member(ruth.id) == ruth


def test_what_is_not_held_is_none_to_find_and_an_error_to_get(store: Store) -> None:
    with store.read() as session:
        assert session.units.find(UNIT.id) is None
        assert session.families.find(FamilyId("F-9")) is None
        assert session.children.find(ChildId("C-9")) is None
        with pytest.raises(UnknownIdError):
            session.units.get(UNIT.id)
        with pytest.raises(UnknownIdError):
            session.families.get(FamilyId("F-9"))
        with pytest.raises(UnknownIdError):
            session.children.get(ChildId("C-9"))
