"""Who is meant, and when nobody can tell."""

from autoadmin.domain.identifiers import FamilyId, MemberId, UnitId
from autoadmin.domain.identity import match_family, match_member, match_unit
from autoadmin.domain.people import Family, Member, Unit

UNIT_4 = Unit(UnitId("unit-4"), "Unit 4", "Hull")


def a_member(name: str) -> Member:
    return Member(MemberId(name), UNIT_4.id, name)


RUTH, TOM, LENA = a_member("Ruth Adeyemi"), a_member("Tom Byrne"), a_member("Dr Lena Fox")


def test_a_bare_unit_name_means_the_one_unit_of_that_name() -> None:
    assert match_unit("UNIT 4", "", [UNIT_4]) == UNIT_4


def test_the_first_sheet_to_name_the_council_fills_it_in() -> None:
    assert match_unit("Unit 4", "Hull", [Unit(UnitId("unit-4"), "Unit 4")]) == UNIT_4


def test_a_unit_of_the_same_name_in_another_council_is_another_unit() -> None:
    other = match_unit("Unit 4", "Derbyshire", [UNIT_4])
    assert other == Unit(UnitId("unit-4-derbyshire"), "Unit 4", "Derbyshire")


def test_a_member_is_found_by_full_name_first_name_or_title_and_surname() -> None:
    members = [RUTH, TOM, LENA]
    assert match_member("ruth adeyemi", members) == RUTH
    assert match_member("tom", members) == TOM
    assert match_member("Dr Fox", members) == LENA
    assert match_member("Lena", members) == LENA


def test_a_first_name_that_two_members_share_matches_nobody() -> None:
    assert match_member("Tom", [TOM, a_member("Tom Ward")]) is None


def test_a_surname_alone_matches_nobody() -> None:
    assert match_member("Byrne", [RUTH, TOM]) is None


def test_a_name_that_is_only_a_title_matches_nobody() -> None:
    assert match_member("Dr", [RUTH, TOM, LENA]) is None


def test_a_family_is_found_by_name_only_where_the_unit_has_one_of_that_name() -> None:
    marsh = Family(FamilyId("F-1"), "Marsh")
    assert match_family("marsh", [marsh]) == marsh
    assert match_family("Marsh", [marsh, Family(FamilyId("F-2"), "Marsh")]) is None
