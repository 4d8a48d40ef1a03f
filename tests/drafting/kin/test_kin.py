"""Who is who, read from recorded words alone: what has one place is placed, the rest told in words, nothing guessed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autoadmin.domain.generations import settled
from autoadmin.domain.held import CaseFile
from autoadmin.domain.identifiers import ChildId
from autoadmin.domain.kinship import Couple, Feeling, Genogram, Loss, Outside, Rearing, Sex, Support
from autoadmin.domain.people import Adult, Child
from autoadmin.domain.records import Attendee, Kind, Presence, RecordedChild, Section
from autoadmin.drafting.kin import ecomap_of, genogram_of
from autoadmin.drafting.kin.words import KIN_WORDS, kin_word
from tests.drafting.pellow import PELLOW, a_discussion, a_meeting, an_entry, the_case

ELLA = Child(ChildId("C-1"), "Ella Marsh", PELLOW, date(2015, 4, 3))
NOAH = Child(ChildId("C-2"), "Noah Marsh", PELLOW, expected_on=date(2027, 2, 12))


def a_case(
    *adults: str, lines: tuple[str, ...] = (), children: tuple[Child, ...] = (ELLA, NOAH), remarks: str = ""
) -> CaseFile:
    """Return a family with adults told as "Kelly Marsh: mother, PR", and lines under Genogram."""
    told = tuple(Adult(name, words) for name, _, words in (adult.partition(": ") for adult in adults))
    case = the_case()
    family = replace(case.family, name="Marsh", adults=told, children=children, worker="Tom Byrne")
    entries = tuple(an_entry(line, Kind.FACT, Section.GENOGRAM, line=at) for at, line in enumerate(lines))
    named = tuple(RecordedChild(child.name, child.id, remark=remarks) for child in children)
    discussion = replace(a_discussion(), entries=entries, children=named)
    return replace(case, family=family, meetings=(a_meeting(discussion),), events=(), clocks=())


def read(*adults: str, lines: tuple[str, ...] = (), children: tuple[Child, ...] = (ELLA, NOAH)) -> Genogram:
    return genogram_of(a_case(*adults, lines=lines, children=children), (ELLA.id,))


def parents(genogram: Genogram) -> set[tuple[str, str]]:
    return {(name(genogram, each.child), name(genogram, each.parent)) for each in genogram.parentages}


def name(genogram: Genogram, key: str) -> str:
    return genogram.person(key).name


def unplaced(genogram: Genogram) -> list[str]:
    return [each.name for each in genogram.unplaced]


def test_a_mother_is_that_of_every_child_and_a_named_child_s_father_of_that_child() -> None:
    genogram = read("Kelly Marsh: mother", "Dean Holt: Noah's father, lives elsewhere")
    assert parents(genogram) == {
        ("Ella Marsh", "Kelly Marsh"),
        ("Noah Marsh", "Kelly Marsh"),
        ("Noah Marsh", "Dean Holt"),
    }
    assert genogram.people[-1].note == "lives elsewhere"
    assert [person.sex for person in genogram.people] == [Sex.UNKNOWN, Sex.UNKNOWN, Sex.FEMALE, Sex.MALE]


def test_a_plain_father_is_that_of_the_children_for_whom_no_other_is_named() -> None:
    genogram = read("Dean Holt: the baby's father", "Liam Marsh: father")
    assert parents(genogram) == {("Noah Marsh", "Dean Holt"), ("Ella Marsh", "Liam Marsh")}


def test_two_plain_fathers_are_told_in_words_and_not_placed() -> None:
    genogram = read("Dean Holt: father", "Liam Marsh: father")
    assert parents(genogram) == set()
    assert unplaced(genogram) == ["Dean Holt", "Liam Marsh"]


def test_a_grandmother_stands_above_the_parent_whose_side_is_recorded() -> None:
    genogram = read("Kelly Marsh: mother", "Jean Marsh: maternal grandmother", "Ann Holt: grandmother")
    assert ("Kelly Marsh", "Jean Marsh") in parents(genogram)
    assert unplaced(genogram) == ["Ann Holt"]


def test_a_paternal_grandmother_of_one_child_stands_above_a_father_whose_name_is_not_recorded() -> None:
    genogram = read("Pat Lee: paternal grandmother", children=(ELLA,))
    assert parents(genogram) == {("Ella Marsh", ""), ("", "Pat Lee")}
    assert [person.sex for person in genogram.people] == [Sex.UNKNOWN, Sex.FEMALE, Sex.MALE]


def test_a_paternal_grandmother_of_children_with_two_fathers_is_not_placed() -> None:
    genogram = read("Al: Ella's father", "Bo: Noah's father", "Pat Lee: paternal grandmother")
    assert unplaced(genogram) == ["Pat Lee"]


def test_a_maternal_aunt_is_a_sister_of_the_mother() -> None:
    genogram = read("Kelly Marsh: mother", "Menna Marsh: maternal aunt")
    assert {name(genogram, genogram.siblings[0].one), name(genogram, genogram.siblings[0].other)} == {
        "Kelly Marsh",
        "Menna Marsh",
    }


@pytest.mark.parametrize(
    ("words", "couple"),
    [
        ("Kelly's husband", Couple.MARRIED),
        ("mother's partner", Couple.TOGETHER),
        ("step-father", Couple.TOGETHER),
        ("stepdad", Couple.TOGETHER),
        ("Noah's father, separated", Couple.SEPARATED),
        ("Noah's father, divorced from Kelly", Couple.DIVORCED),
        ("ex-partner of Kelly", Couple.SEPARATED),
    ],
)
def test_a_couple_is_what_the_words_say(words: str, couple: Couple) -> None:
    genogram = read("Kelly Marsh: mother", f"Dean Holt: {words}")
    assert [bond.couple for bond in genogram.bonds] == [couple]
    assert genogram.unplaced == ()


def test_a_foster_carer_of_a_named_child_is_theirs_and_of_nobody_named_is_not_placed() -> None:
    assert read("Joan Tully: Ella's foster carer").parentages[0].rearing is Rearing.FOSTER
    assert unplaced(read("Joan Tully: foster carer")) == ["Joan Tully"]


def test_somebody_of_whom_nothing_or_another_thing_is_recorded_is_told_in_words() -> None:
    genogram = read("Jo Reed: ", "Sam Lea: family friend", "Max Orr: Kelly's brother")
    assert [(each.name, each.words) for each in genogram.unplaced] == [
        ("Jo Reed", ""),
        ("Sam Lea", "family friend"),
        ("Max Orr", "Kelly's brother"),
    ]


def test_living_together_dying_and_age_are_read() -> None:
    genogram = read("Kelly Marsh: mother, aged 34, lives with Ella", "Alf Marsh: maternal grandfather, deceased")
    assert [tuple(name(genogram, key) for key in home) for home in genogram.households] == [
        ("Ella Marsh", "Kelly Marsh")
    ]
    assert [(person.age, person.is_dead) for person in genogram.people[2:]] == [("34", False), ("", True)]


def test_lines_of_the_genogram_are_read() -> None:
    genogram = read(
        "Kelly Marsh: mother",
        "Dean Holt: Noah's father",
        lines=(
            "Redrawn. Ella has an aunt, Menna Marsh (Kelly's sister), ten minutes away.",
            "Dean has a daughter of twelve whom he has not seen for two years.",
            "Kelly and Dean are separated. Ella is close to Menna. Dean has been violent towards Kelly.",
            "Kelly lives with Ella.",
        ),
    )
    assert [person.name for person in genogram.people] == [
        "Ella Marsh", "Noah Marsh", "Kelly Marsh", "Dean Holt", "Menna Marsh", "",
    ]  # fmt: skip
    assert (genogram.people[-1].age, genogram.people[-1].sex) == ("12", Sex.FEMALE)
    assert ("", "Dean Holt") in parents(genogram)
    assert [bond.couple for bond in genogram.bonds] == [Couple.SEPARATED]
    assert [(name(genogram, r.one), name(genogram, r.other), r.feeling) for r in genogram.relations] == [
        ("Ella Marsh", "Menna Marsh", Feeling.CLOSE),
        ("Dean Holt", "Kelly Marsh", Feeling.VIOLENT),
    ]
    assert len(genogram.households) == 1
    assert genogram.unplaced == ()


@pytest.mark.parametrize(
    "line",
    [
        "Menna may be Kelly's sister.",
        "Jo Lane (Kelly's sister?) rang.",
        "Dean and Kelly are no longer together.",
        "Dean was Kelly's husband.",
        "Kelly and Dean are close to separating.",
        "Dean is not violent to Kelly.",
        "Kelly and Dean are violent.",
    ],
)
def test_a_line_with_a_doubt_or_that_says_another_thing_adds_nothing(line: str) -> None:
    adults = ("Kelly Marsh: mother", "Dean Holt: Noah's father")
    assert read(*adults, lines=(line,)) == read(*adults)


def test_what_is_not_to_be_shared_or_only_a_hypothesis_is_never_drawn() -> None:
    case = a_case("Kelly Marsh: mother", "Dean Holt: Noah's father", lines=("Kelly and Dean are married.",))
    meeting = case.meetings[0]
    discussion = meeting.record.discussions[0]
    for changed in ({"is_restricted": True}, {"kind": Kind.HYPOTHESIS}, {"about": (NOAH.id,)}):
        entries = tuple(replace(entry, **changed) for entry in discussion.entries)
        record = replace(meeting.record, discussions=(replace(discussion, entries=entries),))
        told = replace(case, meetings=(replace(meeting, record=record),))
        assert genogram_of(told, (ELLA.id,)).bonds == ()


def test_a_child_s_sex_and_twins_are_only_what_is_noted_beside_the_name() -> None:
    genogram = genogram_of(a_case(remarks="girl, twin"), (ELLA.id,))
    assert [person.sex for person in genogram.people] == [Sex.FEMALE, Sex.FEMALE]
    assert genogram.twins == ((ELLA.id, NOAH.id),)
    assert [person.is_index for person in genogram.people] == [True, False]
    assert genogram.people[0].age == "11"


@given(
    st.lists(
        st.sampled_from([*KIN_WORDS, "maternal aunt", "Ann's mother", "lives with Bo", "Ann", "xyzzy"]), max_size=8
    )
)
def test_whatever_is_recorded_nobody_is_lost_and_the_links_agree(words: list[str]) -> None:
    adults = tuple(f"{chr(ord('A') + at)}nn Bo: {word}, {words[-1]}" for at, word in enumerate(words))
    genogram = settled(read(*adults))
    told = {person.name for person in genogram.people} | {each.name for each in genogram.unplaced}
    assert {adult.split(":")[0] for adult in adults} <= told


def test_people_type_step_parents_and_grandparents_in_many_ways() -> None:
    for word in ("step-dad", "step dad", "stepdad", "Step-Father"):
        genogram = read("Kelly Marsh: mother", f"Mo Khan: {word}")
        assert [bond.couple for bond in genogram.bonds] == [Couple.TOGETHER], word
    for word in ("maternal nan", "maternal grandma", "maternal nanny"):
        assert ("Kelly Marsh", "Jean") in parents(read("Kelly Marsh: mother", f"Jean: {word}")), word


def test_a_maternal_half_sister_is_the_mother_s_and_one_of_no_side_is_noted_as_half() -> None:
    genogram = read("Kelly Marsh: mother", "Jade Vickers: maternal half-sister")
    assert ("Jade Vickers", "Kelly Marsh") in parents(genogram)
    plain = read("Kelly Marsh: mother", "Jade Vickers: half-sister", children=(ELLA,))
    assert (plain.siblings[0].is_half, plain.people[-1].note) == (True, "half-sister")


def test_a_step_brother_is_the_child_of_the_one_partner_who_is_no_parent() -> None:
    genogram = read("Kai Khan: step-brother", "Kelly Marsh: mother", "Mo Khan: mother's partner", children=(ELLA,))
    assert ("Kai Khan", "Mo Khan") in parents(genogram)
    assert unplaced(read("Kelly Marsh: mother", "Kai Khan: step-brother", children=(ELLA,))) == ["Kai Khan"]


def test_a_maternal_cousin_stands_under_a_brother_or_sister_of_the_mother_whom_nobody_named() -> None:
    genogram = read("Kelly Marsh: mother", "Cai Rees: maternal cousin")
    (link,) = genogram.siblings
    assert {name(genogram, link.one), name(genogram, link.other)} == {"Kelly Marsh", ""}
    assert ("Cai Rees", "") in parents(genogram)
    for adults in (
        ("Kelly Marsh: mother", "Cai Rees: cousin"),
        ("Kelly Marsh: mother", "Menna: maternal aunt", "Cai Rees: maternal cousin"),  # hers? nobody says
    ):
        assert unplaced(read(*adults)) == ["Cai Rees"]


def test_a_father_whom_nobody_knows_is_placed_without_a_name() -> None:
    genogram = read("Kelly Marsh: mother", "Unknown: Ella's father", children=(ELLA,))
    assert ("Ella Marsh", "") in parents(genogram)
    assert genogram.unplaced == ()


def test_two_who_adopted_are_the_parents_of_the_children_beside_one_by_birth() -> None:
    genogram = read(
        "Kim Reed: birth mother", "Ash Lane: adoptive mother", "Bea Lane: adoptive mother", children=(ELLA,)
    )
    assert {(name(genogram, each.parent), each.rearing) for each in genogram.parentages} == {
        ("Kim Reed", Rearing.BIRTH),
        ("Ash Lane", Rearing.ADOPTED),
        ("Bea Lane", Rearing.ADOPTED),
    }
    named = read("Ash Lane: adoptive mother", "Bea Lane: Ella's adoptive mother")
    assert unplaced(named) == ["Ash Lane"]


def test_years_of_death_marriage_separation_and_divorce_are_read() -> None:
    genogram = read(
        "Kelly Marsh: mother",
        "Dean Holt: Noah's father, separated since 2019",
        "Alf Marsh: maternal grandfather, died 2020",
        "Jean Marsh: maternal grandmother",
        lines=("Alf and Jean married in 1981.",),
    )
    assert {(bond.couple, bond.year) for bond in genogram.bonds} == {(Couple.SEPARATED, 2019), (Couple.MARRIED, 1981)}
    assert [person.died_in for person in genogram.people if person.has_died] == [2020]
    divorced = read(
        "Kelly Marsh: mother", "Dean Holt: Noah's father", lines=("Kelly and Dean are divorced since 2021.",)
    )
    assert [bond.year for bond in divorced.bonds] == [2021]
    dead = read("Kelly Marsh: mother", lines=("Kelly died in 2024.",))
    assert [person.died_in for person in dead.people if person.has_died] == [2024]


@pytest.mark.parametrize(
    ("line", "losses"),
    [
        ("Kelly had a miscarriage in 2018.", [("", Loss.MISCARRIAGE, 2018, 1)]),
        ("Kelly and Dean had two miscarriages.", [("", Loss.MISCARRIAGE, None, 2)] * 2),
        ("Kelly had a stillborn son, Alfie, in 2019.", [("Alfie", Loss.STILLBIRTH, 2019, 1)]),
        ("Kelly has had a termination.", [("", Loss.TERMINATION, None, 1)]),
        ("Kelly may have had a miscarriage.", []),
        ("Kelly had a hard week.", []),
    ],
)
def test_pregnancies_that_ended_are_read(line: str, losses: list[tuple[str, Loss, int | None, int]]) -> None:
    genogram = read("Kelly Marsh: mother", "Dean Holt: Noah's father", lines=(line,))
    found = [person for person in genogram.people if person.loss]
    assert [(p.name, p.loss, p.died_in, len(genogram.parents(p.key))) for p in found] == losses


def test_a_pregnancy_is_read_with_its_day_unless_the_child_is_held_already() -> None:
    line = "Kelly is pregnant, due 12 February 2027."
    genogram = read("Kelly Marsh: mother", lines=(line,), children=(ELLA,))
    assert [person.expected_on for person in genogram.people if person.is_unborn] == [date(2027, 2, 12)]
    held = read("Kelly Marsh: mother", lines=(line,))
    assert [person.name for person in held.people if person.is_unborn] == ["Noah Marsh"]


def test_identical_twins_non_binary_people_and_a_couple_who_are_cousins_are_read() -> None:
    lines = ("Ella and Noah are identical twins. Dean is non-binary.", "Kelly and Dean are cousins.")
    genogram = read("Kelly Marsh: mother", "Dean Holt: Noah's parent", lines=lines)
    assert genogram.identical == genogram.twins == ((ELLA.id, NOAH.id),)
    assert genogram.people[3].sex is Sex.NON_BINARY
    married = read("Kelly Marsh: mother", "Dean Holt: Kelly's husband", lines=lines[1:])
    assert [bond.are_kin for bond in married.bonds] == [True]
    assert read("Kelly Marsh: mother", "Dean Holt: Kelly's husband").bonds[0].are_kin is False


def test_parents_who_are_cousins_are_kin_and_cousins_who_are_no_couple_are_told_in_words() -> None:
    lines = ("Kelly and Dean are cousins.", "Kelly and Dean are married.")
    parents_of_one = read("Kelly Marsh: mother", "Dean Holt: Noah's father", lines=lines)
    assert [(bond.couple, bond.are_kin) for bond in parents_of_one.bonds] == [(Couple.MARRIED, True)]
    others = read("Kelly Marsh: mother", "Jean Marsh: maternal grandmother", lines=("Kelly and Jean are related.",))
    assert [(each.name, each.words) for each in others.unplaced] == [("Kelly Marsh", "kin of Jean Marsh")]


def test_identical_twins_and_a_non_binary_child_are_read_beside_the_names() -> None:
    genogram = genogram_of(a_case(remarks="identical twin, non-binary"), (ELLA.id,))
    assert genogram.identical == ((ELLA.id, NOAH.id),)
    assert [person.sex for person in genogram.people] == [Sex.NON_BINARY] * 2


def test_a_word_for_kin_is_read_in_any_usual_form() -> None:
    assert kin_word("Step-Father") == kin_word("step father") == kin_word("stepfather")
    assert kin_word("maternal mother") is None
    assert kin_word("mother figure") is None


def test_an_ecomap_has_the_adults_elsewhere_the_worker_the_family_s_guests_and_the_services_recorded() -> None:
    lines = ("Kelly lives with Ella. School: strong.", "A weak link with the health visitor.")
    case = a_case("Kelly Marsh: mother", "Jean Marsh: maternal grandmother, PR", lines=lines)
    guests = (
        Attendee("Ruby Kerrigan", "midwife", Presence.GUEST, "for Marsh only"),
        Attendee("Jo Else", "teacher", Presence.GUEST, "for Pike only"),
    )
    meeting = case.meetings[0]
    case = replace(case, meetings=(replace(meeting, record=replace(meeting.record, attendees=guests)),))
    ecomap = ecomap_of(case, (ELLA.id,), genogram_of(case, (ELLA.id,)))
    assert ecomap.inside == ("Ella Marsh", "Kelly Marsh")
    assert ecomap.outside == (
        Outside("Jean Marsh", "maternal grandmother"),
        Outside("Tom Byrne", "social worker"),
        Outside("Ruby Kerrigan", "midwife"),
        Outside("School", "", Support.STRONG),
        Outside("Health visitor", "", Support.WEAK),
    )


@pytest.mark.parametrize(
    ("told", "services"),
    [
        ("Police called by neighbours; no offences.", []),
        ("Eleven weeks with no police contact.", []),
        ("Ella taken to hospital, home the same day.", []),
        ("Not registered with a GP.", []),
        ("There is no contact with probation.", []),
        ("School reports no concerns.", ["School"]),
        ("No concerns from school.", ["School"]),
        ("The midwife has not been seen yet.", ["Midwife"]),
        ("No GP yet; the health visitor comes weekly.", ["Health visitor"]),
        ("A stressful link with the police.", ["Police"]),
    ],
)
def test_an_ecomap_shows_who_the_family_has_to_do_with_and_not_who_was_called_out(
    told: str, services: list[str]
) -> None:
    case = a_case("Kelly Marsh: mother")
    since = an_entry(told, section=Section.SINCE)
    case = replace(case, meetings=(a_meeting(a_discussion(since)),))
    ecomap = ecomap_of(case, (ELLA.id,), genogram_of(case, (ELLA.id,)))
    shown = [each.name for each in ecomap.outside if each.name not in ("Kelly Marsh", case.family.worker)]
    assert shown == services


def test_a_line_under_genogram_puts_even_the_police_into_an_ecomap() -> None:
    case = a_case(
        "Kelly Marsh: mother", lines=("Kelly lives with Ella. Police: a neighbourhood officer calls weekly.",)
    )
    assert "Police" in [each.name for each in ecomap_of(case, (ELLA.id,), genogram_of(case, (ELLA.id,))).outside]
