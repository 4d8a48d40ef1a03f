"""Genograms laid out: nothing overlaps, every line ends at somebody, and the conventions are kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, given, settings

from autoadmin.domain.generations import generations, settled
from autoadmin.domain.kinship import Bond, Couple, Genogram, Parentage, Person, Rearing, Sex, Siblings, Unplaced
from autoadmin.pictures.kinlines import descents_of
from autoadmin.pictures.ordering import rows_of
from autoadmin.pictures.shapes import Box, Figure, Line, Sheet, Stroke
from autoadmin.pictures.sheet import lay_out, with_all_bonds
from tests.pictures.families import a_person, families, three_generations

CHECKS = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FEELINGS = {Stroke.CLOSE, Stroke.DISTANT, Stroke.HOSTILE, Stroke.CUT_OFF, Stroke.VIOLENT}


def words_of(sheet: Sheet) -> list[str]:
    return [each.words for each in sheet.words]


def strokes(sheet: Sheet, *keys: str) -> set[Stroke]:
    return {line.stroke for line in sheet.lines if {*keys} <= {*line.ends}}


def places(genogram: Genogram) -> dict[str, tuple[float, float]]:
    return {symbol.key: symbol.box.middle for symbol in lay_out(genogram).symbols if symbol.key}


@given(families())
@CHECKS
def test_no_two_symbols_or_words_overlap_and_all_is_on_the_sheet(genogram: Genogram) -> None:
    sheet = lay_out(genogram)
    boxes: list[Box] = [each.box for each in sheet.symbols] + [each.box for each in sheet.words]
    for one, other in combinations(boxes, 2):
        assert not one.overlaps(other)
    for box in [*boxes, *(outline.box for outline in sheet.outlines)]:
        assert 0 <= box.x <= box.right <= sheet.width
        assert 0 <= box.y <= box.bottom <= sheet.height


@given(families())
@CHECKS
def test_everybody_is_drawn_once_and_every_link_has_its_line(genogram: Genogram) -> None:
    sheet, drawn = lay_out(genogram), with_all_bonds(settled(genogram))
    assert sorted(each.key for each in sheet.symbols if each.key) == sorted(each.key for each in genogram.people)
    ends = [{*line.ends} for line in sheet.lines]
    for each in drawn.parentages:
        assert any({each.child, each.parent} <= joined for joined in ends)
    for bond in drawn.bonds:
        assert {bond.one, bond.other} in ends
    for relation in genogram.relations:
        assert {relation.one, relation.other} in ends


@given(families())
@CHECKS
def test_every_line_hangs_together_from_the_symbols_it_joins(genogram: Genogram) -> None:
    sheet = lay_out(genogram)
    boxes = {each.key: each.box for each in sheet.symbols if each.key}
    joined = [line for line in sheet.lines if line.ends]
    for line in joined:
        for point in (line.points[0], line.points[-1]):
            at_somebody = any(holds(boxes[key], point) for key in line.ends)
            assert at_somebody or any(touches(other, point) for other in joined if other is not line)


@given(families())
@CHECKS
def test_no_line_of_kinship_runs_through_a_symbol_or_words_of_another(genogram: Genogram) -> None:
    sheet = lay_out(genogram)
    boxes = {each.key: each.box for each in sheet.symbols if each.key}
    for line in sheet.lines:
        if line.ends and line.stroke not in FEELINGS:
            for key, box in boxes.items():
                assert key in line.ends or not any(crosses(box, *pair) for pair in pairwise(line.points))


@given(families())
@CHECKS
def test_parents_stand_above_children_couples_side_by_side_and_the_eldest_child_left(genogram: Genogram) -> None:
    drawn, at = with_all_bonds(settled(genogram)), places(genogram)
    people = {person.key: person for person in genogram.people}
    for each in drawn.parentages:
        assert at[each.parent][1] < at[each.child][1]
    for bond in drawn.bonds:
        assert at[bond.one][1] == at[bond.other][1]
    for descent in descents_of(drawn):
        born = [(people[key].born_on, at[key][0]) for key in descent.sibship.members if people[key].born_on]
        assert [place for _, place in born] == sorted(place for _, place in born)
        assert [day for day, _ in born if day] == sorted(day for day, _ in born if day)


@given(families())
@CHECKS
def test_no_frame_holds_anybody_of_another_home(genogram: Genogram) -> None:
    sheet = lay_out(genogram)
    for outline in (each for each in sheet.outlines if each.keys):
        inside = {each.key for each in sheet.symbols if each.key and each.box.overlaps(outline.box)}
        assert inside == {*outline.keys}
    for household in genogram.households:
        assert {*household} <= {key for outline in sheet.outlines for key in outline.keys}


def test_the_same_family_is_laid_out_the_same() -> None:
    assert lay_out(three_generations()) == lay_out(three_generations())


def test_three_generations_stand_in_three_rows_men_left_of_women() -> None:
    rows = rows_of(three_generations())
    assert rows[0] == ("alf", "edna")
    assert rows[1].index("simon") < rows[1].index("bethan")
    assert rows[1].index("gareth") < rows[1].index("bethan") < rows[1].index("menna")
    assert rows[2] == ("theo", "baby")


def test_the_figure_says_what_is_recorded_of_sex_and_nothing_is_guessed() -> None:
    figures = {each.key: (each.figure, each.words) for each in lay_out(three_generations()).symbols if each.key}
    assert figures["alf"] == (Figure.SQUARE, "86")
    assert figures["edna"] == (Figure.CIRCLE, "82")
    assert figures["gareth"] == (Figure.SQUARE, "")
    assert figures["theo"] == (Figure.DIAMOND, "8")
    assert figures["baby"] == (Figure.TRIANGLE, "")
    assert lay_out(Genogram("A", (a_person("ann"),))).symbols[0].words == "?"


def test_the_child_whom_it_is_about_is_marked_and_the_dead_are() -> None:
    dead = Person("ann", "Ann", Sex.FEMALE, died_on=date(2020, 1, 1))
    symbols = {each.key: each for each in lay_out(Genogram("A", (dead, a_person("bo", is_index=True)))).symbols}
    assert symbols["ann"].is_dead
    assert symbols["bo"].is_index
    assert not symbols["bo"].is_dead


@pytest.mark.parametrize(("couple", "slashes"), [(Couple.MARRIED, 0), (Couple.SEPARATED, 1), (Couple.DIVORCED, 2)])
def test_a_separation_has_one_slash_and_a_divorce_two(couple: Couple, slashes: int) -> None:
    pair = (a_person("ann", Sex.FEMALE), a_person("bo", Sex.MALE))
    sheet = lay_out(Genogram("A", pair, (Bond("ann", "bo", couple),)))
    assert len([line for line in sheet.lines if not line.ends]) == 1 + 2 * slashes  # with those of the legend


def test_unmarried_is_dashed_and_what_is_not_recorded_of_a_couple_dotted() -> None:
    sheet = lay_out(replace(three_generations(), bonds=(Bond("bethan", "gareth", Couple.TOGETHER),)))
    assert Stroke.DASHED in strokes(sheet, "bethan", "gareth")
    assert Stroke.DOTTED in strokes(sheet, "bethan", "simon")


def test_adopted_and_fostered_children_hang_on_lines_of_their_own() -> None:
    people = (a_person("ann", Sex.FEMALE), a_person("joan"), a_person("lou"), a_person("kit"))
    links = (
        Parentage("lou", "ann", Rearing.ADOPTED),
        Parentage("kit", "ann"),
        Parentage("kit", "joan", Rearing.FOSTER),
    )
    sheet = lay_out(Genogram("A", people, parentages=links))
    assert Stroke.ADOPTED in strokes(sheet, "ann", "lou")
    assert strokes(sheet, "joan", "kit") == {Stroke.FOSTERED}
    assert Stroke.PLAIN in strokes(sheet, "ann", "kit")
    assert {"down to a child: adopted *", "down to a child: fostered *"} <= {*words_of(sheet)}


def test_twins_hang_from_one_point() -> None:
    people = (a_person("ann", Sex.FEMALE), a_person("bo", born=2012), a_person("cy", born=2012), a_person("di"))
    sheet = lay_out(Genogram("A", people, parentages=tuple(Parentage(key, "ann") for key in ("bo", "cy", "di"))))
    starts = {line.ends[-1]: line.points[0] for line in sheet.lines if line.ends and len(line.points) == 3}
    assert starts["bo"] == starts["cy"] != starts["di"]
    assert "twins, or born on one day" in words_of(sheet)


def test_a_sister_whose_parents_nobody_recorded_hangs_beside_on_a_dashed_line() -> None:
    people = (a_person("edna"), a_person("bethan", Sex.FEMALE), a_person("menna", Sex.FEMALE))
    links = Genogram("A", people, parentages=(Parentage("bethan", "edna"),), siblings=(Siblings("bethan", "menna"),))
    assert Stroke.DASHED in strokes(lay_out(links), "menna")
    alone = replace(links, parentages=())
    assert strokes(lay_out(alone), "menna") == {Stroke.PLAIN}


def test_the_legend_names_the_signs_that_are_used_and_no_other() -> None:
    plain = words_of(lay_out(Genogram("A", (a_person("ann", Sex.FEMALE),))))
    assert plain == ["Ann", "What the signs mean", "female"]
    full = words_of(lay_out(three_generations()))
    assert "divorced *" in full
    assert "separated *" not in full
    assert full[-1].startswith("* to be confirmed by the council")


def test_who_cannot_be_placed_is_told_in_words() -> None:
    told = Unplaced("Jean Marsh", "grandmother")
    assert "Jean Marsh: grandmother" in words_of(lay_out(Genogram("A", unplaced=(told,))))


def test_a_link_that_contradicts_those_before_it_is_told_and_not_drawn() -> None:
    people = (a_person("ann"), a_person("bo"))
    odd = Genogram("A", people, (Bond("ann", "bo"),), (Parentage("bo", "ann"),))
    kept = settled(odd)
    assert (kept.bonds, kept.parentages) == ((), (Parentage("bo", "ann"),))
    assert kept.unplaced[0].name == "Ann"
    assert generations(kept) == {"ann": 0, "bo": 1}


def test_a_home_whose_people_do_not_stand_together_has_frames_of_one_letter() -> None:
    sheet = lay_out(replace(three_generations(), households=(("simon", "theo"), ("bethan", "baby"))))
    assert words_of(sheet).count("A") == len(
        [each for each in sheet.outlines if "simon" in each.keys or "theo" in each.keys]
    )


def holds(box: Box, point: tuple[float, float]) -> bool:
    return box.x <= point[0] <= box.right and box.y <= point[1] <= box.bottom


def touches(line: Line, point: tuple[float, float]) -> bool:
    return point in line.points or any(on_segment(point, *pair) for pair in pairwise(line.points))


def on_segment(point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> bool:
    (x, y), (x1, y1), (x2, y2) = point, start, end
    in_box = min(x1, x2) - 0.5 <= x <= max(x1, x2) + 0.5 and min(y1, y2) - 0.5 <= y <= max(y1, y2) + 0.5
    return in_box and (x1 == x2 or y1 == y2)


def crosses(box: Box, start: tuple[float, float], end: tuple[float, float]) -> bool:
    (x1, y1), (x2, y2) = start, end
    if x1 != x2 and y1 != y2:
        return False  # the slope of twins, above the symbols
    return Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1)).around(0.01).overlaps(box.around(-0.5))
