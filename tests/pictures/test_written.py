"""Pictures written: SVG that a strict page shows, PNG that is the same each time, and the same in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations
from math import hypot

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from autoadmin.domain.kinship import Ecomap, Feeling, Genogram, Outside, Person, Relation, Support, Unplaced
from autoadmin.pictures import draw_ecomap, draw_ecomap_for_page, draw_genogram
from autoadmin.pictures.ecomap import MIDDLE, lay_out_ecomap
from autoadmin.pictures.marks import Path, marks_of
from autoadmin.pictures.measuring import lines_of, width_of
from autoadmin.pictures.shapes import Sheet
from tests.pictures.families import families, three_generations

SVG = "{http://www.w3.org/2000/svg}"


@given(families(most=12))
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_svg_is_whole_has_a_role_a_title_and_a_description_and_no_style_or_script(genogram: Genogram) -> None:
    drawn = draw_genogram(genogram)
    root = etree.fromstring(drawn.svg.encode())
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "Genogram: Marsh"
    assert root.findtext(f"{SVG}desc") == drawn.alt
    for element in root.iter():
        assert element.tag not in (f"{SVG}style", f"{SVG}script", f"{SVG}image")
        assert not {"style", "href", "onload"} & {*element.attrib}


def test_a_name_with_marks_of_xml_is_written_as_it_is() -> None:
    drawn = draw_genogram(Genogram("<A & B>", (Person("a", "O’Neil <&>\x00"),)))
    words = [element.text for element in etree.fromstring(drawn.svg.encode()).iter(f"{SVG}text")]
    assert "<&>" in words


def test_words_are_as_wide_as_measured() -> None:
    assert width_of("", 12) == 0
    assert width_of("Ella Marsh", 12) == pytest.approx(57, abs=2)
    assert width_of("Zoë", 12) == width_of("Zoe", 12)
    assert width_of("漢字", 10) >= 20
    assert lines_of("Ella Mae Marsh", 12, 50) == ("Ella Mae", "Marsh")
    assert lines_of("Featherstonehaugh", 12, 10) == ("Featherstonehaugh",)


def test_a_genogram_in_words_says_who_is_whose_parent_who_lives_together_and_who_is_unknown() -> None:
    genogram = replace(
        three_generations(),
        unplaced=(Unplaced("Jean", "grandmother"),),
        relations=(Relation("gareth", "bethan", Feeling.VIOLENT),),
    )
    alt = draw_genogram(genogram).alt
    for told in (
        "Genogram of the Calloway family: three generations. It is about Theo.",
        "Theo (8) and Baby (due 19 Feb 2027).",
        "Simon is father of Theo.",
        "Edna is mother of Menna and Bethan.",
        "Bethan and Simon are divorced.",
        "Living together: Bethan, Gareth, Theo and Baby.",
        "Gareth has been violent to Bethan.",
        "Recorded, but not where in the family: Jean: grandmother.",
    ):
        assert told in alt


def test_somebody_without_a_name_is_told_by_their_kin() -> None:
    people = tuple(
        replace(person, name="") if person.key == "simon" else person for person in three_generations().people
    )
    alt = draw_genogram(replace(three_generations(), people=people)).alt
    assert "The name of the father of Theo is not recorded." in alt
    assert "Bethan and Theo’s father (name not recorded) are divorced." in alt


def test_a_child_of_whom_no_parent_is_recorded_is_said_to_be() -> None:
    alt = draw_genogram(Genogram("A", (Person("a", "Ann", is_index=True, born_on=date(2015, 1, 1)),))).alt
    assert "No parent is recorded of Ann." in alt


def an_ecomap(count: int) -> Ecomap:
    supports = tuple(Support)
    return Ecomap("Marsh", ("Ella",), tuple(Outside(f"Worker {n}", "nurse", supports[n % 4]) for n in range(count)))


@pytest.mark.parametrize("count", [0, 1, 2, 3, 7, 12])
def test_an_ecomap_has_a_circle_for_each_that_touches_no_other_and_a_line_to_the_family(count: int) -> None:
    sheet = lay_out_ecomap(an_ecomap(count))
    circles = [(each.box.middle, each.box.width / 2) for each in sheet.outlines if each.is_round]
    assert len(circles) == count + 1
    for at, ((x1, y1), one) in enumerate(circles):
        assert one <= x1 <= sheet.width - one
        for (x2, y2), other in circles[:at]:
            assert (x1 - x2) ** 2 + (y1 - y2) ** 2 > (one + other) ** 2
    assert [line.ends for line in sheet.lines if line.ends] == [(MIDDLE, str(at)) for at in range(count)]


@pytest.mark.parametrize("count", [18, 19, 20])
def test_more_than_a_ring_has_room_for_stand_at_both_sides_and_no_line_runs_through_another(count: int) -> None:
    sheet = lay_out_ecomap(an_ecomap(count))
    boxes = [each.box for each in sheet.outlines]
    assert len(boxes) == count + 1
    assert not any(one.overlaps(other) for one, other in combinations(boxes, 2))
    for word in sheet.words:
        assert 0 <= word.box.x <= word.box.right <= sheet.width
    left, right = max(box.right for box in boxes[1::2]), min(box.x for box in boxes[2::2])
    assert all(left <= x <= right for line in sheet.lines if line.ends for x, _ in line.points)
    assert not isinstance(draw_ecomap_for_page(an_ecomap(count)), str)


def test_an_ecomap_that_no_page_has_room_for_is_told_in_words() -> None:
    told = draw_ecomap_for_page(an_ecomap(40))
    assert isinstance(told, str)
    assert "There are too many" in told
    assert "Worker 39 (nurse): stressful" in told


def test_every_line_of_an_ecomap_reaches_the_circle_that_it_leads_to() -> None:
    sheet = lay_out_ecomap(an_ecomap(7))
    middles = [each.box for each in sheet.outlines]
    for line, box in zip([line for line in sheet.lines if line.ends], middles[1:], strict=True):
        (mark,) = marks_of(Sheet(1, 1, lines=(line,)))
        assert isinstance(mark, Path)
        x, y = mark.points[-1]
        assert hypot(x - box.middle[0], y - box.middle[1]) == pytest.approx(box.width / 2)


def test_a_line_of_an_ecomap_is_plain_unless_the_record_says_how_it_is() -> None:
    drawn = draw_ecomap(Ecomap("Marsh", ("Ella",), (Outside("School"), Outside("Jo", "midwife", Support.STRONG))))
    assert "recorded; how strong is not" in drawn.svg
    assert "stressful" not in drawn.svg
    assert drawn.alt == "Ecomap of the Marsh family. In the middle: Ella. Around: School; Jo (midwife): strong."
    assert "Nobody outside the home is recorded." in draw_ecomap(Ecomap("Marsh")).alt
