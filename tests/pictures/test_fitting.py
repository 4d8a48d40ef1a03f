"""A genogram on a page: every letter can be read, nobody is lost, and who is nearest to the child is drawn."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import HealthCheck, given, settings

from autoadmin.domain.kinship import Bond, Couple, Genogram, Parentage, Sex
from autoadmin.pictures import Drawn, draw_ecomap, draw_genogram, draw_genogram_for_page
from autoadmin.pictures.fitting import fits, fitted, steps_from_children
from autoadmin.pictures.leaving_out import left_out, only
from autoadmin.pictures.sheet import lay_out
from tests.pictures.families import a_person, families, three_generations
from tests.pictures.test_written import an_ecomap

POINT = 25.4 / 72
CHECKS = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def a_large_family() -> Genogram:
    """Return a child of two parents who each have eight brothers and sisters, who each have two children."""
    people = [a_person("ella", born=2015, is_index=True)]
    bonds, links = [Bond("kim", "lee", Couple.MARRIED)], [Parentage("ella", "kim"), Parentage("ella", "lee")]
    for parent, sex, old in (("kim", Sex.FEMALE, "jean"), ("lee", Sex.MALE, "stan")):
        people += [a_person(parent, sex, born=1985), a_person(old, sex, born=1950)]
        links.append(Parentage(parent, old))
        for at in range(8):
            aunt = f"{parent}-{at}"
            people.append(a_person(aunt, Sex.FEMALE, born=1970 + at))
            links.append(Parentage(aunt, old))
            people += [a_person(f"{aunt}-{child}", born=2001 + child) for child in range(2)]
            links += [Parentage(f"{aunt}-{child}", aunt) for child in range(2)]
    return Genogram("Marsh", tuple(people), tuple(bonds), tuple(links))


@given(families())
@CHECKS
def test_every_family_of_up_to_forty_is_drawn_on_a_page_in_letters_of_seven_points_or_told_in_words(
    genogram: Genogram,
) -> None:
    drawn = draw_genogram_for_page(genogram)
    if isinstance(drawn, str):
        assert drawn.startswith("The family is too large to be drawn on a page")
        assert all(each.name in drawn for each in genogram.people if genogram.parents(each.key))
        return
    assert min(letters(drawn)) >= 7
    assert fits(drawn.sheet)
    boxes = [*(each.box for each in drawn.sheet.symbols), *(each.box for each in drawn.sheet.words)]
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    on_sheet = " ".join(each.words for each in drawn.sheet.words)
    kept = {each.key for each in drawn.sheet.symbols}
    for person in genogram.people:
        assert person.key in kept or all(word in on_sheet for word in person.name.split())


@given(families(most=12))
@CHECKS
def test_a_family_that_a_page_has_room_for_is_drawn_whole(genogram: Genogram) -> None:
    if fits(lay_out(genogram)):
        assert fitted(genogram) == lay_out(genogram)


def test_aunts_and_cousins_are_left_out_before_parents_and_grandparents_and_are_told_under_the_picture() -> None:
    sheet = fitted(a_large_family())
    assert sheet
    assert {each.key for each in sheet.symbols if each.key} == {"ella", "kim", "lee", "jean", "stan"}
    told = " ".join(each.words for each in sheet.words)
    assert "farther off than a page has room for" in told
    assert "Kim-0-0 and Kim-0-1 (children of Kim-0)" in told
    assert len(lay_out(a_large_family()).symbols) > 50


def test_whoever_is_nearest_is_counted_by_steps_and_an_aunt_is_nearer_than_a_great_grandmother() -> None:
    family = three_generations()
    steps = steps_from_children(family)
    assert (steps["theo"], steps["bethan"], steps["baby"], steps["alf"], steps["menna"]) == (0, 1, 1, 2, 3)
    great = replace(
        family, people=(*family.people, a_person("old")), parentages=(*family.parentages, Parentage("alf", "old"))
    )
    assert steps_from_children(great)["old"] > steps["menna"]
    stranger = replace(family, people=(*family.people, a_person("nobody")))
    assert "nobody" not in steps_from_children(stranger)


def test_those_left_out_are_told_with_whose_kin_they_are() -> None:
    assert left_out(three_generations(), {"theo", "bethan", "simon", "baby"}) == (
        "Alf (father of Menna and Bethan); Edna (mother of Menna and Bethan); Menna (daughter of Alf and Edna); "
        "Gareth (father of Baby)"
    )


def test_an_ecomap_is_in_letters_that_can_be_read() -> None:
    assert min(letters(draw_ecomap(an_ecomap(7)))) >= 7
    assert draw_genogram(three_generations()).width < 170


def letters(drawn: Drawn) -> list[float]:
    """Return how high the letters are on paper, in points, where the page has no more room than there must be."""
    scale = min(drawn.width, drawn.least_width) / drawn.sheet.width
    return [each.size * scale / POINT for each in drawn.sheet.words]


def test_of_identical_twins_who_are_left_out_the_legend_says_nothing() -> None:
    pair = ("kim-0-0", "kim-0-1")
    family = replace(a_large_family(), twins=(pair,), identical=(pair,))
    legend = {word.words for word in lay_out(family).words}
    near = {person.key for person in family.people} - {*pair}
    assert "identical twins" in legend
    assert "identical twins" not in {word.words for word in lay_out(only(family, near)).words}
