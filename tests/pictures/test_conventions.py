"""What a genogram draws of each thing recorded, with a legend that names it, and the same in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from autoadmin.domain.kinship import Bond, Couple, Genogram, Loss, Parentage, Person, Sex, Siblings
from autoadmin.pictures import draw_genogram
from autoadmin.pictures.marks import Ink, Path, marks_of
from autoadmin.pictures.saying import MOST
from autoadmin.pictures.shapes import Figure, Line, Sheet, Stroke, Symbol
from autoadmin.pictures.sheet import lay_out
from tests.pictures.families import a_person, three_generations
from tests.pictures.test_fitting import a_large_family


def a_family(*people: Person, **changes: object) -> Genogram:
    """Return a mother of some children, with other things recorded of them."""
    mother = a_person("kim", Sex.FEMALE, born=1990)
    links = tuple(Parentage(person.key, "kim") for person in people)
    return replace(Genogram("Marsh", (mother, *people), parentages=links), **changes)  # type: ignore[arg-type]  # by name


def symbol(sheet: Sheet, key: str) -> Symbol:
    return next(each for each in sheet.symbols if each.key == key)


def words_of(sheet: Sheet) -> list[str]:
    return [each.words for each in sheet.words]


@pytest.mark.parametrize(
    ("loss", "has_cross", "has_slash", "meaning", "told"),
    [
        (Loss.MISCARRIAGE, False, False, "miscarriage *", "a pregnancy that ended in miscarriage (2018)"),
        (Loss.STILLBIRTH, True, False, "stillborn *", "a stillborn child (2018)"),
        (Loss.TERMINATION, False, True, "pregnancy ended by choice *", "a pregnancy that was ended by choice (2018)"),
    ],
)
def test_a_pregnancy_that_ended_is_a_small_triangle_with_its_year(
    loss: Loss, has_cross: bool, has_slash: bool, meaning: str, told: str
) -> None:
    family = a_family(a_person("ella", born=2015), Person("l", died_in=2018, loss=loss), a_person("bo", born=2020))
    drawn = draw_genogram(family)
    lost = symbol(drawn.sheet, "l")
    assert (lost.figure, lost.is_dead, lost.is_slashed) == (Figure.TRIANGLE, has_cross, has_slash)
    assert lost.box.width < symbol(drawn.sheet, "ella").box.width
    assert symbol(drawn.sheet, "ella").box.x < lost.box.x < symbol(drawn.sheet, "bo").box.x
    assert {f"{loss.value} 2018", meaning} <= {*words_of(drawn.sheet)}
    assert "has died" not in words_of(drawn.sheet)
    assert f"Kim is mother of Ella, {told} and Bo." in drawn.alt


def test_a_stillborn_child_who_was_named_is_told_by_name() -> None:
    drawn = draw_genogram(a_family(Person("l", "Alfie", Sex.MALE, died_in=2018, loss=Loss.STILLBIRTH)))
    assert "Alfie" in words_of(drawn.sheet)
    assert "Kim is mother of Alfie." in drawn.alt
    assert "Alfie: stillborn (2018)." in drawn.alt


def test_somebody_non_binary_is_a_hexagon_and_a_parent_in_words() -> None:
    sam = a_person("sam", Sex.NON_BINARY)
    drawn = draw_genogram(a_family(a_person("ella", born=2015), parentages=(Parentage("ella", "sam"),), people=(
        sam, a_person("ella", born=2015))))  # fmt: skip
    assert symbol(drawn.sheet, "sam").figure is Figure.HEXAGON
    assert "non-binary *" in words_of(drawn.sheet)
    assert "Sam is parent of Ella." in drawn.alt


def test_the_year_of_a_marriage_separation_or_divorce_stands_on_the_line() -> None:
    pair = (a_person("ann", Sex.FEMALE), a_person("bo", Sex.MALE))
    for couple, told in ((Couple.MARRIED, "m. 2019"), (Couple.SEPARATED, "s. 2019"), (Couple.DIVORCED, "d. 2019")):
        drawn = draw_genogram(Genogram("A", pair, (Bond("ann", "bo", couple, 2019),)))
        assert told in words_of(drawn.sheet)
        assert f"Ann and Bo are {couple.value} (2019)." in drawn.alt


def test_somebody_whose_year_of_death_alone_is_recorded_has_it_above_right() -> None:
    drawn = draw_genogram(a_family(Person("bo", "Bo", died_in=2020)))
    assert symbol(drawn.sheet, "bo").is_dead
    (year,) = (each for each in drawn.sheet.words if each.words == "2020")
    assert year.x > symbol(drawn.sheet, "bo").box.middle[0]
    assert "Bo has died (2020)." in drawn.alt


def test_identical_twins_are_joined_by_a_bar_and_other_twins_are_not() -> None:
    twins = (a_person("bo", born=2012), a_person("cy", born=2012))
    plain, same = (a_family(*twins, twins=(("bo", "cy"),), identical=each) for each in ((), (("bo", "cy"),)))
    assert len(lay_out(same).lines) == len(lay_out(plain).lines) + 2  # a bar here, and one in the legend
    assert "twins, or born on one day" not in words_of(lay_out(same))
    assert "identical twins" in words_of(lay_out(same))
    assert "identical twins" not in words_of(lay_out(plain))
    assert "Bo and Cy are identical twins." in draw_genogram(same).alt
    assert "Bo and Cy are twins." in draw_genogram(plain).alt


def test_a_couple_who_are_kin_have_a_double_line_recorded_so_or_by_their_forebears() -> None:
    people = tuple(a_person(key) for key in ("old", "ann", "bo", "cy", "di", "eve"))
    born = [("ann", "old"), ("bo", "old"), ("cy", "ann"), ("di", "bo"), ("eve", "cy"), ("eve", "di")]
    cousins = Genogram("A", people, parentages=tuple(Parentage(*pair) for pair in born))
    assert "a couple who are kin by blood" in words_of(lay_out(cousins))
    assert "Cy and Di are kin by blood." in draw_genogram(cousins).alt
    pair = (a_person("ann"), a_person("bo"))
    assert "a couple who are kin by blood" in words_of(lay_out(Genogram("A", pair, (Bond("ann", "bo", are_kin=True),))))
    assert "a couple who are kin by blood" not in words_of(lay_out(three_generations()))


def test_the_words_say_sisters_by_their_sex_and_children_born_on_one_day() -> None:
    people = (a_person("kim", Sex.FEMALE), a_person("menna", Sex.FEMALE), a_person("lou"))
    drawn = draw_genogram(
        Genogram("A", people, siblings=(Siblings("kim", "menna"), Siblings("lou", "kim", is_half=True)))
    )
    assert "Kim is sister of Menna. Lou is half-brother or half-sister of Kim." in drawn.alt
    born = a_family(a_person("bo", born=2012), a_person("cy", born=2012))
    assert "Bo and Cy are twins, or born on one day." in draw_genogram(born).alt


def test_parents_who_may_be_no_couple_are_told_in_one_sentence() -> None:
    people = (a_person("kim"), a_person("al"), a_person("bo"), a_person("una"), a_person("dua"))
    born = (("una", "kim"), ("una", "al"), ("dua", "kim"), ("dua", "bo"))
    drawn = draw_genogram(Genogram("A", people, parentages=tuple(Parentage(*pair) for pair in born)))
    assert "It is not recorded whether these are couples: Kim and Al; Kim and Bo." in drawn.alt


def test_two_mothers_of_a_child_stand_side_by_side() -> None:
    people = (a_person("ann", Sex.FEMALE), a_person("bea", Sex.FEMALE), a_person("cy"))
    links = (Parentage("cy", "ann"), Parentage("cy", "bea"))
    drawn = draw_genogram(Genogram("A", people, (Bond("ann", "bea", Couple.MARRIED),), links))
    assert symbol(drawn.sheet, "ann").box.y == symbol(drawn.sheet, "bea").box.y
    assert symbol(drawn.sheet, "ann").box.x < symbol(drawn.sheet, "cy").box.x < symbol(drawn.sheet, "bea").box.x
    assert "Ann and Bea are married." in drawn.alt


def test_the_words_for_a_large_family_are_no_more_than_can_be_listened_to_and_say_that_there_is_more() -> None:
    people = [replace(person, name=f"{person.name} Featherstonehaugh") for person in a_large_family().people]
    alt = draw_genogram(replace(a_large_family(), people=tuple(people))).alt
    assert len(alt) < MOST + 100
    assert alt.startswith("Genogram of the Marsh family: three generations. It is about Ella Featherstonehaugh.")
    assert "left out here." in alt
    assert "left out" not in draw_genogram(three_generations()).alt


def test_every_ink_is_dark_enough_on_white_and_every_stroke_is_told_apart_without_colour() -> None:
    for ink in (Ink.BLACK, Ink.GREY, Ink.BLUE, Ink.RED):
        assert contrast_with_white(ink.value) >= 4.5
    looks = {}
    for stroke in Stroke:
        marks = [*marks_of(Sheet(1, 1, lines=(Line(((0, 0), (100, 0)), stroke),)))]
        looks[stroke] = tuple((mark.points, mark.width, mark.dashes) for mark in marks if isinstance(mark, Path))
    in_genograms = [stroke for stroke in Stroke if stroke not in (Stroke.STRONG, Stroke.STRESSFUL)]
    in_ecomaps = (Stroke.PLAIN, Stroke.STRONG, Stroke.DASHED, Stroke.STRESSFUL)
    for strokes in (in_genograms, in_ecomaps):
        assert len({looks[stroke] for stroke in strokes}) == len(strokes)


def contrast_with_white(colour: str) -> float:
    """Return the contrast by WCAG 2.2 (relative luminance)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
